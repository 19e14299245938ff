-- A subject is whom a full token names: { propertyId, bookingId } or { propertyId, sessionId }, and the phone that proved
-- the stay, phoneId. Every full-tier function begins by looking it up, since a token outlives a cancellation.

-- The stay of a subject, with its state now. No state: it no longer counts, or never did, or its phone was signed out. A
-- subject may carry the code it was asked under. Another stay's code makes its state `other`; so does the room's own code
-- unless the stay is live: no request, no stay before its first day and no guest who has left opens the room, or finds out
-- here which code it has.
create function private.find_subject(
  p_subject jsonb,
  -- The booking's or the session's.
  out id uuid,
  out booking public.accom_bookings,
  out session public.guest_sessions,
  out room public.accom_rooms,
  out property public.accom_properties,
  out state private.stay_state
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  asked_code constant text := p_subject ->> 'code';
begin
  if p_subject ? 'bookingId' then
    select b as booking, r as room, p as property into hit
      from public.accom_bookings b
      left join public.accom_rooms r on r.id = b.room_id
      join public.accom_properties p on p.id = b.property_id
      where b.id = (p_subject ->> 'bookingId')::uuid and b.property_id = (p_subject ->> 'propertyId')::uuid
        and private.is_phone_on_stay(p_subject, b.id);
    booking := hit.booking;
    state := private.state_of_booking(booking, hit.property, now());
  elsif p_subject ? 'sessionId' then
    select s as session, r as room, p as property into hit
      from public.guest_sessions s
      join public.accom_rooms r on r.id = s.room_id
      join public.accom_properties p on p.id = s.property_id
      where s.id = (p_subject ->> 'sessionId')::uuid and s.property_id = (p_subject ->> 'propertyId')::uuid
        and private.is_phone_on_stay(p_subject, s.id);
    session := hit.session;
    state := private.state_of_session(session, hit.property, now());
  end if;
  if state is null then
    booking := null;
    session := null;
    return;
  end if;
  id := coalesce(booking.id, session.id);
  room := hit.room;
  if room.id is null then
    room := private.room_to_come(booking);
  end if;
  property := hit.property;
  if asked_code <> coalesce(booking.booking_code, session.access_code)
    and (state <> 'live' or asked_code <> room.room_code)
  then
    state := 'other';
  end if;
exception when invalid_text_representation then
  -- An id that is not a uuid belongs to nobody.
  return;
end
$$;

-- Why a subject in this state may not read, or null.
create function private.refuse_reading(p_state private.stay_state)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when p_state is null then private.refuse('session_expired')
    when p_state = 'other' then private.refuse('wrong_stay')
  end
$$;

-- Why a subject in this state may not write, or null. `p_begins_on`: the first day of its booking.
create function private.refuse_writing(p_state private.stay_state, p_begins_on date)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_state
    when 'live' then null
    when 'ended' then private.refuse('stay_ended')
    when 'upcoming' then private.refuse('stay_not_begun', jsonb_build_object('beginsOn', p_begins_on))
    when 'pending' then private.refuse('illegal_step', '{"reason": "stay_is_not_confirmed"}')
    else private.refuse_reading(p_state)
  end
$$;
