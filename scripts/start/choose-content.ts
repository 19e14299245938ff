import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demoSignInFile } from './demo-people.ts';
import { readIfThere } from './read-if-there.ts';
import { type Settings, StartError } from './read-settings.ts';

/** A data folder that has this file began without the demo, and stays without it. */
const emptyMarker = 'begun-empty';

/**
 * Whether to start with the demo's data or without. The first start decides: the demo's places must not appear among an
 * owner's own, and a folder with the demo is not empty any more. Throws `StartError` for `--empty` on such a folder.
 */
export async function chooseContent({ dataDir, isEmpty }: Settings): Promise<'demo' | 'empty'> {
  const has = async (file: string) => (await readIfThere(path.join(dataDir, file))) !== null;
  if (await has(emptyMarker)) {
    return 'empty';
  }
  if (!isEmpty) {
    return 'demo';
  }
  if (await has(demoSignInFile)) {
    throw new StartError(
      `The data in ${dataDir} has the demo in it. Begin empty with npm start -- --empty --fresh, which deletes it, or set DATA_DIR to another folder.`,
    );
  }
  await writeFile(path.join(dataDir, emptyMarker), '');
  return 'empty';
}

/** Forgets what the folder began with, and the demo's passwords. */
export async function forgetContent(dataDir: string): Promise<void> {
  for (const file of [emptyMarker, demoSignInFile]) {
    await rm(path.join(dataDir, file), { force: true });
  }
}
