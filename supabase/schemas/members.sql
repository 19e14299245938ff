-- Who works at which property. The policies of all later tables use member_property_ids. The policies of accounts and
-- properties are here as well, because they use it too.

-- In order: each role may what those before it may. A housekeeper reads the place, its colleagues and what
-- list_place_rooms tells, and no guest's name, code, document or money.
create type public.member_role as enum ('housekeeper', 'staff', 'manager', 'owner');

create table public.property_members (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  account_id uuid not null references public.accounts (id) on delete cascade,
  role public.member_role not null,
  -- Two switches apart from the role: who sees the ID documents of guests, and who sees what is charged and paid.
  sees_documents boolean not null,
  sees_money boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint property_members_are_unique unique (property_id, account_id),
  constraint property_members_housekeepers_see_neither check (role <> 'housekeeper' or not (sees_documents or sees_money)),
  constraint property_members_owners_see_both check (role <> 'owner' or (sees_documents and sees_money))
);

create index property_members_account on public.property_members (account_id);

create trigger property_members_touch_updated_at
  before update on public.property_members
  for each row execute function private.touch_updated_at();

-- The switches of a new member or invitation that names none: the desk checks documents at the arrival and takes money at the
-- departure, so only housekeepers start with neither.
create function private.fill_member_switches()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.sees_documents := coalesce(new.sees_documents, new.role >= 'staff');
  new.sees_money := coalesce(new.sees_money, new.role >= 'staff');
  return new;
end
$$;

create trigger property_members_fill_switches
  before insert on public.property_members
  for each row execute function private.fill_member_switches();

-- Definer: makes the owner of a new property its first member. Others become members by an invitation; nobody may insert a row.
create function private.add_owner_as_member()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.property_members (property_id, account_id, role) values (new.id, new.owner_id, 'owner');
  return new;
end
$$;

create trigger accom_properties_add_owner_as_member
  after insert on public.accom_properties
  for each row execute function private.add_owner_as_member();

-- Definer: reads the table that its own policies protect. Stable and called inside a select, so it runs once a statement.
create function private.member_property_ids(p_minimum_role public.member_role default 'staff')
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.property_id
  from public.property_members m
  where m.account_id = (select private.current_account_id()) and m.role >= p_minimum_role
$$;
grant execute on function private.member_property_ids(public.member_role) to authenticated;

-- Definer: the check inside a function, which gets the caller's membership. A property that the caller may not know of is refused
-- like one that does not exist.
create function private.require_membership(p_property_id uuid, p_minimum_role public.member_role)
returns public.property_members
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  caller constant uuid := private.current_account_id();
  own public.property_members;
begin
  select m.* into own from public.property_members m
    where m.property_id = p_property_id and m.account_id = caller;
  if own.role is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if own.role < p_minimum_role then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  return own;
end
$$;

-- Definer: the same check for whoever needs the role alone.
create function private.require_member(p_property_id uuid, p_minimum_role public.member_role)
returns public.member_role
language sql
stable
security definer
set search_path = ''
as $$
  select (private.require_membership(p_property_id, p_minimum_role)).role
$$;

-- Definer: the properties of a member who sees what is charged and paid, for policies of tables that hold nothing else. Stable and
-- called inside a select, so it runs once a statement.
create function private.money_property_ids()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.property_id
  from public.property_members m
  where m.account_id = (select private.current_account_id()) and m.role >= 'staff' and m.sees_money
$$;
grant execute on function private.money_property_ids() to authenticated;

-- Definer: raises unless the caller is a member of at least this role who sees what is charged and paid. Columns cannot be
-- hidden from some members only, so money is in no grant, and functions that begin with this return it.
create function private.require_sight_of_money(p_property_id uuid, p_minimum_role public.member_role)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(p_property_id, p_minimum_role);
  if not exists (
    select from public.property_members m
    where m.property_id = p_property_id and m.account_id = private.current_account_id() and m.sees_money
  ) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
end
$$;

alter table public.property_members enable row level security;

-- Only the functions of member_changes.sql and invitations.sql write.
grant select on public.property_members to authenticated;

-- Members see who their colleagues are.
create policy "members see the members of their properties" on public.property_members
  for select to authenticated
  using (property_id in (select private.member_property_ids('housekeeper')));

-- The list of members shows a colleague's name and address.
create policy "people see themselves and their colleagues" on public.accounts
  for select to authenticated
  using (
    id = (select private.current_account_id())
    or id in (
      select m.account_id from public.property_members m
      where m.property_id in (select private.member_property_ids('housekeeper'))
    )
  );

-- People change their own name; the grant covers no other column.
create policy "people change their own account" on public.accounts
  for update to authenticated
  using (id = (select private.current_account_id()))
  with check (id = (select private.current_account_id()));

-- Everybody who works at a property sees it, housekeepers included: its row has what hangs on the wall of each room, WiFi
-- included, and nothing of a guest.
create policy "members see their properties" on public.accom_properties
  for select to authenticated
  using (id in (select private.member_property_ids('housekeeper')));

-- To authenticated: who is signed in and where they work, or no row where the session has ended. Every page and action of the
-- backoffice begins with it, so it is one call. It runs as the caller: the policies above let people read themselves and the
-- places where they work.
create function public.get_own_account()
returns table (id uuid, email text, places jsonb)
language sql
stable
set search_path = ''
as $$
  select a.id, a.email, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'slug', p.slug, 'name', p.name, 'type', p.type, 'timezone', p.timezone, 'country', p.country,
      'currency', p.currency, 'shortCode', p.short_code, 'defaultLocale', p.default_locale, 'isActive', p.is_active,
      'role', m.role, 'seesDocuments', m.sees_documents, 'seesMoney', m.sees_money
    )), '[]')
    from public.property_members m
    join public.accom_properties p on p.id = m.property_id
    where m.account_id = a.id
  )
  from public.accounts a
  where a.id = (select private.current_account_id())
$$;
grant execute on function public.get_own_account() to authenticated;

-- Managers set what guests read and how they prove who they are.
create policy "managers change their properties" on public.accom_properties
  for update to authenticated
  using (id in (select private.member_property_ids('manager')))
  with check (id in (select private.member_property_ids('manager')));

-- Definer: reads the memberships. Closing a place switches off every code on its walls, so it is the owner's alone; the policy
-- above lets managers change the row, and a policy cannot tell one column from another.
create function private.require_owner_to_close()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.current_account_id() is not null then
    perform private.require_member(new.id, 'owner');
  end if;
  return new;
end
$$;

create trigger accom_properties_require_owner_to_close
  before update of is_active on public.accom_properties
  for each row when (old.is_active is distinct from new.is_active) execute function private.require_owner_to_close();
