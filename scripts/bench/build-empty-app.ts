import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { emptyAppFiles } from './empty-app-files.ts';
import { runCommand } from './run-command.ts';

export type BuiltApp = { directory: string; remove: () => Promise<void> };

/**
 * Writes the empty app into a hidden folder of the app it is compared with, so that it resolves the same Next, React and
 * api-kit, and builds it with the same command.
 */
export async function buildEmptyApp(app: string): Promise<BuiltApp> {
  const directory = await mkdtemp(path.join(app, '.empty-app-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    for (const [name, text] of Object.entries(emptyAppFiles)) {
      const file = path.join(directory, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text.trimStart());
    }
    const next = createRequire(path.join(directory, 'server.ts')).resolve('next/dist/bin/next');
    await runCommand(process.execPath, [next, 'build'], directory);
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, remove };
}
