import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { makeTempDir } from '../testing/temp-dir.ts';
import { takePidLock } from './pid-lock.ts';

let file: string;
beforeEach(async () => {
  file = join(await makeTempDir(), 'lock');
});

const startOther = async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other.stdout, 'data');
  return other;
};

/** Writes the lock as the process with this pid would have. */
const writeLockOf = async (pid: number) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  await writeFile(file, JSON.stringify({ pid, startedAt }));
};

it('a lock is taken once, and can be taken again after it was released', async () => {
  const first = await takePidLock(file);
  expect(await takePidLock(file)).toEqual({ held: false, pid: process.pid });
  if (first.held) await first.release();
  expect((await takePidLock(file)).held).toBe(true);
});

it('the result names the running process that has the lock', async () => {
  const other = await startOther();
  await writeLockOf(other.pid ?? 0);
  expect(await takePidLock(file)).toEqual({ held: false, pid: other.pid });
});

it('the lock of a killed process is replaced', async () => {
  const other = await startOther();
  await writeLockOf(other.pid ?? 0);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect((await takePidLock(file)).held).toBe(true);
});

it('the lock of an earlier process is replaced when another process has its pid now', async () => {
  const other = await startOther();
  await writeFile(file, JSON.stringify({ pid: other.pid, startedAt: '1' }));
  expect((await takePidLock(file)).held).toBe(true);
});

it('a lock of an earlier start with our own pid, as in a container, is replaced', async () => {
  await writeLockOf(process.pid);
  expect((await takePidLock(file)).held).toBe(true);
});

it('a lock with invalid content is replaced', async () => {
  await writeFile(file, 'nonsense');
  expect((await takePidLock(file)).held).toBe(true);
});

it('no file but the lock is left in the folder, and no file after it was released', async () => {
  const lock = await takePidLock(file);
  expect(await readdir(dirname(file))).toEqual(['lock']);
  if (lock.held) await lock.release();
  expect(await readdir(dirname(file))).toEqual([]);
});
