-- Verification, the step from browse to full: by the room's code and the answer its property asks for, by the booking's
-- code and a last name, or by an access code from the desk.

-- Where the owner wants it, a verified guest is checked in. Returns the booking as it is after that: meanwhile the desk may
-- have checked the guest in, or cancelled the stay.
create function private.check_in_verified(p_booking public.accom_bookings, p_settings jsonb)
returns public.accom_bookings
language plpgsql
volatile
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  if p_booking.status <> 'confirmed' or not (p_settings ->> 'auto_checkin_on_verify')::boolean then
    return p_booking;
  end if;
  update public.accom_bookings b set status = 'checked_in'
    where b.id = p_booking.id and b.status = 'confirmed'
      and exists (select from public.room_states s where s.room_id = b.room_id and private.is_bed_ready(s, b.bed))
    returning b.* into booking;
  if not found then
    select b.* into booking from public.accom_bookings b where b.id = p_booking.id;
  end if;
  return booking;
end
$$;

-- The stay in this room that the answer proves, if it is live; else null. Where the owner wants it, the guest is checked in.
create function private.prove_stay(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_method text,
  p_answer jsonb
)
returns public.accom_bookings
language plpgsql
volatile
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from private.match_stay(p_room, p_property, p_method, p_answer, now());
  if booking.id is not null then
    booking := private.check_in_verified(booking, p_property.access_settings);
  end if;
  return case when private.state_of_booking(booking, p_property, now()) = 'live' then booking end;
end
$$;

-- Whose tries a verification uses up: those of a stay whose phone this is, else those of the caller's address. A phone on
-- the stay is not counted apart from the others on it: in a dorm each would bring more guesses at a neighbour's name.
create function private.find_attempt_source(p_code text, p_phone jsonb, p_client text)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_client(p_client);
  return coalesce('stay:' || private.find_known_stay(p_code, p_phone), p_client);
end
$$;

-- Counts a wrong answer and says how many tries are left; with the last one, how long the lock is.
create function private.refuse_failed(p_code text, p_source text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  tries_left integer := private.fail_attempt(p_code, p_source);
begin
  if tries_left > 0 then
    return private.refuse('verification_failed', jsonb_build_object('triesLeft', tries_left));
  end if;
  return private.refuse('verification_failed', jsonb_build_object(
    'triesLeft', 0,
    'retryAfterSeconds', private.wait_for_attempt(p_code, p_source)
  ));
end
$$;

-- Definer, to guest_api: verification in the room. The answer may prove any stay that is on there, and each guest gets
-- their own. `has_scanned`: the caller's token says that they opened this room, so its code is no guess of theirs, and the
-- misses of others behind the same address do not stop them. Their tries are counted all the same.
create function public.verify_room_access(
  room_code text,
  answer jsonb,
  client text,
  locale text default null,
  phone jsonb default null,
  has_scanned boolean default false
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  source text;
  located record;
  method text;
  seconds integer;
  booking public.accom_bookings;
begin
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  source := private.find_attempt_source(room_code, phone, client);
  refusal := case
    when has_scanned then private.limit_verification(room_code, source)
    else private.limit_verification_and_misses(room_code, source)
  end;
  if refusal is not null then
    return refusal;
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  method := private.effective_method((located.property).access_settings, (located.room).beds);
  if not private.is_answer_to(method, answer) then
    return private.refuse('verification_required', jsonb_build_object('method', method));
  end if;
  -- A method that asks nothing cannot be guessed, so it never locks: otherwise a stranger's taps in an empty room would
  -- lock out the next guest.
  if method <> 'none' then
    seconds := private.enter_attempt(room_code, source);
    if seconds > 0 then
      return private.refuse_for_now(seconds, true);
    end if;
  end if;
  booking := private.prove_stay(located.room, located.property, method, answer);
  if booking.id is null and method = 'none' then
    return private.refuse('verification_failed');
  elsif booking.id is null then
    return private.refuse_failed(room_code, source);
  end if;
  perform private.pass_attempt(room_code, source);
  return private.describe_stay(
    booking, null, located.room, located.property, 'live', private.add_phone(booking, null, phone), locale
  );
end
$$;
grant execute on function public.verify_room_access(text, jsonb, text, text, jsonb, boolean) to guest_api;

-- Definer, to guest_api: verification by the booking link, for a pending request and before the first day as well. An unknown
-- code, a wrong name and an ended stay get the same error, so nobody can find out here which codes exist. That is why misses
-- of other codes do not count here.
create function public.verify_booking_access(
  booking_code text,
  last_name text,
  client text,
  locale text default null,
  phone jsonb default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  source text;
  seconds integer;
  hit record;
  booking public.accom_bookings;
  is_guests_name boolean;
  state private.stay_state;
begin
  if coalesce(booking_code !~ '^BK-[A-HJ-NP-Z2-9]{6}$', true) then
    return private.refuse('invalid_code');
  end if;
  source := private.find_attempt_source(booking_code, phone, client);
  refusal := private.limit_verification(booking_code, source);
  if refusal is not null then
    return refusal;
  end if;
  seconds := private.enter_attempt(booking_code, source);
  if seconds > 0 then
    return private.refuse_for_now(seconds, true);
  end if;
  select b as booking, r as room, p as property into hit
    from public.accom_bookings b
    left join public.accom_rooms r on r.id = b.room_id
    join public.accom_properties p on p.id = b.property_id
    where b.booking_code = verify_booking_access.booking_code;
  booking := hit.booking;
  -- Both are computed before either decides, so that a wrong name and an ended stay take the same time.
  is_guests_name := private.proves_stay(
    'last_name', jsonb_build_object('lastName', left(last_name, 200)), hit.room, booking
  );
  state := private.state_of_booking(booking, hit.property, now());
  if (is_guests_name and state in ('live', 'upcoming', 'pending')) is not true then
    return private.refuse_failed(booking_code, source);
  end if;
  if state = 'live' then
    booking := private.check_in_verified(booking, (hit.property).access_settings);
    if private.state_of_booking(booking, hit.property, now()) is distinct from 'live' then
      return private.refuse_failed(booking_code, source);
    end if;
  end if;
  perform private.pass_attempt(booking_code, source);
  return private.describe_stay(
    booking, null, case when booking.room_id is null then private.room_to_come(booking) else hit.room end, hit.property, state, private.add_phone(booking, null, phone), locale
  );
end
$$;
grant execute on function public.verify_booking_access(text, text, text, text, jsonb) to guest_api;

-- Definer, to guest_api: verification by an access code. The code is the only proof, so guessing it is limited like
-- guessing a room code. An unknown, an expired and a deactivated code get the same error.
create function public.open_guest_session(
  access_code text,
  client text,
  locale text default null,
  phone jsonb default null
)
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
  refusal := private.limit_verification_and_misses(
    access_code, private.find_attempt_source(access_code, phone, client)
  );
  if refusal is not null then
    return refusal;
  end if;
  select s as session, r as room, p as property into hit
    from public.guest_sessions s
    join public.accom_rooms r on r.id = s.room_id
    join public.accom_properties p on p.id = s.property_id
    where s.access_code = open_guest_session.access_code;
  if private.state_of_session(hit.session, hit.property, now()) is distinct from 'live' then
    perform private.count_miss(client);
    return private.refuse('verification_failed');
  end if;
  return private.describe_stay(
    null, hit.session, hit.room, hit.property, 'live', private.add_phone(null, hit.session, phone), locale
  );
end
$$;
grant execute on function public.open_guest_session(text, text, text, jsonb) to guest_api;
