import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readErrorCode } from './read-error.ts';

/** Replaces `mkdir` with `recursive`, which never returns in a folder where none can be created, such as /proc. */
export async function makeDir(dir: string): Promise<void> {
  if (await isDir(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) await makeDir(parent);
  try {
    await mkdir(dir);
  } catch (error) {
    // Another process may have created it meanwhile. A file at this path is still an error.
    if (readErrorCode(error) === 'EEXIST' && (await isDir(dir))) return;
    throw error;
  }
}

async function isDir(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
