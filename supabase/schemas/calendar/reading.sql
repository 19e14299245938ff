-- What the calendar shows of some days: rooms and beds by type, and who has them.

-- The stays of a place that touch some days, whatever number it has before and after them.
create index accom_bookings_days on public.accom_bookings
  using gist (property_id, daterange(check_in_date, check_out_date, '[)'))
  where status in ('pending', 'confirmed', 'checked_in', 'checked_out');

-- The stays that touch these days, in their order. Whoever cancelled or did not come has no bed.
create function private.describe_calendar_stays(p_property_id uuid, p_days daterange)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', b.id, 'name', b.guest_name, 'guests', b.guest_count, 'status', b.status, 'roomId', b.room_id, 'bed', b.bed,
    'from', b.check_in_date, 'to', b.check_out_date, 'version', b.updated_at
  ) order by b.check_in_date, b.id), '[]')
  from public.accom_bookings b
  where b.property_id = p_property_id
    and daterange(b.check_in_date, b.check_out_date, '[)') && p_days
    and b.status in ('pending', 'confirmed', 'checked_in', 'checked_out')
$$;

-- All rooms, by type and then in their own order. Those without a type come last, and so does none of them twice.
create function private.describe_calendar_rooms(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'number', r.room_number, 'typeId', r.room_type_id, 'beds', r.beds, 'capacity', r.capacity, 'isActive', r.is_active
  ) order by t.sort_order nulls last, t.id, r.sort_order, r.id), '[]')
  from public.accom_rooms r
  left join public.accom_room_types t on t.id = r.room_type_id
  where r.property_id = p_property_id
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
begin
  perform private.require_member(read_calendar.property_id, 'staff');
  if (from_day >= '2000-01-01' and to_day < '2200-01-01' and to_day - from_day between 1 and 400) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "days_cannot_be_shown"}');
  end if;
  select * into property from public.accom_properties p where p.id = read_calendar.property_id;
  return jsonb_build_object(
    'today', (now() at time zone property.timezone)::date,
    'readAt', clock_timestamp(),
    'types', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort_order, t.id), '[]')
      from public.accom_room_types t where t.property_id = property.id
    ),
    'rooms', private.describe_calendar_rooms(property.id),
    'stays', private.describe_calendar_stays(property.id, daterange(from_day, to_day, '[)'))
  );
end
$$;
grant execute on function public.read_calendar(uuid, date, date) to authenticated;
