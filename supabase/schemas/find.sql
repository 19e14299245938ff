-- Find anything: one field of the backoffice that searches all of a place.

-- The end of the texts that begin with this one: `key between text and private.end_of_prefix(text)` reads an index of the
-- collation "C" also where the text is not known when the query is planned, which LIKE does not. It is followed by the last
-- character there is.
create function private.end_of_prefix(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select p_text || chr(1114111)
$$;

-- The rooms whose number, label or code begins with what was typed: `203`, `SUN-203`, `RM-SUNSET22`.
create function private.find_rooms(p_property public.accom_properties, p_text text, p_code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'room', 'id', r.id, 'title', p_property.short_code || '-' || r.room_number, 'detail', r.room_number
  ) order by r.room_number collate "C"), '[]')
  from (
    (
      select one.id, one.room_number from public.accom_rooms one
      where one.property_id = p_property.id and one.room_code = p_code
    )
    union
    (
      select one.id, one.room_number
      from (
        select lower(regexp_replace(p_text, '^' || p_property.short_code || '[\s–—-]*', '', 'i')) as number
      ) typed, public.accom_rooms one
      where one.property_id = p_property.id
        and lower(one.room_number) collate "C" between typed.number and private.end_of_prefix(typed.number)
      order by lower(one.room_number) collate "C"
      limit 8
    )
  ) r
$$;

-- The bookings whose guest's name, last name, phone number, email address or code is what was typed, or their number at the source
-- that they came from; of each kind so many, and of a common name or address the latest arrivals. One that matches twice is in it
-- twice. A phone number is compared from its end, without a leading zero; an address from its beginning, without case. It is plpgsql, so that each part is
-- planned with the text that was typed and stops at its limit: in one statement with the text as a column, all of a common name
-- is read and sorted.
create function private.find_bookings(p_property_id uuid, p_text text, p_code text, p_limit integer)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  name constant text := private.normalise_name(p_text);
  email constant text := lower(p_text);
  phone constant text := reverse(ltrim(regexp_replace(p_text, '\D', '', 'g'), '0'));
  found public.accom_bookings[] := array(
    select b from public.accom_bookings b where b.booking_code = p_code and b.property_id = p_property_id
  );
begin
  if length(name) >= 2 then
    -- Of a common name, the latest.
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.last_name_key collate "C" = name
      order by b.check_in_date desc
      limit p_limit
    );
  end if;
  if length(name) >= 2 and cardinality(found) < p_limit then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.last_name_key collate "C" between name and private.end_of_prefix(name)
      order by b.last_name_key collate "C"
      limit p_limit
    ) || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.name_key collate "C" between name and private.end_of_prefix(name)
      order by b.name_key collate "C"
      limit p_limit
    );
  end if;
  if length(phone) >= 5 then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.phone_key <> ''
        and b.phone_key collate "C" between phone and private.end_of_prefix(phone)
      order by b.phone_key collate "C"
      limit p_limit
    );
  end if;
  if length(email) >= 3 and cardinality(found) < p_limit then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.guest_email is not null
        and lower(b.guest_email) collate "C" between email and private.end_of_prefix(email)
      order by lower(b.guest_email) collate "C", b.check_in_date desc
      limit p_limit
    );
  end if;
  return found || array(
    select b from public.accom_bookings b
    where b.property_id = p_property_id and b.external_uid = p_text
    limit p_limit
  );
end
$$;

-- What the list under the field shows of these bookings, the latest arrivals first.
create function private.describe_found_bookings(p_bookings public.accom_bookings[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'booking', 'id', listed.id, 'title', listed.guest_name, 'detail', listed.booking_code,
    'checkIn', listed.check_in_date, 'checkOut', listed.check_out_date, 'roomNumber', r.room_number
  ) order by listed.check_in_date desc), '[]')
  from (
    select * from (select distinct on (b.id) b.* from unnest(p_bookings) b order by b.id) one
    order by one.check_in_date desc
    limit 6
  ) listed
  left join public.accom_rooms r on r.id = listed.room_id and r.property_id = listed.property_id
$$;

-- The order with the number that was typed, with or without a sign before it: `417`, `#417`.
create function private.find_orders(p_property_id uuid, p_text text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'order', 'id', o.id, 'number', o.number, 'roomNumber', r.room_number,
    'createdAt', private.format_instant(o.created_at)
  )), '[]')
  from public.accom_service_orders o
  join public.accom_rooms r on r.id = o.room_id
  where p_text ~ '^#? ?[0-9]{1,9}$' and o.property_id = p_property_id
    and o.number = substring(p_text from '[0-9]{1,9}$')::integer
$$;

-- The access code of a guest without a booking, and a room's code that was replaced: whoever holds its paper asks what it is.
create function private.find_codes(p_property_id uuid, p_code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(jsonb_build_object(
      'kind', 'session', 'id', s.id, 'title', s.access_code, 'guestName', s.guest_name, 'roomNumber', r.room_number
    ))
    from public.guest_sessions s
    join public.accom_rooms r on r.id = s.room_id
    where s.access_code = p_code and s.property_id = p_property_id
  ), '[]') || coalesce((
    select jsonb_agg(jsonb_build_object('kind', 'retired', 'id', c.room_code, 'title', c.room_code))
    from public.retired_room_codes c
    where c.room_code = p_code and c.property_id = p_property_id
  ), '[]')
$$;

-- Definer, to authenticated: what of a place matches a text. The indexes it needs cannot be used under row-level security,
-- since comparing texts is not leakproof; so it checks the membership itself. `code` is what the caller read as a code of
-- ours in the text, or null.
create function public.find_anything(property_id uuid, text text, code text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  typed constant text := left(btrim(find_anything.text), 100);
begin
  perform private.require_member(find_anything.property_id, 'staff');
  if typed = '' then
    return '[]';
  end if;
  select * into property from public.accom_properties p where p.id = find_anything.property_id;
  return private.find_rooms(property, typed, find_anything.code)
    || private.describe_found_bookings(private.find_bookings(property.id, typed, find_anything.code, 6))
    || private.find_orders(property.id, typed)
    || private.find_codes(property.id, find_anything.code);
end
$$;
grant execute on function public.find_anything(uuid, text, text) to authenticated;
