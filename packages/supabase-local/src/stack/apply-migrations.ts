import { join } from 'node:path';
import { locateSqlError } from './locate-sql-error.ts';
import type { Logger } from './logger.ts';
import { readErrorMessage } from './read-error.ts';
import { type Migration, readMigrations } from './read-migrations.ts';
import type { Sql, StackDatabase } from './stack-database.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

interface AppliedMigration extends Record<string, unknown> {
  version: string;
  statements: string[] | null;
  created_by: string | null;
}

const writer = 'supabase-local';
// An arbitrary number. The lock prevents two servers that start on one Postgres from applying the same file.
const lockKey = 7_330_201;

/** Applies the files that the Supabase CLI's history table does not list yet, each in one transaction. */
export async function applyMigrations(database: StackDatabase, dir: string, logger: Logger): Promise<void> {
  const migrations = await readMigrations(dir);
  const applied = await database.sql<AppliedMigration>(
    'select version, statements, created_by from supabase_migrations.schema_migrations order by version',
  );
  checkBaseline(migrations, applied);
  checkHistory(migrations, applied);
  for (const migration of migrations.slice(applied.length)) {
    const isNew = await applyOne(database, dir, migration);
    if (isNew) logger.info(`applied ${migration.file}`);
  }
}

/** Until the first release the baseline is regenerated with each change, and data of another baseline cannot be migrated. */
function checkBaseline(migrations: Migration[], applied: AppliedMigration[]): void {
  const [baseline] = migrations;
  const [first] = applied;
  if (baseline?.name !== 'baseline' || first === undefined) return;
  if (first.version === baseline.version && isUnchanged(baseline, first)) return;
  throw new SupabaseLocalError(
    'other_baseline',
    'This data was made by another baseline of the database, and was not changed: start with --fresh for new data (with --empty again where you began without the demo), or set DATA_DIR to another folder. A database given by DATABASE_URL is yours to empty.',
  );
}

/** The applied migrations must be the first files of the folder, unchanged. Anything else needs a person to decide. */
function checkHistory(migrations: Migration[], applied: AppliedMigration[]): void {
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const row of applied) {
    const migration = byVersion.get(row.version);
    if (migration === undefined) {
      throw new SupabaseLocalError(
        'migration_missing',
        `The database has migration ${row.version}, which is not in supabase/migrations. Use the newer checkout, or start with --fresh.`,
      );
    }
    checkUnchanged(migration, row);
  }
  const last = applied.at(-1)?.version ?? '';
  const known = new Set(applied.map((row) => row.version));
  const late = migrations.find((migration) => migration.version <= last && !known.has(migration.version));
  if (late !== undefined) {
    throw new SupabaseLocalError(
      'migration_out_of_order',
      `Migration ${late.file} is older than ${last}, which is already applied. Give it a newer number, or start with --fresh.`,
    );
  }
}

/** Rows written by the CLI contain the file split into statements, so only our own rows can be compared. */
function isUnchanged(migration: Migration, row: AppliedMigration): boolean {
  return row.created_by !== writer || row.statements?.[0] === migration.content;
}

function checkUnchanged(migration: Migration, row: AppliedMigration): void {
  if (isUnchanged(migration, row)) return;
  throw new SupabaseLocalError(
    'migration_changed',
    `Migration ${migration.file} was changed after it was applied. Restore it and write a new one, or start with --fresh.`,
  );
}

async function applyOne(database: StackDatabase, dir: string, migration: Migration): Promise<boolean> {
  try {
    return await database.inTransaction((sql) => applyInTransaction(sql, migration));
  } catch (cause) {
    throw new SupabaseLocalError(
      'migration_failed',
      `Migration ${migration.file} failed and was rolled back: ${readErrorMessage(cause)}`,
      { cause, position: locateSqlError(cause, join(dir, migration.file), migration.content) },
    );
  }
}

async function applyInTransaction(sql: Sql, migration: Migration): Promise<boolean> {
  await sql('select pg_advisory_xact_lock($1)', [lockKey]);
  const done = await sql('select from supabase_migrations.schema_migrations where version = $1', [
    migration.version,
  ]);
  if (done.length > 0) return false;
  await sql(migration.content);
  // A migration may have changed the role or the search path of the connection.
  await sql('reset role; set local search_path = "$user", public, extensions');
  await sql(
    `insert into supabase_migrations.schema_migrations (version, name, statements, created_by)
     values ($1, $2, array[$3], $4)`,
    [migration.version, migration.name, migration.content, writer],
  );
  return true;
}
