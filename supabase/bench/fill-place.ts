import type postgres from 'postgres';

type Filled = { propertyId: string; claims: { sub: string; role: string; session_id: string } };

/**
 * Makes one place of 3,000 rooms with its owner, and so many bookings and entries of the history. Beside it stand ten other
 * places with a tenth of all that, as in any real database. Every fifth guest is a Nguyễn.
 */
export async function fillPlace(
  sql: postgres.Sql,
  size: { bookings: number; entries: number },
): Promise<Filled> {
  const connection = await sql.reserve();
  try {
    await connection.unsafe('set session_replication_role = replica');
    const userId = crypto.randomUUID();
    const sessionId = crypto.randomUUID();
    await connection`insert into auth.users (id, email, email_confirmed_at) values (${userId}, 'bench@example.com', now())`;
    await connection`insert into auth.sessions (id, user_id, created_at, updated_at) values (${sessionId}, ${userId}, now(), now())`;
    await connection`insert into public.accounts (auth_id, email) values (${userId}, 'bench@example.com')`;
    await connection.unsafe(places);
    await connection.unsafe(rooms);
    await connection.unsafe(bookings, [size.bookings]);
    await connection.unsafe(holds);
    await connection.unsafe(entries, [size.entries]);
    await connection.unsafe('set session_replication_role = origin');
    await connection.unsafe('vacuum (analyze)');
    const [place] = await connection<{ id: string }[]>`
      select id from public.accom_properties where short_code = 'BEN'`;
    if (place === undefined) throw new Error('the place was made');
    return { propertyId: place.id, claims: { sub: userId, role: 'authenticated', session_id: sessionId } };
  } finally {
    connection.release();
  }
}

const places = `
  with made as (
    insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency, access_settings)
    select (select id from public.accounts), 'place-' || n, case n when 0 then 'BEN' else 'BE' || chr(64 + n) || 'X' end,
      'Place ' || n, 'hotel', 'Asia/Ho_Chi_Minh', 'VN', 'VND', private.default_access_settings('hotel', 'VN')
    from generate_series(0, 10) n returning id, owner_id
  )
  insert into public.property_members (property_id, account_id, role, sees_documents, sees_money)
  select id, owner_id, 'owner', true, true from made`;

const rooms = `
  insert into public.accom_rooms (property_id, room_number, room_code, sort_order)
  select p.id, n::text, 'RM-' || translate(lpad((row_number() over ())::text, 8, '0'), '01', 'XY'), n
  from (select id, short_code from public.accom_properties) p,
    lateral generate_series(1, case p.short_code when 'BEN' then 3000 else 300 end) n`;

const bookings = `
  insert into public.accom_bookings
    (property_id, room_id, booking_code, guest_name, guest_last_name, guest_phone, guest_email, external_uid, check_in_date, check_out_date, status,
     name_key, last_name_key, phone_key)
  select r.property_id, r.id, 'BK-' || translate(lpad(g.n::text, 6, '0'), '01', 'XY'),
    name, last_name, '+84 905 ' || g.n, 'Guest' || g.n || '@example.com', 'UID-' || g.n, arrival, arrival + 2,
    status, private.normalise_name(name), private.normalise_name(last_name), reverse('84905' || lpad(g.n::text, 6, '0'))
  from (
    select r.*, row_number() over (order by p.short_code = 'BEN' desc, p.short_code, r.sort_order) as number, count(*) over () as total
    from public.accom_rooms r join public.accom_properties p on p.id = r.property_id
  ) r
  join generate_series(1, $1::integer) g (n) on g.n % r.total + 1 = r.number,
    lateral (select case when g.n % 5 = 0 then 'Nguyễn' else 'Guest' || g.n end as last_name) l,
    lateral (select 'Guest ' || g.n || ' ' || l.last_name as name) f,
    -- The first guest of each room is there, comes today, comes later, does not come or was there, as all others were.
    lateral (
      select
        case when g.n > r.total then 'checked_out' else (array['checked_in', 'confirmed', 'confirmed', 'cancelled', 'checked_out'])[g.n % 5 + 1] end
          ::public.booking_status as status,
        case when g.n > r.total or g.n % 5 >= 3 then current_date - (g.n % 400)::integer
          when g.n % 5 = 0 then current_date - 1 when g.n % 5 = 1 then current_date
          else current_date + 1 + (g.n % 400)::integer end as arrival
    ) s`;

// The triggers that hold the beds are off meanwhile.
const holds = `
  insert into private.bed_holds (holder_id, room_id, bed, held)
  select b.id, b.room_id, b.bed, private.held_by_stay(b) from public.accom_bookings b
  where b.status in ('pending', 'confirmed', 'checked_in')`;

const entries = `
  insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail, created_at)
  select p.id, 'account', (select id from public.accounts), 'changed', case when n % 1001 = 0 then 'areas' else 'accom_rooms' end, gen_random_uuid(),
    '{"from": {"floor": "1"}, "to": {"floor": "2"}}', now() - n * interval '1 minute'
  from (select id, row_number() over (order by short_code = 'BEN' desc) as number from public.accom_properties) p,
    generate_series(1, $1::integer) n
  where (p.number = 1 and n % 10 <> 0) or (p.number = 2 + n / 10 % 10 and n % 10 = 0)`;
