import postgres from 'postgres';
import { apiQuestions } from './api-questions.ts';
import type { Api } from './call-api.ts';
import { databaseQuestions, firstDatabaseQuestions, reachDatabase } from './database-questions.ts';
import { reachApi } from './key-questions.ts';
import { type Answer, askAll, type Question } from './question.ts';
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
    api: api === null ? null : await askInTurn([[reachApi(api)], apiQuestions(api)]),
  };
}

async function askDatabase(databaseUrl: string): Promise<Answer[]> {
  const expected = await readExpectations();
  const connection = postgres(databaseUrl, { max: 1, connect_timeout: 15, onnotice: () => undefined });
  try {
    return await askInTurn([
      [reachDatabase(connection)],
      firstDatabaseQuestions(connection, expected),
      databaseQuestions(connection, expected),
    ]);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Asks one group after the other, and stops after one with a wrong answer: the later ones would fail for the same reason. */
async function askInTurn(groups: readonly (readonly Question[])[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const group of groups) {
    answers.push(...(await askAll(group)));
    if (answers.some(isWrong)) {
      break;
    }
  }
  return answers;
}

export function isWrong({ problems }: Answer): boolean {
  return problems.some(({ level }) => level !== 'note');
}
