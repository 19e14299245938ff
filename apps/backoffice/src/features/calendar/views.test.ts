import { expect, it } from 'vitest';
import { findWindow, formatCalendarPath, readView } from './views';

it('the calendar begins with today, and four weeks', () => {
  expect(readView({}, '2026-11-28')).toEqual({ from: '2026-11-28', days: 28 });
});

it.each([
  [
    { from: '2027-02-30', days: '14' },
    { from: '2026-11-28', days: 14 },
  ],
  [
    { from: '0999-01-01', days: '7' },
    { from: '2026-11-28', days: 28 },
  ],
  [
    { from: ['2027-01-01', '2027-01-02'], days: '90' },
    { from: '2026-11-28', days: 90 },
  ],
  [
    { from: '2027-01-01', days: '90' },
    { from: '2027-01-01', days: 90 },
  ],
])('an address with %o shows %o', (params, view) => {
  expect(readView(params, '2026-11-28')).toEqual(view);
});

it('the address of a view leads to it', () => {
  const view = { from: '2027-01-01', days: 14 } as const;
  const { searchParams } = new URL(formatCalendarPath('sunset', view), 'https://example.com');
  expect(readView(Object.fromEntries(searchParams), '2026-11-28')).toEqual(view);
});

it('all days of a view are read', () => {
  const { from, to } = findWindow({ from: '2027-01-01', days: 28 });
  expect(from <= '2027-01-01' && to >= '2027-01-29').toBe(true);
});
