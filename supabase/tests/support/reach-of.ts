import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { parseDatabaseError } from './database-error.ts';
import { type Person, runAs } from './people.ts';
import type { Reach } from './table-grants.ts';

class RolledBack extends Error {}

/** Runs a statement, reads how many rows it reached, and rolls it back. */
export async function reachOf(database: TestDatabase, person: Person, statement: string): Promise<Reach> {
  let reached = 0;
  const attempt = runAs(database, person, async (sql) => {
    const isRead = statement.startsWith('select');
    const [row] = await sql<{ rows: number }>(
      isRead
        ? `with hit as (${statement}) select count(*)::integer as rows from hit`
        : `with hit as (${statement} returning 1) select count(*)::integer as rows from hit`,
    );
    reached = row?.rows ?? 0;
    throw new RolledBack();
  });
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RolledBack) return reached > 0 ? 'some' : 'none';
    // Nobody may write a generated column (428C9), and Postgres says so before it looks at privileges.
    if (['42501', '428C9'].includes(parseDatabaseError(error).code)) return 'refused';
    throw error;
  }
  throw new Error('unreachable: the transaction is always rolled back');
}
