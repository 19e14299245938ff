import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPushService } from '../../apps/jobs/src/testing/start-push-service.ts';
import { type RunningChild, runApp } from '../start/run-app.ts';
import { appsToRun, startProduct } from '../start/start-product.ts';
import { findFreePorts } from './find-free-ports.ts';
import { listQueries } from './list-queries.ts';
import { serveSweep } from './serve-sweep.ts';

/**
 * Starts the whole product on free ports, a second guest app whose database cannot be reached, a second backoffice whose
 * queries are listed, and a push service, so that no message leaves this machine. With `--empty` there is no demo.
 */
const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-journeys-'));
const [
  staysPort = 0,
  backofficePort = 0,
  supabasePort = 0,
  secondStaysPort = 0,
  secondBackofficePort = 0,
  unusedPort = 0,
] = await findFreePorts(6);
const pushService = await startPushService();
const settings = {
  host: '127.0.0.1',
  staysPort,
  backofficePort,
  supabasePort,
  dataDir,
  pushStandIn: pushService.url,
  databaseUrl: null,
  isFresh: false,
  isEmpty: process.argv.includes('--empty'),
};
// With a trusted proxy, each journey can send a client address of its own in a header.
process.env['TRUSTED_PROXY_HOPS'] = '1';
// At its usual cost each password takes the local stack a fifth of a second.
process.env['LITE_AUTH_BCRYPT_COST'] = '4';
process.env['RESTAURANT_MENU_URL'] = 'https://menu.example/{slug}';
const log = (line: string) => process.stderr.write(`${line}\n`);
const product = await startProduct(settings, log);
const queries = await listQueries(product.supabaseUrl);
const sweep = await serveSweep(() => product.query('select public.sweep()'));

const staysWithoutDatabaseUrl = `http://127.0.0.1:${secondStaysPort}`;
const listedBackofficeUrl = `http://127.0.0.1:${secondBackofficePort}`;
const staysWithoutDatabase = await runSecond('stays', `http://127.0.0.1:${unusedPort}`);
const listedBackoffice = await runSecond('backoffice', queries.databaseUrl);

/** Runs an app once more, on this database. */
async function runSecond(name: 'stays' | 'backoffice', supabaseUrl: string): Promise<RunningChild> {
  const ports = { staysPort: secondStaysPort, backofficePort: secondBackofficePort };
  const urls = { staysUrl: staysWithoutDatabaseUrl, backofficeUrl: listedBackofficeUrl };
  const apps = appsToRun({ ...settings, ...ports }, product.keys, supabaseUrl, urls);
  const app = apps.find((one) => one.name === name);
  if (app === undefined) {
    throw new TypeError(`There is no ${name} to run.`);
  }
  return runApp({ ...app, onLine: log });
}

process.once('SIGTERM', async () => {
  await Promise.all([staysWithoutDatabase.stop(), listedBackoffice.stop()]);
  await Promise.all([queries.close(), sweep.close()]);
  await product.stop();
  await pushService.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
process.stdout.write(
  `${JSON.stringify({
    staysUrl: product.staysUrl,
    backofficeUrl: product.backofficeUrl,
    staysWithoutDatabaseUrl,
    listedBackofficeUrl,
    queriesUrl: queries.queriesUrl,
    pushServiceUrl: pushService.url,
    pushPublicKey: product.pushKeys.VAPID_PUBLIC_KEY,
    sweepUrl: sweep.url,
    dataDir,
    supabaseUrl: product.supabaseUrl,
    publishableKey: product.keys.publishableKey,
    people: product.demoPeople,
  })}\n`,
);
