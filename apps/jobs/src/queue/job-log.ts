import { formatFault } from '@gudbro/api-kit';
import type { Outcome } from './job.ts';

/** What became of one try. */
export type JobLine = {
  job: string;
  kind: string;
  attempt: number;
  outcome: Outcome | 'waiting' | 'dead' | 'lost';
  ms: number;
  error?: string;
  status?: number;
};

/** Where the process writes its lines. */
export type JobLog = {
  job(line: JobLine): void;
  /** A fault of ours or of the database. `at` says during what. */
  fault(during: string, thrown: unknown): void;
};

/** A log of JSON lines. It writes named fields only, so no name, address or code of a guest can get into it. */
export function createJobLog(write: (line: string) => void, clock: () => Date): JobLog {
  const writeLine = (kind: string, fields: object) =>
    write(`${JSON.stringify({ at: clock().toISOString(), kind, ...fields })}\n`);
  return {
    job: ({ job, kind, attempt, outcome, ms, error, status }) =>
      writeLine('job', {
        job,
        name: kind,
        attempt,
        outcome,
        ms,
        ...(error === undefined ? {} : { error }),
        ...(status === undefined ? {} : { status }),
      }),
    fault: (during, thrown) => {
      const { fault, at } = formatFault(thrown);
      writeLine('fault', { during, fault, frames: at });
    },
  };
}
