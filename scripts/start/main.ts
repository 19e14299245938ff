import { buildApps } from './build-apps.ts';
import { checkPorts } from './check-port.ts';
import { endWithError } from './end-with-error.ts';
import { formatWelcome } from './print-welcome.ts';
import { readSettings } from './read-settings.ts';
import { type Product, startProduct } from './start-product.ts';

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  await checkPorts(settings);
  await buildApps();
  const product = await startProduct(settings, (line) => process.stdout.write(`${line}\n`));
  stopOnSignal(product);
  process.stdout.write(formatWelcome({ ...product, ending }));
  const dead = await Promise.race(product.children.map((child) => child.ended.then(() => child.name)));
  if (!isStopping) {
    process.stderr.write(`${dead} has ended unexpectedly; stopping the rest.\n`);
    await product.stop();
    process.exit(1);
  }
}

const ending = ['Ctrl-C stops everything. The data stays; npm start -- --fresh starts with new data.'];

let isStopping = false;

function stopOnSignal(product: Product): void {
  const stop = () => {
    if (isStopping) {
      return;
    }
    isStopping = true;
    product.stop().then(() => process.exit(0), endWithError);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

start().catch(endWithError);
