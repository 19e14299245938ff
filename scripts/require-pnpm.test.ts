import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const packages = path.join(import.meta.dirname, '../packages');
const sentence = 'Pack and publish this package with pnpm (pnpm pack, pnpm publish)';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'require-pnpm-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['auth', 'access-codes'])('packing %s', (name) => {
  const cwd = path.join(packages, name);

  it.each([
    ['npm pack', ['pack', '--pack-destination']],
    // Never reaches a registry: the dry run ends before it, and the guard before that.
    ['npm publish', ['publish', '--dry-run', '--pack-destination']],
  ])('by %s fails with one sentence and leaves no tarball', async (_command, args) => {
    const packing = run('npm', [...args, folder], { cwd });
    await expect(packing).rejects.toMatchObject({ stderr: expect.stringContaining(sentence) });
    expect(await readdir(folder)).toEqual([]);
  });

  it('by pnpm works', async () => {
    const pnpm = ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'pack', '--pack-destination', folder];
    await run('npx', pnpm, { cwd });
    expect(await readdir(folder)).toEqual([expect.stringMatching(new RegExp(`^gudbro-${name}-.*\\.tgz$`))]);
    await rm(path.join(folder, String((await readdir(folder))[0])));
  });
});
