import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { After } from '@/server/page-of-rows';
import type { HistoryFilters } from './history-filters';

const entrySchema = z.object({
  id: z.uuid(),
  at: z.string(),
  actor: z.enum(['account', 'guest', 'job']),
  personId: z.string().nullable(),
  person: z.string().nullable(),
  action: z.string(),
  table: z.string(),
  rowId: z.string().nullable(),
  name: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  canUndo: z.boolean(),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
});

const historySchema = z.object({
  /** Everybody who has an entry or works here, by account. */
  people: z.record(z.string(), z.string()),
  /** The room types and categories that the entries name, by id. */
  names: z.record(z.string(), z.string()),
  entries: z.array(entrySchema),
});

export type Entry = z.infer<typeof entrySchema>;
export type History = z.infer<typeof historySchema>;

/** Fewer than other lists have: the entries of a rare filter lie far apart, and each costs the database a page of its own. */
export const entriesPerPage = 25;

type Page = { filters: HistoryFilters; after: After | null; pageSize: number };

/** One page of the history, newest first, and one entry more where there is a next page. */
export async function readHistory(
  client: AccountClient,
  placeId: string,
  { filters, after, pageSize }: Page,
): Promise<History> {
  const { person, thing, action, from, to, row } = filters;
  return callHistory(client, {
    property_id: placeId,
    page_size: pageSize,
    ...(person === undefined ? {} : { person }),
    ...(thing === undefined ? {} : { thing }),
    ...(action === undefined ? {} : { action }),
    ...(from === undefined ? {} : { first_day: from }),
    ...(to === undefined ? {} : { last_day: to }),
    ...(row === undefined ? {} : { row_id: row }),
    ...(after === null ? {} : { after_at: after.value, after_id: after.id }),
  });
}

/** One entry, with whom and what it may name. */
export async function getEntry(
  client: AccountClient,
  placeId: string,
  id: string,
): Promise<Pick<History, 'people' | 'names'> & { entry: Entry }> {
  const { entries, people, names } = await callHistory(client, { property_id: placeId, entry_id: id });
  const [entry] = entries;
  if (entry === undefined) {
    throw new ApiError('not_found');
  }
  return { entry, people, names };
}

async function callHistory(
  client: AccountClient,
  args: { property_id: string } & Record<string, string | number>,
): Promise<History> {
  const history = await client.query((db) =>
    db.rpc('read_history', args).overrideTypes<unknown[], { merge: false }>(),
  );
  return historySchema.parse(history);
}
