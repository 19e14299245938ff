import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { type After, rowsPerPage } from '@/server/page-of-rows';
import { roomStateSchema, type StateOfRoom } from './room-state';

// Row-level security decides which rows an account can read.

const roomColumns = `id, capacity, floor, beds, number:room_number, typeId:room_type_id, isActive:is_active, code:room_code,
  wifiNetwork:wifi_ssid, wifiPassword:wifi_password, version:updated_at,
  type:accom_room_types!accom_rooms_type_of_property(name)`;

const listSchema = z.object({
  types: z.array(z.object({ id: z.string(), name: z.string() })),
  rooms: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      type: z.string().nullable(),
      capacity: z.int(),
      /** 0 for a private room. */
      beds: z.int(),
      floor: z.string().nullable(),
      isActive: z.boolean(),
      order: z.int(),
      state: roomStateSchema,
      /** How many beds of a dorm have to be made. */
      dirtyBeds: z.int(),
    }),
  ),
});

export type RoomFilter = {
  numberPattern: string | null;
  typeId: string | null;
  floor: string | null;
  isOff: boolean;
};

/** One page of a place's rooms in their order, one row more where there is a next page, and the types to filter by. */
export async function listRooms(
  client: AccountClient,
  placeId: string,
  filter: RoomFilter,
  after: After | null,
) {
  const args = {
    property_id: placeId,
    only_off: filter.isOff,
    page_size: rowsPerPage + 1,
    ...(filter.numberPattern === null ? {} : { number_pattern: filter.numberPattern }),
    ...(filter.typeId === null ? {} : { room_type_id: filter.typeId }),
    ...(filter.floor === null ? {} : { floor: filter.floor }),
    ...(after === null ? {} : { after_order: Number(after.value) || 0, after_id: after.id }),
  };
  const found = await client.query((db) =>
    db.rpc('list_rooms', args).overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return listSchema.parse(found);
}

/** One page of the rooms as a housekeeper knows them, who may not read the rows: nothing of it opens a room. */
export async function listPlaceRooms(
  client: AccountClient,
  placeId: string,
  numberPattern: string | null,
  after: After | null,
) {
  const args = {
    property_id: placeId,
    page_size: rowsPerPage + 1,
    ...(numberPattern === null ? {} : { number_pattern: numberPattern }),
    ...(after === null ? {} : { after_order: Number(after.value) || 0, after_id: after.id }),
  };
  const rooms = await client.query((db) => db.rpc('list_place_rooms', args));
  return rooms.map(
    (room): PlaceRoom => ({
      id: room.id,
      number: room.room_number,
      type: room.room_type,
      floor: room.floor,
      beds: room.beds.length,
      isActive: room.is_active,
      order: room.sort_order,
      stateId: room.state_id,
      state: room.state,
      dirtyBeds: room.dirty_beds,
    }),
  );
}

export type PlaceRoom = StateOfRoom & {
  id: string;
  type: string | null;
  floor: string | null;
  /** 0 for a private room. */
  beds: number;
  isActive: boolean;
  order: number;
};

export type ListedRoom = z.infer<typeof listSchema>['rooms'][number];

export async function findRoom(client: AccountClient, placeId: string, roomId: string) {
  return client.query((db) =>
    db.from('accom_rooms').select(roomColumns).eq('property_id', placeId).eq('id', roomId).maybeSingle(),
  );
}

/** The room. Throws the same `not_found` for a room of another place and for one that does not exist. */
export async function getRoom(client: AccountClient, placeId: string, roomId: string) {
  const room = await findRoom(client, placeId, roomId);
  if (room === null) {
    throw new ApiError('not_found');
  }
  return room;
}

export type Room = Awaited<ReturnType<typeof getRoom>>;
