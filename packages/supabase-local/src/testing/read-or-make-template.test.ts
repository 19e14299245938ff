import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOrMakeTemplate } from './read-or-make-template.ts';
import { makeTempDir } from './temp-dir.ts';

it('six callers at the same time make a template once, and all get it complete', async () => {
  const dir = await makeTempDir();
  let made = 0;
  const make = async () => {
    made += 1;
    return Buffer.from('template');
  };
  const all = await Promise.all(Array.from({ length: 6 }, () => readOrMakeTemplate('t.tar', make, dir)));
  expect(made).toBe(1);
  expect(all.map((content) => Buffer.from(content).toString())).toEqual(Array(6).fill('template'));
  expect(await readdir(dir)).toEqual(['t.tar']);
});

it('a template whose making failed is made by the next caller', async () => {
  const dir = await makeTempDir();
  const fail = () => Promise.reject(new Error('a migration is broken'));
  await expect(readOrMakeTemplate('t.tar', fail, dir)).rejects.toThrow('a migration is broken');
  const content = await readOrMakeTemplate('t.tar', async () => Buffer.from('whole'), dir);
  expect(Buffer.from(content).toString()).toBe('whole');
});

it('a template whose maker was killed is made by the next caller', async () => {
  const dir = await makeTempDir();
  const other = spawn(process.execPath, ['-e', '']);
  await once(other, 'exit');
  await writeFile(join(dir, 't.tar.lock'), JSON.stringify({ pid: other.pid, startedAt: null }));
  const content = await readOrMakeTemplate('t.tar', async () => Buffer.from('whole'), dir);
  expect(Buffer.from(content).toString()).toBe('whole');
});
