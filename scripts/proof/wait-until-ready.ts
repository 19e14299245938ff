import { setTimeout } from 'node:timers/promises';
import type { BuiltProduct } from './start-built-product.ts';
import type { Watch } from './watch.ts';

const mostMsAfterDatabase = 2000;
const mostMs = 60_000;

/** Waits for Postgres, starting it where it has ended, and then for the guest apps, which get two seconds more. */
export async function waitUntilReady(product: BuiltProduct, watch: Watch): Promise<string> {
  const { postgres, sql } = product;
  const beganAt = performance.now();
  while (!(await succeeds(() => sql`select 1`))) {
    if (performance.now() - beganAt > mostMs) {
      watch.violate('the database does not come back');
      return 'the database does not come back';
    }
    // It ends by itself where its log has no room.
    if (!postgres.isRunning()) {
      await postgres.restart();
    }
    await setTimeout(50);
  }
  const postgresAt = performance.now();
  const times = await Promise.all(
    product.stays.map(({ url }) => measureReady(`${url}/api/ready`, product, postgresAt)),
  );
  for (const [index, ms] of times.entries()) {
    if (ms > mostMsAfterDatabase) {
      watch.violate(
        `stays ${index + 1} is ready ${ms} ms after the database, at most ${mostMsAfterDatabase}`,
      );
    }
  }
  return `database back after ${Math.round(postgresAt - beganAt)} ms, apps ready ${Math.max(...times)} ms later`;
}

/** The milliseconds from the database, which is Postgres and its API, to the first response that says ready. */
async function measureReady(url: string, { databaseApi }: BuiltProduct, postgresAt: number): Promise<number> {
  const isReady = async () => (await fetch(url)).status === 200;
  while (!(await succeeds(isReady)) && performance.now() - postgresAt < mostMs) {
    await setTimeout(20);
  }
  return Math.round(performance.now() - Math.max(postgresAt, databaseApi.readyAt));
}

/** Whether it neither throws nor returns false. */
async function succeeds(run: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    return (await run()) !== false;
  } catch {
    return false; // the caller tries again
  }
}
