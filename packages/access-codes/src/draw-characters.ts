import { AccessCodeError } from './access-code-error.ts';
import { CODE_ALPHABET } from './code-forms.ts';

/**
 * Fills the array with cryptographic random bytes, as `crypto.getRandomValues` does.
 * Called with at most 16,384 bytes at a time.
 */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => unknown;

/** Gives the next `length` random characters of the alphabet. */
export type DrawCharacters = (length: number) => string;

/**
 * Gives characters from a supply of its own, which it refills from `byteCount` random bytes at a time. One draw
 * takes at most what one refill keeps, about 94 in 100 of them.
 */
export function createDraw(fillRandom: FillRandom, byteCount: number): DrawCharacters {
  let supply = '';
  let used = 0;
  return (length) => {
    // What is left over is dropped, for a string joined from two would be slow to read from.
    while (used + length > supply.length) {
      supply = pickCharacters(fillRandom, byteCount);
      used = 0;
    }
    used += length;
    return supply.slice(used - length, used);
  };
}

/** Two characters for each number of ten bits, as two bytes; 0 where either five bits point past the alphabet. */
function tabulatePairs(): Uint16Array {
  const letters = new TextEncoder().encode(CODE_ALPHABET);
  return Uint16Array.from({ length: 1024 }, (_, ten) => {
    const first = letters[ten & 31];
    const second = letters[ten >> 5];
    return first && second ? first | (second << 8) : 0;
  });
}

let pairs: Uint16Array | undefined;

/**
 * Five bits number 32 places and the alphabet fills 31 of them: what points at the last one is thrown away. So
 * every character is equally likely, which a remainder of division would not give. Two at a time, for speed.
 */
function pickCharacters(fillRandom: FillRandom, byteCount: number): string {
  const bytes = new Uint8Array(byteCount);
  fillRandom(bytes);
  pairs ??= tabulatePairs();
  const words = new Uint16Array(bytes.buffer);
  let kept = 0;
  // Counted, and without a branch on the random value: three times as fast as the plainer loop.
  for (let at = 0; at < words.length; at++) {
    const pair = pairs[(words[at] ?? 0) & 1023] ?? 0;
    words[kept] = pair;
    kept += pair ? 1 : 0;
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 2 * kept));
  bytes.fill(0);
  // Nothing, or the same over and over: by chance less often than once in 2^100 refills.
  if (/^(.{0,2})\1*$/.test(text)) throw new AccessCodeError('broken_random');
  return text;
}

/** The process's own supply. Filled on the first draw: some edge runtimes forbid randomness at import. */
export const drawFromPool: DrawCharacters = /* @__PURE__ */ createDraw(
  (bytes) => crypto.getRandomValues(bytes),
  16_384,
);
