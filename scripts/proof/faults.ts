import { setTimeout } from 'node:timers/promises';
import { buildApps } from '../start/build-apps.ts';
import { chooseCut } from './choose-cut.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { startDatabaseGate } from './database-gate.ts';
import { createFakeClock } from './fake-clock.ts';
import { createGuest, type Guest } from './guest.ts';
import { compareLedger } from './ledger.ts';
import { print, printVerdict, printViolation } from './print.ts';
import { createRandom } from './random.ts';
import { readKept } from './read-kept.ts';
import { readOptions } from './read-options.ts';
import { runProof } from './run-proof.ts';
import { seedStays } from './seed-stays.ts';
import { mountSmallDisk } from './small-disk.ts';
import { type BuiltProduct, startBuiltProduct } from './start-built-product.ts';
import { startLoad } from './start-load.ts';
import { createWatch, type Watch } from './watch.ts';
import { days, type Week } from './week.ts';

/** Breaks each part of the product in turn: nothing that a guest was told may turn out to be wrong. */

const name = 'proof:faults';
const { guests: guestCount, seed } = readOptions(
  'Kills databases and servers, fills the disk and changes the clock under guests, and compares what they were told with the rows.',
  {
    guests: { default: 40, means: 'how many, each doing something about twice a second' },
    seed: { default: 1, means: 'of what guests do and where connections are cut' },
  },
);
const diskMegabytes = 400;
const cutShare = 0.05;
const mostRetries = 100;

async function prove(ending: AsyncDisposableStack): Promise<void> {
  await buildApps();
  const random = createRandom(seed);
  const disk = mountSmallDisk(diskMegabytes, ending);
  const clock = createFakeClock(ending);
  const proxy = await startCuttingProxy(() => chooseCut(random, cutShare));
  ending.defer(proxy.close);
  const { killAtNextOrder, wrapDatabase, lostResponses, setProduct } = armGates(ending);
  const product = await startBuiltProduct(
    {
      staysCount: 2,
      publicUrl: proxy.url,
      wrapDatabase,
      ...(typeof disk === 'string' ? {} : { databaseParentDir: disk.directory }),
      ...(typeof clock === 'string' ? {} : { env: clock.env }),
    },
    ending,
  );
  setProduct(product);
  proxy.setTargets(product.stays.map(({ url }) => url));
  const { stays, itemIds } = await seedStays(product, guestCount);
  const watch = createWatch({ onViolation: printViolation });
  const guests = stays.map((stay) => createGuest({ stay, itemIds, url: proxy.url, watch }));
  const load = startLoad({ guests, deskUrl: `${product.backoffice.url}/sign-in`, random, watch });
  for (const day of days) {
    const notes = await day.pass({ product, watch, disk, clock, killAtNextOrder } satisfies Week);
    print(
      `  ${day.name}: ${[...(notes === '' ? [] : [notes]), `${watch.violations.length} violations`].join('; ')}`,
    );
  }
  await load.stop();
  await settle(guests, watch);
  await judge(guests, lostResponses, product, watch);
  printVerdict(name, watch, product);
}

/** Gates between each guest app and the database, which can kill their app when an order has been committed. */
function armGates(ending: AsyncDisposableStack) {
  let product: BuiltProduct | null = null;
  let onKilled: ((index: number) => void) | null = null;
  let count = 0;
  /** Orders that the database has made and whose app was killed before it got the response. */
  const lostResponses: string[] = [];
  const wrapDatabase = async (databaseUrl: string) => {
    const index = count;
    count += 1;
    const gate = await startDatabaseGate(databaseUrl, async (functionName, response) => {
      const made = /"replayed":\s*false.*?"id":\s*"([^"]+)"|"id":\s*"([^"]+)".*?"replayed":\s*false/s.exec(
        response,
      );
      const report = onKilled;
      if (functionName !== 'place_service_order' || made === null || report === null) {
        return 'pass';
      }
      onKilled = null;
      lostResponses.push(made[1] ?? made[2] ?? '');
      await product?.stays[index]?.kill();
      report(index);
      return 'drop';
    });
    ending.defer(gate.close);
    return gate.url;
  };
  return {
    wrapDatabase,
    lostResponses,
    setProduct: (started: BuiltProduct) => {
      product = started;
    },
    killAtNextOrder: () =>
      new Promise<number>((resolve) => {
        onKilled = resolve;
      }),
  };
}

/** With everything running, each guest sends again what has no response yet. */
async function settle(guests: readonly Guest[], watch: Watch): Promise<void> {
  await Promise.all(
    guests.map(async (guest) => {
      for (let tries = 0; (await guest.retry()) > 0; tries += 1) {
        if (tries === mostRetries) {
          watch.violate(`${guest.stay.canary} still has no response to everything`);
          return;
        }
        // An order that was refused by the limit of ten a minute is sent again when it may.
        await setTimeout(Math.max(guest.waitMs(), 1000));
      }
    }),
  );
}

async function judge(
  guests: readonly Guest[],
  lostResponses: readonly string[],
  product: BuiltProduct,
  watch: Watch,
): Promise<void> {
  const told = guests.flatMap((guest) => guest.told);
  const balance = compareLedger(told, await readKept(product));
  for (const violation of balance.violations) {
    watch.violate(violation);
  }
  const toldIds = new Set(told.map(({ id }) => id));
  const untold = lostResponses.filter((id) => !toldIds.has(id));
  for (const id of untold) {
    watch.violate(`order ${id} was committed before its server was killed, and its guest never heard of it`);
  }
  const [late] = await product.sql<{ count: number }[]>`
    select count(*)::integer as count from public.accom_service_orders o
    join public.accom_bookings b on b.id = o.booking_id
    where o.created_at >= (b.check_out_date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  if (late?.count !== 0) {
    watch.violate(`${late?.count} orders were taken after the stay had ended`);
  }
  const { acknowledged, lost, doubled } = balance;
  print(
    '',
    `${told.length} orders and reports sent, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`,
    `${lostResponses.length} committed while their server was killed, ${untold.length} of them unknown to their guest`,
    `${guests.filter((guest) => guest.isGone()).length} guests left when their stay had ended`,
  );
}

await runProof(prove);
