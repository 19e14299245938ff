import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient, QuerySource } from '@/server/account-client';
import type { RoomSearch } from './room-search';

// Row-level security decides which rows an account can read, so no query here filters by owner.

const roomColumns =
  'id, capacity, floor, beds, number:room_number, type:accom_room_types!accom_rooms_type_of_property(name), isActive:is_active, propertyId:property_id';

export async function listProperties(client: AccountClient, accountId: string) {
  const rows = await client.query((db) =>
    db
      .from('accom_properties')
      .select('id, name, type, shortCode:short_code, isActive:is_active, property_members(role)')
      .eq('property_members.account_id', accountId)
      .order('name'),
  );
  return rows.map(({ property_members: [membership], ...property }) => ({
    ...property,
    role: membership?.role ?? null,
  }));
}

export type OwnProperty = Awaited<ReturnType<typeof listProperties>>[number];

/** The maximum number of rooms on a page. The search finds the others. */
export const roomsPerPage = 500;

export async function listRooms(client: AccountClient) {
  return client.query(selectRooms);
}

export type OwnRoom = Awaited<ReturnType<typeof listRooms>>[number];

/** The found rooms, each of them once, even where several searches find it. */
export async function searchRooms(
  client: AccountClient,
  searches: readonly RoomSearch[],
): Promise<OwnRoom[]> {
  const found = await Promise.all(
    searches.map(({ propertyId, numberPattern }) =>
      client.query((db) => {
        const query = selectRooms(db).ilike('room_number', numberPattern);
        return propertyId === null ? query : query.eq('property_id', propertyId);
      }),
    ),
  );
  return [...new Map(found.flat().map((room) => [room.id, room])).values()];
}

function selectRooms(db: QuerySource) {
  return db
    .from('accom_rooms')
    .select(roomColumns)
    .order('property_id')
    .order('room_number')
    .limit(roomsPerPage);
}

/** The room. Throws the same `not_found` for a room of another owner and for one that does not exist. */
export async function getRoom(client: AccountClient, roomId: string) {
  const room = await client.query((db) =>
    db
      .from('accom_rooms')
      .select(
        `${roomColumns}, code:room_code,
         property:accom_properties!accom_rooms_property_id_fkey(name, shortCode:short_code, isActive:is_active)`,
      )
      .eq('id', roomId)
      .maybeSingle(),
  );
  if (room === null) {
    throw new ApiError('not_found');
  }
  return room;
}

export type RoomWithCode = Awaited<ReturnType<typeof getRoom>>;
