import type { CryptoKey } from 'jose';

/** The only algorithms there are. Each key is pinned to one of them. */
export type GuestAlgorithm = 'HS256' | 'EdDSA' | 'ES256';

export type FoundKey =
  | { ok: true; key: CryptoKey; alg: GuestAlgorithm }
  | { ok: false; reason: 'unknown_key' | 'algorithm' };

/** Finds the key a token names. The token's `alg` is only compared with the key's, never followed. */
export type KeyRing = {
  find(kid: string, alg: string): Promise<FoundKey>;
  /** Imports or fetches the keys. Rejects with `GuestConfigError` or `KeysUnavailableError`. */
  ready(): Promise<void>;
};

/** A key whose import is put off to its first use, since creating the auth object is synchronous. */
export type RingKey = { kid: string; alg: GuestAlgorithm; load: () => Promise<CryptoKey> };

/** The ring of keys that are known from the start. */
export function createLocalKeyRing(keys: readonly RingKey[]): KeyRing {
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
