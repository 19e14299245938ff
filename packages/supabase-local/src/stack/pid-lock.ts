import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readErrorCode } from './read-error.ts';

interface Holder {
  pid: number;
  /** When the process started, if the system tells: a pid may be reused by another process. */
  startedAt: string | null;
}

/** Whether the lock was taken; if not, the process that has it. */
export type LockResult = { held: true; release(): Promise<void> } | { held: false; pid: number };

const locksOfThisProcess = new Set<string>();

/** Takes a lock file for this process. The lock of a process that no longer runs is replaced. */
export async function takePidLock(file: string): Promise<LockResult> {
  if (locksOfThisProcess.has(file)) return { held: false, pid: process.pid };
  for (;;) {
    if (await placeLock(file)) {
      locksOfThisProcess.add(file);
      return { held: true, release: () => releaseLock(file) };
    }
    const content = await readIfThere(file);
    if (content === null) continue;
    const holder = parseHolder(content);
    if (holder !== null && (await isAlive(holder))) return { held: false, pid: holder.pid };
    await removeStale(file, content);
  }
}

/** Links a complete file, so that no process reads a partial lock. */
async function placeLock(file: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  const holder: Holder = { pid: process.pid, startedAt: await readStartTime(process.pid) };
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Two processes may find the same stale lock. One that has moved a newer lock away puts it back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}.stale`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file);
  await rm(aside, { force: true });
}

async function releaseLock(file: string): Promise<void> {
  await rm(file, { force: true });
  locksOfThisProcess.delete(file);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(content: string): Holder | null {
  const match = /"pid":(\d+),"startedAt":(?:null|"([^"]*)")/.exec(content);
  if (match === null) return null;
  return { pid: Number(match[1]), startedAt: match[2] ?? null };
}

async function isAlive(holder: Holder): Promise<boolean> {
  // In a container every start has the same pid, so a lock with our pid that we did not take is of an earlier start.
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM means that it runs, as another user.
    if (readErrorCode(error) === 'ESRCH') return false;
  }
  return holder.startedAt === (await readStartTime(holder.pid));
}

/** The start time of a process in clock ticks, as Linux gives it; null without /proc. */
async function readStartTime(pid: number): Promise<string | null> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in brackets may contain spaces; the fields after it do not, and the 20th of them is the start time.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
