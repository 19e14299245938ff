import type postgres from 'postgres';
import type { Outcome } from './guest-calls.ts';
import { actOn, staysServer } from './people.ts';

/** What one call of a guest function did: its outcome, and each function it ran and how often. */
export interface Work {
  outcome: Outcome;
  calls: Record<string, number>;
}

/** Counting functions is a superuser's wish, so it is made before the connection becomes the stays server. */
export async function countFunctions(connection: postgres.Sql): Promise<void> {
  await connection`set track_functions = 'all'`;
}

/** Calls it on a connection that counts. */
export function countWork(connection: postgres.Sql, call: string): Promise<Work> {
  return actOn(connection, staysServer, async (sql) => {
    const before = await readCounts(sql);
    const [row] = await sql.unsafe<{ outcome: Outcome }[]>(`select ${call} as outcome`);
    const after = await readCounts(sql);
    const ran = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
    return {
      outcome: row?.outcome ?? {},
      calls: Object.fromEntries(ran.filter(([, count]) => count > 0)),
    };
  });
}

/** Counts are kept by the connection and handed on now and then, never within a transaction. */
async function readCounts(sql: postgres.TransactionSql): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; calls: number }[]>`
    select schemaname || '.' || funcname as name, calls::integer from pg_catalog.pg_stat_xact_user_functions
    where schemaname in ('public', 'private', 'extensions') order by 1`;
  return new Map(rows.map(({ name, calls }) => [name, calls]));
}
