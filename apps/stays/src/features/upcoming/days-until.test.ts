import { expect, test } from 'vitest';
import { daysUntil } from './days-until';

test.each([
  ['Asia/Ho_Chi_Minh', '2026-03-09T16:59:59Z', 1],
  ['Asia/Ho_Chi_Minh', '2026-03-09T17:00:00Z', 0],
  ['America/Los_Angeles', '2026-03-10T06:59:59Z', 1],
  ['America/Los_Angeles', '2026-03-10T07:00:00Z', 0],
  ['Pacific/Kiritimati', '2026-03-09T09:59:59Z', 1],
  ['Pacific/Kiritimati', '2026-03-09T10:00:00Z', 0],
  ['Europe/Lisbon', '2025-05-10T12:00:00Z', 304],
])(
  'in %s the days to 10 March change at local midnight, also across a change of the clock: %s',
  (timezone, now, days) => {
    expect(daysUntil('2026-03-10', timezone, new Date(now))).toBe(days);
  },
);
