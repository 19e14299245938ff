import path from 'node:path';
import { StartError } from '../start/read-settings.ts';
import { type RunningChild, runApp } from '../start/run-app.ts';
import { findServerFiles } from './find-server-files.ts';
import { formatElapsed } from './format-elapsed.ts';
import { watchFiles } from './watch-files.ts';

export type DevAppOptions = {
  name: string;
  directory: string;
  env: Record<string, string>;
  onLine: (line: string) => void;
};

export type DevApp = { close: () => Promise<void> };

/**
 * Runs an app in Next's development mode, and starts it again when a file changes that Node itself loads for its server.
 * Next compiles all other files again by itself. An app that has ended unexpectedly starts again at the next change.
 */
export async function startDevApp(options: DevAppOptions): Promise<DevApp> {
  const { name, directory, onLine } = options;
  let running: RunningChild | null = null;
  const start = async () => {
    const child = await runReported(options);
    running = child;
    child?.ended.then((code) => {
      if (child === running) {
        onLine(`${name} has ended (exit code ${code}). Save one of its server files to start it again.`);
      }
    });
  };
  const stop = async () => {
    const child = running;
    running = null;
    await child?.stop();
  };
  await start();
  const watching = await watchFiles({
    paths: await listServerFiles(directory),
    onChange: async (files) => {
      const startedAt = performance.now();
      await stop();
      await start();
      // The changed files may import other files than before.
      watching.add(await listServerFiles(directory));
      const names = files.map((file) => path.relative(path.join(directory, '../..'), file));
      if (running !== null) {
        onLine(`${name} started again in ${formatElapsed(startedAt)}: ${names.join(', ')} changed.`);
      }
    },
  });
  return {
    close: async () => {
      // First, so that the end of the app is not reported as unexpected.
      await stop();
      await watching.close();
      // Closing waits for a change under way, which may have started the app once more.
      await stop();
    },
  };
}

/** Null if the app did not start. The reason has been printed then. */
async function runReported(options: DevAppOptions): Promise<RunningChild | null> {
  try {
    const onLine = (line: string) => options.onLine(`${options.name}: ${line.trimStart()}`);
    return await runApp({ ...options, onLine, isDevelopment: true });
  } catch (error) {
    if (error instanceof StartError) {
      options.onLine(error.message);
      return null;
    }
    throw error;
  }
}

async function listServerFiles(directory: string): Promise<string[]> {
  const files = await findServerFiles(path.join(directory, 'server.ts'));
  // Next's own dev command starts again when this file changes. Our server does not, so we watch the file.
  return [...files, path.join(directory, 'next.config.ts')];
}
