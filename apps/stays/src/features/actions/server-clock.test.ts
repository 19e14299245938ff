import { afterEach, expect, test, vi } from 'vitest';
import { serverNow, setClockBy } from './server-clock';

const answer = (date?: string) => new Response(null, date === undefined ? {} : { headers: { date } });

afterEach(() => {
  vi.useRealTimers();
});

test.each(['2017-01-01T00:00:00Z', '2035-06-01T12:00:00Z'])(
  'times go by the server’s clock on a phone whose clock says %s',
  (phone) => {
    vi.useFakeTimers({ now: new Date(phone) });
    setClockBy(answer('Sat, 21 Nov 2026 12:00:00 GMT'));
    vi.advanceTimersByTime(90_000);
    expect(serverNow().toISOString()).toBe('2026-11-21T12:01:30.000Z');
  },
);

test('a response without a date does not change the clock', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
  setClockBy(answer('Sat, 21 Nov 2026 12:00:00 GMT'));
  setClockBy(answer());
  setClockBy(answer('soon'));
  expect(serverNow().toISOString()).toBe('2026-11-21T12:00:00.000Z');
});
