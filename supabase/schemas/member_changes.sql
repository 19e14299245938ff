-- How a membership changes and ends. How it begins: invitations.sql.

-- Whether an account may give somebody this role and these switches at the property, or take them: owners every role,
-- managers those below their own, and nobody a switch that is off for themselves.
create function private.may_give_role(
  p_account_id uuid,
  p_property_id uuid,
  p_role public.member_role,
  p_sees_documents boolean default false,
  p_sees_money boolean default false
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_role is not null and exists (
    select from public.property_members m
    where m.account_id = p_account_id and m.property_id = p_property_id
      and (m.role = 'owner' or (m.role = 'manager' and p_role < 'manager'))
      and (m.sees_documents or not p_sees_documents)
      and (m.sees_money or not p_sees_money)
  )
$$;

-- Definer: must see all owners, whoever writes. A property keeps an owner, and accom_properties.owner_id is always one of
-- them: when its account stops being one, the member who has been an owner for longest takes its place. The lock on the
-- property makes two owners who leave at the same moment wait for each other.
create function private.require_one_owner()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  heir uuid;
begin
  select * into property from public.accom_properties where id = old.property_id for update;
  if not found then
    return null;
  end if;
  select m.account_id into heir from public.property_members m
    where m.property_id = old.property_id and m.role = 'owner'
    order by m.account_id = property.owner_id desc, m.created_at, m.id
    limit 1;
  if heir is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "last_owner"}');
  end if;
  if heir <> property.owner_id then
    update public.accom_properties p set owner_id = heir where p.id = property.id;
    perform private.write_audit(
      property.id, 'ownership_moved', 'accom_properties', property.id,
      jsonb_build_object('from', property.owner_id, 'to', heir)
    );
  end if;
  return null;
end
$$;

create trigger property_members_require_one_owner
  after update or delete on public.property_members
  for each row when (old.role = 'owner') execute function private.require_one_owner();

-- Definer: the membership, for whoever may change it. The property is locked before the row, as everywhere, so that changes
-- of several members wait for each other. A member of a property that the caller may not know of is not found.
create function private.lock_member(p_member_id uuid)
returns public.property_members
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members;
begin
  select * into member from public.property_members m where m.id = p_member_id;
  perform private.require_member(member.property_id, 'manager');
  perform from public.accom_properties p where p.id = member.property_id for update;
  select * into member from public.property_members m where m.id = p_member_id for update;
  if member.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if not private.may_give_role(private.current_account_id(), member.property_id, member.role) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  return member;
end
$$;

-- Definer, to authenticated: changes the role and the switches of a member, as seen at this version (updated_at). Owners
-- change everybody's, managers those of staff and housekeepers. A switch that is left out stays, and follows the role where
-- it must: housekeepers see neither, owners both. Nobody can raise themselves: owners are at the top, and a manager may not
-- change managers.
create function public.change_member(
  member_id uuid,
  version timestamptz,
  role public.member_role,
  sees_documents boolean default null,
  sees_money boolean default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members := private.lock_member(change_member.member_id);
  documents boolean := coalesce(
    change_member.sees_documents, change_member.role = 'owner' or (change_member.role <> 'housekeeper' and member.sees_documents)
  );
  money boolean := coalesce(
    change_member.sees_money, change_member.role = 'owner' or (change_member.role <> 'housekeeper' and member.sees_money)
  );
begin
  if member.updated_at is distinct from change_member.version then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if not private.may_give_role(
    private.current_account_id(), member.property_id, change_member.role,
    documents and not member.sees_documents, money and not member.sees_money
  ) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  update public.property_members m
    set role = change_member.role, sees_documents = documents, sees_money = money
    where m.id = member.id;
exception
  when check_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "switches_do_not_fit_the_role"}');
end
$$;
grant execute on function public.change_member(uuid, timestamptz, public.member_role, boolean, boolean) to authenticated;

-- Definer, to authenticated: ends the membership of somebody, by whoever may change it. Invitations that they made open
-- nothing from then on. The last owner can't be removed.
create function public.remove_member(member_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  member constant public.property_members := private.lock_member(remove_member.member_id);
begin
  delete from public.property_members m where m.id = member.id;
end
$$;
grant execute on function public.remove_member(uuid) to authenticated;

-- Definer, to authenticated: anybody may leave, except the last owner.
create function public.leave_property(property_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(leave_property.property_id, 'housekeeper');
  perform from public.accom_properties p where p.id = leave_property.property_id for update;
  delete from public.property_members m
    where m.property_id = leave_property.property_id and m.account_id = private.current_account_id();
end
$$;
grant execute on function public.leave_property(uuid) to authenticated;

-- Definer, to authenticated: an owner hands their ownership to another member and becomes a manager, in one step. Where the
-- property is in the caller's name (owner_id), it is in the other's from then on.
create function public.hand_over_property(property_id uuid, member_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  heir public.property_members;
begin
  perform from public.accom_properties p where p.id = hand_over_property.property_id for update;
  perform private.require_member(hand_over_property.property_id, 'owner');
  select * into heir from public.property_members m
    where m.id = hand_over_property.member_id and m.property_id = hand_over_property.property_id and m.account_id <> account;
  if heir.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  update public.property_members m set role = 'owner', sees_documents = true, sees_money = true where m.id = heir.id;
  update public.accom_properties p set owner_id = heir.account_id
    where p.id = hand_over_property.property_id and p.owner_id = account;
  update public.property_members m set role = 'manager'
    where m.property_id = hand_over_property.property_id and m.account_id = account;
  perform private.write_audit(
    hand_over_property.property_id, 'ownership_handed_over', 'accom_properties', hand_over_property.property_id,
    jsonb_build_object('from', account, 'to', heir.account_id)
  );
end
$$;
grant execute on function public.hand_over_property(uuid, uuid) to authenticated;
