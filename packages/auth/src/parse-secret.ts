import { GuestConfigError } from './guest-errors.ts';
import { MIN_SECRET_BYTES } from './token-rules.ts';

/**
 * The bytes of an HMAC secret. Refuses what is too short, and what is the text of a key: a public key
 * taken for a shared secret would let everybody who can read it sign.
 */
export function parseSecret(secret: string | Uint8Array, option: string): Uint8Array<ArrayBuffer> {
  // A copy: what happens to the caller's array later must not change the key.
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : Uint8Array.from(secret);
  if (looksLikeKeyText(new TextDecoder().decode(bytes))) {
    throw new GuestConfigError('key_as_secret', option, 'is the text of a key, not a shared secret');
  }
  if (bytes.length < MIN_SECRET_BYTES) {
    throw new GuestConfigError(
      'weak_secret',
      option,
      `has ${bytes.length} bytes, needs at least ${MIN_SECRET_BYTES}`,
    );
  }
  return bytes;
}

function looksLikeKeyText(text: string): boolean {
  return text.includes('-----BEGIN ') || (text.trimStart().startsWith('{') && text.includes('"kty"'));
}
