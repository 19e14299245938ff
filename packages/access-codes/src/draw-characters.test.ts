import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from './code-forms.ts';
import { drawCharacters, type FillRandom } from './draw-characters.ts';

/** By pure chance a fair draw exceeds this at 30 degrees of freedom less than once in 10^9 runs. */
const CHI_SQUARE_BOUND = 120;

const fillRandom: FillRandom = (bytes) => crypto.getRandomValues(bytes);

function countCharacters(text: string): number[] {
  return [...CODE_ALPHABET].map((character) => text.split(character).length - 1);
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('drawCharacters', () => {
  it('gives every character equally often when every random byte comes once', () => {
    let next = 0;
    const countUp: FillRandom = (bytes) => {
      bytes.forEach((_, index) => {
        bytes[index] = next++;
      });
    };

    // 248 of the 256 bytes point into the alphabet.
    expect(countCharacters(drawCharacters(248, countUp))).toEqual([...CODE_ALPHABET].map(() => 8));
  });

  it('is uniform over the alphabet at each of eight positions', () => {
    const codes = Array.from({ length: 200_000 }, () => drawCharacters(8, fillRandom));

    for (let position = 0; position < 8; position++) {
      const column = codes.map((code) => code[position]).join('');
      expect(column).toHaveLength(200_000);
      expect(chiSquare(countCharacters(column))).toBeLessThan(CHI_SQUARE_BOUND);
    }
  });

  it('is uniform in the distance between neighbouring characters', () => {
    const places = [...drawCharacters(12_000, fillRandom)].map((character) =>
      CODE_ALPHABET.indexOf(character),
    );
    const distances = places.slice(1).map((place, at) => (place - (places[at] ?? 0) + 31) % 31);
    const asText = distances.map((distance) => CODE_ALPHABET[distance]).join('');

    expect(chiSquare(countCharacters(asText))).toBeLessThan(CHI_SQUARE_BOUND);
  });

  it('would fail the uniformity tests if it took the remainder of a division instead', () => {
    const everyByte = Array.from({ length: 256 }, (_, byte) => CODE_ALPHABET[byte % 31]).join('');
    const biased = everyByte.repeat(Math.floor(200_000 / 256));

    expect(chiSquare(countCharacters(biased))).toBeGreaterThan(CHI_SQUARE_BOUND);
  });

  it('wipes the random bytes after use', () => {
    let lent = new Uint8Array();
    const fillAndRemember: FillRandom = (bytes) => {
      lent = crypto.getRandomValues(bytes);
    };

    drawCharacters(8, fillAndRemember);

    expect([...lent]).toEqual(Array.from({ length: 32 }, () => 0));
  });

  it.each([
    ['gives nothing', () => undefined],
    ['gives one byte over and over', (bytes: Uint8Array) => bytes.fill(7)],
    ['gives only what is thrown away', (bytes: Uint8Array) => bytes.fill(255)],
  ])('refuses a random source that %s', (_, broken) => {
    expect(() => drawCharacters(8, broken)).toThrow(expect.objectContaining({ code: 'broken_random' }));
  });
});
