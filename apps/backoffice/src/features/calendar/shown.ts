import { findRowAt, headRem } from './geometry';
import { scrolledDays } from './views';

/** In pixels: the window that the grid is seen through, and what is in it. */
export type Sizes = { rem: number; day: number; rooms: number; width: number; height: number };

/** The rows that are rendered, and the weeks in view, counted in columns of the grid. The ends are not among them. */
type Shown = { firstRow: number; lastRow: number; fromColumn: number; toColumn: number };

/** Days are rendered by the week, so that a row is not rendered anew with each of them. */
export const daysAtOnce = 7;
/** Rows are added by two: the grid is then rendered half as often while it is scrolled. */
const rowsAtOnce = 2;
const rowsAround = 4;

/** Where to scroll so that something from `start` to `end` is in view: nowhere else, or no further than it needs. */
export function findScroll(at: number, start: number, end: number, room: number): number {
  return Math.min(start, Math.max(at, end - room));
}

export function findShown(
  { left, top }: { left: number; top: number },
  tops: readonly number[],
  { rem, day, rooms, width, height }: Sizes,
): Shown {
  const first = findRowAt(tops, top / rem) - rowsAround;
  const last = findRowAt(tops, (top + height) / rem - headRem) + 1 + rowsAround;
  return {
    firstRow: Math.max(0, Math.floor(first / rowsAtOnce) * rowsAtOnce),
    lastRow: Math.min(tops.length - 1, Math.ceil(last / rowsAtOnce) * rowsAtOnce),
    fromColumn: Math.floor(Math.round(left / day) / daysAtOnce) * daysAtOnce,
    toColumn: Math.min(
      Math.ceil((left + width - rooms) / day / daysAtOnce) * daysAtOnce,
      Math.ceil(scrolledDays / daysAtOnce) * daysAtOnce,
    ),
  };
}

export const isSame = (one: Shown, other: Shown): boolean =>
  one.firstRow === other.firstRow &&
  one.lastRow === other.lastRow &&
  one.fromColumn === other.fromColumn &&
  one.toColumn === other.toColumn;
