// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useOneAtATime } from './use-one-at-a-time';

afterEach(cleanup);

test('a second tap while the first is still running starts nothing, and a tap after it does', async () => {
  const { result } = renderHook(() => useOneAtATime());
  let respond = (_text: string): void => undefined;
  const send = vi.fn(
    () =>
      new Promise<string>((resolve) => {
        respond = resolve;
      }),
  );
  const { runAlone } = result.current;
  const taps: Promise<string | null>[] = [];
  await act(async () => void taps.push(runAlone(send), runAlone(send)));
  expect(await taps[1]).toBeNull();
  expect(result.current.isRunning).toBe(true);
  await act(async () => respond('sent'));
  expect(await taps[0]).toBe('sent');
  expect(result.current.isRunning).toBe(false);
  await act(async () => void runAlone(send));
  expect(send).toHaveBeenCalledTimes(2);
});

test('an error reaches the caller, and the next tap runs again', async () => {
  const { result } = renderHook(() => useOneAtATime());
  const { runAlone } = result.current;
  await act(async () => {
    await expect(runAlone(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(await runAlone(async () => 'sent')).toBe('sent');
  });
  expect(result.current.isRunning).toBe(false);
});
