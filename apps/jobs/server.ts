import { runUntilStopped } from '@gudbro/api-kit/run-until-stopped';
import { env } from './src/env.ts';
import { handlers } from './src/handlers.ts';
import { createJobLog } from './src/queue/job-log.ts';
import { startJobs } from './src/start-jobs.ts';

const log = createJobLog(
  (line) => process.stdout.write(line),
  () => new Date(),
);

await runUntilStopped('jobs', () => startJobs(env(), handlers, log));
