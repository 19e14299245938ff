import type { Job } from './job.ts';
import type { JobHandler } from './job-handler.ts';
import { type RunOptions, runJob } from './run-job.ts';

export type WorkerOptions = RunOptions & {
  /** By kind. Jobs of other kinds are left to processes that know them. */
  handlers: Readonly<Record<string, JobHandler>>;
  /** How many jobs are done at the same time. */
  slots: number;
  leaseSeconds: number;
  /** How long to wait before asking again, when nothing was due. */
  idleMs: number;
  /** After a database that could not be reached the pause doubles each time, up to this one. */
  longestIdleMs: number;
};

export type Worker = {
  /** When the database last responded to a request for jobs; null before the first time. */
  lastClaimAt(): number | null;
  /** Takes no more jobs, and waits for those that were begun. */
  stop(): Promise<void>;
};

/** Claims jobs and does them, until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { handlers, outbox, slots, leaseSeconds, idleMs, longestIdleMs, log } = options;
  const kinds = Object.keys(handlers);
  const running = new Set<Promise<void>>();
  let lastClaimAt: number | null = null;
  let failures = 0;
  let isStopping = false;
  let wake: () => void = () => undefined;

  const pause = () =>
    new Promise<void>((resolve) => {
      // Never at the same moment as the other processes, which may have started together.
      const pauseMs = Math.min(idleMs * 2 ** failures, longestIdleMs);
      const timer = setTimeout(resolve, pauseMs * (0.75 + Math.random() / 2));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const start = (job: Job) => {
    const handler = handlers[job.kind];
    if (handler === undefined) {
      return; // not of the kinds that were asked for, so another process gets it after the lease
    }
    const run = runJob(job, handler, options).finally(() => {
      running.delete(run);
      wake();
    });
    running.add(run);
  };
  /** Whether there may be more that is due. */
  const fillSlots = async (): Promise<boolean> => {
    const free = slots - running.size;
    if (free === 0) {
      return false;
    }
    try {
      const jobs = await outbox.claim(kinds, free, leaseSeconds);
      lastClaimAt = Date.now();
      failures = 0;
      jobs.forEach(start);
      return jobs.length === free;
    } catch (thrown) {
      failures += 1;
      log.fault('claiming', thrown);
      return false;
    }
  };
  const work = async () => {
    while (!isStopping) {
      if (!(await fillSlots()) && !isStopping) {
        await pause();
      }
    }
    await Promise.all(running);
  };

  const ended = work();
  return {
    lastClaimAt: () => lastClaimAt,
    stop: () => {
      isStopping = true;
      wake();
      return ended;
    },
  };
}
