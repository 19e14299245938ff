-- Which rooms to print signs for.

-- Definer, to authenticated: the desk sees rooms and signs, so it may have both at once. One call for the whole screen: the rooms
-- that match, in the order of their numbers, what is known of their signs, and the floors and types to choose
-- among. `sign_state`: `unprinted` (no whole sign that opens the room), `torn` (a torn sign, and no whole one that was printed since it
-- was found torn), or `missing` (not seen on the open walk). `room_ids` names the rooms one by one.
create function public.list_rooms_to_print(
  property_id uuid,
  search text default '',
  floor text default '',
  room_type text default '',
  sign_state text default '',
  room_ids uuid[] default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms_to_print.property_id, 'staff');
  return (with own as (
    select r.id, r.room_number, coalesce(t.name, '') as room_type, r.floor, r.room_code
    from public.accom_rooms r
    left join public.accom_room_types t on t.id = r.room_type_id
    where r.property_id = list_rooms_to_print.property_id and r.is_active
  ), good as (
    select s.room_id, max(s.created_at) as printed_at,
      bool_or(s.torn_at is null) as has_whole,
      coalesce(max(s.torn_at) > coalesce(max(s.created_at) filter (where s.torn_at is null), '-infinity'), false) as is_torn
    from public.signs s
    where s.property_id = list_rooms_to_print.property_id and s.kind = 'room'
      and s.died_at is null and s.removed_at is null
    group by s.room_id
  ), matching as (
    select o.*, g.printed_at, coalesce(g.is_torn, false) as is_torn
    from own o
    left join good g on g.room_id = o.id
    where (list_rooms_to_print.room_ids is null or o.id = any (list_rooms_to_print.room_ids))
      and (list_rooms_to_print.search = '' or strpos(lower(o.room_number), lower(list_rooms_to_print.search)) > 0)
      and (list_rooms_to_print.floor = '' or o.floor = list_rooms_to_print.floor)
      and (list_rooms_to_print.room_type = '' or o.room_type = list_rooms_to_print.room_type)
      and (list_rooms_to_print.sign_state <> 'unprinted' or g.has_whole is not true)
      and (list_rooms_to_print.sign_state <> 'torn' or g.is_torn)
      and (list_rooms_to_print.sign_state <> 'missing' or not exists (
        select from public.walks w
        join public.walk_scans s on s.walk_id = w.id and s.verdict = 'current'
        where w.property_id = list_rooms_to_print.property_id and w.finished_at is null and s.room_id = o.id
      ))
    -- Numbers as people count: 9 before 10, A2 before B1.
    order by regexp_replace(o.room_number, '[0-9].*$', ''),
      substring(o.room_number from '[0-9]{1,18}')::numeric nulls first, o.room_number
    limit 501
  )
  select jsonb_build_object(
    'rooms', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'number', m.room_number, 'type', m.room_type, 'floor', m.floor, 'code', m.room_code,
        'printedAt', private.format_instant(m.printed_at), 'isTorn', m.is_torn
      )) from matching m
    ), '[]'),
    'floors', coalesce((select jsonb_agg(distinct o.floor) filter (where o.floor <> '') from own o), '[]'),
    'types', coalesce((select jsonb_agg(distinct o.room_type) filter (where o.room_type <> '') from own o), '[]')
  ));
end
$$;
grant execute on function public.list_rooms_to_print(uuid, text, text, text, text, uuid[]) to authenticated;
