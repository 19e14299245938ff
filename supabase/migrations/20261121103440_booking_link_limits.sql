-- One guest who guesses codes must not close the booking links of all who share the address.

-- Proving who one is: 5 a minute and address for one room or code, 60 for all of them; and none after too many codes that
-- led nowhere, where p_with_misses: where codes could be guessed. All limits are looked at before any is spent, so a
-- limited call writes nothing; then again, once the count makes calls of one address wait for each other. Returns the
-- refusal, or null.
create function private.limit_verification(p_subject text, p_client text, p_with_misses boolean)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  one_key constant text := 'verify:' || p_subject || ':' || p_client;
  all_key constant text := 'verify:' || p_client;
  seconds integer;
begin
  perform private.require_client(p_client);
  seconds := greatest(
    private.wait_for(one_key, 5, '1 minute'),
    private.wait_for(all_key, 60, '1 minute'),
    case when p_with_misses then private.wait_after_misses(p_client) end
  );
  if seconds = 0 then
    seconds := private.take_hit(one_key, 5, '1 minute');
  end if;
  if seconds = 0 then
    seconds := private.take_hit(all_key, 60, '1 minute');
  end if;
  if seconds = 0 and p_with_misses then
    seconds := private.wait_after_misses(p_client);
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) end;
end
$$;

-- The same with all of them.
create or replace function private.limit_verification(p_subject text, p_client text)
returns jsonb
language sql
volatile
set search_path = ''
as $$
  select private.limit_verification(p_subject, p_client, true)
$$;

-- Definer, to guest_api: the booking link, for a request that waits for the desk as well. An unknown code, a wrong name
-- and an ended stay answer alike, and take as long: there is
-- no code to be found out here, so an address that guessed codes elsewhere keeps nobody out.
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
  refusal := private.limit_verification(booking_code, client, false);
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
