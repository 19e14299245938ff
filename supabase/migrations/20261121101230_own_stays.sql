-- What a guest session opens, and what a full token shows while it counts.

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

-- Definer, to guest_api: the code is all the proof there is, so guessing it is limited like guessing a room's.
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
  refusal := private.limit_verification(access_code, client);
  if refusal is not null then
    return refusal;
  end if;
  select s as session, r as room, p as property into hit
    from public.guest_sessions s
    join public.accom_rooms r on r.id = s.room_id
    join public.accom_properties p on p.id = s.property_id
    where s.access_code = open_guest_session.access_code and s.active and s.expires_at > now() and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('verification_failed');
  end if;
  return private.open_session(hit.session, hit.room, hit.property);
end
$$;
grant execute on function public.open_guest_session(text, text) to guest_api;

-- Definer, to guest_api: what a full token shows, and whether it still counts. subject is the token's own
-- { propertyId, bookingId } or { propertyId, sessionId }. Checked out: readable, no longer writable.
create function public.get_own_stay(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  hit record;
  state text;
begin
  if subject ? 'bookingId' then
    select b as booking, r as room, p as property into hit
      from public.accom_bookings b
      join public.accom_rooms r on r.id = b.room_id
      join public.accom_properties p on p.id = b.property_id
      where b.id = (subject ->> 'bookingId')::uuid and b.property_id = (subject ->> 'propertyId')::uuid;
    state := private.stay_state(hit.booking, hit.property, now());
    if state is not null then
      return private.open_stay(hit.booking, hit.room, hit.property) || jsonb_build_object('state', state);
    end if;
  elsif subject ? 'sessionId' then
    select s as session, r as room, p as property into hit
      from public.guest_sessions s
      join public.accom_rooms r on r.id = s.room_id
      join public.accom_properties p on p.id = s.property_id
      where s.id = (subject ->> 'sessionId')::uuid and s.property_id = (subject ->> 'propertyId')::uuid
        and s.active and s.expires_at > now() and p.is_active;
    if found then
      return private.open_session(hit.session, hit.room, hit.property) || '{"state": "live"}';
    end if;
  end if;
  return private.refuse('session_expired');
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_own_stay(jsonb) to guest_api;
