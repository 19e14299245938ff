import { guestAuth } from '@/server/guest-auth';
import type { TestStays } from './start-test-stays';

export type Guest = {
  bookingId: string;
  bookingCode: string;
  roomCode: string;
  propertyId: string;
  /** The phone that the full token names. */
  phoneId: string;
  /** Tokens of each tier for this guest's room. */
  browse: string;
  full: string;
};

const inADay = () => new Date(Date.now() + 86_400_000);

type Row = Record<'id' | 'code' | 'property' | 'room' | 'roomcode', string>;

const addStay = `
  insert into public.accom_bookings
    (property_id, room_id, bed, guest_name, guest_last_name, check_in_date, check_out_date, status)
  select property_id, id, bed, 'Ana Silva', 'Silva', current_date - 1, current_date + 3, $1::public.booking_status from room
  returning id, booking_code as code, property_id as property, room_id as room, (select room_code from room) as roomcode`;

/** Makes a guest with a room of their own, since limits are counted per stay and locks per room. A dorm has two beds. */
export async function makeGuest(
  stays: TestStays,
  { slug = 'sunset-hotel', status = 'checked_in', isDorm = false } = {},
): Promise<Guest> {
  const rows = await stays.database.sql<Row>(
    `with room as (
      insert into public.accom_rooms (property_id, room_number, capacity, beds)
      select id, 'T' || gen_random_uuid(), 2, $3::text[] from public.accom_properties where slug = $2
      returning id, property_id, room_code, coalesce(beds[1], '') as bed
    ) ${addStay}`,
    [status, slug, isDorm ? '{1,2}' : '{}'],
  );
  return signIn(stays, rows);
}

/** Makes a guest of the same name in the other bed of a guest's dorm. */
export async function makeRoomMate(stays: TestStays, guest: Guest): Promise<Guest> {
  const rows = await stays.database.sql<Row>(
    `with room as (
      select id, property_id, room_code, '2' as bed from public.accom_rooms where room_code = $2
    ) ${addStay}`,
    ['checked_in', guest.roomCode],
  );
  return signIn(stays, rows);
}

async function signIn(stays: TestStays, [row]: readonly Row[]): Promise<Guest> {
  if (row === undefined) {
    throw new Error('No booking was inserted.');
  }
  const phoneId = await addPhone(stays, row.id);
  const room = { propertyId: row.property, roomId: row.room, roomCode: row.roomcode };
  const [browse, full] = await Promise.all([
    guestAuth().signRoomBrowseToken(room),
    guestAuth().signGuestToken({ ...room, bookingId: row.id, phoneId, expiresAt: inADay() }),
  ]);
  return {
    bookingId: row.id,
    bookingCode: row.code,
    roomCode: row.roomcode,
    propertyId: row.property,
    phoneId,
    browse: browse.token,
    full: full.token,
  };
}

/** Adds a phone to a booking and returns its id. */
export async function addPhone(stays: TestStays, bookingId: string): Promise<string> {
  const [phone] = await stays.database.sql<{ id: string }>(
    `insert into public.stay_phones (property_id, booking_id, key_hash, label)
     select property_id, id, encode(extensions.gen_random_bytes(32), 'hex'), 'iPhone, Safari'
     from public.accom_bookings where id = $1 returning id`,
    [bookingId],
  );
  if (phone === undefined) {
    throw new Error('No phone was added.');
  }
  return phone.id;
}
