import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { GuestJwk, PublicGuestJwk } from './guest-auth-options.ts';
import { GuestConfigError } from './guest-errors.ts';
import { loadOnce } from './load-once.ts';

// 32 bytes in base64url: every coordinate of both curves.
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const use = z.literal('sig').optional();

const jwkSchema = z.union([
  z.object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: coordinate,
    d: coordinate.optional(),
    alg: z.enum(['EdDSA', 'Ed25519']).optional(),
    use,
  }),
  z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    d: coordinate.optional(),
    alg: z.literal('ES256').optional(),
    use,
  }),
]);

export type ParsedJwk = { publicJwk: PublicGuestJwk; privateScalar: string | undefined };

/** Splits a JWK into its public half, with our `kid`, and its private scalar if it has one. */
export function parseJwk(jwk: GuestJwk, kid: string, option: string): ParsedJwk {
  const parsed = jwkSchema.safeParse(jwk);
  if (!parsed.success || (jwk.kid !== undefined && jwk.kid !== kid)) {
    const problem = parsed.success
      ? 'has another kid'
      : 'is neither an Ed25519 nor a P-256 key for signatures, as a JWK';
    throw new GuestConfigError('invalid_key', option, problem);
  }
  const { d: privateScalar, alg: _alg, use: _use, ...half } = parsed.data;
  const alg = half.kty === 'OKP' ? 'EdDSA' : 'ES256';
  return { publicJwk: { ...half, kid, alg, use: 'sig' }, privateScalar };
}

/** Imports one half of a key, once, at its first use. */
export function loadJwk(jwk: PublicGuestJwk & { d?: string }, option: string): () => Promise<CryptoKey> {
  return loadOnce(async () => {
    try {
      return await importJWK(jwk, jwk.alg);
    } catch (cause) {
      throw new GuestConfigError('invalid_key', option, 'could not be imported', { cause });
    }
  });
}
