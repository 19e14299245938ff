import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataDir } from './open-data-dir.ts';

// Only these are deleted: DATA_DIR may be a folder with other files in it, such as a home folder.
const ours = ['database', 'database-state', 'storage'];

/** Deletes the database and the stored files. Throws `data_dir_in_use` while a stack uses them. */
export async function emptyDataDir(path: string): Promise<void> {
  const { dir, release } = await openDataDir(path);
  try {
    for (const name of ours) await rm(join(dir, name), { recursive: true, force: true });
  } finally {
    await release();
  }
}
