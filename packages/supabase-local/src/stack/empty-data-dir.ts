import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataDir } from './open-data-dir.ts';

// Named one by one: a DATA_DIR that points at somebody's home must not cost them their home.
const ours = ['database', 'database-state', 'storage'];

/** Throws the database and the stored files away. Refuses while a stack runs on them. */
export async function emptyDataDir(path: string): Promise<void> {
  const { dir, release } = await openDataDir(path);
  try {
    for (const name of ours) await rm(join(dir, name), { recursive: true, force: true });
  } finally {
    await release();
  }
}
