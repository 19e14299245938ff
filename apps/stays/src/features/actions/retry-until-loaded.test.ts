// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryUntilLoaded } from './retry-until-loaded';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('retries a chunk that fails to load until it is loaded', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('offline'))
    .mockRejectedValueOnce(new Error('offline'));
  const loading = retryUntilLoaded(load.mockResolvedValue('chunk'));
  await vi.runAllTimersAsync();
  expect(await loading).toBe('chunk');
  expect(load).toHaveBeenCalledTimes(3);
});

test('retries a chunk as soon as the browser is online, without waiting for the timer', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('chunk');
  const loading = retryUntilLoaded(load);
  await vi.advanceTimersByTimeAsync(0);
  window.dispatchEvent(new Event('online'));
  expect(await loading).toBe('chunk');
  expect(vi.getTimerCount()).toBe(0);
});
