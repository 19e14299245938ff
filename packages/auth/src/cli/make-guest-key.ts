import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { GuestKey } from '../guest-auth-options.ts';

/** A new key for `createGuestAuth`, with its private half: an Ed25519 pair, or a shared secret of 32 bytes. */
export function makeGuestKey(kid: string, alg: 'EdDSA' | 'HS256'): GuestKey {
  if (alg === 'HS256') return { kid, alg, secret: randomBytes(32).toString('base64url') };
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  // Node gives these four members for every Ed25519 pair.
  return { kid, alg, jwk: { kty, crv, x, d } as { kty: string; crv: string; x: string; d: string } };
}
