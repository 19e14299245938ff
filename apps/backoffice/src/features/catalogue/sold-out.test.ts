import { expect, test } from 'vitest';
import { isSoldOutAt } from './sold-out.ts';

const now = new Date('2026-11-27T10:00:00Z');

test.each([
  [false, null, false],
  [true, null, true],
  [true, '2026-11-27T10:00:01+00:00', true],
  [true, '2026-11-27T10:00:00+00:00', false],
])('sold out: %s, until %s', (isSoldOut, soldOutUntil, expected) => {
  expect(isSoldOutAt({ isSoldOut, soldOutUntil }, now)).toBe(expected);
});
