-- Definer, to guest_api: a guest asks for a bed. The request holds it until the desk answers; a bed taken meanwhile is
-- an answer, not an error, and its hit stays counted. The same key of the same guest for the same bed, within the hour, is
-- the same request. From one address ten a day at one place are held, so that a form and a little patience do not close it.
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
    from private.find_requested(
        slug, room_id, coalesce(bed, ''), check_in, check_out, guest_last_name, guest_email, request_key
      ) b;
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
  -- Only what holds a bed counts, so it is looked at here and counted below.
  seconds := private.wait_for('held/day:' || property.id || ':' || client, 10, '1 day');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
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
      from private.find_requested(
        slug, room_id, coalesce(bed, ''), check_in, check_out, guest_last_name, guest_email, request_key
      ) b;
    return case
      when booking.id is null then private.refuse('conflict', '{"reason": "bed_is_taken"}')
      else private.describe_request(booking, true)
    end;
  end;
  perform private.take_hit('held/day:' || property.id || ':' || client, 10, '1 day');
  return private.describe_request(booking, false);
end
$$;
grant execute on function public.request_booking(
  text, uuid, text, date, date, text, text, text, text, integer, text, text
) to guest_api;

-- The request this key made for this bed, these nights and this guest, as long as the desk has not answered it.
-- Volatile: after a conflict it has to see what the other call has just written.
create function private.find_requested(
  p_slug text,
  p_offer_id uuid,
  p_bed text,
  p_check_in date,
  p_check_out date,
  p_last_name text,
  p_email text,
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
    and (b.guest_last_name, b.guest_email) = (btrim(p_last_name), btrim(p_email))
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
