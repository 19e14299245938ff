import type { ListedBooking } from './queries';

type InRoom = Pick<ListedBooking, 'roomNumber' | 'bed'>;

/** Bookings in the order of their rooms, `9` before `10`: a desk looks for a room, not for an hour. */
export function sortByRoom<Row extends InRoom>(rows: readonly Row[]): Row[] {
  const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  return rows.toSorted((a, b) => compare(a.roomNumber, b.roomNumber) || compare(a.bed, b.bed));
}

/** First those for whom something is in the way, each part in the order of the rooms. */
export function sortArrivals<Row extends InRoom>(
  rows: readonly Row[],
  isBlocked: (row: Row) => boolean,
): Row[] {
  const sorted = sortByRoom(rows);
  return [...sorted.filter(isBlocked), ...sorted.filter((row) => !isBlocked(row))];
}
