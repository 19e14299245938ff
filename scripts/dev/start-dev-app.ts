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
 * Runs an app in Next's development mode, and starts it again when a file changes that its server runs on; all else Next
 * compiles anew itself. An app that ends by a fault waits for the next change.
 */
export async function startDevApp(options: DevAppOptions): Promise<DevApp> {
  const { name, directory, onLine } = options;
  let running: RunningChild | null = null;
  const start = async () => {
    const child = await runReported(options);
    running = child;
    child?.ended.then((code) => {
      if (child === running) {
        onLine(`${name} has ended (exit code ${code}). Saving a file that it runs on starts it again.`);
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
      // What it imports may have changed with it.
      watching.add(await listServerFiles(directory));
      const names = files.map((file) => path.relative(path.join(directory, '../..'), file));
      if (running !== null) {
        onLine(`${name} started again in ${formatElapsed(startedAt)}: ${names.join(', ')} changed.`);
      }
    },
  });
  return {
    close: async () => {
      // Before all else: an end from here on is no fault.
      await stop();
      await watching.close();
      // A start that was under way.
      await stop();
    },
  };
}

/** Null: it did not come up, and has said why. */
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
  // Next's own command reads it again, its server in our process does not.
  return [...files, path.join(directory, 'next.config.ts')];
}
