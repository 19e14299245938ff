/** The columns that the list of bookings can have in a wide window, beside the guest and the status, in their order. */
export const columns = [
  'room',
  'type',
  'arrival',
  'departure',
  'nights',
  'guests',
  'source',
  'externalUid',
  'code',
  'bookedOn',
] as const;

export type Column = (typeof columns)[number];

/** Until a person chooses. */
const usual: readonly Column[] = ['room', 'arrival', 'departure', 'nights', 'guests', 'source'];

/** The cookie with the columns that were chosen in this browser. */
export const columnsCookie = 'booking_columns';

/** The columns in the cookie. It may name columns that a later version no longer has. */
export function readColumns(cookie: string | undefined): readonly Column[] {
  if (cookie === undefined) {
    return usual;
  }
  const chosen = cookie.split(' ');
  return columns.filter((column) => chosen.includes(column));
}
