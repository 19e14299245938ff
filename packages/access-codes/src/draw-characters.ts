import { AccessCodeError } from './access-code-error.ts';
import { CODE_ALPHABET } from './code-forms.ts';

/**
 * Fills the array with cryptographic random bytes, as `crypto.getRandomValues` does. Called with 32 bytes at a time.
 *
 * @example
 * const random: FillRandom = (bytes) => crypto.getRandomValues(bytes);
 */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => unknown;

const BYTES_AT_A_TIME = 32;

/**
 * Draws `length` characters of the alphabet. Five bits of each byte number 32 places, and the alphabet fills 31 of
 * them: a byte that points at the last one is thrown away. So every character is equally likely, which the
 * remainder of a division would not give.
 */
export function drawCharacters(length: number, fillRandom: FillRandom): string {
  let characters = '';
  while (characters.length < length) {
    const bytes = new Uint8Array(BYTES_AT_A_TIME);
    fillRandom(bytes);
    const places = bytes.map((byte) => byte >> 3);
    bytes.fill(0);
    // Nothing, or the same over and over: by chance once in 2^155 draws.
    if (places.every((place) => place === places[0])) throw new AccessCodeError('broken_random');
    for (const place of places) characters += CODE_ALPHABET.charAt(place);
  }
  return characters.slice(0, length);
}
