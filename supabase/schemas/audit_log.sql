-- A log of the actions that somebody is responsible for. Triggers and functions write it; entries are never changed.

create type public.audit_actor as enum ('account', 'guest', 'job');

create table public.audit_log (
  id uuid primary key default gen_random_uuid(),
  property_id uuid references public.accom_properties (id) on delete restrict,
  actor public.audit_actor not null,
  account_id uuid references public.accounts (id) on delete restrict,
  action text not null,
  table_name text not null,
  row_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create index audit_log_property on public.audit_log (property_id, created_at desc);
create index audit_log_account on public.audit_log (account_id);

-- Refuses every change, also by the table's owner: entries are only added.
create function private.forbid_change_of_audit_log()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.raise_api_error(409, 'conflict', '{"reason": "audit_log_is_append_only"}');
  return null;
end
$$;

create trigger audit_log_is_append_only
  before update or delete or truncate on public.audit_log
  for each statement execute function private.forbid_change_of_audit_log();

-- Definer: no role may insert. Who acted is read from the token, not from an argument.
create function private.write_audit(p_property_id uuid, p_action text, p_table text, p_row_id uuid, p_detail jsonb default '{}')
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
begin
  insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail)
  values (
    p_property_id,
    case when account is not null then 'account' when auth.role() = 'guest_api' then 'guest' else 'job' end::public.audit_actor,
    account, p_action, p_table, p_row_id, p_detail
  );
end
$$;

-- Definer: writes the log for whoever changed a member.
create function private.audit_member_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members := coalesce(new, old);
begin
  -- The property itself is being deleted, so an entry can't refer to it.
  if tg_op = 'DELETE' and not exists (select from public.accom_properties where id = old.property_id) then
    return null;
  end if;
  perform private.write_audit(
    member.property_id, 'member_' || lower(tg_op), 'property_members', member.id,
    jsonb_build_object('accountId', member.account_id, 'from', old.role, 'to', new.role)
  );
  return null;
end
$$;

create trigger property_members_audit
  after insert or update or delete on public.property_members
  for each row execute function private.audit_member_change();

-- Definer: as above. Only a change of the access settings is logged, not one of the texts.
create function private.audit_property_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.write_audit(
    new.id, 'settings_changed', 'accom_properties', new.id,
    jsonb_build_object('from', old.access_settings, 'to', new.access_settings)
  );
  return null;
end
$$;

create trigger accom_properties_audit
  after update on public.accom_properties
  for each row when (old.access_settings is distinct from new.access_settings)
  execute function private.audit_property_change();

alter table public.audit_log enable row level security;

grant select on public.audit_log to authenticated;

-- Managers are responsible for what their members did.
create policy "managers read the log of their properties" on public.audit_log
  for select to authenticated
  using (property_id in (select private.member_property_ids('manager')));
