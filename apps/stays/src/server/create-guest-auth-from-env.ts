import { EnvError, isLocalOrigin } from '@gudbro/api-kit';
import { createGuestAuth, type GuestAuth, GuestConfigError } from '@gudbro/auth';
import type { Env } from '../env.ts';

/** Creates the guest auth from the settings. An error names the environment variable at fault. */
export function createGuestAuthFromEnv(env: Env): GuestAuth {
  const { LEGACY_TOKEN_SECRET: secret, LEGACY_TOKEN_ACCEPT_UNTIL: acceptUntil } = env;
  const isInsecure = isLocalOrigin(env.STAYS_URL) || env.ALLOW_INSECURE_COOKIES !== undefined;
  try {
    return createGuestAuth({
      issuer: env.STAYS_URL,
      audience: 'gudbro-stays',
      keys: env.GUEST_TOKEN_KEYS,
      // With the prefix __Host-, browsers reject a cookie that another host of the domain sets.
      cookie: isInsecure ? { secure: false } : { name: '__Host-gudbro_guest', secure: true },
      ...(secret !== undefined && acceptUntil !== undefined ? { legacy: { secret, acceptUntil } } : {}),
    });
  } catch (thrown) {
    throw thrown instanceof GuestConfigError ? nameVariable(thrown) : thrown;
  }
}

function nameVariable(error: GuestConfigError): EnvError {
  const variable = error.option.startsWith('legacy') ? 'LEGACY_TOKEN_SECRET' : 'GUEST_TOKEN_KEYS';
  return new EnvError([{ variable, problem: `is wrong (${error.message})` }]);
}
