import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bootstrapScript } from '../stack/bootstrap-roles.ts';
import { defaultMigrationsDir, listSeedFiles, type SchemaSources } from '../stack/prepare-database.ts';
import { readMigrations } from '../stack/read-migrations.ts';

export interface TestDatabaseOptions {
  /** The repository's `supabase/migrations` when absent; null for roles and system schemas only. */
  migrationsDir?: string | null;
  /** Whether to apply the seed. False when absent. */
  seed?: boolean;
  /** The repository's own when absent. */
  seedFiles?: readonly string[];
}

export function chooseSources(options: TestDatabaseOptions): Required<SchemaSources> {
  const { migrationsDir = defaultMigrationsDir, seed = false, seedFiles = listSeedFiles() } = options;
  return { migrationsDir, seedFiles: seed ? seedFiles : [] };
}

/** A name that changes with anything a template is made of. */
export async function computeTemplateKey(sources: Required<SchemaSources>): Promise<string> {
  const hash = createHash('sha256').update(bootstrapScript);
  for (const name of ['@electric-sql/pglite', '@supabase/lite']) hash.update(await readVersion(name));
  const migrations = sources.migrationsDir === null ? [] : await readMigrations(sources.migrationsDir);
  for (const { file, content } of migrations) hash.update(`\0${file}\0${content}`);
  for (const file of sources.seedFiles) hash.update(`\0seed\0${await readFile(file, 'utf8')}`);
  return hash.digest('hex').slice(0, 24);
}

/** A package's own package.json, looked for as Node does: not all of them export it. */
async function readVersion(name: string): Promise<string> {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name} is not installed`);
  const version = /"version": *"([^"]+)"/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
  return `\0${name}@${version}`;
}
