-- Many rooms at once, as an owner types them: 101-112, 201-212.

-- Whether these are 1 to 500 objects.
create function private.are_typed_rooms(p_rooms jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_rooms) = 'array' then
    jsonb_array_length(p_rooms) between 1 and 500
    and not exists (select from jsonb_array_elements(p_rooms) r (room) where jsonb_typeof(r.room) <> 'object')
  else false end
$$;

-- Definer, to authenticated: managers add rooms, all of them or, if one has an impossible value, none. A number that is there
-- already is returned under `existing`, and its room is left as it is, so that a list that is sent again changes nothing.
-- A dorm sleeps one guest a bed, another room as many as its type, unless its capacity is given.
create function public.add_rooms(property_id uuid, rooms jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  last_place integer;
  result jsonb;
begin
  perform private.require_member(add_rooms.property_id, 'manager');
  if private.are_typed_rooms(add_rooms.rooms) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rooms_cannot_be_added"}');
  end if;
  with typed as (
    select r.number, coalesce(r.beds, '{}') as beds, r.capacity, r.floor, t.position
    from jsonb_array_elements(add_rooms.rooms) with ordinality t (room, position)
    cross join lateral jsonb_to_record(t.room) as r (number text, beds text[], capacity integer, floor text)
  ), added as (
    insert into public.accom_rooms as room (property_id, room_number, beds, capacity, floor)
    select
      add_rooms.property_id, typed.number, typed.beds,
      coalesce(typed.capacity, nullif(cardinality(typed.beds), 0), 2), nullif(typed.floor, '')
    -- In one order for all, so that two who add the same rooms wait for each other instead of a deadlock.
    from typed order by typed.number
    on conflict on constraint accom_rooms_number_is_unique do nothing
    returning room.id, room.room_number
  )
  select jsonb_build_object(
    'added', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.room_number) order by first.position), '[]')
      from added a
      join (select t.number, min(t.position) as position from typed t group by t.number) first on first.number = a.room_number
    ),
    'existing', (
      select coalesce(jsonb_agg(distinct t.number), '[]')
      from typed t where t.number not in (select a.room_number from added a)
    )
  ) into result;
  return result;
exception
  -- A type of another property is none.
  when check_violation or not_null_violation or foreign_key_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rooms_cannot_be_added"}');
end
$$;
grant execute on function public.add_rooms(uuid, jsonb) to authenticated;
