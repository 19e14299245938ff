import { chmod, stat } from 'node:fs/promises';
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

/**
 * Creates the folder if it is missing, closes it to other users of the machine, and locks it: not all files that Postgres
 * and Storage write in it are closed themselves. Throws `data_dir_in_use`, `data_dir_unwritable` or `disk_full`. */
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
    await closeToOthers(dir);
    return await takePidLock(join(dir, 'lock'));
  } catch (error) {
    throw mapDiskError(error, dir) ?? error;
  }
}

const isForAllUsers = 0o1000;

/** A folder that all users share, such as /tmp, stays as it is: in it only our own folders are closed. */
async function closeToOthers(dir: string): Promise<void> {
  const isShared = ((await stat(dir)).mode & isForAllUsers) !== 0;
  const folders = isShared ? [join(dir, 'storage'), join(dir, 'database')] : [dir];
  for (const folder of folders) {
    await makeDir(folder);
    await chmod(folder, 0o700);
  }
}
