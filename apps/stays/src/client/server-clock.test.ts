import { afterEach, expect, test, vi } from 'vitest';
import { serverNow, syncClock } from './server-clock';

const responseAt = (date?: string) => new Response(null, date === undefined ? {} : { headers: { date } });

afterEach(() => {
  vi.useRealTimers();
});

test.each(['2017-01-01T00:00:00Z', '2035-06-01T12:00:00Z'])(
  'serverNow follows the server’s clock on a phone whose own clock says %s',
  (phone) => {
    vi.useFakeTimers({ now: new Date(phone) });
    syncClock(responseAt('Sat, 21 Nov 2026 12:00:00 GMT'));
    vi.advanceTimersByTime(90_000);
    expect(serverNow().toISOString()).toBe('2026-11-21T12:01:30.000Z');
  },
);

test('a response without a valid Date header leaves the server clock unchanged', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
  syncClock(responseAt('Sat, 21 Nov 2026 12:00:00 GMT'));
  syncClock(responseAt());
  syncClock(responseAt('soon'));
  expect(serverNow().toISOString()).toBe('2026-11-21T12:00:00.000Z');
});
