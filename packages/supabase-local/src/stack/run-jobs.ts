import { describeError } from './describe-error.ts';
import type { Logger } from './logger.ts';
import type { StackDatabase } from './stack-database.ts';

/** A statement run on a timer as service_role: what pg_cron does on hosted Supabase. */
export interface Job {
  name: string;
  /** One statement, safe to run twice: `select public.sweep()`. */
  sql: string;
  everySeconds: number;
}

/** Calls `run` every so often and gives what stops that; replaceable so that a test is the clock. */
export type Schedule = (run: () => void, everySeconds: number) => () => void;

const scheduleByTimer: Schedule = (run, everySeconds) => {
  const timer = setInterval(run, everySeconds * 1000);
  return () => clearInterval(timer);
};

export interface RunningJobs {
  /** Waits for the runs under way. */
  stop(): Promise<void>;
}

/** Starts the jobs. A run that fails is logged and tried again at its next time; a slow one is not doubled. */
export function runJobs(
  database: StackDatabase,
  jobs: readonly Job[],
  logger: Logger,
  schedule: Schedule = scheduleByTimer,
): RunningJobs {
  const underWay = new Map<Job, Promise<void>>();
  const run = (job: Job) => {
    if (underWay.has(job)) return;
    underWay.set(
      job,
      runOnce(database, job, logger).finally(() => underWay.delete(job)),
    );
  };
  const stops = jobs.map((job) => schedule(() => run(job), job.everySeconds));
  return {
    stop: async () => {
      for (const stop of stops) stop();
      await Promise.all(underWay.values());
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
    logger.error(`job ${job.name} failed: ${describeError(error)}`);
  }
}
