import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { StartError } from './read-settings.ts';

export type RunningChild = {
  name: string;
  ended: Promise<number | null>;
  stop: () => Promise<void>;
  /** Cuts the channel, as our own end would. */
  disconnect: () => void;
};

type AppOptions = {
  name: string;
  directory: string;
  env: Record<string, string>;
  /** Lines the app writes once it runs: its request log. */
  onLine: (line: string) => void;
  /** Next compiles each page when it is asked for, and again when its source changes. */
  isDevelopment?: boolean;
};

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'TRUSTED_PROXY_HOPS'];

/** Starts one app and waits until it serves. It gets the settings named here and no others, so no app holds another's key. */
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
    // The channel tells the app when we are gone, however we went.
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
    throw new StartError(`${name} did not start (exit code ${code}). Its reason stands above.`);
  });
  await Promise.race([ready, failed]);
  // From here on an end is no failure to start; whoever waits on `ended` hears of it.
  failed.catch(() => undefined);
}
