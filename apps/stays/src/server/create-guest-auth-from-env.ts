import { createGuestAuth, type GuestAuth, isLocalOrigin } from '@gudbro/auth';
import type { Env } from '../env.ts';

export function createGuestAuthFromEnv(env: Env): GuestAuth {
  const { LEGACY_TOKEN_SECRET: secret, LEGACY_TOKEN_ACCEPT_UNTIL: acceptUntil } = env;
  const isInsecure = isLocalOrigin(env.STAYS_URL) || env.ALLOW_INSECURE_COOKIES !== undefined;
  return createGuestAuth({
    issuer: env.STAYS_URL,
    audience: 'gudbro-stays',
    keys: env.GUEST_TOKEN_KEYS,
    // The prefix makes the browser refuse a cookie that another host of the domain set.
    cookie: isInsecure ? { secure: false } : { name: '__Host-gudbro_guest', secure: true },
    ...(secret !== undefined && acceptUntil !== undefined ? { legacy: { secret, acceptUntil } } : {}),
  });
}
