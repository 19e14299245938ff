import { join, resolve } from 'node:path';
import { makeDir } from './make-dir.ts';
import { createDiskFullError, isDiskFull, mapDiskError } from './map-disk-error.ts';
import { type LockResult, takePidLock } from './pid-lock.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/** A data folder that this process has locked. */
export interface DataDir {
  dir: string;
  storageDir: string;
  release(): Promise<void>;
}

/** Creates the folder if it is missing, and locks it. Throws `data_dir_in_use`, `data_dir_unwritable` or `disk_full`. */
export async function openDataDir(path: string): Promise<DataDir> {
  const dir = resolve(path);
  const storageDir = join(dir, 'storage');
  const lock = await takeLock(dir, storageDir);
  if (!lock.held) {
    throw new SupabaseLocalError(
      'data_dir_in_use',
      `The data folder ${dir} is in use by process ${lock.pid}. End that process, or set DATA_DIR to another folder.`,
    );
  }
  if (await isDiskFull(dir)) {
    await lock.release();
    throw createDiskFullError(dir, undefined);
  }
  return { dir, storageDir, release: lock.release };
}

async function takeLock(dir: string, storageDir: string): Promise<LockResult> {
  try {
    await makeDir(storageDir);
    return await takePidLock(join(dir, 'lock'));
  } catch (error) {
    throw mapDiskError(error, dir) ?? error;
  }
}
