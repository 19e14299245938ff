import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A migration file. */
export interface Migration {
  version: string;
  name: string;
  file: string;
  content: string;
}

const migrationName = /^(\d+)_(.+)\.sql$/;

/** Reads the files that the Supabase CLI would apply, in its order. It ignores other files, and so does this. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for (const file of (await readdir(dir)).sort()) {
    const match = migrationName.exec(file);
    const [, version, name] = match ?? [];
    if (version === undefined || name === undefined) continue;
    migrations.push({ version, name, file, content: await readFile(join(dir, file), 'utf8') });
  }
  return migrations;
}
