import { SupabaseLocalError } from '@gudbro/supabase-local';
import { buildApps } from './build-apps.ts';
import { checkPort } from './check-port.ts';
import { formatWelcome } from './print-welcome.ts';
import { readSettings, StartError } from './read-settings.ts';
import { type Product, startProduct } from './start-product.ts';

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  await checkPort('STAYS_PORT', settings.host, settings.staysPort);
  await checkPort('BACKOFFICE_PORT', settings.host, settings.backofficePort);
  await checkPort('SUPABASE_PORT', '127.0.0.1', settings.supabasePort);
  await buildApps();
  const product = await startProduct(settings, (line) => process.stdout.write(`${line}\n`));
  stopOnSignal(product);
  process.stdout.write(await formatWelcome(product));
  const dead = await Promise.race(product.children.map((child) => child.ended.then(() => child.name)));
  if (!isStopping) {
    process.stderr.write(`${dead} has ended by itself; stopping the rest.\n`);
    await product.stop();
    process.exit(1);
  }
}

let isStopping = false;

function stopOnSignal(product: Product): void {
  const stop = () => {
    if (isStopping) {
      return;
    }
    isStopping = true;
    product.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

function fail(error: unknown): never {
  const isForThePerson = error instanceof StartError || error instanceof SupabaseLocalError;
  process.stderr.write(
    `${isForThePerson ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

start().catch(fail);
