import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readErrorCode } from './describe-error.ts';

/** As `mkdir` with `recursive`, which never returns where a folder that exists takes none (as /proc). */
export async function makeDir(dir: string): Promise<void> {
  if (await isDir(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) await makeDir(parent);
  try {
    await mkdir(dir);
  } catch (error) {
    // Another process may have made it meanwhile; a file in its place stays an error.
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
