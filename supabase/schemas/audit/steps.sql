-- The log of the desk's day: who ordered, confirmed, rejected or reported what. Unlike the log of row_changes.sql it has only the
-- columns that are named, and so no word of a guest: entries are never deleted. A table is logged by one line:
--   create trigger <table>_steps after insert or update on public.<table>
--     for each row execute function private.audit_step('staff', 'status', …);

-- These columns of a row.
create function private.pick_columns(p_row jsonb, p_columns text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_row) where key = any (p_columns)
$$;

-- Definer: writes the log for whoever added the row or took a step with it. The first argument is the lowest role that may
-- undo a step of a member; what a guest did is not undone by anybody. The others are the columns that are logged. The name of
-- the entry is the number of the row's room. Steps that one call takes with several rows have the same `chain`, and are undone
-- together.
create function private.audit_step()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  logged constant text[] := tg_argv[1:];
  becomes constant jsonb := private.pick_columns(to_jsonb(new), logged);
  was jsonb := '{}';
  is_step constant boolean := tg_op = 'UPDATE';
begin
  if is_step then
    was := private.pick_columns(to_jsonb(old), logged);
    if was = becomes then
      return null;
    end if;
  end if;
  perform private.write_audit(
    new.property_id, case when is_step then 'changed' else 'added' end, tg_table_name, new.id,
    jsonb_build_object('from', private.pick_changes(was, becomes, '{}'), 'to', private.pick_changes(becomes, was, '{}'))
      || jsonb_strip_nulls(jsonb_build_object(
        'name', (select r.room_number from public.accom_rooms r where r.id = (to_jsonb(new) ->> 'room_id')::uuid),
        'reason', nullif(current_setting('gudbro.undo_reason', true), ''),
        'chain', nullif(current_setting('gudbro.chain', true), '')
      )),
    case when is_step and private.current_account_id() is not null then tg_argv[0]::public.member_role end,
    nullif(current_setting('gudbro.undoes', true), '')::uuid
  );
  return null;
end
$$;
