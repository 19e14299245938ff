import { spawn } from 'node:child_process';
import path from 'node:path';
import { StartError } from './read-settings.ts';

const root = path.join(import.meta.dirname, '../..');

/** Builds both apps for production. Turbo's cache has what has not changed since the last build. */
export function buildApps(): Promise<void> {
  return runBuild(['@gudbro/stays', '@gudbro/backoffice']);
}

/** Builds the packages whose published files the apps import, instead of their source. */
export function buildPackages(): Promise<void> {
  return runBuild(['@gudbro/stays^...', '@gudbro/backoffice^...']);
}

async function runBuild(filters: readonly string[]): Promise<void> {
  const child = spawn(
    'turbo',
    ['run', 'build', ...filters.map((filter) => `--filter=${filter}`), '--output-logs=errors-only'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet } },
  );
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new StartError('The build failed. The reason is above.');
  }
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
