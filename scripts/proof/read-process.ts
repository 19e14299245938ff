import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds: its own memory in bytes, and its open files and connections. */
export type Usage = { memory: number; descriptors: number };

/**
 * Reads the usage of a process from /proc, which only Linux has. Memory is the resident part without pages of files: those,
 * like the program itself, come and go with what else the machine does.
 */
export function readUsage(pid: number): Usage {
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { memory: Number(kilobytes) * 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

/** The usage of a minute: the median of each number, so that one moment does not decide. */
export function takeMedianUsage(samples: readonly Usage[]): Usage {
  return {
    memory: takeMedian(samples.map(({ memory }) => memory)),
    descriptors: takeMedian(samples.map(({ descriptors }) => descriptors)),
  };
}

function takeMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
