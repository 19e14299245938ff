import { setTimeout } from 'node:timers/promises';
import { buildApps } from '../start/build-apps.ts';
import { chooseCut } from './choose-cut.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { createGuest, type Guest } from './guest.ts';
import { compareLedger } from './ledger.ts';
import { print, printVerdict, printViolation } from './print.ts';
import { createRandom } from './random.ts';
import { readKept } from './read-kept.ts';
import { readOptions } from './read-options.ts';
import { runAtOnce } from './run-at-once.ts';
import { runProof } from './run-proof.ts';
import { seedStays } from './seed-stays.ts';
import { startBuiltProduct } from './start-built-product.ts';
import { createWatch, type Watch } from './watch.ts';

/** Orders over connections that break, under two servers: none may be lost, none doubled. */

const name = 'proof:orders';
const { orders, seed, servers } = readOptions(
  'Places orders over connections that are cut, and sends each again until it is acknowledged. Then it counts the rows.',
  {
    orders: { default: 10_000, means: 'how many' },
    servers: { default: 2, means: 'guest apps behind one proxy' },
    seed: { default: 1, means: 'of where connections are cut' },
  },
);

/** A stay may order ten times a minute. Each guest sends fewer in all, so no limit is met. */
const ordersOfGuest = 5;
const guestsAtOnce = 16;
const cutShare = 0.5;

async function prove(ending: AsyncDisposableStack): Promise<void> {
  await buildApps();
  const random = createRandom(seed);
  const proxy = await startCuttingProxy(() => chooseCut(random, cutShare));
  ending.defer(proxy.close);
  const product = await startBuiltProduct({ staysCount: servers, publicUrl: proxy.url }, ending);
  proxy.setTargets(product.stays.map(({ url }) => url));
  const { stays, itemIds } = await seedStays(product, Math.ceil(orders / ordersOfGuest));
  print(`${orders} orders of ${stays.length} guests, ${servers} servers, seed ${seed}`);
  const watch = createWatch({ onViolation: printViolation });
  const guests = stays.map((stay) => createGuest({ stay, itemIds, url: proxy.url, watch }));
  await runAtOnce(guests, guestsAtOnce, (guest) => orderUntilAcknowledged(guest, watch));

  const balance = compareLedger(
    guests.flatMap(({ told }) => told),
    await readKept(product),
  );
  for (const violation of balance.violations) {
    watch.violate(violation);
  }
  const { told, acknowledged, lost, doubled } = balance;
  print(`${told} orders sent, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`);
  print(`connections by where they were cut: ${JSON.stringify(proxy.countCuts())}`);
  printVerdict(name, watch, product);
}

let placed = 0;

async function orderUntilAcknowledged(guest: Guest, watch: Watch): Promise<void> {
  await guest.retry();
  // The last guest may have fewer left.
  for (let count = 0; count < ordersOfGuest && placed < orders; count += 1) {
    placed += 1;
    if (placed % 1000 === 0) {
      print(`  ${placed} orders`);
    }
    await guest.write('order');
  }
  await retryUntilAcknowledged(guest, watch);
}

/** Half of the tries get through, so a guest who is still without a response after so many has met something else. */
const mostTries = 100;

async function retryUntilAcknowledged(guest: Guest, watch: Watch): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if ((await guest.retry()) === 0) {
      return;
    }
    await setTimeout(guest.waitMs());
  }
  watch.violate(`${guest.stay.canary} has orders without a response after ${mostTries} tries`);
}

await runProof(prove);
