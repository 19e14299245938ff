-- What has to be cleaned, as everybody who cleans sees it.

-- The rooms that have to be cleaned, those first whose next guest waits or comes today. It tells whether somebody comes, waits or is
-- still in the room, and nothing of who it is, since housekeepers read it. At most 300 rooms.
create function private.describe_rooms_to_clean(p_property_id uuid, p_today date)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'stateId', one.id, 'number', one.room_number, 'floor', one.floor, 'type', one.type, 'state', one.state,
    'dirtyBeds', one.dirty_beds, 'guest', one.guest, 'isOccupied', one.is_occupied
  ) order by one.guest is null, one.guest = 'comes', one.sort_order, one.room_id), '[]')
  from (
    select s.*, r.room_number, r.floor, r.sort_order, t.name as type, coming.guest, exists (
      select from public.accom_bookings b
      where b.property_id = r.property_id and b.status = 'checked_in' and b.room_id = r.id
    ) as is_occupied
    from public.room_states s
    join public.accom_rooms r on r.id = s.room_id
    left join public.accom_room_types t on t.id = r.room_type_id
    left join lateral (
      select case when bool_or(b.arrived_at is not null) then 'waits' when count(*) > 0 then 'comes' end as guest
      from public.accom_bookings b
      where b.property_id = r.property_id and b.room_id = r.id and b.status = 'confirmed'
        and b.check_in_date between p_today - 7 and p_today and b.check_out_date >= p_today
        and not private.is_bed_ready(s, b.bed)
    ) coming on true
    where s.property_id = p_property_id and r.is_active
      and (s.state in ('dirty', 'cleaning') or (s.dirty_beds <> '{}' and s.state <> 'out_of_order'))
    order by coming.guest is null, coming.guest = 'comes', r.sort_order, r.id
    limit 300
  ) one
$$;

-- Definer, to authenticated: housekeepers may not read bookings or rooms.
create function public.list_rooms_to_clean(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms_to_clean.property_id, 'housekeeper');
  return private.describe_rooms_to_clean(list_rooms_to_clean.property_id, (
    select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = list_rooms_to_clean.property_id
  ));
end
$$;
grant execute on function public.list_rooms_to_clean(uuid) to authenticated;
