import { readdirSync, readFileSync } from 'node:fs';
import { readUsage } from './read-process.ts';

const everyMs = 5;

/** The most memory that this process and those it started have had at one moment of the work. */
export async function measurePeak(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const sample = () => {
    peak = Math.max(
      peak,
      listProcesses().reduce((sum, pid) => sum + readMemory(pid), 0),
    );
  };
  const timer = setInterval(sample, everyMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return peak;
}

/** This process and its children: the decoder starts one for each picture. */
function listProcesses(): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => pid === process.pid || readParent(pid) === process.pid);
}

function readParent(pid: number): number | null {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return null; // it has ended since it was listed
  }
}

function readMemory(pid: number): number {
  try {
    const { memory } = readUsage(pid);
    return Number.isFinite(memory) ? memory : 0;
  } catch {
    return 0; // as above
  }
}
