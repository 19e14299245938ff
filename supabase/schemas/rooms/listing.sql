-- The rooms and types as the screens of members list them.

-- Definer, to authenticated: one page of a place's rooms in their order, with the types to filter by, in one call: a list
-- reads at most three times. Staff read the table anyway; as a definer it checks the membership once and not for each row.
-- `after_order` and `after_id` are those of the last room of the page before.
create function public.list_rooms(
  property_id uuid,
  number_pattern text default null,
  room_type_id uuid default null,
  floor text default null,
  only_off boolean default false,
  after_order integer default null,
  after_id uuid default null,
  page_size integer default 51
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms.property_id, 'staff');
  return jsonb_build_object(
    'types', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort_order, t.id), '[]')
      from public.accom_room_types t where t.property_id = list_rooms.property_id
    ),
    'rooms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'number', r.room_number, 'type', t.name, 'capacity', r.capacity, 'beds', cardinality(r.beds),
        'floor', r.floor, 'isActive', r.is_active, 'order', r.sort_order, 'state', s.state,
        'dirtyBeds', cardinality(s.dirty_beds)
      ) order by r.sort_order, r.id), '[]')
      from (
        select * from public.accom_rooms one
        where one.property_id = list_rooms.property_id
          and (list_rooms.after_id is null or (one.sort_order, one.id) > (list_rooms.after_order, list_rooms.after_id))
          and (list_rooms.number_pattern is null or one.room_number ilike list_rooms.number_pattern)
          and (list_rooms.room_type_id is null or one.room_type_id = list_rooms.room_type_id)
          and (list_rooms.floor is null or one.floor = list_rooms.floor)
          and (not list_rooms.only_off or not one.is_active)
        order by one.sort_order, one.id
        limit least(list_rooms.page_size, 101)
      ) r
      join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
      left join public.accom_room_types t on t.id = r.room_type_id
    )
  );
end
$$;
grant execute on function public.list_rooms(uuid, text, uuid, text, boolean, integer, uuid, integer) to authenticated;

-- Definer, to authenticated: one page of the rooms as every member may know them, housekeepers included, who may not read the
-- table: a row has the room's code and the WiFi of its guests. The id is the public one, because the real one may lead to the
-- code. `after_order` and `after_id` are those of the last room of the page before.
create function public.list_place_rooms(
  property_id uuid,
  number_pattern text default null,
  after_order integer default null,
  after_id uuid default null,
  page_size integer default 51
)
returns table (
  id uuid, room_number text, room_type text, floor text, beds text[], is_active boolean, sort_order integer,
  state_id uuid, state public.room_state, dirty_beds text[]
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_place_rooms.property_id, 'housekeeper');
  return query
    select r.offer_id, r.room_number, t.name, r.floor, r.beds, r.is_active, r.sort_order, s.id, s.state,
      s.dirty_beds
    from public.accom_rooms r
    join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
    left join public.accom_room_types t on t.id = r.room_type_id
    where r.property_id = list_place_rooms.property_id
      and (list_place_rooms.after_id is null
        or (r.sort_order, r.offer_id) > (list_place_rooms.after_order, list_place_rooms.after_id))
      and (list_place_rooms.number_pattern is null or r.room_number ilike list_place_rooms.number_pattern)
    order by r.sort_order, r.offer_id
    limit least(list_place_rooms.page_size, 101);
end
$$;
grant execute on function public.list_place_rooms(uuid, text, integer, uuid, integer) to authenticated;

-- Definer, to authenticated: a type as guests read it on the property's page, also one that is switched off or has no room.
create function public.preview_room_type(room_type_id uuid, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  type public.accom_room_types;
  today date;
begin
  select * into type from public.accom_room_types t where t.id = preview_room_type.room_type_id;
  perform private.require_member(type.property_id, 'staff');
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = type.property_id;
  return private.describe_room_type(type, locale) || jsonb_build_object(
    'images', type.images, 'capacity', type.capacity, 'fromMinor', private.lowest_price(type, today),
    'minimumNights', type.minimum_nights, 'today', today,
    'beds', (
      select coalesce(max(cardinality(r.beds)), 0) from public.accom_rooms r
      where r.room_type_id = type.id and r.property_id = type.property_id and r.is_active
    ),
    'rooms', (
      select count(*) from public.accom_rooms r where r.room_type_id = type.id and r.property_id = type.property_id
    )
  );
end
$$;
grant execute on function public.preview_room_type(uuid, text) to authenticated;
