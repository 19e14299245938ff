import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const packageDir = join(import.meta.dirname, '..');
const binDir = join(packageDir, 'node_modules/.bin');

let scratchDir: string;
let tarball: string;

// Needs `dist`: turbo builds before it tests.
beforeAll(async () => {
  scratchDir = await mkdtemp(join(tmpdir(), 'gudbro-auth-'));
  const pack = [
    '--yes',
    '--prefer-offline',
    'pnpm@12.21.0',
    'pack',
    '--json',
    '--pack-destination',
    scratchDir,
  ];
  await run('npx', pack, { cwd: packageDir });
  const { version } = await readManifest(join(packageDir, 'package.json'));
  tarball = join(scratchDir, `gudbro-auth-${version}.tgz`);
});

afterAll(() => rm(scratchDir, { recursive: true, force: true }));

async function readManifest(
  path: string,
): Promise<{ version: string; dependencies: Record<string, string> }> {
  return JSON.parse(await readFile(path, 'utf8'));
}

describe('the packed package', () => {
  it('has no finding of publint', async () => {
    const bytes = await readFile(tarball);
    const { messages } = await publint({
      pack: { tarball: new Uint8Array(bytes).buffer },
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  it('has no finding of are-the-types-wrong', async () => {
    const { stdout } = await run(join(binDir, 'attw'), [tarball, '--no-color', '--no-emoji']);
    expect(stdout).toContain('No problems found');
  });

  it('never reads the environment and knows no framework', async () => {
    const source = await readFile(join(packageDir, 'dist/index.js'), 'utf8');
    expect(source).not.toMatch(/\bprocess\b|import\.meta\.env/);
    expect([...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]).toSorted()).toEqual(['jose']);
  });

  it('installs outside the workspace, compiles under strict and works from ESM and CommonJS', async () => {
    const project = join(scratchDir, 'project');
    await cp(join(packageDir, 'fixtures'), project, { recursive: true });
    await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const compilerOptions = {
      target: 'ES2023',
      lib: ['ES2023', 'DOM'],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      types: [],
      outDir: 'out',
      rootDir: '.',
    };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd: project });

    await run(join(binDir, 'tsc'), ['--project', project]);
    const esm = await run(process.execPath, ['out/use-package.js'], { cwd: project });
    const cjs = await run(process.execPath, ['out/use-package-from-commonjs.cjs'], { cwd: project });
    expect(JSON.parse(esm.stdout)).toEqual(['403 p-1', 'b-1', '401 malformed']);
    expect(JSON.parse(cjs.stdout)).toBe('browse');
    expect(cjs.stderr).toBe('');
    const keygen = await run(join(project, 'node_modules/.bin/gudbro-auth'), ['keygen']);
    const signed = await run(process.execPath, ['out/use-printed-key.js', keygen.stdout], { cwd: project });
    expect(signed.stdout).toBe('verified by the published key\n');
    const recipes = await readdir(join(project, 'node_modules/@gudbro/auth/recipes'));
    expect(recipes.toSorted()).toEqual(['express.ts', 'hono.ts', 'next', 'node-http.ts']);
    // Ranges, not this workspace's catalog.
    const { dependencies } = await readManifest(join(project, 'node_modules/@gudbro/auth/package.json'));
    expect(dependencies).toEqual({ jose: '^6.2.17' });
  });
});
