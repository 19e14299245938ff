import type { Logger } from './logger.ts';
import { readErrorMessage } from './read-error.ts';
import type { StackDatabase } from './stack-database.ts';

/** A statement that runs on a timer as service_role, as pg_cron does on hosted Supabase. */
export interface Job {
  name: string;
  /** One statement, safe to run twice: `select public.sweep()`. */
  sql: string;
  everySeconds: number;
}

/** Calls `run` at an interval, and returns what stops that. A test replaces it to control the time. */
export type Schedule = (run: () => void, everySeconds: number) => () => void;

const scheduleByTimer: Schedule = (run, everySeconds) => {
  const timer = setInterval(run, everySeconds * 1000);
  return () => clearInterval(timer);
};

/** Jobs that were started. */
export interface RunningJobs {
  /** Starts no more runs, and waits for the current ones. */
  stop(): Promise<void>;
}

/** Starts the jobs. A failed run is logged, and the next one is not affected. A job never runs twice at the same time. */
export function runJobs(
  database: StackDatabase,
  jobs: readonly Job[],
  logger: Logger,
  schedule: Schedule = scheduleByTimer,
): RunningJobs {
  const current = new Map<Job, Promise<void>>();
  const run = (job: Job) => {
    if (current.has(job)) return;
    current.set(
      job,
      runOnce(database, job, logger).finally(() => current.delete(job)),
    );
  };
  const stops = jobs.map((job) => schedule(() => run(job), job.everySeconds));
  return {
    stop: async () => {
      for (const stop of stops) stop();
      await Promise.all(current.values());
    },
  };
}

async function runOnce(database: StackDatabase, job: Job, logger: Logger): Promise<void> {
  try {
    await database.inTransaction(async (sql) => {
      await sql('set local role service_role');
      await sql(job.sql);
    });
  } catch (error) {
    logger.error(`job ${job.name} failed: ${readErrorMessage(error)}`);
  }
}
