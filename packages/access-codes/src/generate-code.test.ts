import { describe, expect, expectTypeOf, it } from 'vitest';
import { AccessCodeError } from './access-code-error.ts';
import { CODE_ALPHABET, CODE_KINDS } from './code-forms.ts';
import type { FillRandom } from './draw-characters.ts';
import { generateCode, generateCodes } from './generate-code.ts';
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

const always = { has: () => true };

describe('generateCode', () => {
  it.each(CODE_KINDS)('makes only valid %s codes without L', (kind) => {
    for (const code of generateCodes(kind, 2000)) {
      expect(isCode(kind, code)).toBe(true);
      expect(code).not.toContain('L');
    }
  });

  it('uses the 31 characters of the alphabet and no others', () => {
    const used = new Set(generateCodes('access', 2000).join('').replaceAll('-', ''));

    expect([...used].sort()).toEqual([...CODE_ALPHABET].sort());
    expect(CODE_ALPHABET).toMatch(/^[A-Z2-9]{31}$/);
    expect(CODE_ALPHABET).not.toMatch(/[0O1IL]/);
  });

  it('takes its randomness from the given source alone', () => {
    expect(generateCode('room', { random: seedRandom(9) })).toBe(
      generateCode('room', { random: seedRandom(9) }),
    );
    expect(generateCode('room', { random: seedRandom(9) })).not.toBe(
      generateCode('room', { random: seedRandom(8) }),
    );
  });

  it('names the kind in the type', () => {
    expectTypeOf(generateCode('room')).toEqualTypeOf<`RM-${string}`>();
    expectTypeOf(generateCode('booking')).toEqualTypeOf<`BK-${string}`>();
    expectTypeOf(generateCodes('access', 1)).toEqualTypeOf<`${string}-${string}`[]>();
  });
});

describe('generateCodes', () => {
  it('makes as many codes as asked, no two alike', () => {
    const codes = generateCodes('booking', 100_000);

    expect(new Set(codes).size).toBe(100_000);
    expect(generateCodes('room', 0)).toEqual([]);
  });

  it('does not give a code a second time when the random source repeats itself', () => {
    const random = seedRandom(5);
    let calls = 0;
    const repeatOnce: FillRandom = (bytes) => (++calls === 2 ? seedRandom(5)(bytes) : random(bytes));

    const codes = generateCodes('room', 50, { random: repeatOnce });

    expect(new Set(codes).size).toBe(50);
  });

  it('leaves out the codes that are taken', () => {
    const taken = new Set<string>(generateCodes('room', 20, { random: seedRandom(3) }));

    const codes = generateCodes('room', 20, { random: seedRandom(3), taken });

    expect(codes).toHaveLength(20);
    expect(codes.filter((code) => taken.has(code))).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN, 1_000_001])('refuses a batch of %s', (count) => {
    expect(() => generateCodes('room', count)).toThrow(expect.objectContaining({ code: 'invalid_count' }));
  });

  it('gives up with a typed error when every code is taken', () => {
    expect(() => generateCodes('room', 1, { taken: always })).toThrow(AccessCodeError);
    expect(() => generateCodes('room', 1, { taken: always })).toThrow(
      expect.objectContaining({ code: 'no_fresh_code' }),
    );
  });
});
