import { expect, test } from 'vitest';
import { fastestPollingMs, nextPollingDelay, slowestPollingMs } from './polling-interval.ts';

test('the time between two polls grows to a limit while nothing happens, and is short again after a change', () => {
  const delays = [fastestPollingMs];
  for (let asked = 0; asked < 10; asked++) {
    delays.push(nextPollingDelay({ delayMs: delays.at(-1) ?? 0, hasChanged: false }));
  }
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays[1]).toBeGreaterThan(fastestPollingMs);
  expect(delays.at(-1)).toBe(slowestPollingMs);
  expect(nextPollingDelay({ delayMs: slowestPollingMs, hasChanged: true })).toBe(fastestPollingMs);
});
