// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadInTime } from './load-in-time';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const never = () => new Promise<string>(() => undefined);
const afterMs = (ms: number) => () =>
  new Promise<string>((resolve) => window.setTimeout(() => resolve('sheet'), ms));

test.each([
  ['arrives at once', afterMs(0), { part: 'sheet' }],
  ['arrives just in time', afterMs(2_999), { part: 'sheet' }],
  ['arrives later', afterMs(3_001), { part: null, reason: 'late' }],
  ['never arrives', never, { part: null, reason: 'late' }],
  ['fails', () => Promise.reject(new Error('500')), { part: null, reason: 'failed' }],
])('a script that %s', async (_name, load, expected) => {
  const outcome = loadInTime(load, performance.now());
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await outcome).toEqual(expected);
});

test('a tap from before this script was loaded is counted from the tap', async () => {
  const tappedAt = performance.now();
  await vi.advanceTimersByTimeAsync(2_500);
  const outcome = loadInTime(never, tappedAt);
  await vi.advanceTimersByTimeAsync(500);
  expect(await outcome).toEqual({ part: null, reason: 'late' });
});

test('leaves no timer behind', async () => {
  await loadInTime(async () => 'sheet', performance.now());
  expect(vi.getTimerCount()).toBe(0);
});
