import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@supabase/lite';
import { applyMigrations } from './apply-migrations.ts';
import { applySeed } from './apply-seed.ts';
import { bootstrapRoles, protectDeleteScript } from './bootstrap-roles.ts';
import type { Logger } from './logger.ts';
import type { StackDatabase } from './stack-database.ts';
import { supabaseDir } from './supabase-dir.ts';

/** Which migrations and seeds to apply. */
export interface SchemaSources {
  /** By default the repository's `supabase/migrations`; null applies none. */
  migrationsDir?: string | null;
  /** By default the repository's `supabase/seed.sql` and then `supabase/seeds`, by name; an empty list applies none. */
  seedFiles?: readonly string[];
}

export const defaultMigrationsDir = join(supabaseDir, 'migrations');

/** The seeds of a `supabase` folder in the order in which they are applied: `seed.sql`, then `seeds` by name. */
export function listSeedFiles(folder: string = supabaseDir): string[] {
  const more = readdirSync(join(folder, 'seeds')).sort();
  return [join(folder, 'seed.sql'), ...more.map((file) => join(folder, 'seeds', file))];
}

/** Creates the roles and lite's own tables, then applies migrations and seeds. A second run changes nothing. */
export async function prepareDatabase(
  database: StackDatabase,
  app: App,
  sources: SchemaSources,
  logger: Logger,
): Promise<void> {
  const { migrationsDir = defaultMigrationsDir, seedFiles = listSeedFiles() } = sources;
  await bootstrapRoles(database);
  await app.ensureSystemSchema();
  await database.sql(protectDeleteScript);
  if (migrationsDir !== null) await applyMigrations(database, migrationsDir, logger);
  for (const file of seedFiles) await applySeed(database, file, logger);
}
