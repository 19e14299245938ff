import type { CryptoKey } from 'jose';

/** The accepted algorithms. Each key is pinned to one of them. */
export type GuestAlgorithm = 'HS256' | 'EdDSA' | 'ES256';

export type FoundKey =
  | { ok: true; key: CryptoKey; alg: GuestAlgorithm }
  | { ok: false; reason: 'unknown_key' | 'algorithm' };

/** Finds the key a token names. The token's `alg` is only compared with the key's, never followed. */
export type KeySet = {
  find(kid: string, alg: string): Promise<FoundKey>;
  /** Imports or fetches the keys. Rejects with `GuestConfigError` or `KeysUnavailableError`. */
  ready(): Promise<void>;
};

/** A key that is imported at its first use, since creating the auth object is synchronous. */
export type LocalKey = { kid: string; alg: GuestAlgorithm; load: () => Promise<CryptoKey> };

/** The set of keys that are known from the start. */
export function createLocalKeySet(keys: readonly LocalKey[]): KeySet {
  const byKid = new Map(keys.map((key) => [key.kid, key]));
  return {
    async find(kid, alg) {
      const entry = byKid.get(kid);
      if (!entry) return { ok: false, reason: 'unknown_key' };
      if (entry.alg !== alg) return { ok: false, reason: 'algorithm' };
      return { ok: true, key: await entry.load(), alg: entry.alg };
    },
    async ready() {
      await Promise.all(keys.map((key) => key.load()));
    },
  };
}
