import { expect, test } from 'vitest';
import { fastestPollingMs, nextPollingDelay, slowestPollingMs } from './polling-interval.ts';

test('the polling delay grows to its limit while nothing changes, and is the shortest again after a change', () => {
  const delays = [fastestPollingMs];
  for (let poll = 0; poll < 10; poll++) {
    delays.push(nextPollingDelay({ delayMs: delays.at(-1) ?? 0, hasChanged: false }));
  }
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays[1]).toBeGreaterThan(fastestPollingMs);
  expect(delays.at(-1)).toBe(slowestPollingMs);
  expect(nextPollingDelay({ delayMs: slowestPollingMs, hasChanged: true })).toBe(fastestPollingMs);
});
