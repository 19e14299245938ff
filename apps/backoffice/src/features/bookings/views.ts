/** The lists of bookings by their names in the address, in the order of their links. */
export const views = [
  'newest',
  'requested',
  'arriving',
  'in_house',
  'leaving',
  'coming',
  'past',
  'cancelled',
] as const;

export type View = (typeof views)[number];

/** The day by which the database sorts a view; the newest by when they were made. */
export const sortedBy = {
  newest: 'createdAt',
  arriving: 'checkIn',
  coming: 'checkIn',
  requested: 'checkOut',
  in_house: 'checkOut',
  leaving: 'checkOut',
  past: 'checkOut',
  cancelled: 'checkOut',
} as const satisfies Record<View, string>;

/** The view in an address, which anybody may write. */
export function readView(value: unknown): View {
  return views.find((view) => view === value) ?? 'newest';
}
