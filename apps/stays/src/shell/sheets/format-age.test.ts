import { expect, test } from 'vitest';
import { formatAge } from './format-age';

const minuteMs = 60_000;

test.each([
  [0, 'en', '1 minute ago'],
  [3.4 * minuteMs, 'en', '3 minutes ago'],
  [59.6 * minuteMs, 'en', '1 hour ago'],
  [150 * minuteMs, 'de', 'vor 3 Stunden'],
  [23.6 * 60 * minuteMs, 'vi', '1 ngày trước'],
  [49 * 60 * minuteMs, 'ja', '2 日前'],
])('%d milliseconds in %s are written as “%s”', (ageMs, locale, expected) => {
  expect(formatAge(ageMs, locale)).toBe(expected);
});
