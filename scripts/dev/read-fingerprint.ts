import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { listSeedFiles } from '@gudbro/supabase-local';
import { demoFiles } from '../start/start-demo-database.ts';

/** Hashes every file that the database is made from: the migrations, the seeds and the demo's files. */
export async function readFingerprint(supabaseDir: string): Promise<string> {
  const migrationsDir = path.join(supabaseDir, 'migrations');
  const migrations = (await readdir(migrationsDir)).sort().map((file) => path.join(migrationsDir, file));
  const files = [
    ...migrations,
    ...listSeedFiles(supabaseDir),
    ...demoFiles.map((file) => path.join(supabaseDir, file)),
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`\0${path.relative(supabaseDir, file)}\0${await readFile(file, 'utf8')}`);
  }
  return hash.digest('hex');
}
