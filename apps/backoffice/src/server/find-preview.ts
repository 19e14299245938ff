import 'server-only';
import { env } from '../env';
import type { AccountClient } from './account-client';
import type { Place } from './place';

/** The address of the guest app where a guest of this place begins: a room's page, or the place's own where it has no room. */
export async function findPreview(client: AccountClient, place: Place): Promise<string> {
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
  return new URL(room === null ? `/${place.slug}` : `/stay/${room.code}`, env().STAYS_URL).href;
}
