import { setTimeout } from 'node:timers/promises';
import { buildApps } from '../start/build-apps.ts';
import { chooseCut } from './choose-cut.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { createGuest, type Guest } from './guest.ts';
import { print, printVerdict, printViolation } from './print.ts';
import { createRandom } from './random.ts';
import { readOptions } from './read-options.ts';
import { readUsage, takeMedianUsage, type Usage } from './read-process.ts';
import type { RestartableApp } from './restartable-app.ts';
import { runProof } from './run-proof.ts';
import { seedStays } from './seed-stays.ts';
import { sendRequest } from './send-request.ts';
import { startBuiltProduct } from './start-built-product.ts';
import { takeStep } from './take-step.ts';
import { createWatch, type Watch } from './watch.ts';

/** Half an hour of guests who come and go, half of their connections cut: memory and descriptors must not grow. */

const name = 'proof:soak';
const { minutes, rate, seed } = readOptions(
  'Lets guests come and go, cuts half of their connections, and compares memory and descriptors at the end with those after the start.',
  {
    minutes: { default: 30, means: 'how long' },
    rate: { default: 20, means: 'guests at once, each with at most one step a second' },
    seed: { default: 1, means: 'of what guests do and where connections are cut' },
  },
);
const stayCount = 400;
const stepsOfVisit = 8;
/** Until then caches fill and the compiler works. A shorter run compares with a sixth of it. */
const warmUpMinutes = Math.max(1, Math.min(5, Math.floor(minutes / 6)));
const mostGrowth = 1.15;
const collecting = { NODE_OPTIONS: `--import=${import.meta.resolve('./collect-garbage.ts')}` };
const collectingMs = 2000;

type Watched = { app: RestartableApp; samples: Usage[]; usageByMinute: Usage[]; isJudged: boolean };

async function prove(ending: AsyncDisposableStack): Promise<void> {
  await buildApps();
  const random = createRandom(seed);
  const guestProxy = await startCuttingProxy(() => chooseCut(random, 0.5));
  const deskProxy = await startCuttingProxy(() => chooseCut(random, 0.5));
  ending.defer(guestProxy.close);
  ending.defer(deskProxy.close);
  const product = await startBuiltProduct(
    { staysCount: 1, publicUrl: guestProxy.url, env: collecting },
    ending,
  );
  guestProxy.setTargets(product.stays.map(({ url }) => url));
  deskProxy.setTargets([product.backoffice.url]);
  const { stays, itemIds } = await seedStays(product, stayCount);
  const watch = createWatch({ onViolation: printViolation });
  const watched = [...product.stays, product.backoffice, product.databaseApi].map(
    (app): Watched => ({ app, samples: [], usageByMinute: [], isJudged: app !== product.databaseApi }),
  );
  print(`${minutes} minutes, ${rate} guests at once, seed ${seed}`);
  const newGuest = () => createGuest({ stay: random.pick(stays), itemIds, url: guestProxy.url, watch });
  await openEachRoom(stays.map((stay) => createGuest({ stay, itemIds, url: guestProxy.url, watch })));
  const deskPages = ['/sign-in', '/', '/p/sunset-hotel/rooms/none'].map((path) => `${deskProxy.url}${path}`);
  const visits = Array.from({ length: rate }, () => ({ guest: newGuest(), steps: 0 }));
  const visit = async (current: { guest: Guest; steps: number }) => {
    if (current.steps >= stepsOfVisit) {
      Object.assign(current, { guest: newGuest(), steps: 0 });
    }
    current.steps += 1;
    await takeStep(current.guest, random);
    // Often enough that the backoffice too has compiled what it runs when the warm-up ends.
    if (random.isWithin(0.5)) {
      await openDeskPage(random.pick(deskPages), watch);
    }
  };
  const beganAt = performance.now();
  for (let minute = 1; minute <= minutes; minute += 1) {
    while (performance.now() - beganAt < minute * 60_000) {
      // A step that lasts longer than a second delays the next ones, so a slow machine gets fewer and none pile up.
      await Promise.all([setTimeout(1000), ...visits.map(visit)]);
      for (const { app, samples } of watched) {
        samples.push(readUsage(app.pid));
      }
    }
    print(await closeMinute(minute, watched));
  }
  judge(watched, watch);
  printVerdict(name, watch, product);
}

/**
 * The app keeps pages up to a number of bytes. Guests would come to the last of so many rooms only after the warm-up, and what
 * the app is made to keep would be counted as growth.
 */
async function openEachRoom(guests: readonly Guest[]): Promise<void> {
  for (const guest of guests) {
    while ((await guest.openPage()).kind !== 'response') {
      // The connection was cut.
    }
  }
}

async function openDeskPage(url: string, watch: Watch): Promise<void> {
  const outcome = await sendRequest({ method: 'GET', url, headers: { accept: 'text/html' } });
  watch.count(outcome.kind === 'response' ? `backoffice ${outcome.status}` : `backoffice ${outcome.kind}`);
  if (outcome.kind === 'hang' || (outcome.kind === 'response' && outcome.status >= 500)) {
    watch.violate(`GET ${url}: ${outcome.kind === 'hang' ? 'no response in time' : outcome.status}`);
  }
}

/** Memory is read after all garbage is collected, descriptors as they were during the minute. */
async function closeMinute(minute: number, watched: readonly Watched[]): Promise<string> {
  for (const { app } of watched) {
    // While it is restarted it has no pid, and a signal to 0 goes to this process as well.
    if (app.pid !== 0) {
      process.kill(app.pid, 'SIGUSR2');
    }
  }
  await setTimeout(collectingMs);
  const parts = watched.map(({ app, samples, usageByMinute }) => {
    const { descriptors } = takeMedianUsage(samples.splice(0));
    const { memory } = readUsage(app.pid);
    usageByMinute.push({ memory, descriptors });
    return `${app.name} ${formatMegabytes(memory)} ${descriptors} descriptors`;
  });
  return `  minute ${String(minute).padStart(2)}: ${parts.join(' · ')}`;
}

function judge(watched: readonly Watched[], watch: Watch): void {
  for (const { app, usageByMinute, isJudged } of watched) {
    const before = usageByMinute[warmUpMinutes - 1];
    const after = usageByMinute.at(-1);
    if (before === undefined || after === undefined) {
      throw new TypeError('A soak lasts a minute at least.');
    }
    for (const what of ['memory', 'descriptors'] as const) {
      const growth = after[what] / before[what];
      const line = `${app.name}: ${what} at the end ${growth.toFixed(2)} times that of minute ${warmUpMinutes}`;
      print(`  ${line}${isJudged ? '' : ' (not part of the product, not judged)'}`);
      if (isJudged && growth > mostGrowth) {
        watch.violate(`${line}, at most ${mostGrowth}`);
      }
    }
  }
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

await runProof(prove);
