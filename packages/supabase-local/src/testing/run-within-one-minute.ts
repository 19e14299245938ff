import type { TestDatabase } from './test-database.ts';

async function readMinute(database: TestDatabase): Promise<string> {
  const [row] = await database.sql<{ minute: string }>(
    `select date_bin('1 minute', now(), 'epoch')::text as minute`,
  );
  return row?.minute ?? '';
}

async function waitForNextMinute(database: TestDatabase): Promise<void> {
  await database.sql(`select pg_sleep_until(date_bin('1 minute', now(), 'epoch') + interval '1 minute')`);
}

/**
 * Runs a test of the limits of one minute. If it failed because the next minute began meanwhile, it is run again in the
 * minute after that one, in which nothing is counted yet.
 */
export async function runWithinOneMinute(database: TestDatabase, test: () => Promise<void>): Promise<void> {
  const minute = await readMinute(database);
  try {
    await test();
  } catch (error) {
    if (minute === (await readMinute(database))) throw error;
    await waitForNextMinute(database);
    await runWithinOneMinute(database, test);
  }
}
