-- The guest's answer holds for this stay. Only the asked-for method is looked at. Where no PIN was made the answer is
-- hashed all the same, with a salt of the cost hash_pin has: nothing equals it.
create function private.is_answer(
  p_method text,
  p_answer jsonb,
  p_room public.accom_rooms,
  p_booking public.accom_bookings
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case p_method
    when 'none' then true
    when 'last_name' then
      private.normalise_name(p_answer ->> 'lastName') <> ''
      and private.normalise_name(p_answer ->> 'lastName') = private.normalise_name(p_booking.guest_last_name)
    when 'room_number' then
      private.normalise_name(p_answer ->> 'roomNumber') = private.normalise_name(p_room.room_number)
    when 'pin' then coalesce(
      extensions.crypt(p_answer ->> 'pin', coalesce(p_booking.pin_hash, '$2a$08$GudBroStaysNobodysPinu')) = p_booking.pin_hash,
      false
    )
    else false
  end
$$;

-- The answer is one to the question that was asked, and no longer than an answer is. Else it counts as no try.
create function private.answers_method(p_method text, p_answer jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case p_method
    when 'none' then true
    when 'last_name' then jsonb_typeof(p_answer -> 'lastName') = 'string' and length(p_answer ->> 'lastName') <= 200
    when 'room_number' then jsonb_typeof(p_answer -> 'roomNumber') = 'string' and length(p_answer ->> 'roomNumber') <= 40
    when 'pin' then jsonb_typeof(p_answer -> 'pin') = 'string' and length(p_answer ->> 'pin') <= 40
  end, false)
$$;

-- The guest is here: where the owner wants that, being verified is being checked in. Returns the booking as it is after
-- that, since the desk may have been faster: it checked the guest in, or took the stay away.
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
    returning b.* into booking;
  if not found then
    select b.* into booking from public.accom_bookings b where b.id = p_booking.id;
    return booking;
  end if;
  perform private.write_audit(
    booking.property_id, 'checked_in', 'accom_bookings', booking.id, '{"from": "confirmed", "to": "checked_in"}'
  );
  return booking;
end
$$;

-- The one stay in this room that the answer proves, at this instant. No row: it proves none, or two different beds'.
-- An empty room weighs the answer as often as a full one: twice where one guest leaves as another comes, once a bed in
-- a dorm. (The day a dorm's bed changes hands adds one; which day that is, the property's page tells anyway.)
create function private.match_stay(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_method text,
  p_answer jsonb,
  p_at timestamptz
)
returns setof public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  nobody public.accom_bookings;
  candidate public.accom_bookings;
  candidates public.accom_bookings[] := array(
    select b from private.find_stays(p_room.id, p_property.timezone, p_property.checkout_time, p_at) b
  );
  matching public.accom_bookings[] := '{}';
  is_match boolean;
begin
  nobody.guest_last_name := p_answer ->> 'lastName';
  while cardinality(candidates) < greatest(2, cardinality(p_room.beds)) loop
    candidates := candidates || nobody;
  end loop;
  foreach candidate in array candidates loop
    -- Weighed before it is looked at who it is.
    is_match := private.is_answer(p_method, p_answer, p_room, candidate);
    if is_match and candidate.id is not null then
      matching := matching || candidate;
    end if;
  end loop;
  if (select count(distinct m.bed) from unnest(matching) m) = 1 then
    return next matching[1];
  end if;
end
$$;

-- Counts the failure and says how many tries are left; the last one says how long the lock is.
create function private.refuse_failed(p_subject text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  tries_left integer := private.fail_attempt(p_subject);
begin
  if tries_left > 0 then
    return private.refuse('verification_failed', jsonb_build_object('triesLeft', tries_left));
  end if;
  return private.refuse('verification_failed', jsonb_build_object(
    'triesLeft', 0,
    'retryAfterSeconds', (
      select private.seconds_left(a.locked_until) from public.access_attempts a where a.subject = p_subject
    )
  ));
end
$$;

-- Definer, to guest_api: the step from browse to full. Any stay that is on in the room may be proved, each guest
-- gets their own.
create function public.verify_room_access(room_code text, answer jsonb, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  located record;
  method text;
  seconds integer;
  booking public.accom_bookings;
begin
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  refusal := private.limit_verification_and_misses(room_code, client);
  if refusal is not null then
    return refusal;
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  method := private.effective_method((located.property).access_settings, (located.room).beds);
  if not private.answers_method(method, answer) then
    return private.refuse('verification_required', jsonb_build_object('method', method));
  end if;
  -- Where nothing is asked there is nothing to guess: a stranger's taps in an empty room must not lock out the guest
  -- who arrives next.
  if method <> 'none' then
    seconds := private.enter_attempt(room_code);
    if seconds > 0 then
      return private.refuse_for_now(seconds, true);
    end if;
  end if;
  select * into booking from private.match_stay(located.room, located.property, method, answer, now());
  if booking.id is not null then
    booking := private.check_in_verified(booking, (located.property).access_settings);
  end if;
  if private.stay_state(booking, located.property, now()) is distinct from 'live' then
    return case when method = 'none' then private.refuse('verification_failed') else private.refuse_failed(room_code) end;
  end if;
  if method <> 'none' then
    perform private.pass_room_attempt(room_code, booking.id);
  end if;
  return private.open_stay(booking, located.room, located.property);
end
$$;
grant execute on function public.verify_room_access(text, jsonb, text) to guest_api;

-- Definer, to guest_api: the booking link, for a request that waits for the desk as well. An unknown code, a wrong name
-- and an ended stay answer alike, and take as long: there is
-- no code to be found out here, so an address that guessed codes elsewhere keeps nobody out.
create function public.verify_booking_access(booking_code text, last_name text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  seconds integer;
  hit record;
  booking public.accom_bookings;
  is_guests_name boolean;
  state text;
begin
  if coalesce(booking_code !~ '^BK-[A-HJ-NP-Z2-9]{6}$', true) then
    return private.refuse('invalid_code');
  end if;
  refusal := private.limit_verification(booking_code, client);
  if refusal is not null then
    return refusal;
  end if;
  seconds := private.enter_attempt(booking_code);
  if seconds > 0 then
    return private.refuse_for_now(seconds, true);
  end if;
  select * into hit from private.find_booking_or_neighbour(booking_code);
  booking := hit.booking;
  -- Each is asked before any is weighed: what is refused first would be refused faster.
  is_guests_name := private.is_answer('last_name', jsonb_build_object('lastName', left(last_name, 200)), hit.room, booking);
  state := private.stay_state(booking, hit.property, now());
  if (hit.is_asked and is_guests_name and state in ('live', 'pending')) is not true then
    return private.refuse_failed(booking_code);
  end if;
  if state = 'live' and booking.check_in_date <= (now() at time zone (hit.property).timezone)::date then
    booking := private.check_in_verified(booking, (hit.property).access_settings);
    if private.stay_state(booking, hit.property, now()) is distinct from 'live' then
      return private.refuse_failed(booking_code);
    end if;
  end if;
  perform private.pass_attempt(booking_code);
  return private.open_stay(booking, hit.room, hit.property);
end
$$;
grant execute on function public.verify_booking_access(text, text, text) to guest_api;

-- The booking with this code; where nobody has it a neighbour's, so that as much is read and weighed. The caller has to
-- look at is_asked.
create function private.find_booking_or_neighbour(
  p_code text,
  out booking public.accom_bookings,
  out room public.accom_rooms,
  out property public.accom_properties,
  out is_asked boolean
)
language sql
stable
set search_path = ''
as $$
  select nearest.b, r, p, (nearest.b).booking_code = p_code
  from (
    select near.b
    from (
      (select b from public.accom_bookings b where b.booking_code >= p_code order by b.booking_code limit 1)
      union all
      (select b from public.accom_bookings b where b.booking_code < p_code order by b.booking_code desc limit 1)
    ) near
    order by (near.b).booking_code = p_code desc
    limit 1
  ) nearest
  join public.accom_rooms r on r.id = (nearest.b).room_id
  join public.accom_properties p on p.id = (nearest.b).property_id
$$;
