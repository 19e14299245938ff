import { z } from 'zod';

/** How many rows a list shows at once. */
export const rowsPerPage = 50;

/** Where a page of a list begins: after the row with this sort value and id. In the address as `after=value~id`. */
export type After = { value: string; id: string };

/** What a list is sorted by: the place of a row in it, when the row was made, or a day of it. */
const sortValues = {
  place: z.string().regex(/^\d{1,9}$/),
  // From the years that the database has for certain.
  instant: z.iso.datetime({ offset: true }).regex(/^[12]/),
  day: z.iso.date().regex(/^[12]/),
};

/** Null for what is no such address, since anybody may write one: the list begins at its first page then. */
export function readAfter(value: unknown, sortedBy: keyof typeof sortValues = 'place'): After | null {
  const [sortValue, id, ...more] = typeof value === 'string' ? value.split('~') : [];
  const after = z.object({ value: sortValues[sortedBy], id: z.uuid() }).safeParse({ value: sortValue, id });
  return after.success && more.length === 0 ? after.data : null;
}

/**
 * PostgREST's condition for the rows after this one, ordered by `column` and then `id`: a keyset, so that page 2,000 costs
 * what page 1 costs. For `query.or(…)`.
 */
export function formatAfter(column: string, { value, id }: After): string {
  return `${column}.gt."${value}",and(${column}.eq."${value}",id.gt.${id})`;
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
