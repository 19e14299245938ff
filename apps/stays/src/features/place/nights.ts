export type Nights = { checkIn: string; checkOut: string };

/** Why these nights cannot be asked for, and beside which date to say so. */
export type NightsProblem = {
  field: 'checkIn' | 'checkOut';
  reason: 'past' | 'tooFar' | 'notAfter' | 'tooMany';
};

export const furthestDays = 365;
export const mostNights = 90;

const dayMs = 24 * 60 * 60 * 1000;

/** Calendar dates, not instants: counted in UTC, where each day has the same length. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

export function countNights({ checkIn, checkOut }: Nights): number {
  return Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / dayMs);
}

/** The database's rule `are_bookable_nights`, with its reason. `today` is the property's. */
export function findNightsProblem(nights: Nights, today: string): NightsProblem | null {
  if (nights.checkIn < today) {
    return { field: 'checkIn', reason: 'past' };
  }
  if (nights.checkIn > addDays(today, furthestDays)) {
    return { field: 'checkIn', reason: 'tooFar' };
  }
  if (nights.checkOut <= nights.checkIn) {
    return { field: 'checkOut', reason: 'notAfter' };
  }
  return countNights(nights) > mostNights ? { field: 'checkOut', reason: 'tooMany' } : null;
}
