import 'server-only';
import { cookies } from 'next/headers';
import type { Place } from './place';

/** The cookie with the address of the place that was open last. `proxy.ts` sets it. */
export const lastPlaceCookie = 'last_place';

/** The place that was open last in this browser, where this person still works there; else the first. */
export async function findLastPlace(places: readonly Place[]): Promise<Place | null> {
  const last = (await cookies()).get(lastPlaceCookie)?.value;
  return places.find(({ slug }) => slug === last) ?? places[0] ?? null;
}
