import 'server-only';
import { parseCode } from '@gudbro/access-codes';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { type Found, type FoundLine, foundSchema } from './found';

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

/** The code in the text. `GUEST2` alone could be the code of a booking: with its prefix left out, it is read as one. */
function readCode(text: string): string | null {
  const any = parseCode(text);
  if (any.ok) {
    return any.code;
  }
  const booking = parseCode(text, { expect: 'booking' });
  return booking.ok ? booking.code : null;
}

// A booking leads to its room until it has a screen of its own.
function toLine(found: Found, slug: string): FoundLine {
  const base = { kind: found.kind, key: `${found.kind}-${found.id}`, title: found.title };
  return found.kind === 'room'
    ? { ...base, detail: found.detail, href: `/p/${slug}/rooms/${found.id}` }
    : {
        ...base,
        detail: [found.roomNumber, `${found.checkIn} – ${found.checkOut}`, found.detail].join(' · '),
        href: `/p/${slug}/rooms/${found.roomId}`,
      };
}
