import { base64url, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { TOKEN_TYPE } from './token-rules.ts';

export type TokenHeader =
  | { kind: 'current'; alg: string; kid: string }
  | { kind: 'legacy' }
  | { kind: 'refused'; reason: 'malformed' | 'wrong_type' };

// Strict: `crit`, `jwk`, `jku`, `x5u` and whatever comes next are refused, not ignored.
const currentHeaderSchema = z.strictObject({
  alg: z.string().max(16),
  kid: z.string().min(1).max(64),
  typ: z.literal(TOKEN_TYPE),
});
const legacyHeaderSchema = z.strictObject({ alg: z.literal('HS256') });

/** Reads an unproven header: only as far as needed to choose the key and the rules. */
export function readTokenHeader(token: string): TokenHeader {
  const header = isCompactToken(token) ? decodeHeader(token) : undefined;
  if (header === undefined) return { kind: 'refused', reason: 'malformed' };
  const current = currentHeaderSchema.safeParse(header);
  if (current.success) return { kind: 'current', alg: current.data.alg, kid: current.data.kid };
  if (legacyHeaderSchema.safeParse(header).success) return { kind: 'legacy' };
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
