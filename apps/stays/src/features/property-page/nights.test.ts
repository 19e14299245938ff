import { expect, test } from 'vitest';
import { addDays, countNights, findNightsError } from './nights.ts';

const today = '2026-11-21';

test.each([
  ['tonight', '2026-11-21', '2026-11-22', null],
  ['yesterday', '2026-11-20', '2026-11-22', { field: 'checkIn', reason: 'past' }],
  ['a year ahead', '2027-11-21', '2027-11-22', null],
  ['more than a year ahead', '2027-11-22', '2027-11-23', { field: 'checkIn', reason: 'tooFar' }],
  ['no night', '2026-12-01', '2026-12-01', { field: 'checkOut', reason: 'notAfter' }],
  [
    'a stay that ends before it begins',
    '2026-12-02',
    '2026-12-01',
    { field: 'checkOut', reason: 'notAfter' },
  ],
  ['ninety nights', '2026-12-01', '2027-03-01', null],
  ['ninety-one nights', '2026-12-01', '2027-03-02', { field: 'checkOut', reason: 'tooMany' }],
] as const)('a search for %s, from %s to %s, has the error %j', (_case, checkIn, checkOut, error) => {
  expect(findNightsError({ checkIn, checkOut }, today)).toEqual(error);
});

test('counts nights by calendar dates, across months, years and daylight-saving changes', () => {
  expect(countNights({ checkIn: '2026-12-30', checkOut: '2027-01-02' })).toBe(3);
  expect(countNights({ checkIn: '2026-03-28', checkOut: '2026-03-30' })).toBe(2);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});
