import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { ClaimedJob } from './claim-job.ts';
import { jobsProcess, queryAs } from './people.ts';

/** Takes the jobs of one kind that are due now, as the process for jobs does. */
export async function claimJobs(database: TestDatabase, kind: string): Promise<ClaimedJob[]> {
  const [row] = await queryAs<{ jobs: ClaimedJob[] }>(
    database,
    jobsProcess,
    'select public.claim_jobs(array[$1], 100, 60) as jobs',
    [kind],
  );
  return row?.jobs ?? [];
}

/** What a function of the process for jobs returns for the job that it holds. */
export async function callForJob<Result>(
  database: TestDatabase,
  name: string,
  { id, claim }: { id: string; claim: string },
): Promise<Result> {
  const [row] = await queryAs<{ result: Result }>(
    database,
    jobsProcess,
    `select public.${name}($1, $2) as result`,
    [id, claim],
  );
  if (row === undefined) throw new Error('a function returns one row');
  return row.result;
}

/** Makes all jobs due that wait, as if their time had come. */
export async function makeJobsDue(database: TestDatabase, kind: string): Promise<void> {
  await database.sql('update public.jobs set run_at = now() where kind = $1 and done_at is null', [kind]);
}
