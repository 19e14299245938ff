import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTsBlocks, listPromisedOutput } from './find-ts-blocks.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../..');
const readmes = globSync('packages/*/README.md', { cwd: root })
  .toSorted()
  .map((readme) => ({ readme, blocks: findTsBlocks(readFileSync(path.join(root, readme), 'utf8')) }))
  .filter(({ blocks }) => blocks.length > 0);
const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM'],
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: ['node'],
};

it('the README of each published package has examples with promised output', () => {
  const promising = readmes.filter(({ blocks }) =>
    blocks.some((block) => listPromisedOutput(block).length > 0),
  );
  expect(promising.map(({ readme }) => readme)).toEqual(
    expect.arrayContaining(['packages/access-codes/README.md', 'packages/auth/README.md']),
  );
});

// Needs the packages' `dist`: `npm test` builds them first.
describe.each(readmes)('$readme', ({ readme, blocks }) => {
  const reports = path.join(root, path.dirname(readme), '.reports');
  let folder = '';

  beforeAll(async () => {
    // Inside the package, so that its own name and its dependencies resolve.
    await mkdir(reports, { recursive: true });
    folder = await mkdtemp(path.join(reports, 'readme-'));
    for (const [index, block] of blocks.entries()) await writeFile(fileOf(index), block);
    await writeFile(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['*.ts'] }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const fileOf = (index: number) => path.join(folder, `block-${index + 1}.ts`);

  it('every ts block compiles with strict', async () => {
    const { stdout } = await run('tsc', ['--project', folder]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  it.each(blocks.map((block, index) => ({ number: index + 1, block })))(
    'ts block $number prints what its comments promise',
    async ({ number, block }) => {
      const { stdout } = await run(process.execPath, [fileOf(number - 1)], { cwd: folder, timeout: 60_000 });
      const promised = listPromisedOutput(block);
      const printed = stdout.split('\n').filter((line) => line !== '');
      expect(promised.length === 0 ? [] : printed).toEqual(promised);
    },
    60_000,
  );
});
