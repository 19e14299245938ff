import { differenceInCalendarDays, parseISO } from 'date-fns';

/** How many days are left to a calendar date, by the clock of this time zone. */
export function daysUntil(date: string, timezone: string, now: Date): number {
  // The Swedish form of a date is the ISO one.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(now);
  return differenceInCalendarDays(parseISO(date), parseISO(today));
}
