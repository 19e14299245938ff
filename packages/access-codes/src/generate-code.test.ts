import { describe, expect, expectTypeOf, it } from 'vitest';
import { CODE_ALPHABET, CODE_KINDS } from './code-forms.ts';
import type { FillRandom } from './draw-characters.ts';
import { generateCode } from './generate-code.ts';
import { isCode } from './is-code.ts';

/** A small xorshift generator: repeatable, which is all the tests need of it. */
function seedRandom(seed: number): FillRandom {
  let state = seed;
  return (bytes) =>
    bytes.forEach((_, index) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      bytes[index] = state >>> 8;
    });
}

describe('generateCode', () => {
  it.each(CODE_KINDS)('makes only valid %s codes without L', (kind) => {
    for (let count = 0; count < 2000; count++) {
      const code = generateCode(kind);
      expect(isCode(kind, code)).toBe(true);
      expect(code).not.toContain('L');
    }
  });

  it('uses the 31 characters of the alphabet and no others', () => {
    const codes = Array.from({ length: 2000 }, () => generateCode('access'));
    const used = new Set(codes.join('').replaceAll('-', ''));

    expect([...used].sort()).toEqual([...CODE_ALPHABET].sort());
    expect(CODE_ALPHABET).toMatch(/^[A-Z2-9]{31}$/);
    expect(CODE_ALPHABET).not.toMatch(/[0O1IL]/);
  });

  it('makes no room code twice in 100,000', () => {
    const codes = Array.from({ length: 100_000 }, () => generateCode('room'));

    // Of 31^8 codes; two alike come once in 170 runs of this test, three pairs never.
    expect(new Set(codes).size).toBeGreaterThan(99_997);
  });

  it('takes its randomness from the given source alone', () => {
    expect(generateCode('room', { random: seedRandom(9) })).toBe(
      generateCode('room', { random: seedRandom(9) }),
    );
    expect(generateCode('room', { random: seedRandom(9) })).not.toBe(
      generateCode('room', { random: seedRandom(8) }),
    );
  });

  it('names the kind of the code in its type', () => {
    expectTypeOf(generateCode('room')).toEqualTypeOf<`RM-${string}`>();
    expectTypeOf(generateCode('booking')).toEqualTypeOf<`BK-${string}`>();
    expectTypeOf(generateCode('access')).toEqualTypeOf<`${string}-${string}`>();
  });
});
