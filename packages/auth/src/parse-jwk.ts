import { type CryptoKey, importJWK } from 'jose';
import type { GuestJwk, PublicGuestJwk } from './guest-auth-options.ts';
import { GuestConfigError } from './guest-errors.ts';
import { loadOnce } from './load-once.ts';
import { isObject, isString } from './value-guards.ts';

export type ParsedJwk = { publicJwk: PublicGuestJwk; privateScalar: string | undefined };

/** Splits a JWK into its public half, with our `kid`, and its private scalar if it has one. */
export function parseJwk(jwk: GuestJwk, kid: string, option: string): ParsedJwk {
  const publicJwk = readPublicHalf(jwk, kid);
  if (!publicJwk) {
    const problem = 'is neither an Ed25519 nor a P-256 key for signatures, as a JWK';
    throw new GuestConfigError('invalid_key', option, problem);
  }
  if (jwk.kid !== undefined && jwk.kid !== kid) {
    throw new GuestConfigError('invalid_key', option, 'has another kid');
  }
  return { publicJwk, privateScalar: jwk.d };
}

function readPublicHalf(jwk: GuestJwk, kid: string): PublicGuestJwk | undefined {
  if (!isObject(jwk)) return undefined;
  const { kty, crv, x, y, d, alg, use } = jwk;
  const isForSignatures = use === undefined || use === 'sig';
  if (!isForSignatures || !isCoordinate(x) || !(d === undefined || isCoordinate(d))) return undefined;
  if (kty === 'OKP' && crv === 'Ed25519' && (alg === undefined || alg === 'EdDSA' || alg === 'Ed25519')) {
    return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
  }
  if (kty === 'EC' && crv === 'P-256' && isCoordinate(y) && (alg === undefined || alg === 'ES256')) {
    return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  }
  return undefined;
}

// 32 bytes in base64url: every coordinate of both curves.
function isCoordinate(value: unknown): value is string {
  return isString(value) && /^[A-Za-z0-9_-]{43}$/.test(value);
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
