import type postgres from 'postgres';

/** A verification, and the reasons for which it is refused with the same error. Each reason has a list of calls. */
export interface RefusalCase {
  verification: string;
  rounds: number;
  reasons: Record<string, string[]>;
}

const samples = 100;

/** Makes a third of the properties ask for a PIN, gives some guests one, and adds expired and deactivated sessions. */
export async function addRefusalData(sql: postgres.Sql): Promise<void> {
  // Turns the triggers on again, which fillRooms turned off: one of them draws the codes.
  await sql.unsafe(`
    set session_replication_role = origin;
    update public.accom_properties set access_settings = access_settings || '{"verification_method": "pin"}'
      where hashtext(slug) % 3 = 0;
    update public.accom_bookings b set pin_hash = private.hash_pin('428193')
      where b.id in (
        select s.id from public.accom_bookings s join public.accom_properties p on p.id = s.property_id
        where s.status = 'checked_in' and p.access_settings ->> 'verification_method' = 'pin' order by s.id limit ${samples});
    insert into public.guest_sessions (property_id, room_id, expires_at, active)
      select property_id, id, now() + case when n % 2 = 0 then interval '1 day' else interval '-1 day' end, n % 2 = 1
      from (select *, row_number() over (order by id) as n from public.accom_rooms limit ${samples * 2}) r;
    analyze`);
}

/** Reads the codes that the calls need. Throws if the data has too few of a kind. */
function createCodeReader(sql: postgres.Sql) {
  const read = async (text: string): Promise<string[]> => {
    const rows = await sql.unsafe<{ code: string }[]>(`${text} limit ${samples}`);
    if (rows.length < samples) throw new Error(`only ${rows.length} rows for: ${text}`);
    return rows.map(({ code }) => code);
  };
  return {
    bookings: (where: string) =>
      read(`select booking_code as code from public.accom_bookings where ${where} order by id`),
    rooms: (method: string, stays: string) =>
      read(`select r.room_code as code from public.accom_rooms r join public.accom_properties p on p.id = r.property_id
        where p.access_settings ->> 'verification_method' = '${method}'
          and ${stays} (select from public.accom_bookings b where b.room_id = r.id and b.status = 'checked_in') order by r.id`),
    roomsWithPin: () =>
      read(`select r.room_code as code from public.accom_bookings b join public.accom_rooms r on r.id = b.room_id
        where b.has_pin order by b.id`),
    sessions: (isActive: boolean) =>
      read(`select access_code as code from public.guest_sessions where active = ${isActive} order by id`),
  };
}

// No drawn code has an L, so these do not exist, and in the index they are between existing ones.
const makeUnknown = (codes: string[]) => codes.map((code) => `${code.slice(0, -1)}L`);

const verifyBooking = (name: string) => (code: string) =>
  `public.verify_booking_access('${code}', '${name}', $1)`;
const verifyRoom = (given: string) => (code: string) =>
  `public.verify_room_access('${code}', '${given}', $1)`;
const open = (code: string) => `public.open_guest_session('${code}', $1)`;

export async function readRefusalCases(sql: postgres.Sql): Promise<RefusalCase[]> {
  const { bookings, rooms, roomsWithPin, sessions } = createCodeReader(sql);
  const live = await bookings("status = 'checked_in'");
  const name = verifyRoom('{"lastName": "Jonson"}');
  const pin = verifyRoom('{"pin": "000000"}');
  return [
    {
      verification: 'booking code and last name',
      rounds: 600,
      reasons: {
        'unknown code': makeUnknown(live).map(verifyBooking('Johnson')),
        'wrong name': live.map(verifyBooking('Jonson')),
        'checked-out stay': (await bookings("status = 'checked_out'")).map(verifyBooking('Johnson')),
        'past stay': (await bookings("status = 'confirmed' and check_out_date < current_date - 1")).map(
          verifyBooking('Johnson'),
        ),
      },
    },
    {
      verification: 'last name in a room',
      rounds: 600,
      reasons: {
        'empty room': (await rooms('last_name', 'not exists')).map(name),
        'wrong name': (await rooms('last_name', 'exists')).map(name),
      },
    },
    {
      verification: 'PIN in a room',
      rounds: 200,
      reasons: {
        'empty room': (await rooms('pin', 'not exists')).map(pin),
        'wrong PIN': (await roomsWithPin()).map(pin),
      },
    },
    {
      verification: 'access code',
      rounds: 600,
      reasons: {
        'unknown code': makeUnknown(await sessions(true)).map(open),
        'expired session': (await sessions(true)).map(open),
        'deactivated session': (await sessions(false)).map(open),
      },
    },
  ];
}
