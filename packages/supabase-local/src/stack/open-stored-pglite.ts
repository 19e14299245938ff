import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError, readErrorCode } from './describe-error.ts';
import { describeFullDisk, isDiskFull, mapDiskError } from './map-disk-error.ts';
import { openPglite } from './open-pglite.ts';
import type { StackDatabase } from './stack-database.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/**
 * Opens the database of a data folder.
 *
 * A first start that is killed half-way leaves a cluster that can never open, and nothing in it: nobody was
 * told of a row yet. The file `database-state` says `creating` until the first open succeeds, so the next
 * start begins anew. A folder that says `ready`, or nothing, is never removed.
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
  if (await isDiskFull(dataDir)) return describeFullDisk(dataDir, error);
  return (
    mapDiskError(error, dataDir) ??
    new SupabaseLocalError(
      'data_dir_broken',
      `The database in ${dataDir} does not open: ${describeError(error)}. Put back a copy of the folder, or start anew with --fresh.`,
      { cause: error },
    )
  );
}
