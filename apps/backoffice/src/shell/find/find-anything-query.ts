import 'server-only';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { type Found, type FoundLine, foundSchema } from './found';
import { readCode } from './read-code';

/** The rooms and bookings of a place that match what was typed, a code in any form or a pasted link included. */
export async function findAnything(client: AccountClient, place: Place, text: string): Promise<FoundLine[]> {
  const typed = text.trim().slice(0, 200);
  if (typed === '') {
    return [];
  }
  const code = readCode(typed);
  const found = await client.query((db) =>
    db
      .rpc('find_anything', { property_id: place.id, text: typed, ...(code === null ? {} : { code }) })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return foundSchema.parse(found).map((one) => toLine(one, place.slug));
}

function toLine(found: Found, slug: string): FoundLine {
  const base = { kind: found.kind, key: `${found.kind}-${found.id}`, title: found.title };
  return found.kind === 'room'
    ? { ...base, detail: found.detail, href: `/p/${slug}/rooms/${found.id}` }
    : {
        ...base,
        detail: [found.roomNumber, `${found.checkIn} – ${found.checkOut}`, found.detail]
          .filter((part) => part !== null)
          .join(' · '),
        href: `/p/${slug}/bookings/${found.id}`,
      };
}
