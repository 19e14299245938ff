import type postgres from 'postgres';
import type { Outcome } from './guest-calls.ts';
import { type Person, runOnConnection, staysServer } from './people.ts';

/** The outcome of a guest function, and how often each function ran in that call. */
export interface CountedCall {
  outcome: Outcome;
  calls: Record<string, number>;
}

/** Only a superuser may turn on counting, so this runs before the connection acts as the stays server. */
export async function enableFunctionCounts(connection: postgres.Sql): Promise<void> {
  await connection`set track_functions = 'all'`;
}

/** Makes a call, by default as the stays server, on a connection that counts functions. */
export function countFunctionCalls(
  connection: postgres.Sql,
  call: string,
  person: Person = staysServer,
): Promise<CountedCall> {
  return runOnConnection(connection, person, async (sql) => {
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

/** A transaction reads its own counts here; elsewhere Postgres shows them only after a delay. */
async function readCounts(sql: postgres.TransactionSql): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; calls: number }[]>`
    select schemaname || '.' || funcname as name, calls::integer from pg_catalog.pg_stat_xact_user_functions
    where schemaname in ('public', 'private', 'extensions') order by 1`;
  return new Map(rows.map(({ name, calls }) => [name, calls]));
}
