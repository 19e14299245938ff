import { statfs } from 'node:fs/promises';
import { describeError, readErrorCode } from './describe-error.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR']);

/** Says what an error of the file system means for the data folder; null when it is about something else. */
export function mapDiskError(error: unknown, dir: string): SupabaseLocalError | null {
  const code = readErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return describeFullDisk(dir, error);
  if (code === undefined || !unwritable.has(code)) return null;
  return new SupabaseLocalError(
    'data_dir_unwritable',
    `The data folder ${dir} cannot be written: ${describeError(error)}. Set DATA_DIR to a folder that can.`,
    { cause: error },
  );
}

export function describeFullDisk(dir: string, cause: unknown): SupabaseLocalError {
  return new SupabaseLocalError(
    'disk_full',
    `The disk that holds the data folder ${dir} is full. Make room, or set DATA_DIR to another disk.`,
    { cause },
  );
}

// Postgres writes its log in pieces of this size; with less it can do nothing.
const neededBytes = 16 * 1024 * 1024;

/** PGlite fails on a full disk without saying so; the disk itself tells. */
export async function isDiskFull(dir: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize < neededBytes;
}
