import { addDays as addCalendarDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';

export type Nights = { checkIn: string; checkOut: string };

/** Why these nights cannot be booked, and the date field that shows the message. */
export type NightsError = {
  field: 'checkIn' | 'checkOut';
  reason: 'past' | 'tooFar' | 'notAfter' | 'tooMany';
};

export const maxDaysAhead = 365;
export const maxNights = 90;

/** `date` is a calendar date, not an instant: it has no time of day and no time zone. */
export function addDays(date: string, days: number): string {
  return formatISO(addCalendarDays(parseISO(date), days), { representation: 'date' });
}

export function countNights({ checkIn, checkOut }: Nights): number {
  return differenceInCalendarDays(parseISO(checkOut), parseISO(checkIn));
}

/** The same rule as `are_bookable_nights` in SQL, but with the reason. `today` is the date in the property's time zone. */
export function findNightsError(nights: Nights, today: string): NightsError | null {
  if (nights.checkIn < today) {
    return { field: 'checkIn', reason: 'past' };
  }
  if (nights.checkIn > addDays(today, maxDaysAhead)) {
    return { field: 'checkIn', reason: 'tooFar' };
  }
  if (nights.checkOut <= nights.checkIn) {
    return { field: 'checkOut', reason: 'notAfter' };
  }
  return countNights(nights) > maxNights ? { field: 'checkOut', reason: 'tooMany' } : null;
}
