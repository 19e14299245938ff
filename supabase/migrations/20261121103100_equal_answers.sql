-- Who guesses learns nothing from the time an answer takes: what does not exist is refused with the same reads and the
-- same comparisons as what exists. A test counts them.

-- The guest's answer holds for this stay. Only the asked-for method is looked at. Where no PIN was made the answer is
-- hashed all the same, with a salt of the cost hash_pin has: nothing equals it.
create or replace function private.is_answer(
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

-- The one stay in this room that the answer proves, at this instant. No row: it proves none, or two different beds'.
-- An empty room weighs the answer as often as a full one: twice where one guest leaves as another comes, once a bed in
-- a dorm. (The day a dorm's bed changes hands adds one; which day that is, the property's page tells anyway.)
create or replace function private.match_stay(
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

-- Definer, to guest_api: the booking link, for a request that waits for the desk as well. An unknown code, a wrong name
-- and an ended stay answer alike, and take as long.
create or replace function public.verify_booking_access(booking_code text, last_name text, client text)
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

-- Definer, to guest_api: the code is all the proof there is, so guessing it is limited like guessing a room's. A code of
-- nobody, one whose time is over and one the desk took back answer alike, and take as long.
create or replace function public.open_guest_session(access_code text, client text)
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
