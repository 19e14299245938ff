import { expect, test } from 'vitest';
import { formatTimeOfDay } from './format-time-of-day.ts';

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
