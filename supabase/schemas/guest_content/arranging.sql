-- The order of a property's lists: of what it offers and of its types, which guests read in it, and of its rooms.

-- Definer, to authenticated: moves a row to this place of its list and numbers the list from 1 on. The first place is 1; a place
-- after the last is the last. Only rows whose number changes are written, so that nobody's open form is out of date for nothing.
-- The rows are locked, so that of two who sort a list at the same time the second sorts what the first left.
create function public.move_content(kind text, row_id uuid, place integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  -- The table, what its lists have in common, and what sorts rows of one number.
  source constant text[] := case move_content.kind
    when 'categories' then array['accom_service_categories', 'property_id', 'name']
    when 'items' then array['accom_service_items', 'category_id', 'name']
    when 'deals' then array['accom_local_deals', 'property_id', 'title']
    when 'numbers' then array['accom_useful_numbers', 'property_id', 'label']
    when 'areas' then array['areas', 'property_id', 'name']
    when 'types' then array['accom_room_types', 'property_id', 'id']
    when 'rooms' then array['accom_rooms', 'property_id', 'id']
  end;
  property_id uuid;
begin
  if source is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  execute format('select property_id from public.%I where id = $1', source[1])
    into property_id using move_content.row_id;
  perform private.require_member(property_id, 'manager');
  execute format(
    'select from public.%1$I t where t.%2$I = (select m.%2$I from public.%1$I m where m.id = $1) order by t.id for update',
    source[1], source[2]
  ) using move_content.row_id;
  execute format(
    $sql$
      with listed as (
        select t.id, row_number() over (order by t.sort_order, t.%3$I, t.id) as place
        from public.%1$I t
        where t.%2$I = (select moved.%2$I from public.%1$I moved where moved.id = $1)
      ),
      numbered as (
        select l.id, row_number() over (order by case
          when l.id <> $1 then l.place
          when l.place < $2 then $2 + 0.5
          else $2 - 0.5
        end) as place
        from listed l
      )
      update public.%1$I t set sort_order = n.place from numbered n where t.id = n.id and t.sort_order <> n.place
    $sql$,
    source[1], source[2], source[3]
  ) using move_content.row_id, move_content.place;
end
$$;
grant execute on function public.move_content(text, uuid, integer) to authenticated;
