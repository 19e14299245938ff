import { expect, test } from 'vitest';
import { roundWait } from './round-wait.ts';

test.each([
  [0, 'seconds', 1],
  [42, 'seconds', 42],
  [60, 'minutes', 1],
  [61, 'minutes', 2],
  [3599, 'hours', 1],
  [86_400, 'hours', 24],
] as const)('%d seconds are never announced as less', (seconds, unit, count) => {
  expect(roundWait(seconds)).toEqual({ unit, count });
});
