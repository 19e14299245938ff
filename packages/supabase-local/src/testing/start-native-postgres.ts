import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { createDatabase } from './create-database.ts';
import { findFreePort } from './find-free-port.ts';
import { findNativeBinaries, type NativeBinaries } from './find-native-binaries.ts';

export interface NativePostgresOptions {
  /** Keep Postgres's own settings for durability, as a benchmark must. False when absent: tests are in a hurry. */
  durable?: boolean;
}

/** A full Postgres 17 of our own, for races and scale. */
export interface NativePostgres {
  /** The address of its database `postgres`, as superuser. */
  url: string;
  pid: number;
  urlOf(database: string): string;
  createDatabase(name: string, options?: { template?: string }): Promise<string>;
  /** Connections of one's own; the caller ends them. */
  connect(database?: string): postgres.Sql;
  close(): Promise<void>;
}

const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];
const hurried = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts Postgres on a free port with a data folder of its own, both gone when it is closed. */
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
      options.durable === true ? always : [...always, ...hurried],
    );
    return describeServer(child, port, removeFiles);
  } catch (error) {
    await removeFiles();
    throw error;
  }
}

/** Trust is enough: it listens on this machine only, and lives as long as a test run. */
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
  const said = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${said.join('')}`);
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
  const said = collect(child);
  const isReady = () => said.some((text) => text.includes('ready to accept connections'));
  const closed = once(child, 'close').then(() => {
    throw new Error(`Postgres did not start: ${said.join('')}`);
  });
  // Once it is up, its end is nobody's failure.
  closed.catch(() => undefined);
  while (!isReady()) await Promise.race([once(child.stderr ?? child, 'data'), closed]);
  return child;
}

function collect(child: ChildProcess): string[] {
  const said: string[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  return said;
}

function describeServer(child: ChildProcess, port: number, removeFiles: () => Promise<void>): NativePostgres {
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  // Should our own process end without closing, the server must not outlive it.
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
        // SIGINT is Postgres's fast shutdown: it does not wait for clients.
        child.kill('SIGINT');
        await ended;
      }
      await removeFiles();
    },
  };
}
