import { base64url, decodeProtectedHeader } from 'jose';
import { readExactly } from './read-exactly.ts';
import { TOKEN_TYPE } from './token-rules.ts';
import { isOneOf, isString } from './value-guards.ts';

export type TokenHeader =
  | { kind: 'current'; alg: string; kid: string }
  | { kind: 'legacy' }
  | { kind: 'refused'; reason: 'malformed' | 'wrong_type' };

/** Reads the header before the signature is verified: only what is needed to choose the key and the rules. */
export function readTokenHeader(token: string): TokenHeader {
  const header = isCompactToken(token) ? decodeHeader(token) : undefined;
  if (header === undefined) return { kind: 'refused', reason: 'malformed' };
  const current = readCurrentHeader(header);
  if (current) return { kind: 'current', alg: current.alg, kid: current.kid };
  if (readLegacyHeader(header)) return { kind: 'legacy' };
  return { kind: 'refused', reason: 'wrong_type' };
}

function isCompactToken(token: string): boolean {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return false;
  return isCanonical(token.slice(token.lastIndexOf('.') + 1));
}

// The last character of base64url has spare bits. One spelling counts, so that no token has a twin.
function isCanonical(segment: string): boolean {
  try {
    return base64url.encode(base64url.decode(segment)) === segment;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function decodeHeader(token: string): object | undefined {
  try {
    return decodeProtectedHeader(token);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The header of a token of this system: `crit`, `jwk`, `jku`, `x5u` and whatever comes next are refused, not ignored. */
export function readCurrentHeader(value: unknown) {
  const isAlg = (alg: unknown): alg is string => isString(alg) && alg.length <= 16;
  const isKid = (kid: unknown): kid is string => isString(kid) && kid !== '' && kid.length <= 64;
  return readExactly(value, { alg: isAlg, kid: isKid, typ: isOneOf(TOKEN_TYPE) });
}

/** The header of a token of the earlier system. */
export function readLegacyHeader(value: unknown) {
  return readExactly(value, { alg: isOneOf('HS256') });
}
