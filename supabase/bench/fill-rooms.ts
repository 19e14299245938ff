import type postgres from 'postgres';

/** Turns numbers into distinct codes that are spread over all possible codes, like drawn ones. */
const codeFunction = `
  create function pg_temp.spread_code(number bigint, prefix text, length integer) returns text language sql immutable as $$
    select prefix || string_agg(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', (spread / power(31, digit)::bigint % 31)::integer + 1, 1), '')
    from (select (number * 387420489 + 12345) % power(31, length)::bigint as spread) as spread_number, generate_series(0, length - 1) as digit
  $$`;

const properties = `
  insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency, access_settings)
  select (select id from public.accounts), 'place-' || n,
    chr(65 + n / 456976 % 26) || chr(65 + n / 17576 % 26) || chr(65 + n / 676 % 26) || chr(65 + n / 26 % 26) || chr(65 + n % 26),
    'Place ' || n, 'hotel', (array['Asia/Ho_Chi_Minh', 'Europe/Lisbon', 'America/Los_Angeles'])[n % 3 + 1], 'VN', 'VND',
    private.default_access_settings('hotel', 'VN')
  from generate_series(1, $1::integer / 20) as n`;

const rooms = `
  insert into public.accom_rooms (property_id, room_number, room_code)
  select p.id, n::text, pg_temp.spread_code(p.number * 20 + n, 'RM-', 8)
  from (select id, row_number() over () as number from public.accom_properties) p, generate_series(1, 20) as n`;

/**
 * Ten bookings for each room: seven checked out, one past and never checked out, one that is on in seven of ten rooms, and
 * one in the future. The oldest of all rooms come first, so that the bookings of one room are far apart in the table.
 */
const bookings = `
  insert into public.accom_bookings
    (property_id, room_id, booking_code, guest_name, guest_last_name, check_in_date, check_out_date, status)
  select r.property_id, r.id, pg_temp.spread_code(stay * 2000000 + r.number, 'BK-', 6), 'Sarah Johnson', 'Johnson',
    current_date + first, current_date + first + nights, status::public.booking_status
  from generate_series(0, 9) as stay,
    (select id, property_id, row_number() over () as number from public.accom_rooms) r,
    lateral (select case
      when stay <= 6 then -300 + stay * 30 + r.number % 7
      when stay = 7 then -40
      when stay = 9 then 12 + r.number % 20
      when r.number % 10 < 7 then -2
      else -20
    end::integer as first, 3 + (r.number % 3)::integer as nights, case
      when stay in (7, 9) then 'confirmed'
      when stay = 8 and r.number % 10 < 7 then 'checked_in'
      else 'checked_out'
    end as status) as plan`;

/**
 * Fills an empty database. Triggers are off meanwhile, and the indexes of bookings are dropped before and created again
 * afterwards. Dropping the constraints also drops the foreign keys of other tables, which are empty. No bed is held, since no scan
 * reads who holds one.
 */
export async function fillRooms(sql: postgres.Sql, roomCount: number): Promise<void> {
  const connection = await sql.reserve();
  try {
    await connection.unsafe(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; ${codeFunction}`,
    );
    await connection`insert into public.accounts (email) values ('bench@example.com')`;
    const constraints = await connection<{ name: string; definition: string }[]>`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_catalog.pg_constraint
      where conrelid = 'public.accom_bookings'::regclass and contype in ('p', 'u') order by contype`;
    const indexes = await connection<{ name: string; definition: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_catalog.pg_index i
      where i.indrelid = 'public.accom_bookings'::regclass
        and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.indexrelid)`;
    for (const { name } of constraints)
      await connection.unsafe(`alter table public.accom_bookings drop constraint ${name} cascade`);
    for (const { name } of indexes) await connection.unsafe(`drop index ${name}`);
    await connection.unsafe(properties, [roomCount]);
    await connection.unsafe(rooms);
    await connection.unsafe(bookings);
    for (const { name, definition } of constraints) {
      await connection.unsafe(`alter table public.accom_bookings add constraint ${name} ${definition}`);
    }
    for (const { definition } of indexes) await connection.unsafe(definition);
    await connection.unsafe(
      'vacuum (analyze) public.accom_properties, public.accom_rooms, public.accom_bookings',
    );
  } finally {
    connection.release();
  }
}
