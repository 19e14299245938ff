import 'server-only';
import { wifiZonesSchema } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { RoomFilters } from './room-filters';

// Row-level security decides which rows an account can read.

/** The most rooms of one printing. */
export const maxRooms = 500;

const roomSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  type: z.string(),
  floor: z.string().nullable(),
  code: z.string(),
  printedAt: z.string().nullable(),
  isTorn: z.boolean(),
});

export type RoomToPrint = z.infer<typeof roomSchema>;

const roomsToPrintSchema = z.object({
  rooms: z.array(roomSchema),
  floors: z.array(z.string()),
  types: z.array(z.string()),
});

export type RoomsToPrint = z.infer<typeof roomsToPrintSchema> & { hasMore: boolean };

/** The rooms that match, at most `maxRooms`, and what one can filter by. */
export async function listRoomsToPrint(
  client: AccountClient,
  placeId: string,
  { search, floor, type, state }: RoomFilters,
): Promise<RoomsToPrint> {
  return readRooms(client, {
    property_id: placeId,
    search,
    floor,
    room_type: type,
    sign_state: state,
  });
}

/** These rooms, in the order of the building. Rooms of others are left out. */
export async function getRoomsToPrint(
  client: AccountClient,
  placeId: string,
  ids: readonly string[],
): Promise<RoomToPrint[]> {
  if (ids.length === 0) {
    return [];
  }
  return (await readRooms(client, { property_id: placeId, room_ids: [...ids] })).rooms;
}

type RoomArgs = {
  property_id: string;
  search?: string;
  floor?: string;
  room_type?: string;
  sign_state?: string;
  room_ids?: string[];
};

async function readRooms(client: AccountClient, args: RoomArgs): Promise<RoomsToPrint> {
  const found = await client.query((db) =>
    db.rpc('list_rooms_to_print', args).overrideTypes<unknown, { merge: false }>(),
  );
  const { rooms, ...groups } = roomsToPrintSchema.parse(found);
  return { ...groups, rooms: rooms.slice(0, maxRooms), hasMore: rooms.length > maxRooms };
}

/**
 * The networks that guests are told, as `describe_wifi` of the database tells them: those of the parts of the place, else its one
 * network, and in a room that has a network of its own that one alone.
 */
export async function listNetworks(client: AccountClient, placeId: string) {
  const [place, rooms] = await Promise.all([
    client.query((db) =>
      db
        .from('accom_properties')
        .select('network:wifi_network, password:wifi_password, zones:wifi_zones')
        .eq('id', placeId)
        .single(),
    ),
    client.query((db) =>
      db
        .from('accom_rooms')
        .select('roomId:id, network:wifi_ssid, password:wifi_password')
        .eq('property_id', placeId)
        .eq('is_active', true)
        .not('wifi_ssid', 'is', null)
        .limit(1000),
    ),
  ]);
  const zones = wifiZonesSchema.parse(place.zones);
  const shared = zones.length > 0 ? zones : [{ network: place.network, password: place.password }];
  return [...shared.map((one) => ({ ...one, roomId: null })), ...rooms].flatMap(
    ({ network, password, roomId }, index, all) =>
      network === null || (roomId === null && all.findIndex((one) => one.network === network) < index)
        ? []
        : [{ network, password: password ?? null, roomId }],
  );
}

export type Network = Awaited<ReturnType<typeof listNetworks>>[number];

/** How this place printed last, so that nobody measures the same printer twice. */
export async function findLastJob(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('print_jobs')
      .select('format, locales, colour, offsetX:offset_x_mm, offsetY:offset_y_mm')
      .eq('property_id', placeId)
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
}

export type LastJob = Awaited<ReturnType<typeof findLastJob>>;
