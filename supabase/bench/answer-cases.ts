import type postgres from 'postgres';

/** One question and the reasons for which it is refused alike: each a list of calls, drawn in turn. */
export interface Question {
  question: string;
  rounds: number;
  reasons: Record<string, string[]>;
}

const samples = 100;

/** A third of the rooms ask for a PIN; half of their guests have one. Sessions are over, or were taken back. */
export async function furnishForAnswers(sql: postgres.Sql): Promise<void> {
  // Codes are drawn by a trigger, and filling put those to rest.
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

export async function drawQuestions(sql: postgres.Sql): Promise<Question[]> {
  const read = async (text: string): Promise<string[]> => {
    const rows = await sql.unsafe<{ code: string }[]>(`${text} limit ${samples}`);
    if (rows.length < samples) throw new Error(`only ${rows.length} rows for: ${text}`);
    return rows.map(({ code }) => code);
  };
  // No code drawn by us has an L, so these are nobody's and lie between those of others.
  const nobodys = (codes: string[]) => codes.map((code) => `${code.slice(0, -1)}L`);
  const bookings = (where: string) =>
    read(`select booking_code as code from public.accom_bookings where ${where} order by id`);
  const rooms = (method: string, stays: string) =>
    read(`select r.room_code as code from public.accom_rooms r join public.accom_properties p on p.id = r.property_id
      where p.access_settings ->> 'verification_method' = '${method}'
        and ${stays} (select from public.accom_bookings b where b.room_id = r.id and b.status = 'checked_in') order by r.id`);
  const sessions = (isActive: boolean) =>
    read(`select access_code as code from public.guest_sessions where active = ${isActive} order by id`);

  const live = await bookings("status = 'checked_in'");
  const verify = (name: string) => (code: string) => `public.verify_booking_access('${code}', '${name}', $1)`;
  const answer = (given: string) => (code: string) => `public.verify_room_access('${code}', '${given}', $1)`;
  const open = (code: string) => `public.open_guest_session('${code}', $1)`;
  const name = answer('{"lastName": "Jonson"}');
  const pin = answer('{"pin": "000000"}');
  const withPin =
    await read(`select r.room_code as code from public.accom_bookings b join public.accom_rooms r on r.id = b.room_id
    where b.has_pin order by b.id`);
  return [
    {
      question: 'booking code and last name',
      rounds: 600,
      reasons: {
        'no such code': nobodys(live).map(verify('Johnson')),
        'a wrong name': live.map(verify('Jonson')),
        'checked out': (await bookings("status = 'checked_out'")).map(verify('Johnson')),
        'the last day is over': (
          await bookings("status = 'confirmed' and check_out_date < current_date - 1")
        ).map(verify('Johnson')),
      },
    },
    {
      question: 'last name in a room',
      rounds: 600,
      reasons: {
        'nobody in it': (await rooms('last_name', 'not exists')).map(name),
        'a wrong name': (await rooms('last_name', 'exists')).map(name),
      },
    },
    {
      question: 'PIN in a room',
      rounds: 200,
      reasons: {
        'nobody in it': (await rooms('pin', 'not exists')).map(pin),
        'a wrong PIN': withPin.map(pin),
      },
    },
    {
      question: 'access code',
      rounds: 600,
      reasons: {
        'no such code': nobodys(await sessions(true)).map(open),
        'time is over': (await sessions(true)).map(open),
        'taken back': (await sessions(false)).map(open),
      },
    },
  ];
}
