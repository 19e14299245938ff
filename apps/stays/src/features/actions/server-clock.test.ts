import { afterEach, expect, test, vi } from 'vitest';
import { serverNow, setClockBy } from './server-clock';

const answer = (date?: string) => new Response(null, date === undefined ? {} : { headers: { date } });

afterEach(() => {
  vi.useRealTimers();
});

test.each(['2017-01-01T00:00:00Z', '2035-06-01T12:00:00Z'])(
  'goes by the server on a phone that believes it is %s',
  (phone) => {
    vi.useFakeTimers({ now: new Date(phone) });
    setClockBy(answer('Sat, 21 Nov 2026 12:00:00 GMT'));
    vi.advanceTimersByTime(90_000);
    expect(serverNow().toISOString()).toBe('2026-11-21T12:01:30.000Z');
  },
);

test('an answer that says no time changes nothing', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
  setClockBy(answer('Sat, 21 Nov 2026 12:00:00 GMT'));
  setClockBy(answer());
  setClockBy(answer('soon'));
  expect(serverNow().toISOString()).toBe('2026-11-21T12:00:00.000Z');
});
