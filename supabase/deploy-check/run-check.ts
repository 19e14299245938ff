import postgres from 'postgres';
import { apiQuestions } from './api-questions.ts';
import type { Api } from './call-api.ts';
import { databaseQuestions, firstDatabaseQuestions } from './database-questions.ts';
import { type Answer, askAll } from './question.ts';
import { readExpectations } from './read-expectations.ts';

/** What to ask. Null: there is no access to it. */
export interface Deployment {
  databaseUrl: string | null;
  api: Api | null;
}

/** The answers, by what was asked. */
export interface Report {
  database: Answer[] | null;
  api: Answer[] | null;
}

/** Asks a deployment all that a first one should answer. Changes nothing but one count of a try to sign in. */
export async function runCheck({ databaseUrl, api }: Deployment): Promise<Report> {
  return {
    database: databaseUrl === null ? null : await askDatabase(databaseUrl),
    api: api === null ? null : await askAll(apiQuestions(api)),
  };
}

async function askDatabase(databaseUrl: string): Promise<Answer[]> {
  const expected = await readExpectations();
  const connection = postgres(databaseUrl, { max: 1, connect_timeout: 15, onnotice: () => undefined });
  try {
    const first = await askAll(firstDatabaseQuestions(connection, expected));
    // Without the migrations each of the other questions fails for the same reason.
    return first.some(isWrong)
      ? first
      : [...first, ...(await askAll(databaseQuestions(connection, expected)))];
  } finally {
    await connection.end({ timeout: 5 });
  }
}

export function isWrong({ problems }: Answer): boolean {
  return problems.some(({ level }) => level !== 'note');
}
