import { expect, test } from 'vitest';
import { isStorable } from './is-storable.ts';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

test.each([
  ['a text', 'Nguyễn 🏖', true],
  ['a NUL', 'a\u0000', false],
  ['half a character', 'a\ud83c', false],
  ['a NUL in the name of a field', { 'a\u0000': 1 }, false],
  ['half a character, far in', { a: [{ b: '\udf16' }] }, false],
  ['no text at all', [1, true, null, undefined], true],
  ['lists in lists', nested(32), true],
  ['lists in lists, deeper than anybody asks', nested(33), false],
  ['lists in lists, deeper than a stack', nested(30_000), false],
])('%s', (_, value, isKept) => {
  expect(isStorable(value)).toBe(isKept);
});
