import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSupabase } from '@gudbro/supabase-local';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { appsToRun } from '../start/start-product.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { type Recorder, recordDatabase } from './record-database.ts';
import { runMeasuredApp } from './run-measured-app.ts';

type App = { url: string; readCpu: () => Promise<number> };
export type RunningApps = {
  stays: App;
  /** The same, which renders a room's page anew for each scan. */
  rendering: App;
  empty: App;
  recorder: Recorder;
};

/** Starts the guest app on a recorded database with demo data, and the empty app. `ending` stops them in reverse order. */
export async function startApps(emptyApp: string, ending: AsyncDisposableStack): Promise<RunningApps> {
  const recorder = await startDatabase(ending);
  const stays = await startStays(recorder, {}, ending);
  const rendering = await startStays(recorder, { KEEP_PAGES: '0' }, ending);
  return { stays, rendering, empty: await startEmpty(emptyApp, ending), recorder };
}

/** Starts the guest app alone, on the same data. */
export async function startGuestApp(ending: AsyncDisposableStack): Promise<App> {
  return startStays(await startDatabase(ending), {}, ending);
}

const writeLine = (message: string) => process.stderr.write(`${message}\n`);
// The list of applied migrations is of no use here.
const logger = { info: () => undefined, warn: writeLine, error: writeLine };

type Database = Recorder & { keys: Awaited<ReturnType<typeof readOrCreateKeys>>; dataDir: string };

async function startDatabase(ending: AsyncDisposableStack): Promise<Database> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-bench-'));
  ending.defer(() => rm(dataDir, { recursive: true, force: true }));
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const supabase = await startSupabase({ host: '127.0.0.1', port: 0, dataDir, keys, logger });
  ending.defer(() => supabase.close());
  const recorder = await recordDatabase(supabase.url);
  ending.defer(recorder.close);
  return { ...recorder, keys, dataDir };
}

async function startStays(
  { url, keys, dataDir }: Database,
  settings: Record<string, string>,
  ending: AsyncDisposableStack,
): Promise<App> {
  const [staysPort = 0] = await findFreePorts(1);
  const staysUrl = `http://127.0.0.1:${staysPort}`;
  const place = {
    host: '127.0.0.1',
    staysPort,
    backofficePort: 0,
    supabasePort: 0,
    dataDir,
    databaseUrl: null,
    isFresh: false,
    isEmpty: false,
  };
  const apps = appsToRun(place, keys, url, { staysUrl, backofficeUrl: staysUrl });
  const stays = apps.find(({ name }) => name === 'stays');
  if (stays === undefined) {
    throw new TypeError('There is no guest app to run.');
  }
  const env = { ...stays.env, ADDRESS_LIMIT_PER_MINUTE: '1000000000', ...settings };
  const { running, readCpu } = await runMeasuredApp({ ...stays, env });
  ending.defer(running.stop);
  return { url: staysUrl, readCpu };
}

export async function startEmpty(directory: string, ending: AsyncDisposableStack): Promise<App> {
  const { running, url, readCpu } = await runMeasuredApp({ name: 'the empty app', directory, env: {} });
  ending.defer(running.stop);
  if (url === undefined) {
    throw new Error('The empty app did not print its address.');
  }
  return { url, readCpu };
}
