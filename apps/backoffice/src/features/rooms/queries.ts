import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

// Row-level security decides which rows an account can read.

const roomColumns =
  'id, capacity, floor, beds, number:room_number, type:accom_room_types!accom_rooms_type_of_property(name), isActive:is_active, propertyId:property_id';

/** One page of a place's rooms by number, and one row more where there is a next page. */
export async function listRooms(
  client: AccountClient,
  placeId: string,
  { numberPattern, after }: { numberPattern: string | null; after: After | null },
) {
  return client.query((db) => {
    const query = db
      .from('accom_rooms')
      .select(roomColumns)
      .eq('property_id', placeId)
      .order('room_number')
      .order('id')
      .limit(rowsPerPage + 1);
    const found = numberPattern === null ? query : query.ilike('room_number', numberPattern);
    return after === null ? found : found.or(formatAfter('room_number', after));
  });
}

export type OwnRoom = Awaited<ReturnType<typeof listRooms>>[number];

/** The room. Throws the same `not_found` for a room of another place and for one that does not exist. */
export async function getRoom(client: AccountClient, placeId: string, roomId: string) {
  const room = await client.query((db) =>
    db
      .from('accom_rooms')
      .select(
        `${roomColumns}, code:room_code,
         property:accom_properties!accom_rooms_property_id_fkey(name, shortCode:short_code, isActive:is_active)`,
      )
      .eq('property_id', placeId)
      .eq('id', roomId)
      .maybeSingle(),
  );
  if (room === null) {
    throw new ApiError('not_found');
  }
  return room;
}

export type RoomWithCode = Awaited<ReturnType<typeof getRoom>>;
