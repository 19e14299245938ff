-- A booking request from the property's page.

-- What request_booking returns, for a first try and for a retry.
create function private.describe_request(p_booking public.accom_bookings, p_is_replayed boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true, 'bookingCode', p_booking.booking_code, 'status', p_booking.status, 'replayed', p_is_replayed,
    'totalMinor', (select p.total from public.accom_booking_prices p where p.booking_id = p_booking.id)
  )
$$;

-- Whether a request has the guest's names and a way to reach them, in a valid form.
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

-- Definer, to guest_api: requests a bed from the property's page. The pending booking holds the bed until it is confirmed
-- or cancelled. If the bed was taken meanwhile, that is returned and not raised, so that the hit stays counted.
-- `shown_price` is what the guest was shown, { "totalMinor": … } with null for no price: if the nights cost something else
-- now, nothing is requested. The booking keeps its price, whatever the owner changes later. One
-- address may hold ten beds a day at one property, so that one person with a form cannot fill it. `locale` is the language of the
-- page, in which the guest is mailed the answer.
create function public.request_booking(
  slug text,
  offer_id uuid,
  bed text,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  client text,
  request_key text default null,
  shown_price jsonb default null,
  locale text default null
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
  request constant jsonb := jsonb_build_array(
    slug, offer_id, coalesce(bed, ''), check_in, check_out, btrim(guest_last_name), btrim(guest_email)
  );
  -- A form that was changed and sent again under its key requests something else, so what it requests is part of the
  -- scope. The guest's name and address are in it too: a guessed key must not return somebody else's booking code.
  scope constant text := 'booking:' || private.hash_request(request);
  earlier record;
  price jsonb;
  seconds integer;
begin
  perform private.require_client(client);
  if not private.is_request_key(request_key) then
    return private.refuse('invalid_request');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  select b.* into booking from public.accom_bookings b where b.id = earlier.made_id and b.status = 'pending';
  if found then
    return private.describe_request(booking, true);
  end if;
  seconds := private.take_hit('booking:' || client, 5, '1 hour');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  select p.* into property from public.accom_properties p where p.slug = request_booking.slug and p.is_active;
  select r.* into room from public.accom_rooms r
    where r.offer_id = request_booking.offer_id and r.property_id = property.id and r.is_active
      -- A type that is switched off is not offered.
      and not exists (select from public.accom_room_types t where t.id = r.room_type_id and not t.is_active);
  if room.id is null then
    return private.refuse('not_found');
  end if;
  if not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
    or not private.is_guest(guest_name, guest_last_name, guest_email, guest_phone)
    or (guest_count between 1 and case when cardinality(room.beds) = 0 then room.capacity else 1 end) is not true
    or not (coalesce(bed, '') = any (case when cardinality(room.beds) = 0 then array[''] else room.beds end))
  then
    return private.refuse('invalid_request');
  end if;
  price := private.price_stay(room.room_type_id, check_in, check_out);
  if check_out - check_in < (price ->> 'minimumNights')::integer then
    return private.refuse(
      'invalid_request', jsonb_build_object('reason', 'stay_is_too_short', 'minimumNights', price -> 'minimumNights')
    );
  end if;
  if shown_price is not null and shown_price -> 'totalMinor' is distinct from price -> 'totalMinor' then
    return private.refuse('conflict', jsonb_strip_nulls(jsonb_build_object(
      'reason', 'total_changed', 'totalMinor', price -> 'totalMinor'
    )));
  end if;
  -- Only a request that holds a bed counts, so the limit is read here and counted below.
  seconds := private.wait_for('held/day:' || property.id || ':' || client, 10, '1 day');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  begin
    insert into public.accom_bookings (
      property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
      check_in_date, check_out_date, status, source, guest_locale
    ) values (
      property.id, room.id, coalesce(bed, ''), btrim(guest_name), btrim(guest_last_name), btrim(guest_email),
      nullif(btrim(guest_phone), ''), guest_count, check_in, check_out, 'pending', 'direct',
      case when locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$' then locale end
    ) returning * into booking;
    perform private.save_booking_price(booking, price);
  -- Taken meanwhile, or out of order meanwhile.
  exception when exclusion_violation or sqlstate 'PT409' then
    return private.refuse('conflict', '{"reason": "bed_is_taken"}');
  end;
  perform private.record_request(scope, request_key, request, booking.id);
  perform private.take_hit('held/day:' || property.id || ':' || client, 10, '1 day');
  return private.describe_request(booking, false);
end
$$;
grant execute on function public.request_booking(
  text, uuid, text, date, date, text, text, text, text, integer, text, text, jsonb, text
) to guest_api;
