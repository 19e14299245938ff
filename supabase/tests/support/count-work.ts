import type postgres from 'postgres';
import type { Outcome } from './guest-calls.ts';
import { actOn, staysServer } from './people.ts';

/** What one call of a guest function did: its answer, each function it ran and how often, and the pages it looked at. */
export interface Work {
  outcome: Outcome;
  calls: Record<string, number>;
  buffers: number;
}

type Plan = { 'QUERY PLAN': { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }[] };

/** Counting functions is a superuser's wish, so it is made before the connection becomes the stays server. */
export async function countFunctions(connection: postgres.Sql): Promise<void> {
  await connection`set track_functions = 'all'`;
}

/** Calls it on a connection that counts: once for its answer and the functions, then for the pages. */
export async function countWork(connection: postgres.Sql, call: () => string): Promise<Work> {
  const counted = await countCalls(connection, call());
  // Another process's news makes a call read the catalogue again, which is never less: the least is the call's own.
  const pages: number[] = [];
  for (let time = 0; time < 4; time += 1) pages.push(await countPages(connection, call()));
  return { ...counted, buffers: Math.min(...pages) };
}

function countCalls(connection: postgres.Sql, call: string): Promise<Omit<Work, 'buffers'>> {
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

function countPages(connection: postgres.Sql, call: string): Promise<number> {
  return actOn(connection, staysServer, async (sql) => {
    const [row] = await sql.unsafe<Plan[]>(`explain (analyze, buffers, format json) select ${call}`);
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error('explain gives a plan');
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  });
}

/** Counts are kept by the connection and handed on now and then, never within a transaction. */
async function readCounts(sql: postgres.TransactionSql): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; calls: number }[]>`
    select schemaname || '.' || funcname as name, calls::integer from pg_catalog.pg_stat_xact_user_functions
    where schemaname in ('public', 'private', 'extensions') order by 1`;
  return new Map(rows.map(({ name, calls }) => [name, calls]));
}
