import { expect, test } from 'vitest';
import { readNumberPattern } from './room-search.ts';

test.each([
  ['', null],
  ['203', '%203%'],
  ['SUN-203', '203%'],
  ['sun 203', '203%'],
  ['sun203', '203%'],
  ['SUN', '%'],
  ['BVA-1', '%BVA-1%'],
  ['50%', '%50\\%%'],
  ['a_b*', '%a\\_b_%'],
])('%j means the room numbers like %j', (text, pattern) => {
  expect(readNumberPattern(text, 'SUN')).toBe(pattern);
});
