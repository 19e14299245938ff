import { toDayNumber } from '@/shell/days/days';

/** Some days of the calendar as they were read at one time. */
export type Window<Thing> = { readAt: string; from: string; to: string; things: readonly Thing[] };

type Days = { from: string; to: string };

type Dated = Days & { id: string };

const touches = (thing: Dated, { from, to }: Days) => thing.from < to && thing.to > from;

/**
 * What several windows show together, each thing once and as it was read last. What an older window still has in the days of
 * a newer one, which no longer has it, was moved or removed meanwhile.
 */
export function mergeWindows<Thing extends Dated>(windows: readonly Window<Thing>[]): Thing[] {
  const newestFirst = windows.toSorted((a, b) => (a.readAt < b.readAt ? 1 : -1));
  const merged = new Map<string, Thing>();
  let covered: readonly Days[] = [];
  for (const window of newestFirst) {
    for (const thing of window.things) {
      if (!merged.has(thing.id) && !covered.some((days) => touches(thing, days))) {
        merged.set(thing.id, thing);
      }
    }
    covered = cover(covered, window);
  }
  return [...merged.values()];
}

/** Some stretches of days with another one, which joins those that it meets. */
function cover(stretches: readonly Days[], added: Days): Days[] {
  let { from, to } = added;
  const apart: Days[] = [];
  for (const days of stretches) {
    if (days.from <= to && days.to >= from) {
      [from = days.from] = [from, days.from].sort();
      [, to = days.to] = [to, days.to].sort();
    } else {
      apart.push(days);
    }
  }
  return [...apart, { from, to }];
}

/** So many days are read at once when the grid is scrolled to days that were not. */
export const chunkDays = 28;

/** The chunks that have these days, as the numbers of their first days. */
export function listChunks(from: string, to: string): number[] {
  const first = Math.floor(toDayNumber(from) / chunkDays) * chunkDays;
  const count = Math.ceil((toDayNumber(to) - first) / chunkDays);
  return Array.from({ length: count }, (_, index) => first + index * chunkDays);
}
