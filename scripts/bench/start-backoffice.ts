import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import type { DemoPerson } from '../start/demo-people.ts';
import { startDemoDatabase } from '../start/start-demo-database.ts';
import { appsToRun } from '../start/start-product.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { listQueries } from '../test/list-queries.ts';
import { runMeasuredApp } from './run-measured-app.ts';

export type RunningBackoffice = {
  url: string;
  owner: DemoPerson;
  /** The CPU time that it has used so far, in microseconds. */
  readCpu: () => Promise<number>;
  /** Runs SQL as superuser. */
  query: Awaited<ReturnType<typeof startDemoDatabase>>['query'];
  /** What the app asked the database for since the last time. */
  readQueries: () => Promise<string[]>;
};

/** Starts the built backoffice with the demo. `ending` stops it and removes its data. */
export async function startBackoffice(ending: AsyncDisposableStack): Promise<RunningBackoffice> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-bench-'));
  ending.defer(() => rm(dataDir, { recursive: true, force: true }));
  const [backofficePort = 0, supabasePort = 0, unusedPort = 0] = await findFreePorts(3);
  const url = `http://127.0.0.1:${backofficePort}`;
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const database = await startDemoDatabase({
    port: supabasePort,
    siteUrl: url,
    allowedOrigins: [url],
    dataDir,
    keys,
  });
  ending.defer(database.close);
  const settings = {
    host: '127.0.0.1',
    staysPort: 0,
    backofficePort,
    supabasePort,
    dataDir,
    databaseUrl: null,
    isFresh: false,
    isEmpty: false,
  };
  // The guest app does not run, and no script comes from it. The backoffice must not be named in its place: it reads the demo's
  // pictures from there, and would ask itself for them without end.
  const urls = { staysUrl: `http://127.0.0.1:${unusedPort}`, backofficeUrl: url };
  const list = await listQueries(database.url);
  ending.defer(list.close);
  const backoffice = appsToRun(settings, keys, list.databaseUrl, urls).find(
    ({ name }) => name === 'backoffice',
  );
  const owner = database.demoPeople.find(({ email }) => email === 'owner@example.com');
  if (backoffice === undefined || owner === undefined) {
    throw new TypeError('There is a backoffice, and the demo has an owner.');
  }
  const { running, readCpu } = await runMeasuredApp(backoffice);
  ending.defer(running.stop);
  // The list is our own, of strings.
  const readQueries = async () => (await (await fetch(list.queriesUrl)).json()) as string[];
  return { url, owner, readCpu, query: database.query, readQueries };
}
