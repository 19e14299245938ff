import type { ListedBooking } from './queries';

type InRoom = Pick<ListedBooking, 'roomNumber' | 'bed'>;

/** Bookings in the order of their rooms, `9` before `10`: a desk looks for a room, not for an hour. Those without one come first. */
export function sortByRoom<Row extends InRoom>(rows: readonly Row[]): Row[] {
  const compare = (a: string | null, b: string | null) =>
    (a ?? '').localeCompare(b ?? '', 'en', { numeric: true });
  return rows.toSorted((a, b) => compare(a.roomNumber, b.roomNumber) || compare(a.bed, b.bed));
}

type Urgency = { isHere: boolean; isBlocked: boolean };

/**
 * First those who are here and wait, of whom those whose room is ready can be helped at once; then those for whom something is in
 * the way; then all others. Each part is in the order of the rooms.
 */
export function sortArrivals<Row extends InRoom>(
  rows: readonly Row[],
  readUrgency: (row: Row) => Urgency,
): Row[] {
  const rank = (row: Row) => {
    const { isHere, isBlocked } = readUrgency(row);
    return isHere ? Number(isBlocked) : isBlocked ? 2 : 3;
  };
  return sortByRoom(rows).toSorted((a, b) => rank(a) - rank(b));
}
