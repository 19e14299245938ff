/** How many rows a list shows at once. */
export const rowsPerPage = 50;

/** Where a page of a list begins: after the row with this sort value and id. In the address as `after=value~id`. */
export type After = { value: string; id: string };

const afterForm = /^(.{0,200})~([0-9a-f-]{36})$/su;

export function readAfter(value: unknown): After | null {
  const match = typeof value === 'string' ? afterForm.exec(value) : null;
  return match === null ? null : { value: match[1] ?? '', id: match[2] ?? '' };
}

/**
 * PostgREST's condition for the rows after this one, ordered by `column` and then `id`: a keyset, so that page 2,000 costs
 * what page 1 costs. For `query.or(…)`.
 */
export function formatAfter(column: string, { value, id }: After): string {
  const quoted = `"${value.replace(/["\\]/g, '\\$&')}"`;
  return `${column}.gt.${quoted},and(${column}.eq.${quoted},id.gt.${id})`;
}

/** One page of rows that were read with one more than `rowsPerPage`, and the address part of the next page. */
export function takePage<Row extends { id: string }>(
  rows: readonly Row[],
  sortValue: (row: Row) => string | number,
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, rowsPerPage);
  const last = rows.length > rowsPerPage ? page.at(-1) : undefined;
  return { rows: page, next: last === undefined ? null : `${sortValue(last)}~${last.id}` };
}
