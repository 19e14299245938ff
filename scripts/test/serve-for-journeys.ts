import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runApp } from '../start/run-app.ts';
import { appsToRun, startProduct } from '../start/start-product.ts';
import { findFreePorts } from './find-free-ports.ts';

/** Starts the whole product on free ports, and a second guest app whose database cannot be reached. */
const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-journeys-'));
const [staysPort = 0, backofficePort = 0, supabasePort = 0, staysWithoutDatabasePort = 0, unusedPort = 0] =
  await findFreePorts(5);
const settings = {
  host: '127.0.0.1',
  staysPort,
  backofficePort,
  supabasePort,
  dataDir,
  databaseUrl: null,
  isFresh: false,
  isEmpty: false,
};
// With a trusted proxy, each journey can send a client address of its own in a header.
process.env['TRUSTED_PROXY_HOPS'] = '1';
const log = (line: string) => process.stderr.write(`${line}\n`);
const product = await startProduct(settings, log);

const staysWithoutDatabaseUrl = `http://127.0.0.1:${staysWithoutDatabasePort}`;
const urls = { staysUrl: staysWithoutDatabaseUrl, backofficeUrl: product.backofficeUrl };
const [stays] = appsToRun(
  { ...settings, staysPort: staysWithoutDatabasePort },
  product.keys,
  `http://127.0.0.1:${unusedPort}`,
  urls,
);
if (stays === undefined) {
  throw new TypeError('There is no guest app to run.');
}
const staysWithoutDatabase = await runApp({ ...stays, onLine: log });

process.once('SIGTERM', async () => {
  await staysWithoutDatabase.stop();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
process.stdout.write(
  `${JSON.stringify({
    staysUrl: product.staysUrl,
    backofficeUrl: product.backofficeUrl,
    staysWithoutDatabaseUrl,
    supabaseUrl: product.supabaseUrl,
    publishableKey: product.keys.publishableKey,
    people: product.demoPeople,
  })}\n`,
);
