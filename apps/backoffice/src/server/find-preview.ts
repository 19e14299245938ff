import 'server-only';
import type { Locale } from '@gudbro/domain';
import { env } from '../env';
import type { AccountClient } from './account-client';
import type { Place } from './place';

/** Which of the guest's pages: a room's, which begins with the WiFi, or the place's own, which has the types and prices. */
export type PreviewPage = 'room' | 'place';

/**
 * The address of a guest's page of this place. Where it has no room, it is the place's own. With a language, by the guest
 * app's own switch of languages.
 */
export async function findPreview(
  client: AccountClient,
  place: Pick<Place, 'id' | 'slug'>,
  { page, locale }: { page: PreviewPage; locale: Locale | null },
): Promise<string> {
  const code = page === 'room' ? await findRoomCode(client, place.id) : null;
  const path = code === null ? `/${place.slug}` : `/stay/${code}`;
  return new URL(locale === null ? path : `/locale?${new URLSearchParams({ locale, path })}`, env().STAYS_URL)
    .href;
}

async function findRoomCode(client: AccountClient, placeId: string): Promise<string | null> {
  const room = await client.query((db) =>
    db
      .from('accom_rooms')
      .select('code:room_code')
      .eq('property_id', placeId)
      .eq('is_active', true)
      .order('room_number')
      .limit(1)
      .maybeSingle(),
  );
  return room?.code ?? null;
}
