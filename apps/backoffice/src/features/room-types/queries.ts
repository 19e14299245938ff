import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

// Row-level security decides which rows an account can read.

const columns = `id, name, description, images, capacity, price, weekendPrice:weekend_price, weekendNights:weekend_nights,
  minimumNights:minimum_nights, isActive:is_active, order:sort_order, translations, version:updated_at`;

/** One page of a place's types in the order in which guests read them. */
export async function listRoomTypes(client: AccountClient, placeId: string, after: After | null) {
  return client.query((db) => {
    const query = db
      .from('accom_room_types')
      .select(columns)
      .eq('property_id', placeId)
      .order('sort_order')
      .order('id')
      .limit(rowsPerPage + 1);
    return after === null ? query : query.or(formatAfter('sort_order', after));
  });
}

export type RoomType = Awaited<ReturnType<typeof listRoomTypes>>[number];

export async function findRoomType(client: AccountClient, placeId: string, id: string) {
  return client.query((db) =>
    db.from('accom_room_types').select(columns).eq('property_id', placeId).eq('id', id).maybeSingle(),
  );
}

export async function getRoomType(client: AccountClient, placeId: string, id: string): Promise<RoomType> {
  return requireRow(await findRoomType(client, placeId, id));
}

const seasonColumns = `id, name, firstNight:first_night, lastNight:last_night, price, weekendPrice:weekend_price,
  minimumNights:minimum_nights, translations, version:updated_at`;

/** The seasons of a type by date. A type has a handful. */
export async function listSeasons(client: AccountClient, placeId: string, typeId: string) {
  return client.query((db) =>
    db
      .from('accom_room_type_seasons')
      .select(seasonColumns)
      .eq('property_id', placeId)
      .eq('room_type_id', typeId)
      .order('first_night')
      .limit(200),
  );
}

export type Season = Awaited<ReturnType<typeof listSeasons>>[number];

export async function findSeason(client: AccountClient, placeId: string, id: string) {
  return client.query((db) =>
    db
      .from('accom_room_type_seasons')
      .select(seasonColumns)
      .eq('property_id', placeId)
      .eq('id', id)
      .maybeSingle(),
  );
}

export async function getSeason(client: AccountClient, placeId: string, id: string): Promise<Season> {
  return requireRow(await findSeason(client, placeId, id));
}

function requireRow<Row>(row: Row | null): Row {
  if (row === null) {
    throw new ApiError('not_found');
  }
  return row;
}

const previewSchema = z.object({
  roomType: z.string(),
  description: z.string(),
  images: z.array(z.string()),
  capacity: z.int(),
  beds: z.int(),
  /** How many rooms are of this type. */
  rooms: z.int(),
  fromMinor: z.int().nullable(),
  minimumNights: z.int(),
  today: z.iso.date(),
});

export type RoomTypePreview = z.infer<typeof previewSchema>;

/** The type as guests read it on the place's page, in a language. */
export async function previewRoomType(client: AccountClient, typeId: string, locale: string) {
  const found = await client.query((db) =>
    db
      .rpc('preview_room_type', { room_type_id: typeId, locale })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return previewSchema.parse(found);
}

const trialSchema = z.object({
  totalMinor: z.int().nullable(),
  minimumNights: z.int(),
  nights: z.array(
    z.object({
      night: z.iso.date(),
      priceMinor: z.int().nullable(),
      isWeekend: z.boolean(),
      season: z.string().nullable(),
    }),
  ),
});

export type PriceTrial = z.infer<typeof trialSchema>;

/** What these nights cost, as a guest would be told. */
export async function tryPrice(client: AccountClient, typeId: string, checkIn: string, checkOut: string) {
  const found = await client.query((db) =>
    db
      .rpc('try_price', { room_type_id: typeId, check_in: checkIn, check_out: checkOut })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return trialSchema.parse(found);
}
