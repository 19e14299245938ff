-- A request that waits for the desk can be read by whoever made it, who may be anybody: dates and state, but neither
-- the WiFi nor the room's code, which would open it, nor its id, which leads to the code.
create function private.open_stay(
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

-- What the server needs to sign a token for this session and to greet its guest.
create function private.open_session(
  p_session public.guest_sessions,
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
      'roomId', p_room.id,
      'roomCode', p_room.room_code,
      'sessionId', p_session.id
    ),
    'expiresAt', private.format_instant(p_session.expires_at),
    'booking', null,
    'session', jsonb_build_object('code', p_session.access_code, 'expiresAt', private.format_instant(p_session.expires_at)),
    'room', private.describe_room(p_room),
    'property', private.describe_property(p_property, true),
    'wifi', private.describe_wifi(p_room, p_property) || '{"hidden": false}'
  )
$$;

-- Definer, to guest_api: the code is all the proof there is, so guessing it is limited like guessing a room's. A code of
-- nobody, one whose time is over and one the desk took back answer alike, and take as long.
create function public.open_guest_session(access_code text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  hit record;
begin
  if coalesce(access_code !~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$', true) then
    return private.refuse('invalid_code');
  end if;
  refusal := private.limit_verification_and_misses(access_code, client);
  if refusal is not null then
    return refusal;
  end if;
  select * into hit from private.find_session_or_neighbour(access_code);
  if (
    hit.is_asked and (hit.session).active and (hit.session).expires_at > now() and (hit.property).is_active
  ) is not true then
    perform private.count_miss(client);
    return private.refuse('verification_failed');
  end if;
  return private.open_session(hit.session, hit.room, hit.property);
end
$$;
grant execute on function public.open_guest_session(text, text) to guest_api;

-- The session with this code; where nobody has it a neighbour's, as above.
create function private.find_session_or_neighbour(
  p_code text,
  out session public.guest_sessions,
  out room public.accom_rooms,
  out property public.accom_properties,
  out is_asked boolean
)
language sql
stable
set search_path = ''
as $$
  select nearest.s, r, p, (nearest.s).access_code = p_code
  from (
    select near.s
    from (
      (select s from public.guest_sessions s where s.access_code >= p_code order by s.access_code limit 1)
      union all
      (select s from public.guest_sessions s where s.access_code < p_code order by s.access_code desc limit 1)
    ) near
    order by (near.s).access_code = p_code desc
    limit 1
  ) nearest
  join public.accom_rooms r on r.id = (nearest.s).room_id
  join public.accom_properties p on p.id = (nearest.s).property_id
$$;

-- Definer, to guest_api: what a full token shows, and whether it still counts. subject is the token's own
-- { propertyId, bookingId } or { propertyId, sessionId }. Checked out: readable, no longer writable. What a request
-- that waits for the desk may not see of the room stays as open_stay leaves it.
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
    || jsonb_build_object(
      'state', stay.state,
      'accessSettings', private.describe_settings(stay.room, stay.property),
      'room', (answer -> 'room') || (private.describe_room(stay.room, locale) - 'id' - 'code'),
      'wifi', case
        when (answer -> 'wifi' ->> 'hidden')::boolean then answer -> 'wifi'
        else private.describe_wifi(stay.room, stay.property, locale) || '{"hidden": false}'
      end
    )
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

-- Definer, to guest_api: the content for a token that is asked piece by piece. A browse token says which room was
-- scanned, { propertyId, roomCode }: a code that was replaced since opens nothing more, and a place that hides its pages
-- names the method that room asks for.
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
  room public.accom_rooms;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    place := stay.property;
    room := stay.room;
    is_hidden := private.hides_from(place, stay.state::text);
  else
    select p.* into place from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    select r.* into room from public.accom_rooms r
      where r.room_code = subject ->> 'roomCode' and r.property_id = place.id and r.is_active;
    if room.id is null then
      return private.refuse('session_expired');
    end if;
    is_hidden := (place.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(place.access_settings, room.beds)
    ));
  end if;
  return jsonb_build_object('ok', true, 'property', private.describe_property(place, true, locale))
    || private.describe_content(place, now(), locale);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_stay_content(jsonb, text) to guest_api;
