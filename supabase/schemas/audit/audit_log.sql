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
  -- The lowest role that may undo the entry (undo.sql). Null: it can't be undone.
  undo_role public.member_role,
  -- The entry that this one undid. Not a foreign key: no entry is ever deleted.
  undoes uuid,
  created_at timestamptz not null default now()
);

-- No entry is undone twice. Partial, so that it is small: the history looks here which entries of a page were undone.
create unique index audit_log_is_undone_once on public.audit_log (undoes) where undoes is not null;

-- The history of a property, newest first; by person, by table and by action, each of which may be rare in it.
create index audit_log_property on public.audit_log (property_id, created_at desc, id desc);
create index audit_log_person on public.audit_log (property_id, account_id, created_at desc, id desc);
create index audit_log_table on public.audit_log (property_id, table_name, created_at desc, id desc);
create index audit_log_action on public.audit_log (property_id, action, created_at desc, id desc);
create index audit_log_account on public.audit_log (account_id);

-- The history of one row.
create index audit_log_row on public.audit_log (row_id, created_at desc);

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

-- Who acts in this transaction: this account, or without one the server for guests or a job, as the token says.
create function private.actor_of(p_account_id uuid)
returns public.audit_actor
language sql
stable
set search_path = ''
as $$
  select case
    when p_account_id is not null then 'account'
    when auth.role() = 'guest_api' then 'guest'
    else 'job'
  end::public.audit_actor
$$;

-- Definer: no role may insert. Who acted is read from the token, not from an argument.
create function private.write_audit(
  p_property_id uuid,
  p_action text,
  p_table text,
  p_row_id uuid,
  p_detail jsonb default '{}',
  p_undo_role public.member_role default null,
  p_undoes uuid default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
begin
  insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail, undo_role, undoes)
  values (
    p_property_id,
    private.actor_of(account),
    account, p_action, p_table, p_row_id, p_detail, p_undo_role, p_undoes
  );
end
$$;

alter table public.audit_log enable row level security;

grant select on public.audit_log to authenticated;

-- Managers are responsible for what their members did. Whoever took a step undoes it within ten minutes (undo.sql), and needs
-- its entry for that. One policy, since Postgres checks each of several for every row.
create policy "managers read the log, and members what they did in the last ten minutes" on public.audit_log
  for select to authenticated
  using (
    property_id in (select private.member_property_ids('manager'))
    or account_id = (select private.current_account_id())
    and created_at > now() - interval '10 minutes'
    and property_id in (select private.member_property_ids('housekeeper'))
  );
