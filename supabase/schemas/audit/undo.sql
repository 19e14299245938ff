-- Undoing what a member changed. Only entries that private.audit_row_change or private.audit_step wrote with an undo role can be
-- undone.

-- Whether a row has these values.
create function private.has_values(p_row jsonb, p_values jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_row is not null and not exists (
    select from jsonb_each(p_values) e where p_row -> e.key is distinct from e.value
  )
$$;

-- The names of these columns for a statement.
create function private.list_columns(p_values jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select string_agg(quote_ident(key), ', ') from jsonb_object_keys(p_values) key
$$;

-- Raises if rows of another table belong to this one and would be deleted with it. Rows that only forget it stay, and a row
-- that each one has for itself goes with it, as the state of a room does.
create function private.require_no_dependents(p_table regclass, p_row jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  link record;
  is_used boolean;
begin
  for link in
    select c.conrelid::regclass as child, (
      select string_agg(format('t.%I = ($1 ->> %L)::uuid', child.attname, parent.attname), ' and ')
      from unnest(c.conkey, c.confkey) as pair (child_column, parent_column)
      join pg_catalog.pg_attribute child on child.attrelid = c.conrelid and child.attnum = pair.child_column
      join pg_catalog.pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = pair.parent_column
    ) as condition
    from pg_catalog.pg_constraint c
    where c.contype = 'f' and c.confrelid = p_table and c.confdeltype <> 'n'
      and not exists (
        select from pg_catalog.pg_constraint own
        where own.conrelid = c.conrelid and own.contype in ('p', 'u') and own.conkey <@ c.conkey
      )
  loop
    execute format('select exists (select from %s t where %s)', link.child, link.condition) into is_used using p_row;
    if is_used then
      perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
    end if;
  end loop;
end
$$;

-- Brings a removed row back with its id, and the rows that were deleted with it because they belonged to it: those that the
-- same transaction removed and that name it. Each gets an entry that undoes its own.
create function private.restore_row(p_change public.audit_log)
returns void
language plpgsql
set search_path = ''
as $$
declare
  child public.audit_log;
  values constant jsonb := p_change.detail -> 'from';
begin
  perform set_config('gudbro.undoes', p_change.id::text, true);
  execute format(
    'insert into public.%1$I (%2$s) select %2$s from jsonb_populate_record(null::public.%1$I, $1)',
    p_change.table_name, private.list_columns(values)
  ) using values;
  for child in
    select l.* from public.audit_log l
    where l.property_id = p_change.property_id and l.created_at = p_change.created_at and l.action = 'removed'
      and l.id <> p_change.id
      and exists (
        select from jsonb_each_text(l.detail -> 'from') e where e.key <> 'id' and e.value = p_change.row_id::text
      )
      and not exists (select from public.audit_log undone where undone.undoes = l.id)
  loop
    perform private.restore_row(child);
  end loop;
end
$$;

-- Whether this transaction reverses an entry: only then a step may go back.
create function private.is_undoing()
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(current_setting('gudbro.undoes', true), '') <> ''
$$;

-- Reverses one entry, if the row still has what the entry gave it.
create function private.reverse_change(p_change public.audit_log)
returns void
language plpgsql
set search_path = ''
as $$
declare
  old_values constant jsonb := p_change.detail -> 'from';
  found_row jsonb;
begin
  if p_change.action = 'removed' then
    perform private.restore_row(p_change);
    return;
  end if;
  perform set_config('gudbro.undoes', p_change.id::text, true);
  execute format('select to_jsonb(t) from public.%I t where t.id = $1 for update', p_change.table_name)
    into found_row using p_change.row_id;
  if not private.has_values(found_row, p_change.detail -> 'to') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if p_change.action = 'changed' then
    execute format(
      'update public.%1$I set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $2)) where id = $1',
      p_change.table_name, private.list_columns(old_values)
    ) using p_change.row_id, old_values;
  else
    perform private.require_no_dependents(format('public.%I', p_change.table_name)::regclass, found_row);
    execute format('delete from public.%I where id = $1', p_change.table_name) using p_change.row_id;
  end if;
end
$$;

-- Locks this entry and those of its chain, in one order, so that of two who undo them at once one waits for the other.
create function private.lock_chain(p_change public.audit_log)
returns public.audit_log[]
language plpgsql
set search_path = ''
as $$
declare
  ids uuid[] := array[p_change.id];
begin
  if p_change.detail ? 'chain' then
    ids := array(
      select l.id from public.audit_log l
      where l.property_id = p_change.property_id and l.created_at = p_change.created_at
        and l.detail -> 'chain' = p_change.detail -> 'chain'
    );
  end if;
  perform from public.audit_log l where l.id = any (ids) order by l.id for update;
  return array(select l from public.audit_log l where l.id = any (ids) order by l.id);
end
$$;

-- Reverses the entries of a chain, each with an entry of its own. Stays that one call moved pass through one another's beds on
-- the way back too, so all give up their beds first.
create function private.reverse_chain(p_changes public.audit_log[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  change public.audit_log;
begin
  if cardinality(p_changes) > 1 then
    perform set_config('gudbro.chain', gen_random_uuid()::text, true);
    perform private.give_up_beds(
      array(select c.row_id from unnest(p_changes) c),
      array(select (c.detail -> 'from' ->> 'room_id')::uuid from unnest(p_changes) c)
    );
  end if;
  foreach change in array p_changes loop
    perform private.reverse_change(change);
  end loop;
  perform set_config('gudbro.chain', '', true);
end
$$;

-- The same, with the reason for the log, and with the name of why a constraint refuses now what was there before.
create function private.try_to_reverse_changes(p_changes public.audit_log[], p_reason text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('gudbro.undo_reason', coalesce(p_reason, ''), true);
  perform private.reverse_chain(p_changes);
  perform set_config('gudbro.undoes', '', true), set_config('gudbro.undo_reason', '', true);
exception
  when unique_violation or exclusion_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "taken_meanwhile"}');
  when foreign_key_violation then
    if p_changes[1].action = 'added' then
      perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
    end if;
    perform private.raise_api_error(409, 'conflict', '{"reason": "parent_is_gone"}');
  when check_violation or not_null_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
end
$$;

-- Definer, to authenticated: undoes an entry of the log. Within ten minutes its author does so plainly; later, and for the
-- entries of others, a manager does and says why. Undoing is an entry too, so it can be undone in its turn, but no entry is
-- undone twice: the lock on the entry makes two who try at once wait for each other. What one call did to several rows is undone
-- whole or not at all. Returns the id of the new entry.
create function public.undo_change(change_id uuid, reason text default null)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  change public.audit_log;
  chain public.audit_log[];
  why constant text := nullif(btrim(undo_change.reason), '');
begin
  select * into change from public.audit_log l where l.id = undo_change.change_id;
  perform private.require_member(change.property_id, coalesce(change.undo_role, 'manager'));
  if change.table_name = 'accom_guest_documents' then
    perform private.require_sight_of_documents(change.property_id);
  end if;
  if change.undo_role is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "not_undoable"}');
  end if;
  chain := private.lock_chain(change);
  if exists (select from public.audit_log l where l.undoes = any (array(select c.id from unnest(chain) c))) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "undone_already"}');
  end if;
  if change.account_id is distinct from private.current_account_id() or change.created_at <= now() - interval '10 minutes' then
    perform private.require_member(change.property_id, 'manager');
    if why is null then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "undo_needs_a_reason"}');
    end if;
  end if;
  if length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
  end if;
  perform private.try_to_reverse_changes(chain, why);
  return (select l.id from public.audit_log l where l.undoes = change.id);
end
$$;
grant execute on function public.undo_change(uuid, text) to authenticated;
