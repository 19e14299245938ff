import type { AsymmetricKey, GuestJwk, GuestKey, HmacKey, PublicGuestJwk } from './guest-auth-options.ts';
import { GuestConfigError } from './guest-errors.ts';
import type { LocalKey } from './key-set.ts';
import { loadOnce } from './load-once.ts';
import { loadJwk, parseJwk } from './parse-jwk.ts';
import { parseSecret } from './parse-secret.ts';
import { isVisibleAscii } from './value-guards.ts';

/** One key, ready to verify and, where it can, to sign. */
export type ParsedKey = {
  verifying: LocalKey;
  signing: LocalKey | null;
  publicJwk: PublicGuestJwk | null;
};

const isKid = isVisibleAscii(64);

/** Checks the keys; they are imported at their first use. Throws `GuestConfigError` with the key's place. */
export function parseGuestKeys(keys: readonly GuestKey[]): [ParsedKey, ...ParsedKey[]] {
  if (!Array.isArray(keys)) throw new GuestConfigError('invalid_option', 'keys', 'must be a list');
  const [first, ...rest] = keys.map((key, index) => parseGuestKey(key, `keys[${index}]`));
  if (!first) throw new GuestConfigError('invalid_option', 'keys', 'needs at least one key');
  const parsed: [ParsedKey, ...ParsedKey[]] = [first, ...rest];
  refuseRepeatedKids(parsed.map((key) => key.verifying));
  return parsed;
}

/** Checks a published key set, which may hold public halves only. */
export function parseJwks(keys: readonly GuestJwk[]): LocalKey[] {
  const parsed = keys.map((jwk, index) => {
    const option = `jwks.keys[${index}]`;
    const kid = parseKid(jwk.kid, option);
    const { publicJwk, privateScalar } = parseJwk(jwk, kid, option);
    if (privateScalar !== undefined) {
      throw new GuestConfigError('invalid_key', option, 'holds a private key; a verifier needs public ones');
    }
    return { kid, alg: publicJwk.alg, load: loadJwk(publicJwk, option) };
  });
  refuseRepeatedKids(parsed);
  return parsed;
}

function parseGuestKey(key: GuestKey, option: string): ParsedKey {
  if (typeof key !== 'object' || key === null) {
    throw new GuestConfigError('invalid_option', option, 'must be an object');
  }
  const kid = parseKid(key.kid, option);
  if ('secret' in key && !('jwk' in key)) return parseHmacKey(key, kid, option);
  if ('jwk' in key && !('secret' in key)) return parseKeyPair(key, kid, option);
  throw new GuestConfigError('invalid_option', option, 'needs either a secret or a jwk');
}

function parseHmacKey(key: HmacKey, kid: string, option: string): ParsedKey {
  if (key.alg !== undefined && key.alg !== 'HS256') {
    throw new GuestConfigError('invalid_option', `${option}.alg`, 'must be HS256 for a secret');
  }
  const localKey = createHmacKey(key.secret, kid, `${option}.secret`);
  return { verifying: localKey, signing: localKey, publicJwk: null };
}

/** A shared secret as a key for HS256 and nothing else. */
export function createHmacKey(secret: string | Uint8Array, kid: string, option: string): LocalKey {
  if (typeof secret !== 'string' && !(secret instanceof Uint8Array)) {
    throw new GuestConfigError('invalid_option', option, 'must be a string or bytes');
  }
  const bytes = parseSecret(secret, option);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const load = () => crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
  return { kid, alg: 'HS256', load: loadOnce(load) };
}

function parseKeyPair(key: AsymmetricKey, kid: string, option: string): ParsedKey {
  const { publicJwk, privateScalar } = parseJwk(key.jwk, kid, `${option}.jwk`);
  if (key.alg !== publicJwk.alg) {
    throw new GuestConfigError('invalid_option', `${option}.alg`, `must be ${publicJwk.alg} for this key`);
  }
  const load = (jwk: PublicGuestJwk & { d?: string }) => loadJwk(jwk, `${option}.jwk`);
  const verifying = { kid, alg: key.alg, load: load(publicJwk) };
  if (privateScalar === undefined) return { verifying, signing: null, publicJwk };
  return { verifying, signing: { ...verifying, load: load({ ...publicJwk, d: privateScalar }) }, publicJwk };
}

function parseKid(kid: unknown, option: string): string {
  if (isKid(kid)) return kid;
  throw new GuestConfigError('invalid_option', `${option}.kid`, 'must be 1 to 64 visible ASCII characters');
}

function refuseRepeatedKids(keys: readonly LocalKey[]): void {
  const seen = new Set<string>();
  for (const { kid } of keys) {
    if (seen.has(kid)) throw new GuestConfigError('duplicate_kid', 'keys', `"${kid}" is there twice`);
    seen.add(kid);
  }
}
