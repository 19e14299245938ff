import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { type Person, queryAs } from './people.ts';

export const conflict = (reason: string) => ({ code: 'PT409', message: 'conflict', detail: { reason } });
export const illegalStep = (reason: string) => ({
  code: 'PT409',
  message: 'illegal_step',
  detail: { reason },
});
export const impossible = (reason: string) => ({
  code: 'PT400',
  message: 'invalid_request',
  detail: { reason },
});
export const notFound = { code: 'PT404', message: 'not_found', detail: {} };
export const forbidden = { code: 'PT403', message: 'forbidden', detail: {} };

/** Calls a function of the API by name, with named arguments, as this person and in a transaction of its own. */
export async function call(
  database: TestDatabase,
  person: Person,
  name: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ result: Record<string, unknown> }>(
    database,
    person,
    `select public.${name}(${named.join(', ')}) as result`,
    Object.values(args),
  );
  return row?.result;
}

/** So many days from today, by the clock of the places that tests make. */
export async function dayFromToday(database: TestDatabase, days: number): Promise<string> {
  const [row] = await database.sql<{ day: string }>(
    `select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::integer)::text as day`,
    [days],
  );
  return row?.day ?? '';
}

/** Undoes the newest entry of a row. Returns the id of the new entry. */
export async function undoLast(
  database: TestDatabase,
  person: Person,
  rowId: string,
  reason: string | null = null,
): Promise<unknown> {
  const [entry] = await database.sql<{ id: string }>(
    'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
    [rowId],
  );
  return call(database, person, 'undo_change', { change_id: entry?.id, reason });
}
