import type postgres from 'postgres';
import type { Check, Problem } from './check.ts';

/** A check in SQL. Each row is one problem: what is wrong, in the column `found`. */
export interface SqlCheck {
  expectation: string;
  sql: string;
  /** The values of $1, $2 … */
  values?: readonly (string | string[])[];
  remedy: string;
  level?: Problem['level'];
}

/** Runs it in a transaction that cannot write, without prepared statements, which a pooler may not have. */
export function checkInDatabase(connection: postgres.Sql, check: SqlCheck): Check {
  const { expectation, sql, values = [], remedy, level = 'wrong' } = check;
  return {
    expectation,
    run: async () => {
      const rows = await connection.begin('read only', (transaction) =>
        transaction.unsafe<{ found: string }[]>(sql, [...values], { prepare: false }),
      );
      return rows.map(({ found }) => ({ found, remedy, level }));
    },
  };
}
