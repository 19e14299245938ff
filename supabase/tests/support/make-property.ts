import { randomInt } from 'node:crypto';
import type { TestDatabase } from '@gudbro/supabase-local/testing';

type Columns = Record<string, unknown>;

/** Draws a random word of letters, which no other row has. */
function drawWord(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(65 + randomInt(26))).join('');
}

let shortCodesDrawn = randomInt(26 ** 5);

/** Five letters that no other property of this run has: drawn at random, two of a thousand would meet in some run. */
function nextShortCode(): string {
  shortCodesDrawn += 1;
  return Array.from({ length: 5 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(shortCodesDrawn / 26 ** place) % 26)),
  ).join('');
}

/** Inserts a row as superuser. */
export async function insertRow<Row extends Columns>(
  database: TestDatabase,
  table: string,
  columns: Columns,
): Promise<Row> {
  const names = Object.keys(columns);
  const placeholders = names.map((_, index) => `$${index + 1}`);
  const [row] = await database.sql<Row>(
    `insert into public.${table} (${names.join(', ')}) values (${placeholders.join(', ')}) returning *`,
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

/** Makes a property with an owner of its own, by default a hotel in Đà Nẵng. `settings` change its access settings. */
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
    slug: `property-${drawWord(12).toLowerCase()}`,
    short_code: nextShortCode(),
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

/** The subject of a browse token for a scanned room. */
export const subjectOfRoom = (room: Room) => ({ propertyId: room.property_id, roomCode: room.room_code });

/** Makes a booking, by default of Sarah Johnson from yesterday to tomorrow. `from` and `to` are days from the property's today. */
export async function makeBooking(
  database: TestDatabase,
  room: Room,
  { from = -1, to = 1, pin, ...columns }: Columns & { from?: number; to?: number; pin?: string } = {},
): Promise<Booking> {
  const [day] = await database.sql<{ first: string; last: string; pin_hash: string | null }>(
    `select (today + $2::integer)::text as first, (today + $3::integer)::text as last, private.hash_pin($4::text) as pin_hash
     from (select (now() at time zone timezone)::date as today from public.accom_properties where id = $1) property`,
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
