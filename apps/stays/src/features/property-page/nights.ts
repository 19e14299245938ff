import { addDays as addCalendarDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';

export type Nights = { checkIn: string; checkOut: string };

/** Why these nights cannot be asked for, and beside which date to say so. */
export type NightsError = {
  field: 'checkIn' | 'checkOut';
  reason: 'past' | 'tooFar' | 'notAfter' | 'tooMany';
};

export const maxDaysAhead = 365;
export const maxNights = 90;

/** Calendar dates, not instants: no clock and no zone comes into it. */
export function addDays(date: string, days: number): string {
  return formatISO(addCalendarDays(parseISO(date), days), { representation: 'date' });
}

export function countNights({ checkIn, checkOut }: Nights): number {
  return differenceInCalendarDays(parseISO(checkOut), parseISO(checkIn));
}

/** The database's rule `are_bookable_nights`, with its reason. `today` is the property's. */
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
