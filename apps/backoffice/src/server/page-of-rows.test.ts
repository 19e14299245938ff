import { expect, test } from 'vitest';
import { formatAfter, readAfter, rowsPerPage, takePage } from './page-of-rows.ts';

const id = '0b0f6d1e-1111-4222-8333-944455556666';

test('the next page begins after the last row of this one', () => {
  const rows = Array.from({ length: rowsPerPage + 1 }, (_, index) => ({ id: `row-${index}`, order: index }));
  expect(takePage(rows, (row) => row.order)).toEqual({ rows: rows.slice(0, -1), next: `49~row-49` });
  expect(takePage(rows.slice(0, -1), (row) => row.order).next).toBeNull();
});

test.each([
  undefined,
  '',
  'x',
  '5~not-an-id',
  ['5~a'],
  `5~${id}x`,
  `~${id}`,
  `NaN~${id}`,
  `-1~${id}`,
  `99999999999999999999~${id}`,
  `5~${'-'.repeat(36)}`,
  `5~${id}~5`,
  `a",id.gt.0,"\\~${id}`,
  `2026-11-27T10:00:00Z~${id}`,
])('%j begins at the first page', (value) => {
  expect(readAfter(value)).toBeNull();
});

test.each([`5~${id}`, `0000-01-01T00:00:00Z~${id}`, `2026-13-01T00:00:00Z~${id}`, `",a.b.c~${id}`])(
  'of a list by time %j begins at the first page',
  (value) => {
    expect(readAfter(value, 'instant')).toBeNull();
  },
);

test('the condition for the rows after one names its sort value and its id', () => {
  const after = readAfter(`2026-11-27T10:00:00.123456+00:00~${id}`, 'instant');
  expect(after && formatAfter('at', after)).toBe(
    `at.gt."2026-11-27T10:00:00.123456+00:00",and(at.eq."2026-11-27T10:00:00.123456+00:00",id.gt.${id})`,
  );
});
