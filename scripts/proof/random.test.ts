import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('the same seed gives the same numbers, another one others', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, createRandom(seed).next);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('numbers are spread over the range', () => {
  const { below, isWithin } = createRandom(1);
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < 4000; draw += 1) {
    const value = below(4);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  for (const count of counts) {
    expect(count).toBeGreaterThan(850);
  }
  expect(isWithin(0)).toBe(false);
  expect(isWithin(1)).toBe(true);
});

test('picks one of the values, and nothing from nothing', () => {
  const { pick } = createRandom(1);
  expect(['a', 'b']).toContain(pick(['a', 'b']));
  expect(() => pick([])).toThrow('nothing to pick');
});
