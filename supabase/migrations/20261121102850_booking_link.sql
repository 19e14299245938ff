-- The booking link, for what was confirmed and for what still waits.

-- Definer, to guest_api: the booking link, for a request that waits for the desk as well.
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
  select b as booking, r as room, p as property into hit
    from (select verify_booking_access.booking_code as code) asked
    left join public.accom_bookings b on b.booking_code = asked.code
    left join public.accom_rooms r on r.id = b.room_id
    left join public.accom_properties p on p.id = b.property_id;
  booking := hit.booking;
  if not private.is_answer('last_name', jsonb_build_object('lastName', left(last_name, 200)), hit.room, booking) then
    return private.refuse_failed(booking_code);
  end if;
  if booking.check_in_date <= (now() at time zone (hit.property).timezone)::date
    and private.stay_state(booking, hit.property, now()) = 'live'
  then
    booking := private.check_in_verified(booking, (hit.property).access_settings);
  end if;
  if coalesce(private.stay_state(booking, hit.property, now()) not in ('live', 'pending'), true) then
    return private.refuse_failed(booking_code);
  end if;
  perform private.pass_attempt(booking_code);
  return private.open_stay(booking, hit.room, hit.property);
end
$$;
