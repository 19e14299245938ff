import { toDayNumber } from '@/shell/days/days';

/** Some days of the calendar as they were read at one time. */
export type Window<Thing> = { readAt: string; from: string; to: string; things: readonly Thing[] };

type Dated = { id: string; from: string; to: string };

const touches = (thing: Dated, { from, to }: { from: string; to: string }) =>
  thing.from < to && thing.to > from;

/**
 * What several windows show together, each thing once and as it was read last. What an older window still has in the days of
 * a newer one, which no longer has it, was moved or removed meanwhile.
 */
export function mergeWindows<Thing extends Dated>(windows: readonly Window<Thing>[]): Thing[] {
  const newestFirst = windows.toSorted((a, b) => (a.readAt < b.readAt ? 1 : -1));
  const merged = new Map<string, Thing>();
  for (const [index, { things }] of newestFirst.entries()) {
    const newer = newestFirst.slice(0, index);
    for (const thing of things) {
      if (!merged.has(thing.id) && !newer.some((window) => touches(thing, window))) {
        merged.set(thing.id, thing);
      }
    }
  }
  return [...merged.values()];
}

/** So many days are read at once when the grid is scrolled to days that were not. */
export const chunkDays = 28;

/** The chunks that have these days, as the numbers of their first days. */
export function listChunks(from: string, to: string): number[] {
  const first = Math.floor(toDayNumber(from) / chunkDays) * chunkDays;
  const count = Math.ceil((toDayNumber(to) - first) / chunkDays);
  return Array.from({ length: count }, (_, index) => first + index * chunkDays);
}
