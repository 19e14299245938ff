import { setTimeout } from 'node:timers/promises';
import type { FakeClock } from './fake-clock.ts';
import type { SmallDisk } from './small-disk.ts';
import type { BuiltProduct } from './start-built-product.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import type { Watch } from './watch.ts';

export type Week = {
  product: BuiltProduct;
  watch: Watch;
  /** A text is the reason why there is none. */
  disk: SmallDisk | string;
  clock: FakeClock | string;
  /** The next app that gets the response of a new order from the database is killed instead. Resolves with its number. */
  killAtNextOrder: () => Promise<number>;
};

export type Day = {
  name: string;
  /** What happens while guests go on. Returns what is worth printing. */
  pass: (week: Week) => Promise<string>;
};

/** How long each state of a day lasts. */
const partMs = 5000;
const killsAtOrder = 5;
const mostLogFiles = 30;

/** A week in which everything breaks once. */
export const days: readonly Day[] = [
  { name: 'nothing breaks', pass: passCalmly },
  { name: 'the database is killed, twice', pass: killDatabase },
  { name: 'the disk is full', pass: fillDisk },
  { name: 'the clock goes forward a day and back an hour', pass: changeClock },
  { name: 'of two servers one is killed, then the other', pass: killServersInTurn },
  { name: 'a server is killed between the commit of an order and its response', pass: killBetween },
  { name: 'all apps are killed at once', pass: killApps },
  { name: 'nothing breaks', pass: passCalmly },
];

async function passCalmly(): Promise<string> {
  await setTimeout(partMs);
  return '';
}

async function killDatabase({ product, watch }: Week): Promise<string> {
  const results: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    watch.setFaulty(true);
    await product.postgres.kill();
    await seeOutage(watch);
    await product.postgres.restart();
    results.push(await waitUntilReady(product, watch));
    watch.setFaulty(false);
    await setTimeout(partMs);
  }
  return results.join('; ');
}

/** Waits in an outage. Without a single 503 nothing was broken, so nothing was proved. */
async function seeOutage(watch: Watch): Promise<void> {
  const before = watch.counts.get('503') ?? 0;
  await setTimeout(partMs);
  if (watch.counts.get('503') === before) {
    watch.violate('no request was told that the database is unavailable');
  }
}

async function fillDisk({ product, watch, disk }: Week): Promise<string> {
  if (typeof disk === 'string') {
    return `SKIPPED: ${disk}`;
  }
  watch.setFaulty(true);
  disk.fill();
  await setTimeout(partMs);
  const ended = await useUpLog(product);
  await seeOutage(watch);
  disk.free();
  const result = await waitUntilReady(product, watch);
  watch.setFaulty(false);
  await setTimeout(partMs);
  return `${ended}; ${result}`;
}

/** Postgres has made the next files of its log in advance. The server ends when it has no room for another one. */
async function useUpLog({ sql }: BuiltProduct): Promise<string> {
  for (let files = 0; files < mostLogFiles; files += 1) {
    try {
      await sql`select pg_switch_wal()`;
    } catch (error) {
      return `the log could not go on (${error instanceof Error ? error.message : String(error)})`;
    }
    await setTimeout(200);
  }
  return `the log went on for ${mostLogFiles} files`;
}

async function changeClock({ clock }: Week): Promise<string> {
  if (typeof clock === 'string') {
    return `SKIPPED: ${clock}`;
  }
  for (const hours of [25, 24]) {
    clock.setHours(hours);
    await setTimeout(2 * partMs);
  }
  return '';
}

async function killServersInTurn({ product }: Week): Promise<string> {
  for (const app of product.stays) {
    await app.kill();
    await setTimeout(partMs / 2);
    await app.restart();
    await setTimeout(partMs / 2);
  }
  return '';
}

async function killBetween({ product, killAtNextOrder }: Week): Promise<string> {
  for (let count = 0; count < killsAtOrder; count += 1) {
    const index = await killAtNextOrder();
    await product.stays[index]?.restart();
  }
  await setTimeout(partMs);
  return `${killsAtOrder} orders`;
}

async function killApps({ product, watch }: Week): Promise<string> {
  watch.setFaulty(true);
  const apps = [...product.stays, product.backoffice, product.databaseApi];
  await Promise.all(apps.map((app) => app.kill()));
  await product.databaseApi.restart();
  await Promise.all([...product.stays, product.backoffice].map((app) => app.restart()));
  const result = await waitUntilReady(product, watch);
  watch.setFaulty(false);
  await setTimeout(partMs);
  return result;
}
