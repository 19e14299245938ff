import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { emptyDataDir, type StackKeys, startSupabase } from '@gudbro/supabase-local';
import { readIfThere } from '../start/read-if-there.ts';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Copies a database without our migrations and seeds into an empty data folder. Creating one takes longer than applying
 * them, so it is created once and copied after that.
 */
export async function copyBlankDatabase(dataDir: string, keys: StackKeys): Promise<void> {
  const blankDir = path.join(dataDir, 'blank');
  const marker = path.join(blankDir, 'is-complete');
  if ((await readIfThere(marker)) === null) {
    await emptyDataDir(blankDir);
    const supabase = await startSupabase({
      dataDir: blankDir,
      migrationsDir: null,
      seedFiles: [],
      keys,
      logger,
    });
    await supabase.close();
    await writeFile(marker, 'yes');
  }
  for (const name of ['database', 'database-state']) {
    await cp(path.join(blankDir, name), path.join(dataDir, name), { recursive: true });
  }
}
