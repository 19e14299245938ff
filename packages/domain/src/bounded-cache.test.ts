import { expect, test } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

/** Returns how often each key was made. */
function countMade(limit: number) {
  const cache = new BoundedCache<string>(limit);
  const made: string[] = [];
  const get = (key: string) =>
    cache.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  return { get, made };
}

test('a value is made once', () => {
  const { get, made } = countMade(2);
  expect([get('a'), get('b'), get('a'), get('b')]).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
});

test('a full cache forgets all values before it takes another, so it never holds more than its limit', () => {
  const { get, made } = countMade(2);
  for (const key of ['a', 'b', 'c', 'a', 'c']) {
    get(key);
  }
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
