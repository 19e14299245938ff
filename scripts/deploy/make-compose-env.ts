import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { makeVapidKeyPair } from '../../apps/jobs/src/push/vapid-keys.ts';

/** Makes new values for the variables of .env.example that are secrets. */
export async function makeComposeSecrets(now: Date): Promise<Record<string, string>> {
  const jwtSecret = randomBytes(32).toString('hex');
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const push = makeVapidKeyPair();
  const key = { kid: now.toISOString().slice(0, 7), alg: 'EdDSA', jwk };
  return {
    POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
    SUPABASE_JWT_SECRET: jwtSecret,
    SUPABASE_PUBLISHABLE_KEY: await signRoleKey({ jwtSecret, role: 'anon' }),
    SUPABASE_SERVICE_KEY: await signRoleKey({ jwtSecret, role: 'service_role' }),
    SUPABASE_GUEST_KEY: await signRoleKey({ jwtSecret, role: 'guest_api' }),
    SUPABASE_BACKOFFICE_KEY: await signRoleKey({ jwtSecret, role: 'backoffice_api' }),
    SUPABASE_JOBS_KEY: await signRoleKey({ jwtSecret, role: 'jobs_api' }),
    GUEST_TOKEN_KEYS: JSON.stringify([key]),
    VAPID_PUBLIC_KEY: push.publicKey,
    VAPID_PRIVATE_KEY: push.privateKey,
    CLIENT_SALT: randomBytes(32).toString('hex'),
    DOCUMENT_KEYS: makeMasterKey(now),
  };
}

/** The key that wraps those of guests' documents, named by its month. */
export function makeMasterKey(now: Date): string {
  return `${now.toISOString().slice(0, 7)}:${randomBytes(32).toString('base64url')}`;
}

/** Fills the empty variables of the example. The values are in single quotes, so that compose replaces nothing in them. */
export function fillEnvExample(example: string, values: Record<string, string>): string {
  return example.replace(/^(\w+)=$/gm, (line, name: string) =>
    values[name] === undefined ? line : `${line}'${values[name]}'`,
  );
}
