import type { TestDatabase } from '@gudbro/supabase-local/testing';

async function readMinute(database: TestDatabase): Promise<string> {
  const [row] = await database.sql<{ minute: string }>(
    `select date_bin('1 minute', now(), 'epoch')::text as minute`,
  );
  return row?.minute ?? '';
}

/** Counts begin anew with each minute, so a story about one minute that met the next is told again. */
export async function inOneMinute(database: TestDatabase, tell: () => Promise<void>): Promise<void> {
  const minute = await readMinute(database);
  try {
    await tell();
  } catch (error) {
    if (minute === (await readMinute(database))) throw error;
    await inOneMinute(database, tell);
  }
}
