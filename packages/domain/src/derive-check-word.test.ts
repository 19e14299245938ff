import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveCheckWord } from './derive-check-word.ts';

const anyCode = fc.stringMatching(/^RM-[A-HJ-NP-Z2-9]{8}$/);

test('a code has one word, short and in capitals that every keyboard has', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(deriveCheckWord(code)).toMatch(/^[A-Z]{3,9}$/);
      expect(deriveCheckWord(code)).toBe(deriveCheckWord(code));
    }),
  );
});

test('the word of a printed code never changes: paper hangs for years', () => {
  expect(['RM-SUNSET22', 'RM-AAAAAAAA', 'RM-ZZZZ9999'].map(deriveCheckWord)).toMatchInlineSnapshot(`
    [
      "PASTA",
      "BANANA",
      "KEBAB",
    ]
  `);
});

test('the codes of neighbouring rooms mostly have different words', () => {
  const codes = fc.sample(anyCode, { numRuns: 2000, seed: 1 });
  const counts = new Map<string, number>();
  for (const code of codes) {
    counts.set(deriveCheckWord(code), (counts.get(deriveCheckWord(code)) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(100);
  expect(Math.max(...counts.values())).toBeLessThan(60);
});
