import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchRecovery } from './watch-recovery';

const answers = (...outcomes: (number | 'unreachable')[]) => {
  const fetched = vi.fn(async () => {
    const outcome = outcomes.shift() ?? 200;
    if (outcome === 'unreachable') throw new TypeError('Failed to fetch');
    return new Response(null, { status: outcome });
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that fails is asked for until it is there, and shown once', async () => {
  const fetched = answers(503, 'unreachable', 503, 200);
  const onBack = vi.fn();
  watchRecovery('/p/house/orders', onBack);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(fetched).toHaveBeenCalledTimes(3);
  expect(onBack).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetched).toHaveBeenCalledTimes(4);
  expect(onBack).toHaveBeenCalledTimes(1);
});

test('nothing is asked for once the page was left', async () => {
  const fetched = answers(503, 200);
  const onBack = vi.fn();
  const stop = watchRecovery('/p/house/orders', onBack);
  await vi.advanceTimersByTimeAsync(6_000);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(onBack).not.toHaveBeenCalled();
});
