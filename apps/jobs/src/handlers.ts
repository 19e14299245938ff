import type { JobHandler } from './work/job.ts';

/** What this process can do, by kind. */
export const handlers: Readonly<Record<string, JobHandler>> = {};
