-- The log of what members change in tables. A table is logged by one line:
--   create trigger <table>_audit after insert or update or delete on public.<table>
--     for each row execute function private.audit_row_change('manager');

-- What the log has of a row: all but when it was last written, which the entry tells, and the hashes of secrets.
create function private.describe_logged_row(p_row jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_row - 'updated_at' - array(select key from jsonb_object_keys(p_row) key where key like '%\_hash')
$$;

-- The values of the columns that differ from those of another state of the row, without the columns that are left out.
create function private.pick_changes(p_row jsonb, p_other jsonb, p_left_out text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
  from jsonb_each(p_row)
  where value is distinct from p_other -> key and key <> all (p_left_out)
$$;

-- Definer: writes the log for whoever changed the row. The entry has the values before and after: of a new or removed row
-- all columns, of a changed one those that changed. `name` is what the row is called, so that a removed row still has its
-- name in the history; a membership is called by its account.
-- The first argument is the lowest role that may undo the entry; without it the entry can't be undone. The others are
-- columns which only functions of ours change, each with an entry of its own.
create function private.audit_row_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  was jsonb := private.describe_logged_row(to_jsonb(old));
  becomes jsonb := private.describe_logged_row(to_jsonb(new));
  changed jsonb := coalesce(becomes, was);
  property constant uuid := coalesce(changed ->> 'property_id', changed ->> 'id');
  left_out constant text[] := coalesce(tg_argv[1:], '{}');
  detail jsonb;
begin
  if tg_op = 'UPDATE' then
    detail := jsonb_build_object(
      'from', private.pick_changes(was, becomes, left_out), 'to', private.pick_changes(becomes, was, left_out)
    );
  else
    detail := jsonb_build_object('from', was, 'to', becomes);
  end if;
  -- Nothing to tell, or the property itself is being deleted, so that an entry can't refer to it.
  if detail -> 'to' = '{}' or not exists (select from public.accom_properties p where p.id = property) then
    return null;
  end if;
  perform private.write_audit(
    property,
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_name, (changed ->> 'id')::uuid,
    detail || jsonb_strip_nulls(jsonb_build_object(
      'name', coalesce(changed ->> 'name', changed ->> 'room_number', changed ->> 'title', changed ->> 'label'),
      'accountId', changed ->> 'account_id',
      'reason', nullif(current_setting('gudbro.undo_reason', true), ''),
      'chain', nullif(current_setting('gudbro.chain', true), '')
    )),
    tg_argv[0]::public.member_role,
    nullif(current_setting('gudbro.undoes', true), '')::uuid
  );
  return null;
end
$$;

-- Ownership is moved by hand_over_property and require_one_owner, which log it.
create trigger accom_properties_audit
  after insert or update on public.accom_properties
  for each row execute function private.audit_row_change('manager', 'owner_id');

-- Not undone as a row is: who may change a membership depends on its role.
create trigger property_members_audit
  after insert or update or delete on public.property_members
  for each row execute function private.audit_row_change();
