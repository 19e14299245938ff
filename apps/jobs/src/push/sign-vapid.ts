import { importJWK, SignJWT } from 'jose';
import type { VapidKeys } from './vapid-keys.ts';

/** Push services refuse a token that lives longer than a day. */
const lifetimeSeconds = 12 * 3600;

/** Makes what signs requests to a push service: the value of `Authorization` for an address there (RFC 8292). */
export function createVapidSigner({ publicKey, privateKey, subject }: VapidKeys, clock: () => number) {
  const point = Buffer.from(publicKey, 'base64url');
  const key = importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: privateKey,
    },
    'ES256',
  );
  return async (endpoint: string): Promise<string> => {
    const token = await new SignJWT()
      .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
      .setAudience(new URL(endpoint).origin)
      .setSubject(subject)
      .setExpirationTime(Math.floor(clock() / 1000) + lifetimeSeconds)
      .sign(await key);
    return `vapid t=${token}, k=${publicKey}`;
  };
}
