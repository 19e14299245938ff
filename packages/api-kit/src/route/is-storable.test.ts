import { expect, test } from 'vitest';
import { isStorable } from './is-storable.ts';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

test.each([
  ['a text', 'Nguyễn 🏖', true],
  ['a NUL', 'a\u0000', false],
  ['half a surrogate pair', 'a\ud83c', false],
  ['a NUL in the name of a field', { 'a\u0000': 1 }, false],
  ['half a surrogate pair in a nested value', { a: [{ b: '\udf16' }] }, false],
  ['values without text', [1, true, null, undefined], true],
  ['lists nested as deep as allowed', nested(32), true],
  ['lists nested one level too deep', nested(33), false],
  ['lists nested deeper than the call stack', nested(30_000), false],
])('isStorable decides on %s', (_, value, expected) => {
  expect(isStorable(value)).toBe(expected);
});
