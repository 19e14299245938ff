-- What the calendar shows of some days: rooms and beds by type, and who or what has them.

-- The stays of a place that touch some days, whatever number it has before and after them; and those on the shelf.
create index accom_bookings_days on public.accom_bookings
  using gist (property_id, daterange(check_in_date, check_out_date, '[)'))
  where status in ('pending', 'confirmed', 'checked_in', 'checked_out');
create index accom_bookings_shelf on public.accom_bookings (property_id, check_in_date, id)
  where room_id is null and status in ('pending', 'confirmed');

-- All rooms, by type and then in their own order, those without a type last.
create function private.describe_calendar_rooms(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'number', r.room_number, 'typeId', r.room_type_id, 'beds', r.beds, 'isActive', r.is_active,
    'state', s.state, 'dirtyBeds', s.dirty_beds
  ) order by t.sort_order nulls last, t.id, r.sort_order, r.id), '[]')
  from public.accom_rooms r
  join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
  left join public.accom_room_types t on t.id = r.room_type_id
  where r.property_id = p_property_id
$$;

-- A stay as a bar: with the first day in its present room, which is a later one where the guest was moved in house.
create function private.describe_calendar_stay(p_booking public.accom_bookings, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_booking.id, 'name', p_booking.guest_name, 'status', p_booking.status, 'roomId', p_booking.room_id,
    'bed', p_booking.bed, 'from', p_booking.check_in_date, 'to', p_booking.check_out_date,
    'roomFrom', greatest(p_booking.check_in_date, (p_booking.room_since at time zone p_timezone)::date),
    'typeId', p_booking.room_type_id, 'earlyFrom', p_booking.early_from, 'lateUntil', p_booking.late_until,
    'version', p_booking.updated_at
  )
$$;

-- The stays that touch these days, and all that wait for a room, whenever that is. Whoever cancelled or did not come has none.
create function private.describe_calendar_stays(p_property_id uuid, p_days daterange, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.describe_calendar_stay(one::public.accom_bookings, p_timezone) order by one.check_in_date, one.id
  ), '[]')
  from (
    select b.* from public.accom_bookings b
    where b.property_id = p_property_id
      and daterange(b.check_in_date, b.check_out_date, '[)') && p_days
      and b.status in ('pending', 'confirmed', 'checked_in', 'checked_out')
    union
    (
      select b.* from public.accom_bookings b
      where b.property_id = p_property_id and b.room_id is null and b.status in ('pending', 'confirmed')
        and b.check_in_date >= (now() at time zone p_timezone)::date - 7
      order by b.check_in_date, b.id
      limit 100
    )
  ) one
$$;

-- Where guests slept before they were moved in house, in these days.
create function private.describe_calendar_past_rooms(p_property_id uuid, p_days daterange, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', one.id, 'bookingId', one.booking_id, 'roomId', one.room_id, 'bed', one.bed,
    'from', one.from_day, 'to', one.until_day
  ) order by one.from_day, one.id), '[]')
  from (
    select p.*, (p.until_at at time zone p_timezone)::date as until_day,
      coalesce((p.from_at at time zone p_timezone)::date, b.check_in_date) as from_day
    from public.stay_past_rooms p
    join public.accom_bookings b on b.id = p.booking_id
    where p.property_id = p_property_id
      and p.until_at >= lower(p_days)::timestamp at time zone p_timezone
      and b.check_in_date < upper(p_days)
  ) one
  where one.from_day < least(one.until_day, upper(p_days))
$$;

-- The blocks that touch these days.
create function private.describe_calendar_blocks(p_property_id uuid, p_days daterange)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', k.id, 'kind', k.kind, 'note', k.note, 'roomId', k.room_id, 'bed', k.bed,
    'from', k.from_date, 'to', k.until_date, 'version', k.updated_at
  ) order by k.from_date, k.id), '[]')
  from public.room_blocks k
  where k.property_id = p_property_id and k.until_date > lower(p_days) and k.from_date < upper(p_days)
$$;

-- Definer, to authenticated: the rooms of a place, and what is in them from one day to the morning of another, in one call. Names
-- of guests are for the desk, so housekeepers have no calendar. As a definer it checks the membership once and not for each row.
create function public.read_calendar(property_id uuid, from_day date, to_day date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  days daterange;
begin
  perform private.require_member(read_calendar.property_id, 'staff');
  if (from_day >= '2000-01-01' and to_day < '2200-01-01' and to_day - from_day between 1 and 400) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "days_cannot_be_shown"}');
  end if;
  select * into property from public.accom_properties p where p.id = read_calendar.property_id;
  days := daterange(from_day, to_day, '[)');
  return jsonb_build_object(
    'today', (now() at time zone property.timezone)::date,
    'readAt', clock_timestamp(),
    'types', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort_order, t.id), '[]')
      from public.accom_room_types t where t.property_id = property.id
    ),
    'rooms', private.describe_calendar_rooms(property.id),
    'stays', private.describe_calendar_stays(property.id, days, property.timezone),
    'pastRooms', private.describe_calendar_past_rooms(property.id, days, property.timezone),
    'blocks', private.describe_calendar_blocks(property.id, days)
  );
end
$$;
grant execute on function public.read_calendar(uuid, date, date) to authenticated;
