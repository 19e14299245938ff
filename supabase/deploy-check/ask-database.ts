import type postgres from 'postgres';
import type { Problem, Question } from './question.ts';

/** A question in SQL. Each row of its answer is one problem: what is wrong, in the column `found`. */
export interface SqlQuestion {
  expectation: string;
  sql: string;
  /** The values of $1, $2 … */
  values?: readonly (string | string[])[];
  remedy: string;
  level?: Problem['level'];
}

/** Asks it in a transaction that cannot write, without prepared statements, which a pooler may not have. */
export function askInDatabase(connection: postgres.Sql, question: SqlQuestion): Question {
  const { expectation, sql, values = [], remedy, level = 'wrong' } = question;
  return {
    expectation,
    ask: async () => {
      const rows = await connection.begin('read only', (transaction) =>
        transaction.unsafe<{ found: string }[]>(sql, [...values], { prepare: false }),
      );
      return rows.map(({ found }) => ({ found, remedy, level }));
    },
  };
}
