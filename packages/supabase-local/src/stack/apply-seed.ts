import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { locateSqlError } from './locate-sql-error.ts';
import type { Logger } from './logger.ts';
import { readErrorMessage } from './read-error.ts';
import type { StackDatabase } from './stack-database.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/** Applies a seed file once, recorded in the CLI's own table. If it was changed since, it logs a warning instead. */
export async function applySeed(database: StackDatabase, file: string, logger: Logger): Promise<void> {
  const content = await readFile(file, 'utf8');
  const hash = createHash('sha256').update(content).digest('hex');
  const path = `supabase/${basename(file)}`;
  const [known] = await database.sql<{ hash: string }>(
    'select hash from supabase_migrations.seed_files where path = $1',
    [path],
  );
  if (known !== undefined) {
    if (known.hash !== hash) {
      logger.warn(`${path} changed since it was applied; start with --fresh to see the new one.`);
    }
    return;
  }
  try {
    await database.inTransaction(async (sql) => {
      await sql(content);
      await sql('insert into supabase_migrations.seed_files (path, hash) values ($1, $2)', [path, hash]);
    });
  } catch (cause) {
    throw new SupabaseLocalError(
      'seed_failed',
      `${path} failed and was rolled back: ${readErrorMessage(cause)}`,
      { cause, position: locateSqlError(cause, file, content) },
    );
  }
  logger.info(`applied ${path}`);
}
