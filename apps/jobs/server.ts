import { runUntilStopped } from '@gudbro/api-kit/run-until-stopped';
import { env } from './src/env.ts';
import { handlers } from './src/handlers.ts';
import { startJobs } from './src/start-jobs.ts';
import { createJobLog } from './src/work/job-log.ts';

const log = createJobLog(
  (line) => process.stdout.write(line),
  () => new Date(),
);

await runUntilStopped('jobs', () => startJobs(env(), handlers, log));
