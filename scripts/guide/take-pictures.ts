import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from '../test/find-browser.ts';

/** Builds both apps and writes the pictures of the owners' guide and its pages under `docs/` anew. */
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  CHROMIUM_PATH: findBrowser(process.env),
  WRITE_GUIDE: 'yes',
};

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: path.join(import.meta.dirname, '../..'),
    stdio: 'inherit',
    env,
  });
  if (status !== 0) {
    process.exit(1);
  }
}

run('turbo', ['run', 'build', '--filter=@gudbro/stays', '--filter=@gudbro/backoffice']);
run('playwright', [
  'test',
  '--project=backoffice',
  'apps/backoffice/e2e/guide.spec.ts',
  '--grep-invert',
  'chapter|housekeeper|320',
]);
run('biome', ['check', '--write', 'apps/backoffice/e2e/guide']);
