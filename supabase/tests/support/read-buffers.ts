import type postgres from 'postgres';
import { type Person, runOnConnection } from './people.ts';

/** How many buffers this call reads as the person, on a connection that has made it before. */
export async function readBuffers(connections: postgres.Sql, person: Person, call: string): Promise<number> {
  const count = () =>
    runOnConnection(connections, person, async (sql) => {
      const [row] = await sql.unsafe<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }[]>(
        `explain (analyze, buffers, format json) select ${call}`,
      );
      const { Plan: plan } = row?.['QUERY PLAN'][0] ?? { Plan: {} };
      return (plan['Shared Hit Blocks'] ?? Number.NaN) + (plan['Shared Read Blocks'] ?? Number.NaN);
    });
  await count();
  return count();
}
