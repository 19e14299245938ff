import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { fixtureSources } from './fixture-sources.ts';

const entry = fileURLToPath(new URL('../serve-process.ts', import.meta.url));

/** A running serve-process. */
export interface StackProcess {
  /** The address, when the process is ready; rejects if it ends before. */
  ready: Promise<string>;
  /** The exit code, the signal and the error output, when the process has ended. */
  ended: Promise<{ code: number | null; signal: string | null; stderr: string }>;
  kill(signal: NodeJS.Signals): void;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const running = new Set<Child>();

/** For `afterEach`, so that a failed test leaves no server running. */
export function killProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Runs serve-process as a process of its own. */
export function startProcess(env: Record<string, string>): StackProcess {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env['PATH'],
      SUPABASE_MIGRATIONS_DIR: fixtureSources.migrationsDir,
      SUPABASE_SEED_FILES: fixtureSources.seedFiles.join(','),
      SUPABASE_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const ended = watchEnd(child);
  const ready = readReadyLine(child, ended);
  // A test that only awaits `ended` does not handle this rejection.
  ready.catch(() => undefined);
  return { ready, ended, kill: (signal) => void child.kill(signal) };
}

async function watchEnd(child: Child): StackProcess['ended'] {
  const [stderr, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, signal, stderr };
}

async function readReadyLine(child: Child, ended: StackProcess['ended']): Promise<string> {
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(({ stderr }) => Promise.reject(new Error(`the process ended before it was ready: ${stderr}`))),
  ]);
  const message: unknown = JSON.parse(String(line));
  const url: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, 'url') : undefined;
  return String(url);
}
