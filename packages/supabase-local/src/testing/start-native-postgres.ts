import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { createDatabase } from './create-database.ts';
import { findFreePort } from './find-free-port.ts';
import { findNativeBinaries, type NativeBinaries } from './find-native-binaries.ts';

/** The options of `startNativePostgres`. */
export interface NativePostgresOptions {
  /** Whether to use Postgres's default settings for durability, as a benchmark must. By default false, which is faster. */
  durable?: boolean;
}

/** A native Postgres 17, for tests with several connections and for benchmarks. */
export interface NativePostgres {
  /** The address of its database `postgres`, for the superuser. */
  url: string;
  pid: number;
  urlOf(database: string): string;
  createDatabase(name: string, options?: { template?: string }): Promise<string>;
  /** Opens connections that the caller ends. */
  connect(database?: string): postgres.Sql;
  close(): Promise<void>;
}

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];
const settingsWithoutDurability = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts Postgres on a free port with a data folder of its own. `close` ends it and deletes the folder. */
export async function startNativePostgres(options: NativePostgresOptions = {}): Promise<NativePostgres> {
  const binaries = await findNativeBinaries();
  const dir = await mkdtemp(join(tmpdir(), 'native-postgres-'));
  const removeFiles = async () => {
    await rm(dir, { recursive: true, force: true });
    if (binaries.copyDir !== null) await rm(binaries.copyDir, { recursive: true, force: true });
  };
  try {
    await initialise(binaries, dir);
    const port = await findFreePort();
    const child = await start(
      binaries,
      dir,
      port,
      options.durable === true ? settings : [...settings, ...settingsWithoutDurability],
    );
    return createServerHandle(child, port, removeFiles);
  } catch (error) {
    await removeFiles();
    throw error;
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

async function start(
  { postgres: binary, runAs }: NativeBinaries,
  dir: string,
  port: number,
  settings: string[],
): Promise<ChildProcess> {
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(binary, ['-D', dir, '-p', String(port), ...flags], {
    ...runAs,
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

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  return output;
}

function createServerHandle(
  child: ChildProcess,
  port: number,
  removeFiles: () => Promise<void>,
): NativePostgres {
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  // If our process ends without calling close, the server must end too.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  return {
    url: urlOf('postgres'),
    pid: child.pid ?? 0,
    urlOf,
    createDatabase: (name, options = {}) => createDatabase(urlOf('postgres'), name, options.template),
    connect: (database = 'postgres') => postgres(urlOf(database), { onnotice: () => undefined }),
    close: async () => {
      process.off('exit', endWithUs);
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'close');
        // SIGINT is Postgres's fast shutdown, which does not wait for clients.
        child.kill('SIGINT');
        await ended;
      }
      await removeFiles();
    },
  };
}
