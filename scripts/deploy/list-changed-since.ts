import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Lists the files and folders under `folder` that were made or written after `since`. */
export function listChangedSince(folder: string, since: Date): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (item) => lstatSync(path.join(folder, item)).mtimeMs > since.getTime(),
  );
}
