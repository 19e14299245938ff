import 'server-only';
import { formatOrderNumber } from '@gudbro/domain';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { findToday } from '@/shell/days/days';
import { createStayWords } from '@/shell/days/format-stay';
import { type Found, type FoundLine, foundSchema } from './found';
import { readCode } from './read-code';

/** What of a place matches what was typed, a code in any form or a pasted link included. */
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
  const words = await createStayWords();
  return foundSchema.parse(found).map((one) => toLine(one, place, words));
}

type StayWords = Awaited<ReturnType<typeof createStayWords>>;

function toLine(found: Found, { slug, timezone }: Place, { formatDay, formatStay }: StayWords): FoundLine {
  const { kind, id } = found;
  const base = { kind, key: `${kind}-${id}` };
  switch (kind) {
    case 'room':
      return { ...base, title: found.title, detail: found.detail, href: `/p/${slug}/rooms/${id}` };
    case 'booking':
      return {
        ...base,
        title: found.title,
        detail: [found.roomNumber, formatStay(found.checkIn, found.checkOut), found.detail]
          .filter((part) => part !== null)
          .join(' · '),
        href: `/p/${slug}/bookings/${id}`,
      };
    case 'order':
      return {
        ...base,
        title: formatOrderNumber(found.number),
        detail: `${found.roomNumber} · ${formatDay(findToday(new Date(found.createdAt), timezone))}`,
        href: `/p/${slug}/orders/${id}`,
      };
    case 'session':
      return {
        ...base,
        title: found.title,
        detail: [found.roomNumber, found.guestName].filter(Boolean).join(' · '),
        href: `/p/${slug}/sessions/${id}`,
      };
    case 'retired':
      return { ...base, title: found.title, detail: '', href: `/p/${slug}/sheets/register` };
  }
}
