import { expect, test } from 'vitest';
import { formatTimeOfDay, formatTimeOfDayOn } from './format-time-of-day.ts';

test.each([
  ['14:00', 'en', '2:00 PM'],
  ['12:00', 'en', '12 noon'],
  ['12:30', 'en', '12:30 PM'],
  ['12:00', 'de', '12:00'],
  ['00:30', 'en', '12:30 AM'],
  ['14:00', 'vi', '14:00'],
])('the time %s is formatted as is usual in %s', (time, locale, expected) => {
  // Newer ICU data puts a narrow no-break space before PM.
  expect(formatTimeOfDay(time, locale).replace(/\s/g, ' ')).toBe(expected);
});

test.each([
  [null, 'en', '9:30 AM'],
  ['2026-11-28', 'en', 'Nov 28, 9:30 AM'],
  ['2026-11-28', 'vi', '28 thg 11, 9:30'],
  ['2026-11-28', 'ja', '11月28日, 9:30'],
])('a time is formatted with its date unless that is today: %s, %s', (date, locale, expected) => {
  expect(formatTimeOfDayOn({ date, time: '09:30' }, locale).replace(/\s/g, ' ')).toBe(expected);
});
