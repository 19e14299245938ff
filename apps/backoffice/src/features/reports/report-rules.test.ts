import { expect, test } from 'vitest';
import { readDue } from './report-rules';

const report = { status: 'open', createdAt: '2026-11-20T08:00:00Z', dueAt: '2026-11-20T12:00:00Z' } as const;

test.each([
  ['08:30', 'ahead'],
  ['10:59', 'ahead'],
  ['11:00', 'soon'],
  ['11:59', 'soon'],
  ['12:00', 'missed'],
])('at %s a report that is due from 8 to 12 is %s', (time, due) => {
  expect(readDue(report, new Date(`2026-11-20T${time}:00Z`))).toBe(due);
});

test('a report that ended is never late', () => {
  for (const status of ['resolved', 'closed'] as const) {
    expect(readDue({ ...report, status }, new Date('2026-11-21T00:00:00Z'))).toBe('none');
  }
});
