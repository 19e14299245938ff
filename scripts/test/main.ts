import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, findHeadlessShell } from './find-browser.ts';
import { describeOtherBrowsers, findOtherBrowsers } from './find-other-browsers.ts';
import { listFailures } from './list-failures.ts';
import { sumReports } from './sum-reports.ts';

const root = path.join(import.meta.dirname, '../..');
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs one step; returns 1 if it failed. The next steps run all the same, so that one run shows every failure. */
function step(name: string, command: string, args: string[], more: Record<string, string> = {}): number {
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } });
  return status === 0 ? 0 : 1;
}

function findTestedPackages(): string[] {
  return globSync('{apps,packages,supabase}/{*/,}package.json', { cwd: root })
    .filter((file) => 'test' in (JSON.parse(readFileSync(path.join(root, file), 'utf8')).scripts ?? {}))
    .map((file) => path.dirname(file));
}

const packages = findTestedPackages();
const reports = [
  ...packages.map((folder) => path.join(root, folder, '.reports/vitest.json')),
  ...['vitest', 'playwright'].map((name) => path.join(root, '.reports', `${name}.json`)),
];
for (const report of reports) {
  rmSync(report, { force: true });
}

const browser = findBrowser(process.env);
const headlessShell = findHeadlessShell(process.env);
const others = findOtherBrowsers(process.env);
process.stdout.write(`${describeOtherBrowsers(others)}\n`);
const failedSteps =
  step('lint', 'biome', ['check', '--error-on-warnings', '.']) +
  step('build, types, tests of each package', 'turbo', [
    'run',
    'build',
    'typecheck',
    'test',
    '--continue',
    '--concurrency=2',
    '--output-logs=new-only',
  ]) +
  step('types and tests of the scripts', 'tsc', ['--noEmit']) +
  step('tests of the scripts', 'vitest', ['run']) +
  step('journeys in the browsers', 'playwright', ['test'], {
    CHROMIUM_PATH: browser,
    HEADLESS_SHELL_PATH: headlessShell ?? '',
    FIREFOX_PATH: others.firefox ?? '',
    WEBKIT_DRIVER_PATH: others.webKitDriver ?? '',
  });

const { passed, failed } = sumReports(reports);
for (const failure of listFailures(reports)) {
  process.stdout.write(`\n× ${failure}`);
}
// A step can fail without a failed test: lint, types, a build.
const allFailed = failed === 0 ? failedSteps : failed;
process.stdout.write(`\n\n${passed} passed, ${allFailed} failed\n`);
process.exit(allFailed === 0 ? 0 : 1);
