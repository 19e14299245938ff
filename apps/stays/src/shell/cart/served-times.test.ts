import { describe, expect, test } from 'vitest';
import {
  createDayNumber,
  createTimeOfDay,
  groupByDay,
  isServedAt,
  listServedTimes,
  type ServedHours,
} from './served-times';

const hours = (availableFrom: string | null, availableTo: string | null): ServedHours => ({
  availableFrom,
  availableTo,
});
const breakfast = hours('06:30', '10:00');
const always = hours(null, null);

test.each([
  [always, '03:00', true],
  [breakfast, '06:29', false],
  [breakfast, '06:30', true],
  [breakfast, '09:59', true],
  [breakfast, '10:00', false],
  [hours('18:00', '02:00'), '23:59', true],
  [hours('18:00', '02:00'), '01:59', true],
  [hours('18:00', '02:00'), '02:00', false],
  [hours('18:00', '18:00'), '05:00', true],
] as const)('an item served %o is served at %s as the database says: %s', (item, time, isServed) => {
  expect(isServedAt(item, time)).toBe(isServed);
});

test('the time of day is that of the property, at midnight too', () => {
  expect(createTimeOfDay('Asia/Ho_Chi_Minh')(new Date('2026-03-09T17:00:00Z'))).toBe('00:00');
  expect(createTimeOfDay('America/Los_Angeles')(new Date('2026-03-09T17:00:00Z'))).toBe('10:00');
});

describe('the times that are offered', () => {
  const list = (items: readonly ServedHours[], from: string, until: string | null, timeZone: string) =>
    listServedTimes(items, {
      from: new Date(from),
      until: until === null ? null : new Date(until),
      timeZone,
    }).map((time) => time.toISOString().slice(0, 16));

  test('the times offered the evening before begin with breakfast, by the clock of the place', () => {
    const times = list([breakfast], '2026-03-09T15:00:00Z', '2026-03-10T05:00:00Z', 'Asia/Ho_Chi_Minh');
    expect(times[0]).toBe('2026-03-09T23:30');
    expect(times.at(-1)).toBe('2026-03-10T02:45');
    expect(times).toHaveLength(14);
  });

  test.each([
    ['forward', '2026-03-28T20:00:00Z', '2026-03-29T05:30'],
    ['back', '2026-10-24T20:00:00Z', '2026-10-25T06:30'],
  ])('the first time offered is right on the day the clocks go %s', (_way, from, first) => {
    expect(list([breakfast], from, null, 'Europe/Lisbon')[0]).toBe(first);
  });

  test('a time is offered only if all items are served then', () => {
    const times = list(
      [breakfast, hours('09:00', '22:00'), always],
      '2026-03-09T17:00:00Z',
      '2026-03-10T17:00:00Z',
      'Asia/Ho_Chi_Minh',
    );
    expect(times).toEqual(['2026-03-10T02:00', '2026-03-10T02:15', '2026-03-10T02:30', '2026-03-10T02:45']);
  });

  test('no time after check-out is offered, and none where it has passed', () => {
    expect(list([always], '2026-03-09T10:07:00Z', '2026-03-09T10:30:00Z', 'UTC')).toEqual([
      '2026-03-09T10:15',
      '2026-03-09T10:30',
    ]);
    expect(list([always], '2026-03-09T11:00:00Z', '2026-03-09T10:30:00Z', 'UTC')).toEqual([]);
  });

  test('a week is offered where the end of the stay is unknown', () => {
    expect(list([always], '2026-03-09T00:00:00Z', null, 'UTC').at(-1)).toBe('2026-03-16T00:00');
  });
});

test.each([
  ['Asia/Ho_Chi_Minh', '2026-03-09T16:59:00Z', '2026-03-09T17:00:00Z'],
  ['America/Los_Angeles', '2026-03-10T06:59:00Z', '2026-03-10T07:00:00Z'],
  ['Pacific/Kiritimati', '2026-03-09T09:59:00Z', '2026-03-09T10:00:00Z'],
])('a day ends at midnight by the clock of %s', (timeZone, last, first) => {
  const dayNumber = createDayNumber(timeZone);
  expect(dayNumber(first) - dayNumber(last)).toBe(1);
});

test('tomorrow is one day on, also when today has 23 or 25 hours', () => {
  const dayNumber = createDayNumber('Europe/Lisbon');
  expect(dayNumber('2026-03-29T22:59:00Z') - dayNumber('2026-03-29T00:00:00Z')).toBe(0);
  expect(dayNumber('2026-03-29T23:00:00Z') - dayNumber('2026-03-29T00:00:00Z')).toBe(1);
  expect(dayNumber('2026-10-26T00:00:00Z') - dayNumber('2026-10-24T23:00:00Z')).toBe(1);
});

test('times are grouped by the days of the property', () => {
  const times = ['2026-03-09T16:45:00.000Z', '2026-03-09T17:00:00.000Z', '2026-03-09T17:15:00.000Z'];
  expect(groupByDay(times, 'Asia/Ho_Chi_Minh').map((day) => day.times.length)).toEqual([1, 2]);
});
