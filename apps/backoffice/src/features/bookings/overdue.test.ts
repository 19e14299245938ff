import { expect, test } from 'vitest';
import { findNextOverdueMs, isOverdue } from './overdue.ts';

const leavesAt = '2026-11-28T04:00:00Z';

test.each([
  ['a minute before', '2026-11-28T03:59:00Z', false],
  ['at the time itself', '2026-11-28T04:00:00Z', true],
  ['later that day', '2026-11-28T12:00:00Z', true],
  ['the day after', '2026-11-29T01:00:00Z', true],
])('a guest who has to leave at a time is overdue from then on: %s', (_, now, expected) => {
  expect(isOverdue(leavesAt, new Date(now))).toBe(expected);
});

test('the next to be overdue is the earliest of those who are not', () => {
  const times = ['2026-11-28T09:00:00Z', leavesAt, '2026-11-27T04:00:00Z'];
  expect(findNextOverdueMs(times, new Date('2026-11-28T03:59:00Z'))).toBe(60_000);
  expect(findNextOverdueMs(times, new Date(leavesAt))).toBe(5 * 3_600_000);
  expect(findNextOverdueMs(times, new Date('2026-11-28T09:00:00Z'))).toBeNull();
  expect(findNextOverdueMs([], new Date(leavesAt))).toBeNull();
});
