-- A request holds its bed for two days. Five an hour, hour after hour, would have let one caller close a house.

-- Definer, to guest_api: a guest asks for a bed. The request holds it until the desk answers; a bed taken meanwhile is
-- an answer, not an error, and its hit stays counted. The same key of the same guest for the same bed, within the hour, is
-- the same request. From one address ten a day at one place are held, so that a form and a little patience do not close it.
create or replace function public.request_booking(
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
