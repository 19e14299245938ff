import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '@supabase/lite';
import { applyMigrations } from './apply-migrations.ts';
import { applySeed } from './apply-seed.ts';
import { bootstrapRoles } from './bootstrap-roles.ts';
import type { Logger } from './logger.ts';
import type { StackDatabase } from './stack-database.ts';

export interface SchemaSources {
  /** The repository's `supabase/migrations` when absent; null applies none. */
  migrationsDir?: string | null;
  /** The repository's `supabase/seed.sql` and then `supabase/seeds`, by name, when absent; an empty list applies none. */
  seedFiles?: readonly string[];
}

const supabaseDir = fileURLToPath(new URL('../../../../supabase', import.meta.url));
export const defaultMigrationsDir = join(supabaseDir, 'migrations');

/** The seeds of a `supabase` folder in the order in which they are applied: `seed.sql`, then `seeds` by name. */
export function listSeedFiles(folder: string = supabaseDir): string[] {
  const more = readdirSync(join(folder, 'seeds')).sort();
  return [join(folder, 'seed.sql'), ...more.map((file) => join(folder, 'seeds', file))];
}

/** Roles, then the system's own schemas, then the migrations, then the seed. Twice without effect. */
export async function prepareDatabase(
  database: StackDatabase,
  app: App,
  sources: SchemaSources,
  logger: Logger,
): Promise<void> {
  const { migrationsDir = defaultMigrationsDir, seedFiles = listSeedFiles() } = sources;
  await bootstrapRoles(database);
  await app.ensureSystemSchema();
  if (migrationsDir !== null) await applyMigrations(database, migrationsDir, logger);
  for (const file of seedFiles) await applySeed(database, file, logger);
}
