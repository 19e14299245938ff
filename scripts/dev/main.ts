import path from 'node:path';
import { emptyDataDir } from '@gudbro/supabase-local';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { checkPorts } from '../start/check-port.ts';
import { readDemoPeople } from '../start/demo-people.ts';
import { endWithError } from '../start/end-with-error.ts';
import { formatWelcome } from '../start/print-welcome.ts';
import { readPushKeys } from '../start/read-push-keys.ts';
import { appsToRun, publicUrls } from '../start/start-product.ts';
import { readDevSettings } from './read-dev-settings.ts';
import { startDevApp } from './start-dev-app.ts';
import { startDevDatabase } from './start-dev-database.ts';
import { watchPackages } from './watch-packages.ts';

const supabaseDir = path.join(import.meta.dirname, '../../supabase');
const onLine = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs both apps, the process for jobs and their database, and reloads each on changes. Adds what has started to `ending`, to close it. */
async function start(ending: AsyncDisposableStack): Promise<void> {
  const settings = readDevSettings(process.env, process.argv.slice(2));
  await checkPorts(settings);
  const packages = await watchPackages(onLine);
  ending.defer(() => packages.close());
  if (settings.isFresh) {
    await emptyDataDir(settings.dataDir);
  }
  const { dataDir } = settings;
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const urls = publicUrls(settings);
  const database = await startDevDatabase({
    supabaseDir,
    dataDir,
    port: settings.supabasePort,
    keys,
    allowedOrigins: [urls.staysUrl, urls.backofficeUrl],
    siteUrl: urls.backofficeUrl,
    onLine,
  });
  ending.defer(() => database.close());
  const supabaseUrl = `http://127.0.0.1:${settings.supabasePort}`;
  for (const app of appsToRun(settings, keys, supabaseUrl, urls, await readPushKeys(dataDir))) {
    const running = await startDevApp({ ...app, onLine });
    ending.defer(() => running.close());
  }
  onLine(
    formatWelcome({
      ...urls,
      supabaseUrl,
      content: 'demo',
      sendsMails: settings.smtp !== undefined,
      demoPeople: await readDemoPeople(dataDir),
      ending: lastLines,
    }),
  );
}

const lastLines = [
  'Saved pages and components reload. After a saved SQL file the database is made again, with the same passwords.',
  'Ctrl-C stops everything.',
];

function closeOnSignal(ending: AsyncDisposableStack): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending.disposed) {
        ending.disposeAsync().then(() => process.exit(0), endWithError);
      }
    });
  }
}

const ending = new AsyncDisposableStack();
closeOnSignal(ending);
start(ending).catch(async (error) => {
  await ending.disposeAsync();
  endWithError(error);
});
