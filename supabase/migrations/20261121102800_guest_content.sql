-- What a guest reads besides the WiFi, in the reader's language, in the same round trip: catalogue, deals, numbers.
-- Functions of earlier migrations that answer with a property learn the language here.

drop function private.describe_property(public.accom_properties, boolean);

-- What anybody with a room's code may know of the property. The texts come only on wish, in the reader's language.
create function private.describe_property(
  p_property public.accom_properties,
  p_with_content boolean,
  p_locale text default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_property.id,
    'name', p_property.name,
    'slug', p_property.slug,
    'type', p_property.type,
    'contactPhone', p_property.contact_phone,
    'contactWhatsapp', p_property.contact_whatsapp,
    'contactEmail', p_property.contact_email,
    'checkinTime', to_char(p_property.checkin_time, 'HH24:MI'),
    'checkoutTime', to_char(p_property.checkout_time, 'HH24:MI'),
    'timezone', p_property.timezone,
    'currency', p_property.currency,
    'defaultLocale', p_property.default_locale,
    'hasLinkedFnb', p_property.linked_fnb_slug is not null,
    'linkedFnbSlug', p_property.linked_fnb_slug
  ) || case when p_with_content then private.in_locale(
    jsonb_build_object(
      'description', p_property.description,
      'address', p_property.address,
      'houseRules', p_property.house_rules,
      'amenities', p_property.amenities
    ), p_property.translations, p_locale
  ) || jsonb_build_object('images', p_property.images) else '{}' end
$$;

-- What else a guest reads.
create function private.describe_content(p_property public.accom_properties, p_at timestamptz, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'services', private.describe_services(p_property, p_at, p_locale),
    'deals', private.describe_deals(p_property, p_at, p_locale),
    'numbers', private.describe_numbers(p_property.id, p_locale)
  )
$$;

-- A place that shows its pages to nobody without a proof shows them to nobody who has only asked for a bed.
create function private.hides_from(p_property public.accom_properties, p_state text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state = 'pending' and (p_property.access_settings ->> 'browse_requires_verification')::boolean
$$;

drop function public.resolve_room_access(text, text, boolean);

-- Definer, to guest_api: what anybody who scanned the code may see. Never a person's data.
create function public.resolve_room_access(
  room_code text,
  client text,
  with_content boolean default false,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  located record;
  settings jsonb;
begin
  if refusal is not null then
    return refusal;
  end if;
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  settings := (located.property).access_settings;
  if (settings ->> 'browse_requires_verification')::boolean then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(settings, (located.room).beds),
      'property', jsonb_build_object('name', (located.property).name)
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room),
    'property', private.describe_property(located.property, with_content, locale),
    'wifi', case
      when located.has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', located.has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  ) || case when with_content then private.describe_content(located.property, now(), locale) else '{}' end;
end
$$;
grant execute on function public.resolve_room_access(text, text, boolean, text) to guest_api;

-- A request that waits for the desk has a state of its own.
create or replace function private.stay_state(
  p_booking public.accom_bookings,
  p_property public.accom_properties,
  p_at timestamptz
)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when (p_at at time zone p_property.timezone)::date > p_booking.check_out_date then null
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
    when p_booking.status = 'pending' then 'pending'
  end
$$;

-- A request that waits for the desk can be read by whoever made it, who may be anybody: dates and state, but neither
-- the WiFi nor the room's code, which would open it, nor its id, which leads to the code.
create or replace function private.open_stay(
  p_booking public.accom_bookings,
  p_room public.accom_rooms,
  p_property public.accom_properties
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'subject', jsonb_build_object(
      'propertyId', p_property.id,
      'bookingId', p_booking.id,
      'checkoutDate', p_booking.check_out_date
    ) || case
      when p_booking.status = 'pending' then jsonb_build_object('roomId', p_room.offer_id)
      else jsonb_build_object('roomId', p_room.id, 'roomCode', p_room.room_code)
    end,
    'expiresAt', private.format_instant(private.stay_ends_at(p_booking.check_out_date, p_property.timezone)),
    'booking', private.describe_booking(p_booking),
    'room', private.describe_room(p_room) || case
      when p_booking.status = 'pending' then jsonb_build_object('id', p_room.offer_id, 'code', null)
      else '{}'
    end,
    'property', private.describe_property(p_property, true)
      || case when private.hides_from(p_property, p_booking.status::text) then '{"houseRules": []}'::jsonb else '{}' end,
    'wifi', case
      when p_booking.status = 'pending' then '{"primary": null, "zones": [], "hidden": true}'
      else private.describe_wifi(p_room, p_property) || '{"hidden": false}'
    end
  )
$$;

drop function public.get_own_stay(jsonb);

-- Definer, to guest_api: what a full token shows, and whether it still counts. subject is the token's own
-- { propertyId, bookingId } or { propertyId, sessionId }. Checked out: readable, no longer writable.
create function public.get_own_stay(subject jsonb, with_content boolean default false, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  answer jsonb;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  if stay.booking_id is not null then
    select private.open_stay(b, stay.room, stay.property) into answer
      from public.accom_bookings b where b.id = stay.booking_id;
  else
    select private.open_session(s, stay.room, stay.property) into answer
      from public.guest_sessions s where s.id = stay.session_id;
  end if;
  return answer
    || jsonb_build_object('state', stay.state, 'accessSettings', private.describe_settings(stay.room, stay.property))
    || case
      when not with_content then '{}'
      when private.hides_from(stay.property, stay.state::text) then jsonb_build_object(
        'services', jsonb_build_object('currency', (stay.property).currency, 'categories', '[]'::jsonb),
        'deals', '[]'::jsonb,
        'numbers', '[]'::jsonb
      )
      else private.describe_content(stay.property, now(), locale)
        || jsonb_build_object('property', private.describe_property(stay.property, true, locale))
    end;
end
$$;
grant execute on function public.get_own_stay(jsonb, boolean, text) to guest_api;

-- Definer, to guest_api: the same content for a token that is asked piece by piece. A browse token says where it was
-- scanned; a place that hides its pages since then answers it no more.
create function public.get_stay_content(subject jsonb, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  place public.accom_properties;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    place := stay.property;
    is_hidden := private.hides_from(place, stay.state::text);
  else
    select p.* into place from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    if not found then
      return private.refuse('session_expired');
    end if;
    is_hidden := (place.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(place.access_settings, '{}')
    ));
  end if;
  return jsonb_build_object('ok', true, 'property', private.describe_property(place, true, locale))
    || private.describe_content(place, now(), locale);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_stay_content(jsonb, text) to guest_api;
