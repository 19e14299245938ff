import { addDays, isDay } from '@/shell/days/days';

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

/** Where the list of a view may begin: at a day from which it goes on, or from which it goes back. The others are short. */
export const beginsAtDay = {
  requested: 'onwards',
  in_house: 'onwards',
  coming: 'onwards',
  past: 'back',
  cancelled: 'back',
} as const satisfies Partial<Record<View, 'onwards' | 'back'>>;

/** Narrows a view to one whose list may begin at a day. */
export const canBeginAtDay = (view: View): view is keyof typeof beginsAtDay => view in beginsAtDay;

/** The day in an address at which a list begins. */
export const readDay = (value: unknown): string | null => (isDay(value) ? value : null);

/** The day that the database is told so that the list of a view begins with this one. Who is coming comes after the day it is told. */
export function startAtDay(view: View, day: string | null): string | null {
  if (day === null || !canBeginAtDay(view)) {
    return null;
  }
  return view === 'coming' ? addDays(day, -1) : day;
}
