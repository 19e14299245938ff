import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  version: string;
  name: string;
  file: string;
  content: string;
}

const migrationName = /^(\d+)_(.+)\.sql$/;

/** The files the Supabase CLI would apply, in its order. Others in the folder are ignored, as there. */
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
