-- Invitations to work at a property. Whoever is signed in and holds the secret may accept, once. An invitation does not name an
-- account or an address: the secret alone tells who is meant. A row is deleted once it is used, withdrawn or swept.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  role public.member_role not null,
  -- For whom, in the inviter's words.
  note text not null default '',
  secret_hash bytea not null,
  invited_by uuid not null references public.accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  constraint invitations_secret_hash_is_unique unique (secret_hash),
  constraint invitations_note_is_short check (length(note) <= 120)
);

create index invitations_property on public.invitations (property_id, expires_at);
create index invitations_inviter on public.invitations (invited_by);
create index invitations_expiry on public.invitations (expires_at);

alter table public.invitations enable row level security;

-- All columns but the hash.
grant select (id, property_id, role, note, invited_by, created_at, expires_at) on public.invitations to authenticated;

-- Managers see who may still join, and by whose invitation.
create policy "managers see the open invitations of their properties" on public.invitations
  for select to authenticated
  using (expires_at > now() and property_id in (select private.member_property_ids('manager')));

-- Whether an account may invite to this role: owners to every role, managers to staff.
create function private.may_invite(p_account_id uuid, p_property_id uuid, p_role public.member_role)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_role is not null and exists (
    select from public.property_members m
    where m.account_id = p_account_id and m.property_id = p_property_id
      and (m.role = 'owner' or (m.role = 'manager' and p_role = 'staff'))
  )
$$;

-- The form in which a secret is stored. It is random and long, so a fast hash without salt is enough.
create function private.hash_invitation_secret(p_secret text)
returns bytea
language sql
immutable
set search_path = ''
as $$
  select sha256(convert_to(p_secret, 'UTF8'))
$$;

-- Definer, to authenticated: owners and managers invite somebody. Returns the secret, which is not stored and cannot be read
-- again. The lock on the property makes the limit of 20 hold for invitations at the same moment.
create function public.invite_member(property_id uuid, role public.member_role, note text default '')
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
  secret constant text := encode(extensions.gen_random_bytes(32), 'hex');
  invitation public.invitations;
begin
  perform private.require_member(invite_member.property_id, 'manager');
  if not private.may_invite(account, invite_member.property_id, invite_member.role) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  perform from public.accom_properties p where p.id = invite_member.property_id for no key update;
  if (
    select count(*) from public.invitations i
    where i.property_id = invite_member.property_id and i.expires_at > now()
  ) >= 20 then
    perform private.raise_api_error(409, 'conflict', '{"reason": "too_many_invitations"}');
  end if;
  insert into public.invitations (property_id, role, note, secret_hash, invited_by)
    values (
      invite_member.property_id, invite_member.role, coalesce(invite_member.note, ''),
      private.hash_invitation_secret(secret), account
    )
    returning * into invitation;
  perform private.write_audit(
    invitation.property_id, 'member_invited', 'invitations', invitation.id, jsonb_build_object('role', invitation.role)
  );
  return jsonb_build_object(
    'invitationId', invitation.id, 'secret', secret, 'expiresAt', private.format_instant(invitation.expires_at)
  );
end
$$;
grant execute on function public.invite_member(uuid, public.member_role, text) to authenticated;

-- Definer, to authenticated: whoever is signed in and holds the secret becomes a member. Deleting the row is what uses it up,
-- so of two calls at the same moment one finds nothing. The inviter must still have the right: else a dismissed manager
-- could come back by an invitation made before. All that fails is the same not_found.
create function public.accept_invitation(secret text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
  invitation public.invitations;
begin
  if account is null then
    perform private.raise_api_error(401, 'session_expired');
  end if;
  delete from public.invitations i
    where i.secret_hash = private.hash_invitation_secret(accept_invitation.secret) and i.expires_at > now()
    returning * into invitation;
  if invitation.id is null
    or not private.may_invite(invitation.invited_by, invitation.property_id, invitation.role)
  then
    perform private.raise_api_error(404, 'not_found');
  end if;
  insert into public.property_members (property_id, account_id, role)
    values (invitation.property_id, account, invitation.role)
    on conflict (property_id, account_id) do nothing;
  if not found then
    perform private.raise_api_error(409, 'conflict', '{"reason": "already_member"}');
  end if;
  perform private.write_audit(
    invitation.property_id, 'invitation_accepted', 'invitations', invitation.id,
    jsonb_build_object('role', invitation.role, 'invitedBy', invitation.invited_by)
  );
  return jsonb_build_object('propertyId', invitation.property_id, 'role', invitation.role);
end
$$;
grant execute on function public.accept_invitation(text) to authenticated;

-- Definer, to authenticated: whoever may invite to the role may take the invitation back.
create function public.withdraw_invitation(invitation_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  invitation public.invitations;
begin
  delete from public.invitations i where i.id = withdraw_invitation.invitation_id returning * into invitation;
  perform private.require_member(invitation.property_id, 'manager');
  if not private.may_invite(private.current_account_id(), invitation.property_id, invitation.role) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  perform private.write_audit(
    invitation.property_id, 'invitation_withdrawn', 'invitations', invitation.id,
    jsonb_build_object('role', invitation.role)
  );
end
$$;
grant execute on function public.withdraw_invitation(uuid) to authenticated;
