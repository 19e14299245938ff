-- Whose stay is in a room, and the state of a stay at an instant. Nothing here checks who may know it; the callers do.

-- pending: a request that waits for the desk. upcoming: confirmed, before its first day by the property's clock. live: from
-- that day on, or from the moment the desk checked the guest in. ended: checked out, readable until its last day is over.
-- other: the subject carries the code of another stay.
create type private.stay_state as enum ('pending', 'upcoming', 'live', 'ended', 'other');

-- The stays that are on in this room, those that the desk checked in early included. The current one is first: checked in
-- before only confirmed; on turnover day the leaving stay until the property's check-out time and the arriving one from
-- then on; a stay that has begun before one that was checked in early; else the latest to arrive. A late check-out counts as
-- the leaving stay's own check-out time.
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
    and (b.check_in_date <= here::date or b.status = 'checked_in')
    and b.check_out_date >= here::date
  order by
    b.status = 'checked_in' desc,
    b.check_out_date = here::date and here::time < coalesce(b.late_until, p_checkout_time) desc,
    b.check_in_date <= here::date desc,
    b.check_in_date desc,
    b.id
$$;

-- A stay counts to the end of its check-out day, by the property's clock.
create function private.stay_ends_at(p_check_out date, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_check_out + 1)::timestamp at time zone p_timezone
$$;

-- When the guest of a stay leaves, by the property's clock: at check-out, or when the guest session ends. From then on a stay
-- can still be read, but nothing can be ordered for later.
create function private.leaves_at(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_property public.accom_properties
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (p_booking.check_out_date + coalesce(p_booking.late_until, p_property.checkout_time)) at time zone p_property.timezone,
    p_session.expires_at
  )
$$;

-- The only rule for the state of a booking at this instant. Null: it gives no access, and nobody learns that it exists. A stay
-- without a room has not begun, whatever the day is.
create function private.state_of_booking(
  p_booking public.accom_bookings,
  p_property public.accom_properties,
  p_at timestamptz
)
returns private.stay_state
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when p_at >= private.stay_ends_at(p_booking.check_out_date, p_property.timezone) then null
    when p_booking.status = 'confirmed'
      and (p_booking.room_id is null or (p_at at time zone p_property.timezone)::date < p_booking.check_in_date)
    then 'upcoming'
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
    when p_booking.status = 'pending' then 'pending'
  end::private.stay_state
$$;

-- The same rule for a guest session, which has no state but live.
create function private.state_of_session(
  p_session public.guest_sessions,
  p_property public.accom_properties,
  p_at timestamptz
)
returns private.stay_state
language sql
stable
set search_path = ''
as $$
  select case
    when p_property.is_active and p_session.active and p_session.expires_at > p_at then 'live'
  end::private.stay_state
$$;

-- What stands in for the room of a stay that has none yet: the type it is for, and no number.
create function private.room_to_come(p_booking public.accom_bookings)
returns public.accom_rooms
language plpgsql
immutable
set search_path = ''
as $$
declare
  room public.accom_rooms;
begin
  room.property_id := p_booking.property_id;
  room.room_type_id := p_booking.room_type_id;
  room.room_number := '';
  room.beds := '{}';
  return room;
end
$$;

-- A property that hides its pages until verification hides them from a pending request as well: anybody can make one.
create function private.is_hidden_from(p_property public.accom_properties, p_state private.stay_state)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state = 'pending' and (p_property.access_settings ->> 'browse_requires_verification')::boolean
$$;
