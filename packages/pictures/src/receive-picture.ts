import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { ProcessLimits } from './run-picture-process.ts';

/**
 * For the processes that `run-picture-process.ts` starts: the task and the picture, once the limits are watched. The process ends with the
 * web server, since nobody waits for the picture then.
 */
export async function receivePicture<Task extends { limits: ProcessLimits }>(): Promise<{
  task: Task;
  picture: Buffer;
}> {
  const end = () => process.kill(process.pid, 'SIGKILL');
  process.once('disconnect', end);
  if (!process.connected) {
    end();
  }
  const [written = ''] = process.argv.slice(2);
  const task = JSON.parse(written) as Task; // written by the one who starts the process
  // In a thread of its own, since the decoder of HEIC leaves this one no time. On a busy machine a thread may start late, and
  // nothing is decoded before it watches.
  const watch = new Worker(new URL('./watch-limits.ts', import.meta.url), { workerData: task.limits });
  const [picture] = await Promise.all([buffer(process.stdin), once(watch, 'message')]);
  return { task, picture };
}
