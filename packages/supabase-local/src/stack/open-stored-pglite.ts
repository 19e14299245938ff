import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDiskFullError, isDiskFull, mapDiskError } from './map-disk-error.ts';
import { openPglite } from './open-pglite.ts';
import { readErrorCode, readErrorMessage } from './read-error.ts';
import type { StackDatabase } from './stack-database.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/**
 * Opens the database of a data folder. Throws `data_dir_broken` or another error of the data folder.
 *
 * If the first start is killed half-way, its database can never be opened, and no write to it was acknowledged.
 * The file `database-state` contains `creating` until the first open succeeds; if the next start finds that, it
 * deletes the database and creates it again. With `ready`, or without the file, nothing is deleted.
 */
export async function openStoredPglite(dataDir: string): Promise<StackDatabase> {
  const dir = join(dataDir, 'database');
  const stateFile = join(dataDir, 'database-state');
  try {
    const state = await readState(stateFile);
    if (state === 'creating') await rm(dir, { recursive: true, force: true });
    if (state !== 'ready') await writeState(stateFile, 'creating');
  } catch (error) {
    throw mapDiskError(error, dataDir) ?? error;
  }
  try {
    const database = await openPglite({ dir });
    await writeState(stateFile, 'ready');
    return database;
  } catch (error) {
    throw await explainFailure(error, dataDir);
  }
}

async function readState(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeState(file: string, state: 'creating' | 'ready'): Promise<void> {
  await writeFile(`${file}.draft`, state);
  await rename(`${file}.draft`, file);
}

async function explainFailure(error: unknown, dataDir: string): Promise<Error> {
  if (await isDiskFull(dataDir)) return createDiskFullError(dataDir, error);
  return (
    mapDiskError(error, dataDir) ??
    new SupabaseLocalError(
      'data_dir_broken',
      `The database in ${dataDir} does not open: ${readErrorMessage(error)}. Restore a copy of the folder, or start again with --fresh.`,
      { cause: error },
    )
  );
}
