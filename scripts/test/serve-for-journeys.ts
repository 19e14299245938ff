import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runApp } from '../start/run-app.ts';
import { appsToRun, startProduct } from '../start/start-product.ts';
import { findFreePorts } from './find-free-ports.ts';

/** The whole product on ports of the system's choice, and a second guest app whose database is away. */
const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-journeys-'));
const [staysPort = 0, backofficePort = 0, supabasePort = 0, awayPort = 0, deadPort = 0] =
  await findFreePorts(5);
const settings = {
  host: '127.0.0.1',
  staysPort,
  backofficePort,
  supabasePort,
  dataDir,
  databaseUrl: null,
  isFresh: false,
};
// Journeys come through a proxy that does not exist: each may have an address of its own.
process.env['TRUSTED_PROXY_HOPS'] = '1';
const log = (line: string) => process.stderr.write(`${line}\n`);
const product = await startProduct(settings, log);

const awayUrl = `http://127.0.0.1:${awayPort}`;
const urls = { staysUrl: awayUrl, backofficeUrl: product.backofficeUrl };
const [stays] = appsToRun(
  { ...settings, staysPort: awayPort },
  product.keys,
  `http://127.0.0.1:${deadPort}`,
  urls,
);
if (stays === undefined) {
  throw new TypeError('There is a guest app to run.');
}
const away = await runApp({ ...stays, onLine: log });

process.once('SIGTERM', async () => {
  await away.stop();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
process.stdout.write(
  `${JSON.stringify({
    staysUrl: product.staysUrl,
    backofficeUrl: product.backofficeUrl,
    staysWithoutDatabaseUrl: awayUrl,
    supabaseUrl: product.supabaseUrl,
    publishableKey: product.keys.publishableKey,
    people: product.demoPeople,
  })}\n`,
);
