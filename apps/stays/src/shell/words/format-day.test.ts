import { expect, test } from 'vitest';
import { formatDay, formatDayInParts } from './format-day';

test.each([
  ['en', 'Saturday, December\u00a05', 'Saturday', 'December 5'],
  ['de', 'Samstag, 5.\u00a0Dezember', 'Samstag', '5. Dezember'],
  ['fr', 'samedi\u00a05\u00a0décembre', 'samedi', '5 décembre'],
  ['vi', 'Thứ\u00a0Bảy, 5\u00a0tháng\u00a012', 'Thứ Bảy', '5 tháng 12'],
  ['ja', '12月5日土曜日', '土曜日', '12月5日'],
])('in %s a day is %s, whose date does not break, or two parts', (locale, text, weekday, day) => {
  expect(formatDay('2026-12-05', locale)).toBe(text);
  expect(formatDayInParts('2026-12-05', locale)).toEqual({ weekday, day });
});
