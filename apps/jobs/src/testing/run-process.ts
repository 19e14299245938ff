import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type JobsProcess = {
  lines: string[];
  /** The exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
};

const directory = path.join(import.meta.dirname, '../..');

/** Runs server.ts as a process of its own, and waits until it is ready. */
export async function runJobsProcess(env: Record<string, string>): Promise<JobsProcess> {
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: directory,
    env: { PATH: process.env['PATH'], JOBS_PORT: '0', NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('{"ready":true')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then((code) => Promise.reject(new Error(`The process ended with ${code}.`))),
  ]);
  return { lines, ended, kill: (signal) => void child.kill(signal) };
}
