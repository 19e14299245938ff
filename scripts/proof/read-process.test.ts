import { openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readUsage, takeMedianUsage } from './read-process.ts';

test.runIf(process.platform === 'linux')('reads the memory and the open files of a process', () => {
  const before = readUsage(process.pid);
  expect(before.memory).toBeGreaterThan(1_000_000);
  const opened = Array.from({ length: 50 }, () => openSync('/dev/null', 'r'));
  expect(readUsage(process.pid).descriptors).toBeGreaterThanOrEqual(before.descriptors + opened.length - 5);
});

test('takes the median of each number', () => {
  const samples = [
    { memory: 1, descriptors: 30 },
    { memory: 900, descriptors: 20 },
    { memory: 3, descriptors: 10 },
  ];
  expect(takeMedianUsage(samples)).toEqual({ memory: 3, descriptors: 20 });
});
