import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { StartError } from './read-settings.ts';

export type RunningChild = {
  name: string;
  pid: number;
  ended: Promise<number | null>;
  stop: () => Promise<void>;
  /** Ends the app with SIGKILL, as the system does when memory runs out. */
  kill: () => Promise<void>;
  /** Closes the IPC channel, as the end of this process would. */
  disconnect: () => void;
};

type AppOptions = {
  name: string;
  directory: string;
  /** Its script in that folder. Default: `server.ts`. */
  entry?: string;
  env: Record<string, string>;
  /** Called with each line that the app writes to its output, except the one that says it is ready. */
  onLine: (line: string) => void;
  /** In development Next compiles a page when it is requested, and again when its source changes. */
  isDevelopment?: boolean;
  /** The file descriptor to which the app writes its errors. Default: that of this process. */
  errorOutput?: number;
};

/** As in the Dockerfile and in each app's `start` (decision 31). */
export const nodeFlags = ['--max-semi-space-size=16'];

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'TRUSTED_PROXY_HOPS', 'RESTAURANT_MENU_URL'];

/**
 * Starts an app and waits until it is ready. It gets only the variables given here and a few of the system, so that no app
 * has the other's keys.
 */
export async function runApp(app: AppOptions): Promise<RunningChild> {
  const { name, directory, entry = 'server.ts', env, onLine, isDevelopment = false, errorOutput = 2 } = app;
  const inherited = Object.fromEntries(
    passedOn.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])),
  );
  const child = spawn(process.execPath, [...nodeFlags, entry, ...(isDevelopment ? ['--dev'] : [])], {
    cwd: directory,
    env: {
      ...inherited,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    },
    // The app notices by the IPC channel that this process has ended, even if it was killed.
    stdio: ['ignore', 'pipe', errorOutput, 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await waitUntilReady(name, child, ended, onLine);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    name,
    // It has started, so it has an id.
    pid: child.pid ?? 0,
    ended,
    disconnect: () => child.disconnect(),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
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
