import { spawn } from 'node:child_process';
import path from 'node:path';
import { StartError } from './read-settings.ts';

const root = path.join(import.meta.dirname, '../..');

/** Production builds of both apps. What has not changed since the last time is taken from the cache. */
export async function buildApps(): Promise<void> {
  const child = spawn(
    'turbo',
    ['run', 'build', '--filter=@gudbro/stays', '--filter=@gudbro/backoffice', '--output-logs=errors-only'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet } },
  );
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new StartError('The build failed. Its reason stands above.');
  }
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
