import { z } from 'zod';
import { findNightsError, type NightsError } from './nights';

/** What was asked for in the address, kept as typed so that the form can show it again. */
export type Search = {
  checkIn: string;
  checkOut: string;
  guests: number;
  error: NightsError | { field: 'checkIn' | 'checkOut'; reason: 'missing' } | null;
};

type Query = Record<string, string | string[] | undefined>;

const dateSchema = z.iso.date();
const guestsSchema = z.coerce.number().int().min(1).max(50).catch(1);

/** Null: nothing was asked for yet. `today` is the property's. */
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
  return dateSchema.catch('').parse(value);
}

/** The address that shows a search. */
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
