-- The history of a property: its entries as managers read them, newest first.

-- The name of an account, for those who may read the history: also of somebody who works there no longer.
create function private.name_account(p_account public.accounts)
returns text
language sql
immutable
set search_path = ''
as $$
  select coalesce(nullif(p_account.display_name, ''), p_account.email)
$$;

-- An entry as a manager reads it. A membership is called by the name of its account.
create function private.describe_entry(p_entry public.audit_log, p_people jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_entry.id,
    'at', p_entry.created_at,
    'actor', p_entry.actor,
    'personId', p_entry.account_id,
    'person', p_people ->> p_entry.account_id::text,
    'action', p_entry.action,
    'table', p_entry.table_name,
    'rowId', p_entry.row_id,
    'name', coalesce(
      p_entry.detail ->> 'name', p_entry.detail ->> 'roomNumber', p_people ->> (p_entry.detail ->> 'accountId')
    ),
    'detail', p_entry.detail,
    'canUndo', p_entry.undo_role is not null,
    'undoes', p_entry.undoes
  )
$$;

-- Everybody who has an entry at the property, as { account: name }. It steps from one account to the next in the index, so
-- its cost grows with the people and not with the entries.
create function private.name_people_of_history(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with recursive person as (
    (
      select l.account_id from public.audit_log l
      where l.property_id = p_property_id and l.account_id is not null
      order by l.account_id limit 1
    )
    union all
    select (
      select l.account_id from public.audit_log l
      where l.property_id = p_property_id and l.account_id > person.account_id
      order by l.account_id limit 1
    )
    from person where person.account_id is not null
  )
  select coalesce(jsonb_object_agg(a.id, private.name_account(a)), '{}')
  from public.accounts a
  where a.id in (select person.account_id from person)
    or a.id in (select m.account_id from public.property_members m where m.property_id = p_property_id)
$$;

-- The rooms, room types and categories that these entries moved a row from or to, as { id: name }. One that is gone is missing. In
-- plpgsql, because the tables are made after the log.
create function private.name_parents_of_entries(p_entries public.audit_log[])
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  parents constant uuid[] := array(
    select named.id::uuid
    from unnest(p_entries) e,
      lateral (values (e.detail -> 'from'), (e.detail -> 'to')) sides (side),
      lateral (values
        (side ->> 'room_type_id'), (side ->> 'category_id'), (side ->> 'room_id'), (side ->> 'assignee_id')
      ) named (id)
    where named.id is not null
  );
begin
  if parents = '{}' then
    return '{}';
  end if;
  return coalesce((
    select jsonb_object_agg(parent.id, parent.name)
    from (
      select t.id, t.name from public.accom_room_types t where t.id = any (parents)
      union all
      select c.id, c.name from public.accom_service_categories c where c.id = any (parents)
      union all
      select r.id, r.room_number from public.accom_rooms r where r.id = any (parents)
      union all
      select a.id, coalesce(nullif(a.display_name, ''), a.email) from public.accounts a where a.id = any (parents)
    ) parent
  ), '{}');
end
$$;

-- Definer, to authenticated: one page of the history for managers, and who is in it. It names people who have left, whose
-- accounts managers may no longer read. Each filter is one value, so that each has an index; days are those of the property.
-- `after_at` and `after_id` are of the last entry of the page before. A plan is made for each call, because it depends on which
-- filters are there.
create function public.read_history(
  property_id uuid,
  person uuid default null,
  thing text default null,
  action text default null,
  first_day date default null,
  last_day date default null,
  row_id uuid default null,
  entry_id uuid default null,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 50
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  zone text;
  people jsonb;
  entries public.audit_log[];
begin
  perform private.require_member(read_history.property_id, 'manager');
  select p.timezone into zone from public.accom_properties p where p.id = read_history.property_id;
  people := private.name_people_of_history(read_history.property_id);
  select array_agg(page) into entries from (
    select l.* from public.audit_log l
    where l.property_id = read_history.property_id
      and (read_history.person is null or l.account_id = read_history.person)
      and (read_history.thing is null or l.table_name = read_history.thing)
      and (read_history.action is null or l.action = read_history.action)
      and (read_history.row_id is null or l.row_id = read_history.row_id)
      and (read_history.entry_id is null or l.id = read_history.entry_id)
      and (first_day is null or l.created_at >= first_day::timestamp at time zone zone)
      and (last_day is null or l.created_at < (last_day + 1)::timestamp at time zone zone)
      and (after_at is null or (l.created_at, l.id) < (after_at, after_id))
    order by l.created_at desc, l.id desc
    limit least(greatest(page_size, 1), 500) + 1
  ) page;
  return jsonb_build_object(
    'people', people,
    'names', private.name_parents_of_entries(entries),
    'entries', coalesce((
      select jsonb_agg(
        private.describe_entry(entry, people) || jsonb_build_object('undoneBy', undone.id)
        order by entry.created_at desc, entry.id desc
      )
      from unnest(entries) entry
      left join (
        select l.id, l.undoes from public.audit_log l
        where l.undoes = any (array(select e.id from unnest(entries) e))
      ) undone on undone.undoes = entry.id
    ), '[]')
  );
end
$$;
grant execute on function public.read_history(uuid, uuid, text, text, date, date, uuid, uuid, timestamptz, uuid, integer) to authenticated;

-- The history of a booking or a guest session for the desk, newest first: who took which step, and whether the caller can undo it
-- plainly. Of what changed it has no word of the guest, because the log has none.
create function private.describe_stay_history(p_table text, p_row_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', entry.id, 'at', entry.created_at, 'actor', entry.actor, 'person', private.name_account(a), 'action', entry.action,
    'from', entry.detail -> 'from', 'to', entry.detail -> 'to',
    'isUndo', entry.undoes is not null, 'isUndone', undone.id is not null,
    'canUndo', entry.undo_role is not null and undone.id is null
      and entry.account_id = private.current_account_id() and entry.created_at > now() - interval '10 minutes'
  ) order by entry.created_at desc, entry.id desc), '[]')
  from (
    select l.* from public.audit_log l
    where l.row_id = p_row_id and l.table_name = p_table
    order by l.created_at desc, l.id desc
    limit 50
  ) entry
  left join public.accounts a on a.id = entry.account_id
  left join public.audit_log undone on undone.undoes = entry.id
$$;
