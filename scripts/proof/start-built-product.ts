import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalKeys, readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { type NativePostgres, startNativePostgres } from '@gudbro/supabase-local/native';
import { appsToRun } from '../start/start-product.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { type RestartableApp, startRestartableApp } from './restartable-app.ts';

export type BuiltProductOptions = {
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
export type BuiltProduct = {
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
const databaseName = 'proof';
// Limits by address would refuse requests that a proof wants to reach the app.
const unlimited = { TRUSTED_PROXY_HOPS: '1', ADDRESS_LIMIT_PER_MINUTE: '1000000000' };

/** Starts the product. `ending` stops it and removes its files, the log included. */
export async function startBuiltProduct(
  options: BuiltProductOptions,
  ending: AsyncDisposableStack,
): Promise<BuiltProduct> {
  const { staysCount, env = {}, wrapDatabase = async (url) => url } = options;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-proof-'));
  const logFile = path.join(dataDir, 'log');
  ending.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const postgres = await startPostgres(options, ending);
  const [databasePort = 0, backofficePort = 0, ...staysPorts] = await findFreePorts(staysCount + 2);
  const start = openLog(logFile, env, ending);
  const databaseApi = await start({
    name: 'database API',
    // Its driver can end the process when Postgres ends a connection. In production a supervisor would restart it.
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
  const supabaseUrl = databaseApi.url;
  const [stays, backoffice] = describeApps({ dataDir, keys, supabaseUrl, publicUrl, backofficePort });
  const runningBackoffice = await start({ ...backoffice, port: backofficePort });
  const runningStays: RestartableApp[] = [];
  for (const [index, port] of staysPorts.entries()) {
    const wrappedUrl = await wrapDatabase(supabaseUrl);
    const ownEnv = { ...stays.env, ...unlimited, STAYS_PORT: String(port), SUPABASE_URL: wrappedUrl };
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

/** Returns what starts an app that writes to this log. */
function openLog(logFile: string, env: Record<string, string>, ending: AsyncDisposableStack) {
  const log = openSync(logFile, 'a');
  ending.defer(() => closeSync(log));
  return async (app: Omit<Parameters<typeof startRestartableApp>[0], 'errorOutput' | 'onLine'>) => {
    const onLine = (line: string) => void writeSync(log, `${line}\n`);
    const ownEnv = { ...app.env, ...env };
    const started = await startRestartableApp({ ...app, env: ownEnv, errorOutput: log, onLine });
    ending.defer(started.kill);
    return started;
  };
}

async function startPostgres(
  { databaseParentDir, env }: BuiltProductOptions,
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

function connect(postgres: NativePostgres, ending: AsyncDisposableStack): BuiltProduct['sql'] {
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
    isEmpty: false,
  };
  const backofficeUrl = `http://127.0.0.1:${backofficePort}`;
  const [stays, backoffice] = appsToRun(settings, keys, supabaseUrl, { staysUrl: publicUrl, backofficeUrl });
  if (stays === undefined || backoffice === undefined) {
    throw new TypeError('There are two apps.');
  }
  return [stays, backoffice] as const;
}
