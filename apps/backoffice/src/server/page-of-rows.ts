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

/** One page of rows that were read with one more than a page has, and the address part of the next page. */
export function takePage<Row extends { id: string }>(
  rows: readonly Row[],
  sortValue: (row: Row) => string | number,
  pageSize = rowsPerPage,
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page, next: last === undefined ? null : `${sortValue(last)}~${last.id}` };
}

/** How many rows of a list come before this page, by its address: so that a list knows which place a row has. */
export function readBefore({ after, before }: { after?: unknown; before?: unknown }): number {
  return readAfter(after) !== null && typeof before === 'string' && /^\d{1,6}$/.test(before)
    ? Number(before)
    : 0;
}
