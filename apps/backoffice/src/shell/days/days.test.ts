import { expect, test } from 'vitest';
import { addDays, countNights, findToday, readNights } from './days.ts';

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
])('%s and %i days is %s', (day, days, later) => {
  expect(addDays(day, days)).toBe(later);
  expect(countNights(day, later)).toBe(days);
});

test.each([
  ['Asia/Ho_Chi_Minh', '2026-11-28'],
  ['America/Los_Angeles', '2026-11-27'],
  ['Pacific/Kiritimati', '2026-11-28'],
])('today in %s is %s', (timezone, day) => {
  expect(findToday(new Date('2026-11-27T18:00:00Z'), timezone)).toBe(day);
});

test('nights in an address are read', () => {
  expect(readNights('2026-12-01', '2026-12-03')).toEqual({ checkIn: '2026-12-01', checkOut: '2026-12-03' });
});

test.each([
  ['no days', undefined, undefined],
  ['the same day', '2026-12-01', '2026-12-01'],
  ['days the wrong way round', '2026-12-03', '2026-12-01'],
  ['more than a year', '2026-12-01', '2028-12-01'],
  ['two values', ['2026-12-01', '2026-12-02'], '2026-12-03'],
  ['a day that is none', '2026-13-41', '2026-12-03'],
  ['a year that the database does not have', '0001-01-01', '0001-01-02'],
])('%s in an address are no nights', (_, from, to) => {
  expect(readNights(from, to)).toBeNull();
});
