import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastWithPaper, isColour, readableOnPaper } from './colours.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever colour is chosen, text in it has a contrast of 4.5 with the paper', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(contrastWithPaper(readableOnPaper(colour))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that is dark enough stays as it is', () => {
  expect(readableOnPaper('#1a6b5f')).toBe('#1a6b5f');
  expect(contrastWithPaper('#000000')).toBeCloseTo(21);
  expect(contrastWithPaper('#ffffff')).toBeCloseTo(1);
});

test.each(['red', '#fff', '#12345', '1a6b5f', '#1a6b5f;'])('%s is no colour', (text) => {
  expect(isColour(text)).toBe(false);
});
