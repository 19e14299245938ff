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

-- The bookings whose guest's name, last name, phone number or code is what was typed, the latest arrivals first. A phone
-- number is compared from its end, without a leading zero.
create function private.find_bookings(p_property_id uuid, p_text text, p_code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with typed as (
    select private.normalise_name(p_text) as name, reverse(ltrim(regexp_replace(p_text, '\D', '', 'g'), '0')) as phone
  ), found as (
    (select b.* from public.accom_bookings b where b.property_id = p_property_id and b.booking_code = p_code)
    union all
    (
      -- Of a common name, the latest.
      select b.* from typed, public.accom_bookings b
      where length(typed.name) >= 2 and b.property_id = p_property_id and b.last_name_key collate "C" = typed.name
      order by b.check_in_date desc
      limit 8
    )
    union all
    (
      select b.* from typed, public.accom_bookings b
      where length(typed.name) >= 2 and b.property_id = p_property_id
        and b.last_name_key collate "C" between typed.name and private.end_of_prefix(typed.name)
      limit 20
    )
    union all
    (
      select b.* from typed, public.accom_bookings b
      where length(typed.name) >= 2 and b.property_id = p_property_id
        and b.name_key collate "C" between typed.name and private.end_of_prefix(typed.name)
      limit 20
    )
    union all
    (
      select b.* from typed, public.accom_bookings b
      where length(typed.phone) >= 5 and b.property_id = p_property_id and b.phone_key <> ''
        and b.phone_key collate "C" between typed.phone and private.end_of_prefix(typed.phone)
      limit 20
    )
  ), once as (
    select distinct on (id) id, room_id, guest_name, booking_code, check_in_date, check_out_date, status from found
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'booking', 'id', listed.id, 'roomId', listed.room_id, 'title', listed.guest_name, 'detail', listed.booking_code,
    'checkIn', listed.check_in_date, 'checkOut', listed.check_out_date, 'roomNumber', listed.room_number
  ) order by listed.check_in_date desc), '[]')
  from (
    select once.*, r.room_number from once
    join public.accom_rooms r on r.id = once.room_id
    order by once.check_in_date desc
    limit 8
  ) listed
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
    || private.find_bookings(property.id, typed, find_anything.code);
end
$$;
grant execute on function public.find_anything(uuid, text, text) to authenticated;
