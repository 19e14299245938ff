import { randomInt } from 'node:crypto';
import type { TestDatabase } from '@gudbro/supabase-local/testing';

type Columns = Record<string, unknown>;

/** A letters-only word that no other row has. */
function drawWord(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(65 + randomInt(26))).join('');
}

/** Writes one row as superuser; values keep their own types. */
export async function insertRow<Row extends Columns>(
  database: TestDatabase,
  table: string,
  columns: Columns,
): Promise<Row> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  const [row] = await database.sql<Row>(
    `insert into public.${table} (${names.join(', ')}) values (${places.join(', ')}) returning *`,
    Object.values(columns),
  );
  if (row === undefined) throw new Error(`nothing was inserted into ${table}`);
  return row;
}

export interface Property extends Columns {
  id: string;
  name: string;
  slug: string;
  access_settings: Columns;
}

/** A hotel in Đà Nẵng with an owner of its own, unless told otherwise. `settings` change the defaults of its type. */
export async function makeProperty(
  database: TestDatabase,
  columns: Columns = {},
  settings: Columns = {},
): Promise<Property> {
  const owner = await insertRow<{ id: string }>(database, 'accounts', {
    email: `${drawWord(12).toLowerCase()}@example.com`,
  });
  const property = await insertRow<Property>(database, 'accom_properties', {
    owner_id: owner.id,
    slug: `place-${drawWord(12).toLowerCase()}`,
    short_code: drawWord(5),
    name: 'Lantern House',
    type: 'hotel',
    timezone: 'Asia/Ho_Chi_Minh',
    country: 'VN',
    currency: 'VND',
    ...columns,
  });
  if (Object.keys(settings).length === 0) return property;
  await database.sql(
    'update public.accom_properties set access_settings = access_settings || $2::jsonb where id = $1',
    [property.id, settings],
  );
  return { ...property, access_settings: { ...property.access_settings, ...settings } };
}

export interface Room extends Columns {
  id: string;
  property_id: string;
  room_code: string;
  room_number: string;
}

export function makeRoom(database: TestDatabase, property: Property, columns: Columns = {}): Promise<Room> {
  return insertRow<Room>(database, 'accom_rooms', {
    property_id: property.id,
    room_number: drawWord(6),
    ...columns,
  });
}

export interface Booking extends Columns {
  id: string;
  booking_code: string;
  property_id: string;
}

/** What a browse token says of the room that was scanned. */
export const scanOf = (room: Room) => ({ propertyId: room.property_id, roomCode: room.room_code });

/** A stay of Sarah Johnson from yesterday to tomorrow by the property's clock; days are counted from today. */
export async function makeBooking(
  database: TestDatabase,
  room: Room,
  { from = -1, to = 1, pin, ...columns }: Columns & { from?: number; to?: number; pin?: string } = {},
): Promise<Booking> {
  const [day] = await database.sql<{ first: string; last: string; pin_hash: string | null }>(
    `select (here + $2::integer)::text as first, (here + $3::integer)::text as last, private.hash_pin($4::text) as pin_hash
     from (select (now() at time zone timezone)::date as here from public.accom_properties where id = $1) today`,
    [room.property_id, from, to, pin ?? null],
  );
  return insertRow<Booking>(database, 'accom_bookings', {
    property_id: room.property_id,
    room_id: room.id,
    guest_name: 'Sarah Johnson',
    guest_last_name: 'Johnson',
    check_in_date: day?.first,
    check_out_date: day?.last,
    pin_hash: day?.pin_hash,
    ...columns,
  });
}

export interface GuestSession extends Columns {
  id: string;
  access_code: string;
}

export function makeSession(
  database: TestDatabase,
  room: Room,
  columns: Columns = {},
): Promise<GuestSession> {
  return insertRow<GuestSession>(database, 'guest_sessions', {
    property_id: room.property_id,
    room_id: room.id,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    ...columns,
  });
}
