import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const here = fileURLToPath(new URL('..', import.meta.url));

const USE = `
const forms = [generateCode('room'), parseCode('bk guest2').code, codeInputSchema().parse('wake up23').code];
if (!isCode('room', forms[0]) || forms[1] !== 'BK-GUEST2' || forms[2] !== 'WAKE-UP23') throw new Error(forms.join());
console.log('works');
`;

const FILES: Readonly<Record<string, string>> = {
  'use.mjs': `
import { generateCode, isCode, parseCode } from '@gudbro/access-codes';
import { codeInputSchema } from '@gudbro/access-codes/zod';
${USE}`,
  'use.cjs': `
const { generateCode, isCode, parseCode } = require('@gudbro/access-codes');
const { codeInputSchema } = require('@gudbro/access-codes/zod');
${USE}`,
  'use.mts': `
import { type CodeOf, type FillRandom, generateCode, parseCode } from '@gudbro/access-codes';
import { codeInputSchema } from '@gudbro/access-codes/zod';
const random: FillRandom = (bytes) => crypto.getRandomValues(bytes);
export const room: CodeOf<'room'> = generateCode('room', { random });
const parsed = parseCode(room, { expect: 'room' });
export const code: \`RM-\${string}\` | null = parsed.ok ? parsed.code : null;
export const input: 'room' = codeInputSchema({ expect: 'room' }).parse(room).kind;
// @ts-expect-error A booking code is no room code.
export const wrong: CodeOf<'room'> = generateCode('booking');
`,
  'use.cts': `
import access = require('@gudbro/access-codes');
export const code: access.CodeOf<'access'> = access.generateCode('access');
`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'nodenext', strict: true, noEmit: true, lib: ['es2023', 'dom'], types: [] },
    include: ['use.mts', 'use.cts'],
  }),
};

/** A project that knows nothing of this repository, with the packed package installed. */
let scratch = '';
let tarball = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'access-codes-'));
  const pnpm = ['--yes', '--prefer-offline', 'pnpm@12.21.0'];
  await run('npx', [...pnpm, 'pack', '--pack-destination', scratch], { cwd: here });
  tarball = join(scratch, (await readdir(scratch)).find((name) => name.endsWith('.tgz')) ?? 'no tarball');
  await writeFile(join(scratch, 'package.json'), JSON.stringify({ name: 'scratch', private: true }));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(scratch, name), content);
  const packages = [tarball, 'zod@4.6.7', 'typescript@6.0.3'];
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: scratch });
}, 300_000);

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the packed package, installed outside the workspace', () => {
  it.each(['use.mjs', 'use.cjs'])('works from %s', async (file) => {
    const { stdout } = await run(process.execPath, [file], { cwd: scratch });
    expect(stdout.trim()).toBe('works');
  });

  it('has types that hold for ESM and CJS', async () => {
    const { stdout } = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], {
      cwd: scratch,
    });
    expect(stdout).toBe('');
  });

  it('holds the built entries, the licence and the README, and nothing else', async () => {
    const files = await readdir(join(scratch, 'node_modules/@gudbro/access-codes'));
    expect(files.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  });

  it('passes publint without a finding', async () => {
    const { stdout } = await run(join(here, 'node_modules/.bin/publint'), [tarball, '--strict'], {
      cwd: here,
    });
    expect(stdout).toContain('All good');
  });

  it('passes are-the-types-wrong without a finding', async () => {
    const { stdout } = await run(join(here, 'node_modules/.bin/attw'), [tarball], { cwd: here });
    expect(stdout).toContain('No problems found');
  });
});
