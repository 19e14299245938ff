// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadPatiently } from './load-patiently';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a part of the script that cannot be fetched is tried again until it is there', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('line')).mockRejectedValueOnce(new Error('line'));
  const loading = loadPatiently(load.mockResolvedValue('part'));
  await vi.runAllTimersAsync();
  expect(await loading).toBe('part');
  expect(load).toHaveBeenCalledTimes(3);
});

test('a part of the script is tried again at once when the connection is back', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('line')).mockResolvedValue('part');
  const loading = loadPatiently(load);
  await vi.advanceTimersByTimeAsync(0);
  window.dispatchEvent(new Event('online'));
  expect(await loading).toBe('part');
  expect(vi.getTimerCount()).toBe(0);
});
