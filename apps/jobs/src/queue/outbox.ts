import { mapDatabaseError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Job, Outcome } from './job.ts';
import type { JobError } from './job-error.ts';

type Functions = Database['public']['Functions'];

/** Calls a function of the database. Throws an ApiError where it raised or could not be reached. */
export type CallJobFunction = <Name extends keyof Functions & string>(
  name: Name,
  args: Functions[Name]['Args'],
) => Promise<unknown>;

/** The jobs of the database, as jobs_api sees them. */
export type Outbox = {
  call: CallJobFunction;
  claim(kinds: readonly string[], most: number, leaseSeconds: number): Promise<Job[]>;
  /** False where another process holds the job now. */
  finish(job: Job, outcome: Outcome): Promise<boolean>;
  fail(job: Job, error: JobError): Promise<'waiting' | 'dead' | 'lost'>;
};

export type OutboxOptions = {
  url: string;
  publishableKey: string;
  jobsKey: string;
  fetch?: typeof fetch;
  timeLimitMs?: number;
};

const jobsSchema = z.array(
  z.object({
    id: z.string(),
    claim: z.string(),
    kind: z.string(),
    propertyId: z.string().nullable(),
    attempt: z.number(),
    payload: z.unknown(),
  }),
);

/** Connects to the database with the key of the role jobs_api. */
export function connectOutbox(options: OutboxOptions): Outbox {
  const { fetch: send = fetch, timeLimitMs = 8_000 } = options;
  const supabase = createClient<Database>(options.url, options.publishableKey, {
    accessToken: async () => options.jobsKey,
    global: {
      fetch: (input, init) => send(input, { ...init, signal: AbortSignal.timeout(timeLimitMs) }),
      headers: { 'user-agent': 'gudbro-jobs' },
    },
    db: { retry: false },
  });
  const call: CallJobFunction = async (name, args) => {
    const { data, error, status } = await supabase.rpc(name, args);
    if (error !== null) {
      throw mapDatabaseError(error, status);
    }
    return data;
  };
  return {
    call,
    claim: async (kinds, most, leaseSeconds) =>
      jobsSchema.parse(
        await call('claim_jobs', { kinds: [...kinds], max_jobs: most, lease_seconds: leaseSeconds }),
      ),
    finish: async ({ id, claim }, outcome) =>
      z.boolean().parse(await call('finish_job', { job_id: id, claim, outcome })),
    fail: async ({ id, claim }, { code, isFinal, status, retryAfterSeconds }) =>
      z.enum(['waiting', 'dead', 'lost']).parse(
        await call('fail_job', {
          job_id: id,
          claim,
          error: code,
          is_final: isFinal,
          ...(status === undefined ? {} : { status }),
          ...(retryAfterSeconds === undefined ? {} : { retry_after_seconds: retryAfterSeconds }),
        }),
      ),
  };
}
