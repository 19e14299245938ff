/** A thread of the process that decodes a picture: ends the process when it takes more than it may. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ProcessLimits } from './run-picture-process.ts';

const { cpuMs, memoryBytes } = workerData as ProcessLimits; // passed by picture-process.ts
const before = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1000 > cpuMs || process.memoryUsage.rss() > memoryBytes) {
    // `process.exit` would wait for the decoder.
    process.kill(process.pid, 'SIGKILL');
  }
}, 20);
parentPort?.postMessage('watching');
