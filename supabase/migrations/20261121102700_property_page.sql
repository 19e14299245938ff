-- The property's own page: what it is, what is free, and a request for it. Read without any proof, so no personal
-- data and no room codes: a code is on the room's wall and nowhere else.

-- A form that was sent twice is one request: it carries a key, drawn when the form was.
alter table public.accom_bookings add column request_key text;
create index accom_bookings_request_key on public.accom_bookings (request_key) where request_key is not null;

-- What a room is called on the public page. Its id stands in links printed before rooms had codes, and those lead to
-- the code: whoever knows the id is as good as in the room.
alter table public.accom_rooms
  add column offer_id uuid not null default gen_random_uuid(),
  add constraint accom_rooms_offer_id_is_unique unique (offer_id);

create type private.free_bed as (room_id uuid, bed text);

-- The beds nobody has in these nights. A private room has one bed without a name.
create function private.find_free_beds(p_property_id uuid, p_check_in date, p_check_out date)
returns setof private.free_bed
language sql
stable
set search_path = ''
as $$
  select r.id, bed.name
  from public.accom_rooms r
  cross join lateral unnest(case when cardinality(r.beds) = 0 then array[''] else r.beds end) as bed (name)
  where r.property_id = p_property_id and r.is_active
    and not exists (
      select from public.accom_bookings b
      where b.room_id = r.id and b.bed = bed.name
        and b.status in ('pending', 'confirmed', 'checked_in')
        and daterange(b.check_in_date, b.check_out_date, '[)') && daterange(p_check_in, p_check_out, '[)')
    )
$$;

-- Nights that can be asked for: from today by the property's calendar, a year ahead, ninety at most.
create function private.are_bookable_nights(p_check_in date, p_check_out date, p_today date)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    p_check_in >= p_today and p_check_in <= p_today + 365
    and p_check_out > p_check_in and p_check_out - p_check_in <= 90,
    false
  )
$$;

-- Definer, to guest_api: what the page shows. Looking up addresses is counted like looking up codes.
create function public.get_property_page(slug text, client text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_property_page.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if (property.access_settings ->> 'browse_requires_verification')::boolean then
    -- A place that hides its rooms' pages still takes guests: its name and how to ask, and what it says of itself.
    property.house_rules := '{}';
  end if;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, true, locale),
    'today', (now() at time zone property.timezone)::date,
    'rooms', (
      select coalesce(jsonb_agg(distinct jsonb_build_object(
        'roomType', r.room_type, 'capacity', r.capacity, 'beds', cardinality(r.beds)
      )), '[]')
      from public.accom_rooms r
      where r.property_id = property.id and r.is_active
    )
  );
end
$$;
grant execute on function public.get_property_page(text, text, text) to guest_api;

-- Definer, to guest_api: rooms with a free bed for these nights and this many guests. A dorm's bed takes one.
create function public.get_availability(slug text, check_in date, check_out date, guests integer, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_availability.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if guests not between 1 and 50
    or not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
  then
    return private.refuse('invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  return jsonb_build_object('ok', true, 'options', coalesce((
    select jsonb_agg(
      jsonb_build_object('roomId', r.offer_id, 'roomType', r.room_type, 'beds', free.beds, 'capacity', r.capacity)
      order by r.capacity, r.room_type, r.room_number
    )
    from public.accom_rooms r
    join (
      select f.room_id, array_agg(f.bed order by f.bed) filter (where f.bed <> '') as beds, count(*) as count
      from private.find_free_beds(property.id, check_in, check_out) f
      group by f.room_id
    ) free on free.room_id = r.id
    where case when cardinality(r.beds) = 0 then r.capacity >= guests else guests = 1 end
  ), '[]'));
end
$$;
grant execute on function public.get_availability(text, date, date, integer, text) to guest_api;

-- Definer, to guest_api: a guest asks for a bed. The request holds it until the desk answers; a bed taken meanwhile is
-- an answer, not an error, and its hit stays counted. The same key for the same bed, within the hour, is the same request.
create function public.request_booking(
  slug text,
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  client text,
  request_key text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  room public.accom_rooms;
  booking public.accom_bookings;
  seconds integer;
begin
  perform private.require_client(client);
  select b.* into booking
    from private.find_requested(slug, room_id, coalesce(bed, ''), check_in, check_out, request_key) b;
  if booking.id is not null then
    return private.describe_request(booking, true);
  end if;
  seconds := private.take_hit('booking:' || client, 5, '1 hour');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  select p.* into property from public.accom_properties p where p.slug = request_booking.slug and p.is_active;
  select r.* into room from public.accom_rooms r
    where r.offer_id = request_booking.room_id and r.property_id = property.id and r.is_active;
  if room.id is null then
    return private.refuse('not_found');
  end if;
  if not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
    or not private.is_guest(guest_name, guest_last_name, guest_email, guest_phone)
    or (guest_count between 1 and case when cardinality(room.beds) = 0 then room.capacity else 1 end) is not true
    or not (coalesce(bed, '') = any (case when cardinality(room.beds) = 0 then array[''] else room.beds end))
    or length(request_key) not between 16 and 100
  then
    return private.refuse('invalid_request');
  end if;
  begin
    insert into public.accom_bookings (
      property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
      check_in_date, check_out_date, status, source, request_key
    ) values (
      property.id, room.id, coalesce(bed, ''), btrim(guest_name), btrim(guest_last_name), btrim(guest_email),
      nullif(btrim(guest_phone), ''), guest_count, check_in, check_out, 'pending', 'direct', request_booking.request_key
    ) returning * into booking;
  exception when exclusion_violation then
    -- By somebody else, or by the same form sent at the same time.
    select b.* into booking
      from private.find_requested(slug, room_id, coalesce(bed, ''), check_in, check_out, request_key) b;
    return case
      when booking.id is null then private.refuse('conflict', '{"reason": "bed_is_taken"}')
      else private.describe_request(booking, true)
    end;
  end;
  return private.describe_request(booking, false);
end
$$;
grant execute on function public.request_booking(
  text, uuid, text, date, date, text, text, text, text, integer, text, text
) to guest_api;

-- The request this key made for this bed and these nights, as long as the desk has not answered it. Volatile: after a
-- conflict it has to see what the other call has just written.
create function private.find_requested(
  p_slug text,
  p_offer_id uuid,
  p_bed text,
  p_check_in date,
  p_check_out date,
  p_key text
)
returns setof public.accom_bookings
language sql
volatile
set search_path = ''
as $$
  select b.*
  from public.accom_bookings b
  join public.accom_rooms r on r.id = b.room_id
  join public.accom_properties p on p.id = b.property_id
  where b.request_key = p_key and p.slug = p_slug and r.offer_id = p_offer_id and b.bed = p_bed
    and (b.check_in_date, b.check_out_date) = (p_check_in, p_check_out)
    and b.status = 'pending' and b.created_at > now() - interval '1 hour'
$$;

-- The answer to a request, the first time and again.
create function private.describe_request(p_booking public.accom_bookings, p_is_replayed boolean)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true, 'bookingCode', p_booking.booking_code, 'status', p_booking.status, 'replayed', p_is_replayed
  )
$$;

-- Enough to know who asks and how to answer.
create function private.is_guest(p_name text, p_last_name text, p_email text, p_phone text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    length(btrim(p_name)) between 1 and 200
    and private.normalise_name(p_last_name) <> '' and length(btrim(p_last_name)) <= 100
    and btrim(p_email) ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(p_email) <= 254
    and coalesce(length(p_phone), 0) <= 40,
    false
  )
$$;
