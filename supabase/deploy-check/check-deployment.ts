import postgres from 'postgres';
import { apiChecks } from './api-checks.ts';
import type { Api } from './call-api.ts';
import { type Check, runAll, type Verdict } from './check.ts';
import { databaseChecks, firstDatabaseChecks, reachDatabase } from './database-checks.ts';
import { reachApi } from './key-checks.ts';
import { readExpectations } from './read-expectations.ts';

/** What to check. Null: there is no access to it. */
export interface Deployment {
  databaseUrl: string | null;
  api: Api | null;
}

/** The verdicts about both parts. Null: not checked. */
export interface Report {
  database: Verdict[] | null;
  api: Verdict[] | null;
}

/** Checks how a deployment is set up. Changes nothing but one count of a try to sign in. */
export async function checkDeployment({ databaseUrl, api }: Deployment): Promise<Report> {
  return {
    database: databaseUrl === null ? null : await checkDatabase(databaseUrl),
    api: api === null ? null : await runInTurn([[reachApi(api)], apiChecks(api)]),
  };
}

async function checkDatabase(databaseUrl: string): Promise<Verdict[]> {
  const expected = await readExpectations();
  const connection = postgres(databaseUrl, { max: 1, connect_timeout: 15, onnotice: () => undefined });
  try {
    return await runInTurn([
      [reachDatabase(connection)],
      firstDatabaseChecks(connection, expected),
      databaseChecks(connection, expected),
    ]);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Runs the groups in order, and stops after one that fails: the later ones would fail for the same reason. */
async function runInTurn(groups: readonly (readonly Check[])[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const group of groups) {
    verdicts.push(...(await runAll(group)));
    if (verdicts.some(isWrong)) {
      break;
    }
  }
  return verdicts;
}

export function isWrong({ problems }: Verdict): boolean {
  return problems.some(({ level }) => level !== 'note');
}
