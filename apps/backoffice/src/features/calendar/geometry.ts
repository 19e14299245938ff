import type { Row } from './rows';

// Of the grid, in rem, so that it grows with the reader's font size.

export const headRem = 4;
export const bedRem = 2.75;
export const typeRem = 2.5;

/** Where each row begins, and last where all end, below the head. */
export function listTops(rows: readonly Row[]): number[] {
  const tops = [0];
  for (const [index, row] of rows.entries()) {
    tops.push((tops[index] ?? 0) + (row.kind === 'type' ? typeRem : bedRem));
  }
  return tops;
}

/** The row at a height, by halving: there may be hundreds. */
export function findRowAt(tops: readonly number[], rem: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= rem) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** Where a bar stands in its row: from the noon of its first day to that of its last. Shorter than a day it is still seen. */
export function styleSpan({ from, to }: { from: number; to: number }, after: number) {
  return {
    marginLeft: `calc(var(--day) * ${from - after})`,
    width: `calc(var(--day) * ${Math.max(to - from, 0.5)})`,
  };
}
