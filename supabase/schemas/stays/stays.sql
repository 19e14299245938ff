-- Every stay that is on in this room, the one that counts as current first: checked in before only confirmed; on
-- turnover day the leaving one until the property's check-out time, the coming one from then; else the latest to come.
create function private.find_stays(p_room_id uuid, p_timezone text, p_checkout_time time, p_at timestamptz)
returns setof public.accom_bookings
language sql
stable
set search_path = ''
as $$
  select b.*
  from public.accom_bookings b, (select p_at at time zone p_timezone) as clock (here)
  where b.room_id = p_room_id
    and b.status in ('confirmed', 'checked_in')
    and b.check_in_date <= here::date
    and b.check_out_date >= here::date
  order by
    b.status = 'checked_in' desc,
    case when here::time < p_checkout_time then b.check_out_date = here::date else b.check_in_date = here::date end desc,
    b.check_in_date desc,
    b.id
$$;

-- A stay opens its doors to the end of the check-out day, by the property's clock.
create function private.stay_ends_at(p_check_out date, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_check_out + 1)::timestamp at time zone p_timezone
$$;

-- A request that waits for the desk has a state of its own.
create function private.stay_state(
  p_booking public.accom_bookings,
  p_property public.accom_properties,
  p_at timestamptz
)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when (p_at at time zone p_property.timezone)::date > p_booking.check_out_date then null
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
    when p_booking.status = 'pending' then 'pending'
  end
$$;

-- A place that shows its pages to nobody without a proof shows them to nobody who has only asked for a bed.
create function private.hides_from(p_property public.accom_properties, p_state text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state = 'pending' and (p_property.access_settings ->> 'browse_requires_verification')::boolean
$$;
