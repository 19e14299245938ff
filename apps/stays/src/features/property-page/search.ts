import { dateInputSchema } from '@gudbro/guest-api/property-page-schemas';
import { z } from 'zod';
import { findNightsError, type NightsError } from './nights';

/** The search in the address. Invalid dates stay in it, so that the form can show them again. */
export type Search = {
  checkIn: string;
  checkOut: string;
  guests: number;
  error: NightsError | { field: 'checkIn' | 'checkOut'; reason: 'missing' } | null;
};

type Query = Record<string, string | string[] | undefined>;

/** A number that the form does not allow becomes the nearest one it does. */
const guestsSchema = z.coerce
  .number()
  .int()
  .catch(1)
  .transform((guests) => Math.min(Math.max(guests, 1), 50));

/** Null if the address has no search. `today` is the date in the property's time zone. */
export function readSearch(query: Query, today: string): Search | null {
  const { checkIn, checkOut } = query;
  if (checkIn === undefined && checkOut === undefined) {
    return null;
  }
  const dates = { checkIn: readDate(checkIn), checkOut: readDate(checkOut) };
  const missing = dates.checkIn === '' ? 'checkIn' : dates.checkOut === '' ? 'checkOut' : null;
  return {
    ...dates,
    guests: guestsSchema.parse(query['guests']),
    error: missing ? { field: missing, reason: 'missing' } : findNightsError(dates, today),
  };
}

function readDate(value: string | string[] | undefined): string {
  return dateInputSchema.catch('').parse(value);
}

/** The path of the property's page with this search. */
export function searchPath(
  slug: string,
  search: Pick<Search, 'checkIn' | 'checkOut' | 'guests'> | null,
): string {
  if (search === null) {
    return `/${slug}`;
  }
  const { checkIn, checkOut, guests } = search;
  return `/${slug}?${new URLSearchParams({ checkIn, checkOut, guests: String(guests) })}`;
}
