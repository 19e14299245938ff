import { globSync } from 'node:fs';
import path from 'node:path';
import { buildPackages } from '../start/build-apps.ts';
import { StartError } from '../start/read-settings.ts';
import { type Watching, watchFiles } from './watch-files.ts';

const root = path.join(import.meta.dirname, '../..');

/** Builds the packages whose published files the apps import, now and whenever their source changes. */
export async function watchPackages(onLine: (line: string) => void): Promise<Watching> {
  await buildPackages();
  const built = globSync('packages/*/tsup.config.ts', { cwd: root }).map((file) => path.dirname(file));
  return watchFiles({
    paths: built.map((folder) => path.join(root, folder, 'src')),
    onChange: async () => {
      try {
        await buildPackages();
      } catch (error) {
        if (!(error instanceof StartError)) {
          throw error;
        }
        onLine(error.message);
      }
    },
  });
}
