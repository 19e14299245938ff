import { statfs } from 'node:fs/promises';
import { readErrorCode, readErrorMessage } from './read-error.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR']);

/** Maps an error of the file system to an error of the data folder, or null if it has another cause. */
export function mapDiskError(error: unknown, dir: string): SupabaseLocalError | null {
  const code = readErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return createDiskFullError(dir, error);
  if (code === undefined || !unwritable.has(code)) return null;
  return new SupabaseLocalError(
    'data_dir_unwritable',
    `The data folder ${dir} cannot be written: ${readErrorMessage(error)}. Set DATA_DIR to a folder that can.`,
    { cause: error },
  );
}

/** The error of a full disk. */
export function createDiskFullError(dir: string, cause: unknown): SupabaseLocalError {
  return new SupabaseLocalError(
    'disk_full',
    `The disk that holds the data folder ${dir} is full. Make room, or set DATA_DIR to another disk.`,
    { cause },
  );
}

// The size of a WAL segment, which Postgres must be able to write.
const neededBytes = 16 * 1024 * 1024;

/** Whether the disk has too little space for Postgres. PGlite's own errors do not say so. */
export async function isDiskFull(dir: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize < neededBytes;
}
