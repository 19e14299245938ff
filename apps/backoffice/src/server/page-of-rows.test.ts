import { expect, test } from 'vitest';
import { formatAfter, readAfter, rowsPerPage, takePage } from './page-of-rows.ts';

const id = '0b0f6d1e-1111-4222-8333-944455556666';

test('the next page begins after the last row of this one', () => {
  const rows = Array.from({ length: rowsPerPage + 1 }, (_, index) => ({ id: `row-${index}`, order: index }));
  expect(takePage(rows, (row) => row.order)).toEqual({ rows: rows.slice(0, -1), next: `49~row-49` });
  expect(takePage(rows.slice(0, -1), (row) => row.order).next).toBeNull();
});

test.each([undefined, '', 'x', '5~not-an-id', ['5~a'], `5~${id}x`])(
  '%j begins at the first page',
  (value) => {
    expect(readAfter(value)).toBeNull();
  },
);

test('a sort value cannot leave its quotes in the condition', () => {
  const after = readAfter(`a",id.gt.0,"\\~${id}`);
  expect(after).toEqual({ value: 'a",id.gt.0,"\\', id });
  expect(after && formatAfter('name', after)).toBe(
    `name.gt."a\\",id.gt.0,\\"\\\\",and(name.eq."a\\",id.gt.0,\\"\\\\",id.gt.${id})`,
  );
});
