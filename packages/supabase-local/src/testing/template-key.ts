import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bootstrapScript, protectDeleteScript } from '../stack/bootstrap-roles.ts';
import { defaultMigrationsDir, listSeedFiles, type SchemaSources } from '../stack/prepare-database.ts';
import { readMigrations } from '../stack/read-migrations.ts';

/** What a test database contains. */
export interface TestDatabaseOptions {
  /** By default the repository's `supabase/migrations`; null for roles and system schemas only. */
  migrationsDir?: string | null;
  /** Whether to apply the seed. By default false. */
  seed?: boolean;
  /** By default those of the repository. */
  seedFiles?: readonly string[];
  /** Whether anybody can sign up. By default true: it is how tests make users. */
  isSignUpOpen?: boolean;
  /** The address to which mails lead. With it a sign-up has to be confirmed by a mail, which `mails()` has. */
  siteUrl?: string;
}

/** Fills in the defaults. */
export function chooseSources(options: TestDatabaseOptions): Required<SchemaSources> {
  const { migrationsDir = defaultMigrationsDir, seed = false, seedFiles = listSeedFiles() } = options;
  return { migrationsDir, seedFiles: seed ? seedFiles : [] };
}

/** A name for a template that changes with everything the template is made of. */
export async function computeTemplateKey(sources: Required<SchemaSources>): Promise<string> {
  const hash = createHash('sha256').update(bootstrapScript).update(protectDeleteScript);
  for (const name of ['@electric-sql/pglite', '@supabase/lite']) hash.update(await readVersion(name));
  const migrations = sources.migrationsDir === null ? [] : await readMigrations(sources.migrationsDir);
  for (const { file, content } of migrations) hash.update(`\0${file}\0${content}`);
  // The stays of the demo are on the days around the one on which it was made.
  if (sources.seedFiles.length > 0) hash.update(new Date().toISOString().slice(0, 10));
  for (const file of sources.seedFiles) hash.update(`\0seed\0${await readFile(file, 'utf8')}`);
  return hash.digest('hex').slice(0, 24);
}

/** Reads the version in a package's package.json, found as Node does, because not every package exports it. */
async function readVersion(name: string): Promise<string> {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name} is not installed`);
  const version = /"version": *"([^"]+)"/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
  return `\0${name}@${version}`;
}
