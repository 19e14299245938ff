import type { CryptoKey } from 'jose';
import type { JwksResolver } from './guest-auth-options.ts';
import { GuestConfigError, KeysUnavailableError } from './guest-errors.ts';
import type { KeySet } from './key-set.ts';

// jose's codes for a set that was read and has no such key. Compared by code, since the app's jose may be another copy.
const UNKNOWN_KEY_CODES = new Set(['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS']);

const ALGORITHM_NAMES = { EdDSA: 'Ed25519', ES256: 'ECDSA' };

/** The set of keys that the issuer publishes: asymmetric ones only. */
export function createRemoteKeySet(resolve: JwksResolver): KeySet {
  return {
    async find(kid, alg) {
      if (alg !== 'EdDSA' && alg !== 'ES256') return { ok: false, reason: 'algorithm' };
      const found = await resolveKey(resolve, { kid, alg });
      return found.ok ? { ok: true, key: assertPublicKey(found.key, alg), alg } : found;
    },
    async ready() {
      // No key has this name. When the resolver says so, the key set was read.
      await resolveKey(resolve, { kid: 'ready', alg: 'EdDSA' });
    },
  };
}

type ResolvedKey = { ok: true; key: object } | { ok: false; reason: 'unknown_key' };

/** The key of that name, or that the set was read and has none. */
async function resolveKey(resolve: JwksResolver, header: Parameters<JwksResolver>[0]): Promise<ResolvedKey> {
  try {
    return { ok: true, key: await resolve(header) };
  } catch (cause) {
    if (isUnknownKey(cause)) return { ok: false, reason: 'unknown_key' };
    throw new KeysUnavailableError(cause);
  }
}

function isUnknownKey(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    UNKNOWN_KEY_CODES.has(cause.code)
  );
}

function assertPublicKey(key: object, alg: 'EdDSA' | 'ES256'): CryptoKey {
  if (!isPublicKey(key) || key.algorithm.name !== ALGORITHM_NAMES[alg]) {
    throw new GuestConfigError('invalid_key', 'jwks', `the resolver returned no public key for ${alg}`);
  }
  return key;
}

function isPublicKey(key: object): key is CryptoKey {
  return key instanceof CryptoKey && key.type === 'public';
}
