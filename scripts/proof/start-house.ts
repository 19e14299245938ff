import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalKeys, readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { type NativePostgres, startNativePostgres } from '@gudbro/supabase-local/native';
import { appsToRun } from '../start/start-product.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { type RestartableApp, startRestartableApp } from './restartable-app.ts';

export type HouseOptions = {
  /** How many guest apps share the database. */
  staysCount: number;
  /** The address under which guests reach them, if that is not the first one's own. */
  publicUrl?: string;
  /** Variables for every process of the product. */
  env?: Record<string, string>;
  /** Where Postgres has its data, if that is not the system's folder for temporary files. */
  databaseParentDir?: string;
  /** What stands between a guest app and the database's API: takes the API's address and returns another one. */
  wrapDatabase?: (url: string) => Promise<string>;
};

/** The built product on a native Postgres: everything in processes of its own, each of which can be killed. */
export type House = {
  postgres: NativePostgres;
  sql: ReturnType<NativePostgres['connect']>;
  keys: LocalKeys;
  databaseApi: RestartableApp;
  stays: readonly RestartableApp[];
  backoffice: RestartableApp;
  logFile: string;
  /** Of the apps, those that ended without being told to. */
  listUnexpectedEnds: () => string[];
};

const root = path.join(import.meta.dirname, '../..');
const databaseName = 'house';
// High enough that no limit by address hides what a proof looks for.
const unlimited = { TRUSTED_PROXY_HOPS: '1', ADDRESS_LIMIT_PER_MINUTE: '1000000000' };

/** Starts the product. `ending` stops it and removes its files; the log stays where `keepLog` says so. */
export async function startHouse(options: HouseOptions, ending: AsyncDisposableStack): Promise<House> {
  const { staysCount, env = {}, wrapDatabase = async (url) => url } = options;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-proof-'));
  const logFile = path.join(dataDir, 'log');
  ending.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const log = openSync(logFile, 'a');
  ending.defer(() => closeSync(log));
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const postgres = await startPostgres(options, ending);
  const ports = await findFreePorts(staysCount + 2);
  const [databasePort = 0, backofficePort = 0, ...staysPorts] = ports;
  const start = async (app: Omit<Parameters<typeof startRestartableApp>[0], 'errorOutput' | 'onLine'>) => {
    const onLine = (line: string) => void writeSync(log, `${line}\n`);
    const started = await startRestartableApp({
      ...app,
      env: { ...app.env, ...env },
      errorOutput: log,
      onLine,
    });
    ending.defer(started.kill);
    return started;
  };
  const databaseApi = await start({
    name: 'database API',
    // The driver of the embedded Supabase can end with a connection of Postgres. It stands for one that is supervised.
    isSupervised: true,
    directory: root,
    entry: 'scripts/proof/serve-database.ts',
    port: databasePort,
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.urlOf(databaseName),
      SUPABASE_PORT: String(databasePort),
    },
  });
  const publicUrl = options.publicUrl ?? `http://127.0.0.1:${staysPorts[0]}`;
  const [stays, backoffice] = describeApps({
    dataDir,
    keys,
    supabaseUrl: databaseApi.url,
    publicUrl,
    backofficePort,
  });
  const runningBackoffice = await start({ ...backoffice, port: backofficePort });
  const runningStays: RestartableApp[] = [];
  for (const [index, port] of staysPorts.entries()) {
    const supabaseUrl = await wrapDatabase(databaseApi.url);
    const ownEnv = { ...stays.env, ...unlimited, STAYS_PORT: String(port), SUPABASE_URL: supabaseUrl };
    runningStays.push(await start({ ...stays, name: `stays ${index + 1}`, env: ownEnv, port }));
  }
  return {
    postgres,
    sql: connect(postgres, ending),
    keys,
    databaseApi,
    stays: runningStays,
    backoffice: runningBackoffice,
    logFile,
    listUnexpectedEnds: () => [runningBackoffice, ...runningStays].flatMap((app) => app.listUnexpectedEnds()),
  };
}

async function startPostgres(
  { databaseParentDir, env }: HouseOptions,
  ending: AsyncDisposableStack,
): Promise<NativePostgres> {
  const postgres = await startNativePostgres({
    durable: true,
    ...(databaseParentDir === undefined ? {} : { parentDir: databaseParentDir }),
    ...(env === undefined ? {} : { env }),
  });
  ending.defer(postgres.close);
  await postgres.createDatabase(databaseName);
  return postgres;
}

function connect(postgres: NativePostgres, ending: AsyncDisposableStack): House['sql'] {
  const sql = postgres.connect(databaseName);
  ending.defer(() => sql.end({ timeout: 1 }));
  return sql;
}

type Addresses = {
  dataDir: string;
  keys: LocalKeys;
  supabaseUrl: string;
  publicUrl: string;
  backofficePort: number;
};

/** Both apps with the settings that `npm start` gives them. */
function describeApps({ dataDir, keys, supabaseUrl, publicUrl, backofficePort }: Addresses) {
  const settings = {
    host: '127.0.0.1',
    staysPort: 0,
    backofficePort,
    supabasePort: 0,
    dataDir,
    databaseUrl: null,
    isFresh: false,
  };
  const backofficeUrl = `http://127.0.0.1:${backofficePort}`;
  const [stays, backoffice] = appsToRun(settings, keys, supabaseUrl, { staysUrl: publicUrl, backofficeUrl });
  if (stays === undefined || backoffice === undefined) {
    throw new TypeError('There are two apps.');
  }
  return [stays, backoffice] as const;
}
