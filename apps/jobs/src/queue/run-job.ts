import { setTimeout as wait } from 'node:timers/promises';
import type { Job, Outcome } from './job.ts';
import { JobError } from './job-error.ts';
import type { JobHandler, Tools } from './job-handler.ts';
import type { JobLog } from './job-log.ts';
import type { Outbox } from './outbox.ts';

export type RunOptions = {
  outbox: Outbox;
  tools: Tools;
  log: JobLog;
  /** How long a handler may take. Shorter than the lease, so that no other process begins meanwhile. */
  timeLimitMs: number;
  /** The pauses before the end of a job is reported again to a database that could not be reached. */
  reportPausesMs: readonly number[];
};

/** Does one job and reports what became of it. It never throws: what can't be reported is taken up after the lease. */
export async function runJob(job: Job, handler: JobHandler, options: RunOptions): Promise<void> {
  const { outbox, tools, log, timeLimitMs, reportPausesMs } = options;
  const startedAt = performance.now();
  const result = await settle(job, handler, tools, timeLimitMs);
  const isDone = !(result instanceof JobError);
  if (!isDone && result.cause !== undefined) {
    log.fault(job.kind, result.cause);
  }
  try {
    const outcome = await repeat(reportPausesMs, async () => {
      if (!isDone) {
        return outbox.fail(job, result);
      }
      return (await outbox.finish(job, result)) ? result : 'lost';
    });
    const { id, kind, attempt } = job;
    const why = isDone
      ? {}
      : { error: result.code, ...(result.status === undefined ? {} : { status: result.status }) };
    log.job({ job: id, kind, attempt, outcome, ms: Math.round(performance.now() - startedAt), ...why });
  } catch (thrown) {
    log.fault(`reporting ${job.kind}`, thrown);
  }
}

async function settle(
  job: Job,
  handler: JobHandler,
  tools: Tools,
  timeLimitMs: number,
): Promise<Outcome | JobError> {
  const signal = AbortSignal.timeout(timeLimitMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new JobError('took_too_long')), { once: true });
  });
  try {
    return await Promise.race([handler(job, tools, signal), late]);
  } catch (thrown) {
    return thrown instanceof JobError ? thrown : new JobError('internal', { cause: thrown });
  }
}

/** Repeats what throws after each of the pauses. Throws what the last try threw. */
async function repeat<T>(pausesMs: readonly number[], run: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await run();
    } catch {
      await wait(pauseMs); // the last try reports the reason
    }
  }
  return run();
}
