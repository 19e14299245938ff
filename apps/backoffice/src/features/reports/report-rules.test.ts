import { expect, test } from 'vitest';
import { isEscalated, readDue } from './report-rules';

const report = {
  status: 'open',
  escalatesAt: '2026-11-20T11:00:00Z',
  dueAt: '2026-11-20T12:00:00Z',
} as const;

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

test('the screens are loud about a report whose time is nearly over or is over, and not about others', () => {
  const at = (time: string) => isEscalated(report, new Date(`2026-11-20T${time}:00Z`));
  expect([at('10:59'), at('11:00'), at('12:30')]).toEqual([false, true, true]);
  expect(isEscalated({ ...report, status: 'closed' }, new Date('2026-11-20T11:30:00Z'))).toBe(false);
});
