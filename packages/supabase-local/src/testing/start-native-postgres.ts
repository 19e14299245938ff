import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { createDatabase } from './create-database.ts';
import { findFreePort } from './find-free-port.ts';
import { findNativeBinaries, type NativeBinaries } from './find-native-binaries.ts';

/** The options of `startNativePostgres`. */
export interface NativePostgresOptions {
  /**
   * Whether to use Postgres's default settings for durability and vacuuming, as a benchmark must. By default false, which
   * is faster, and what a query reads does not depend on the moment.
   */
  durable?: boolean;
  /** Where to make the data folder. By default in the system's folder for temporary files. */
  parentDir?: string;
  /** Variables for the server besides those of this process. */
  env?: Record<string, string>;
}

/** A native Postgres 17, for tests with several connections and for benchmarks. */
export interface NativePostgres {
  /** The address of its database `postgres`, for the superuser. */
  url: string;
  /** The process id of the running server. */
  readonly pid: number;
  urlOf(database: string): string;
  createDatabase(name: string, options?: { template?: string }): Promise<string>;
  /** Opens connections that the caller ends. */
  connect(database?: string): postgres.Sql;
  /** Kills the server as a power cut would, without a shutdown. Its data stays. */
  kill(): Promise<void>;
  /** Whether the server runs. It also ends by itself where it cannot write its log. */
  isRunning(): boolean;
  /** Starts a server that has ended, on the same port and data. Resolves when it accepts connections. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];
const settingsWithoutDurability = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
];

/** What a start of the same server needs each time. */
interface Installation {
  binaries: NativeBinaries;
  dir: string;
  port: number;
  settings: string[];
  env: Record<string, string>;
}

/** Starts Postgres on a free port with a data folder of its own. `close` ends it and deletes the folder. */
export async function startNativePostgres(options: NativePostgresOptions = {}): Promise<NativePostgres> {
  const { durable = false, parentDir = tmpdir(), env = {} } = options;
  const binaries = await findNativeBinaries();
  const dir = await mkdtemp(join(parentDir, 'native-postgres-'));
  const removeFiles = async () => {
    await rm(dir, { recursive: true, force: true });
    if (binaries.copyDir !== null) await rm(binaries.copyDir, { recursive: true, force: true });
  };
  try {
    await initialise(binaries, dir);
    const chosen = durable ? settings : [...settings, ...settingsWithoutDurability];
    const [installation, server] = await startOnFreePort({ binaries, dir, settings: chosen, env });
    return createServerHandle(installation, server, removeFiles);
  } catch (error) {
    await removeFiles();
    throw error;
  }
}

const mostTries = 5;

/** Another process may take a free port before the server listens on it. */
async function startOnFreePort(
  parts: Omit<Installation, 'port'>,
  tries = 1,
): Promise<[Installation, ChildProcess]> {
  const installation = { ...parts, port: await findFreePort() };
  try {
    return [installation, await start(installation)];
  } catch (error) {
    if (tries === mostTries || !/could not bind/.test(String(error))) throw error;
    return startOnFreePort(parts, tries + 1);
  }
}

/** It listens on this machine only and for one test run, so it needs no password. */
async function initialise({ initdb, runAs }: NativeBinaries, dir: string): Promise<void> {
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(dir, runAs.uid, runAs.gid);
  const flags = [
    '--username=postgres',
    '--auth=trust',
    '--locale=C',
    '--encoding=UTF8',
    '--lc-messages=C',
    '--no-sync',
  ];
  const child = spawn(initdb, [`--pgdata=${dir}`, ...flags], {
    ...runAs,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${output.join('')}`);
}

async function start({ binaries, dir, port, settings, env }: Installation): Promise<ChildProcess> {
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', dir, '-p', String(port), ...flags], {
    ...binaries.runAs,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = collect(child);
  const isReady = () => output.some((text) => text.includes('ready to accept connections'));
  const closed = once(child, 'close').then(() => {
    throw new Error(`Postgres did not start: ${output.join('')}`);
  });
  // After the start nobody awaits this, and the end of the server is not an error.
  closed.catch(() => undefined);
  while (!isReady()) await Promise.race([once(child.stderr ?? child, 'data'), closed]);
  return child;
}

/** After a kill the server's own processes end a moment later than it does, and until then no other one may start. */
async function startAfterKill(installation: Installation): Promise<ChildProcess> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    try {
      return await start(installation);
    } catch (error) {
      const isInUse =
        error instanceof Error && /is still in use|lock file .* already exists/.test(error.message);
      if (!isInUse || performance.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  return output;
}

function createServerHandle(
  installation: Installation,
  started: ChildProcess,
  removeFiles: () => Promise<void>,
): NativePostgres {
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${installation.port}/${database}`;
  let child = started;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (!isRunning()) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  // If our process ends without calling close, the server must end too.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  return {
    url: urlOf('postgres'),
    get pid() {
      return child.pid ?? 0;
    },
    urlOf,
    createDatabase: (name, options = {}) => createDatabase(urlOf('postgres'), name, options.template),
    connect: (database = 'postgres') => postgres(urlOf(database), { onnotice: () => undefined }),
    kill: () => end('SIGKILL'),
    isRunning,
    restart: async () => {
      child = await startAfterKill(installation);
    },
    close: async () => {
      process.off('exit', endWithUs);
      // SIGINT is Postgres's fast shutdown, which does not wait for clients.
      await end('SIGINT');
      await removeFiles();
    },
  };
}
