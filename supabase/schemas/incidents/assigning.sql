-- Who sees to an incident: a member who may read it. What a guest writes and photographs may name the guest, so housekeepers, who read
-- nothing of guests, are given none.

-- Definer: a member's update reaches this, and the membership is locked, so that its role stays until the assignment is written. The
-- screen offers nobody else, so the role changed meanwhile.
create function private.require_reading_assignee()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  role_now public.member_role;
begin
  select m.role into role_now from public.property_members m
    where m.property_id = new.property_id and m.account_id = new.assignee_id
    for share;
  if role_now < 'staff' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  return new;
end
$$;

-- Only where it changes: else who changes the priority alone, and whoever takes the assignee's role away, could wait for each other.
create trigger incidents_require_reading_assignee
  before update of assignee_id on public.incidents
  for each row when (new.assignee_id is distinct from old.assignee_id and new.assignee_id is not null)
  execute function private.require_reading_assignee();

-- Definer, for whoever changes the role: who becomes a housekeeper sees to no incident any more, like who leaves the team.
create function private.release_incidents_of_housekeeper()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.incidents i set assignee_id = null
    where i.property_id = new.property_id and i.assignee_id = new.account_id;
  return null;
end
$$;

create trigger property_members_release_incidents
  after update of role on public.property_members
  for each row when (old.role >= 'staff' and new.role < 'staff')
  execute function private.release_incidents_of_housekeeper();
