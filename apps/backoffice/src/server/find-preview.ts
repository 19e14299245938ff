import 'server-only';
import type { Locale } from '@gudbro/domain';
import { env } from '../env';
import type { AccountClient } from './account-client';
import type { Place } from './place';

/**
 * The address of the guest app where a guest of this place begins: a room's page, or the place's own where it has no room.
 * With a language, by the guest app's own switch of languages.
 */
export async function findPreview(
  client: AccountClient,
  place: Pick<Place, 'id' | 'slug'>,
  locale: Locale | null,
): Promise<string> {
  const room = await client.query((db) =>
    db
      .from('accom_rooms')
      .select('code:room_code')
      .eq('property_id', place.id)
      .eq('is_active', true)
      .order('room_number')
      .limit(1)
      .maybeSingle(),
  );
  const path = room === null ? `/${place.slug}` : `/stay/${room.code}`;
  return new URL(locale === null ? path : `/locale?${new URLSearchParams({ locale, path })}`, env().STAYS_URL)
    .href;
}
