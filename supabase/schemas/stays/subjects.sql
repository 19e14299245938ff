create type private.subject_state as enum ('pending', 'live', 'ended', 'other');

-- The stay of a subject that still counts: { propertyId, bookingId } or { propertyId, sessionId }. A cancelled booking
-- and a deactivated session have no state; a booking that checked out is ended: readable, not writable. A subject may
-- bring the code it was asked under: with another stay's code it is the other's, and so is the room to a guest whose
-- request for it still waits.
create function private.find_subject(
  p_subject jsonb,
  out booking_id uuid,
  out session_id uuid,
  out room public.accom_rooms,
  out property public.accom_properties,
  out state private.subject_state
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  own_code text;
begin
  if p_subject ? 'bookingId' then
    select b as booking, r as room, p as property into hit
      from public.accom_bookings b
      join public.accom_rooms r on r.id = b.room_id
      join public.accom_properties p on p.id = b.property_id
      where b.id = (p_subject ->> 'bookingId')::uuid and b.property_id = (p_subject ->> 'propertyId')::uuid
        and p.is_active and b.status in ('pending', 'confirmed', 'checked_in', 'checked_out')
        and now() < private.stay_ends_at(b.check_out_date, p.timezone);
    if found then
      booking_id := (hit.booking).id;
      own_code := (hit.booking).booking_code;
      state := case (hit.booking).status when 'checked_out' then 'ended' when 'pending' then 'pending' else 'live' end;
    end if;
  elsif p_subject ? 'sessionId' then
    select s as session, r as room, p as property into hit
      from public.guest_sessions s
      join public.accom_rooms r on r.id = s.room_id
      join public.accom_properties p on p.id = s.property_id
      where s.id = (p_subject ->> 'sessionId')::uuid and s.property_id = (p_subject ->> 'propertyId')::uuid
        and p.is_active and s.active and s.expires_at > now();
    if found then
      session_id := (hit.session).id;
      own_code := (hit.session).access_code;
      state := 'live';
    end if;
  end if;
  if state is null then
    return;
  end if;
  room := hit.room;
  property := hit.property;
  if p_subject ->> 'code' <> own_code and (state = 'pending' or p_subject ->> 'code' <> room.room_code) then
    state := 'other';
  end if;
exception when invalid_text_representation then
  -- An id that is none is nobody's.
  return;
end
$$;

-- Why this subject may not even read, or null.
create function private.refuse_reading(p_state private.subject_state)
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

-- Why this subject may not write now, or null.
create function private.refuse_writing(p_state private.subject_state)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_state
    when 'live' then null
    when 'ended' then private.refuse('stay_ended')
    when 'pending' then private.refuse('illegal_step', '{"reason": "stay_is_not_confirmed"}')
    else private.refuse_reading(p_state)
  end
$$;
