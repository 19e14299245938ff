-- The order in which an owner lists rooms and types.

-- Puts these rows of a table into this order, in the places that they had among all rows of the property: the rows of one
-- page are sorted without those of the others. All rows are numbered anew, so that no two have the same place.
create function private.order_rows(p_table regclass, p_property_id uuid, p_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  found_count integer;
begin
  -- Locked, so that of two who sort at the same time the second sorts what the first left.
  execute format(
    'select count(*) filter (where id = any ($2)) from (select id from %s where property_id = $1 order by id for update) r',
    p_table
  ) into found_count using p_property_id, p_ids;
  if (select count(distinct id) from unnest(p_ids) as i (id)) is distinct from cardinality(p_ids)::bigint then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "order_is_not_of_these_rows"}');
  end if;
  if found_count <> cardinality(p_ids) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  execute format($sql$
    with placed as (
      select id, sort_order, row_number() over (order by sort_order, id) as place from %1$s where property_id = $1
    ), wanted as (
      select id, row_number() over (order by position) as nth from unnest($2) with ordinality as w (id, position)
    ), free as (
      select place, row_number() over (order by place) as nth from placed where id = any ($2)
    )
    update %1$s row set sort_order = coalesce(f.place, p.place)
    from placed p
    left join wanted w on w.id = p.id
    left join free f on f.nth = w.nth
    where row.id = p.id and p.sort_order <> coalesce(f.place, p.place)
  $sql$, p_table) using p_property_id, p_ids;
end
$$;

-- Definer, to authenticated: managers sort the rooms of their property. Order is a column that no member may write, because
-- one row alone cannot be put in order.
create function public.order_rooms(property_id uuid, ids uuid[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(order_rooms.property_id, 'manager');
  perform private.order_rows('public.accom_rooms', order_rooms.property_id, order_rooms.ids);
end
$$;
grant execute on function public.order_rooms(uuid, uuid[]) to authenticated;

-- Definer, to authenticated: the same for room types.
create function public.order_room_types(property_id uuid, ids uuid[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(order_room_types.property_id, 'manager');
  perform private.order_rows('public.accom_room_types', order_room_types.property_id, order_room_types.ids);
end
$$;
grant execute on function public.order_room_types(uuid, uuid[]) to authenticated;
