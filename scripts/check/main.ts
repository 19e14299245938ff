import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseTests, type TestRun } from './choose-tests.ts';
import { findChangedNames } from './find-changed-names.ts';
import { findChanges, readAtCommit } from './find-changes.ts';
import { runStep, type Step } from './run-step.ts';

const root = path.join(import.meta.dirname, '../..');

/** These check every file, since that is quick: Biome is fast, and turbo caches the types of unchanged packages. */
const staticSteps: readonly Step[] = [
  { name: 'lint', command: 'biome', args: ['check', '--error-on-warnings', '.'], directory: root },
  {
    name: 'types',
    command: 'turbo',
    args: ['run', 'typecheck', '--continue', '--concurrency=2', '--output-logs=errors-only'],
    directory: root,
  },
  { name: 'types of the scripts', command: 'tsc', args: ['--noEmit'], directory: root },
];

const { base, baseName, files } = findChanges(root);
if (files.length === 0) {
  process.stdout.write(`Nothing has changed since ${baseName} (${base.slice(0, 7)}).\n`);
  process.exit(0);
}

const testRuns = chooseTests(root, files, (file) => {
  const current = path.join(root, file);
  const after = existsSync(current) ? readFileSync(current, 'utf8') : '';
  return findChangedNames(readAtCommit(root, base, file), after);
});

function testStep({ folder, files: related }: TestRun): Step {
  return {
    name: `tests of ${folder === '' ? 'the scripts' : folder}`,
    command: 'vitest',
    args: ['related', '--run', '--passWithNoTests', '--silent=passed-only', ...related],
    directory: path.join(root, folder),
  };
}

/** Runs one step after the other, since the tests of one package use all cores. */
async function runInTurn(steps: readonly Step[]): Promise<boolean> {
  let hasPassed = true;
  for (const step of steps) {
    hasPassed = (await runStep(step)) && hasPassed;
  }
  return hasPassed;
}

process.stdout.write(`${files.length} ${files.length === 1 ? 'file' : 'files'} changed since ${baseName}.\n`);
const results = await Promise.all([runInTurn(staticSteps), runInTurn(testRuns.map(testStep))]);
process.exit(results.every((hasPassed) => hasPassed) ? 0 : 1);
