-- Whoever has an answer of their own must not buy endless guesses at a neighbour's with it: in a dorm each guest has one,
-- and so has the guest who leaves on the day the next one comes.

-- A success in a room forgets the failures before it, five times a day for one stay. Where there is nothing to forget,
-- which is the rule, nothing is spent.
create function private.pass_room_attempt(p_room_code text, p_booking_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.access_attempts a where a.subject = p_room_code and a.failures = 0 and a.locks = 0;
  if not found and private.take_hit('forgiven:' || p_room_code || ':' || p_booking_id, 5, '1 day') = 0 then
    perform private.pass_attempt(p_room_code);
  end if;
end
$$;

-- Definer, to guest_api: the step from browse to full. Any stay that is on in the room may be proved, each guest
-- gets their own.
create or replace function public.verify_room_access(room_code text, answer jsonb, client text)
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
  refusal := private.limit_verification(room_code, client);
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
