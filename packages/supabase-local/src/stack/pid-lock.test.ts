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

/** The lock as another process would have written it: its own start time is read by the same code. */
const lockFor = async (pid: number) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  await writeFile(file, JSON.stringify({ pid, startedAt }));
};

it('is held by one at a time, and can be taken again once released', async () => {
  const first = await takePidLock(file);
  expect(await takePidLock(file)).toEqual({ held: false, pid: process.pid });
  if (first.held) await first.release();
  expect((await takePidLock(file)).held).toBe(true);
});

it('names the living process that holds it', async () => {
  const other = await startOther();
  await lockFor(other.pid ?? 0);
  expect(await takePidLock(file)).toEqual({ held: false, pid: other.pid });
});

it('takes the lock of a process that was killed', async () => {
  const other = await startOther();
  await lockFor(other.pid ?? 0);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect((await takePidLock(file)).held).toBe(true);
});

it('takes the lock of an earlier process whose number another one has now', async () => {
  const other = await startOther();
  await writeFile(file, JSON.stringify({ pid: other.pid, startedAt: '1' }));
  expect((await takePidLock(file)).held).toBe(true);
});

it('takes a lock with our own number that is not ours: in a container every start has the same', async () => {
  await lockFor(process.pid);
  expect((await takePidLock(file)).held).toBe(true);
});

it('takes a lock that holds nonsense', async () => {
  await writeFile(file, 'nonsense');
  expect((await takePidLock(file)).held).toBe(true);
});

it('leaves nothing beside the lock, and nothing at all once released', async () => {
  const lock = await takePidLock(file);
  expect(await readdir(dirname(file))).toEqual(['lock']);
  if (lock.held) await lock.release();
  expect(await readdir(dirname(file))).toEqual([]);
});
