import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { StartError } from './read-settings.ts';

export type RunningChild = {
  name: string;
  ended: Promise<number | null>;
  stop: () => Promise<void>;
  /** Closes the IPC channel, as the end of this process would. */
  disconnect: () => void;
};

type AppOptions = {
  name: string;
  directory: string;
  env: Record<string, string>;
  /** Called with each line that the app writes to its output, except the one that says it is ready. */
  onLine: (line: string) => void;
  /** In development Next compiles a page when it is requested, and again when its source changes. */
  isDevelopment?: boolean;
};

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'TRUSTED_PROXY_HOPS'];

/**
 * Starts an app and waits until it is ready. It gets only the variables given here and a few of the system, so that no app
 * has the other's keys.
 */
export async function runApp(app: AppOptions): Promise<RunningChild> {
  const { name, directory, env, onLine, isDevelopment = false } = app;
  const inherited = Object.fromEntries(
    passedOn.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])),
  );
  const child = spawn(process.execPath, ['server.ts', ...(isDevelopment ? ['--dev'] : [])], {
    cwd: directory,
    env: {
      ...inherited,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    },
    // The app notices by the IPC channel that this process has ended, even if it was killed.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await waitUntilReady(name, child, ended, onLine);
  return {
    name,
    ended,
    disconnect: () => child.disconnect(),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function waitUntilReady(
  name: string,
  child: ChildProcess,
  ended: Promise<number | null>,
  onLine: (line: string) => void,
): Promise<void> {
  if (child.stdout === null) {
    throw new TypeError('The child was started without a pipe.');
  }
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => (line.startsWith('{"ready":true') ? resolve() : onLine(line)));
  });
  const failed = ended.then((code) => {
    throw new StartError(`${name} did not start (exit code ${code}). The reason is above.`);
  });
  await Promise.race([ready, failed]);
  // A later end of the app is no failure to start. It is reported by `ended`, so this rejection must not be unhandled.
  failed.catch(() => undefined);
}
