import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { jobsProcess, queryAs } from './people.ts';

export type ClaimedJob = { id: string; claim: string; kind: string; attempt: number };

/** Claims the next job of this kind, as the process for jobs does, whenever it is due. Null where there is none. */
export async function claimJob(database: TestDatabase, kind: string): Promise<ClaimedJob | null> {
  await database.sql(`update public.jobs set run_at = now() where kind = $1 and run_at > now()`, [kind]);
  const [row] = await queryAs<{ jobs: ClaimedJob[] }>(
    database,
    jobsProcess,
    'select public.claim_jobs($1::text[], 1, 60) as jobs',
    [[kind]],
  );
  return row?.jobs[0] ?? null;
}

/** What the process for jobs reads to do this job: null where it is not to be told. */
export async function readJobMail(
  database: TestDatabase,
  job: ClaimedJob,
): Promise<Record<string, unknown> | null> {
  const [row] = await queryAs<{ mail: Record<string, unknown> | null }>(
    database,
    jobsProcess,
    `select public.read_${job.kind}($1, $2) as mail`,
    [job.id, job.claim],
  );
  return row?.mail ?? null;
}

export async function finishJob(
  database: TestDatabase,
  job: ClaimedJob,
  outcome: 'told' | 'untold' | 'done',
) {
  await queryAs(database, jobsProcess, 'select public.finish_job($1, $2, $3)', [job.id, job.claim, outcome]);
}

/** The job is dead, as if the mail server had refused the address for good. */
export async function failJob(database: TestDatabase, job: ClaimedJob) {
  await queryAs(database, jobsProcess, `select public.fail_job($1, $2, 'address_refused', true, 550)`, [
    job.id,
    job.claim,
  ]);
}
