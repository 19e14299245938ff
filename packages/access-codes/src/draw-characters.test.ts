import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from './code-forms.ts';
import { createDraw, drawFromPool, type FillRandom } from './draw-characters.ts';

/** By pure chance a fair draw exceeds this at 30 degrees of freedom less than once in 10^9 runs. */
const CHI_SQUARE_BOUND = 120;

function countCharacters(text: string): number[] {
  return [...CODE_ALPHABET].map((character) => text.split(character).length - 1);
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('drawing characters', () => {
  it('gives every character equally often when every random number comes once', () => {
    const fillWithAll: FillRandom = (bytes) => {
      new Uint16Array(bytes.buffer).forEach((_, index, words) => {
        words[index] = index;
      });
    };
    const kept = 65_536 * (961 / 1024) * 2;

    const counts = countCharacters(createDraw(fillWithAll, 131_072)(kept));

    expect(counts).toEqual(CODE_ALPHABET.split('').map(() => kept / 31));
  });

  it('is uniform over the alphabet at each of eight positions', () => {
    const codes = Array.from({ length: 200_000 }, () => drawFromPool(8));

    for (let position = 0; position < 8; position++) {
      const column = codes.map((code) => code[position]).join('');
      expect(column).toHaveLength(200_000);
      expect(chiSquare(countCharacters(column))).toBeLessThan(CHI_SQUARE_BOUND);
    }
  });

  it('is uniform in the distance between neighbours', () => {
    const places = [...drawFromPool(12_000)].map((character) => CODE_ALPHABET.indexOf(character));
    const distances = places.slice(1).map((place, at) => (place - (places[at] ?? 0) + 31) % 31);
    const asText = distances.map((distance) => CODE_ALPHABET[distance]).join('');

    expect(chiSquare(countCharacters(asText))).toBeLessThan(CHI_SQUARE_BOUND);
  });

  it('would be caught if it took the remainder of a division instead', () => {
    const everyByte = Array.from({ length: 256 }, (_, byte) => CODE_ALPHABET[byte % 31]).join('');
    const biased = everyByte.repeat(Math.floor(200_000 / 256));

    expect(chiSquare(countCharacters(biased))).toBeGreaterThan(CHI_SQUARE_BOUND);
  });

  it('wipes the random bytes after use', () => {
    let lent = new Uint8Array();
    const fillAndKeep: FillRandom = (bytes) => {
      lent = crypto.getRandomValues(bytes);
    };

    createDraw(fillAndKeep, 64)(8);

    expect([...lent]).toEqual(Array.from({ length: 64 }, () => 0));
  });

  it.each([
    ['gives nothing', () => undefined],
    ['gives one byte over and over', (bytes: Uint8Array) => bytes.fill(7)],
    ['gives only what is thrown away', (bytes: Uint8Array) => bytes.fill(255)],
  ])('refuses a random source that %s', (_, fillRandom) => {
    expect(() => createDraw(fillRandom, 64)(8)).toThrow(expect.objectContaining({ code: 'broken_random' }));
  });
});
