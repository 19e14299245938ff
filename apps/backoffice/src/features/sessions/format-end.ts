import { getFormatter } from 'next-intl/server';
import type { Place } from '@/server/place';

/** Says when a code ends, by the clock of the place. */
export async function createEndWords(place: Pick<Place, 'timezone'>) {
  const format = await getFormatter();
  return (at: string) => format.dateTime(new Date(at), 'dayAndTime', { timeZone: place.timezone });
}
