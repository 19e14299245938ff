-- Invitations to work at a property. Whoever is signed in and holds the secret may accept, once. An invitation does not name an
-- account: the secret alone tells who is meant. It may name the address that the secret is mailed to. A row is deleted when it is withdrawn, and swept a month after its
-- end; until then it tells whoever opens its link again what became of it.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  role public.member_role not null,
  sees_documents boolean not null,
  sees_money boolean not null,
  -- For whom, in the inviter's words.
  note text not null default '',
  -- Where the link is mailed. Null: the inviter hands it over.
  email text,
  secret_hash bytea not null,
  invited_by uuid not null references public.accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  used_at timestamptz,
  constraint invitations_secret_hash_is_unique unique (secret_hash),
  constraint invitations_note_is_short check (length(note) <= 120),
  constraint invitations_email_has_its_form check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  constraint invitations_housekeepers_see_neither check (role <> 'housekeeper' or not (sees_documents or sees_money)),
  constraint invitations_owners_see_both check (role <> 'owner' or (sees_documents and sees_money))
);

create index invitations_property on public.invitations (property_id, expires_at);
create index invitations_inviter on public.invitations (invited_by);
create index invitations_expiry on public.invitations (expires_at);

create trigger invitations_fill_switches
  before insert on public.invitations
  for each row execute function private.fill_member_switches();

alter table public.invitations enable row level security;

-- All columns but the hash.
grant select (
  id, property_id, role, sees_documents, sees_money, note, email, invited_by, created_at, expires_at, used_at
) on public.invitations to authenticated;

-- Managers see who may still join, and by whose invitation.
create policy "managers see the open invitations of their properties" on public.invitations
  for select to authenticated
  using (used_at is null and expires_at > now() and property_id in (select private.member_property_ids('manager')));

-- The form in which a secret is stored. It is random and long, so a fast hash without salt is enough.
create function private.hash_invitation_secret(p_secret text)
returns bytea
language sql
immutable
set search_path = ''
as $$
  select sha256(convert_to(p_secret, 'UTF8'))
$$;

-- The secrets of mails, beside the one that the inviter was shown. The outbox stores no secret, so each try of a mail makes one of
-- its own; an earlier try may have arrived, and works too.
create table public.invitation_mail_secrets (
  secret_hash bytea primary key,
  invitation_id uuid not null references public.invitations (id) on delete cascade
);

create index invitation_mail_secrets_invitation on public.invitation_mail_secrets (invitation_id);

-- No policy and no grant: functions alone reach it.
alter table public.invitation_mail_secrets enable row level security;

-- The invitation that a secret opens.
create function private.find_invitation(p_secret text)
returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (select i.id from public.invitations i where i.secret_hash = private.hash_invitation_secret(p_secret)),
    (select m.invitation_id from public.invitation_mail_secrets m where m.secret_hash = private.hash_invitation_secret(p_secret))
  )
$$;

-- Definer, to authenticated: owners and managers invite somebody. A switch that is left out is that of the role, as far as the
-- inviter has it. With an address the link is mailed as well, to thirty a day at most. Returns the secret, which is not stored and
-- cannot be read again. The lock on the property makes the limit
-- of 20 hold for invitations at the same moment.
create function public.invite_member(
  property_id uuid,
  role public.member_role,
  note text default '',
  sees_documents boolean default null,
  sees_money boolean default null,
  email text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  inviter public.property_members;
  secret constant text := encode(extensions.gen_random_bytes(32), 'hex');
  invitation public.invitations;
  seconds integer;
begin
  perform private.require_member(invite_member.property_id, 'manager');
  perform from public.accom_properties p where p.id = invite_member.property_id for no key update;
  select * into inviter from public.property_members m
    where m.property_id = invite_member.property_id and m.account_id = private.current_account_id();
  if not private.may_give_role(
    inviter.account_id, invite_member.property_id, invite_member.role, invite_member.sees_documents is true,
    invite_member.sees_money is true
  ) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  if (
    select count(*) from public.invitations i
    where i.property_id = invite_member.property_id and i.used_at is null and i.expires_at > now()
  ) >= 20 then
    perform private.raise_api_error(409, 'conflict', '{"reason": "too_many_invitations"}');
  end if;
  if nullif(btrim(invite_member.email), '') !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or length(invite_member.email) > 254 then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  insert into public.invitations (property_id, role, sees_documents, sees_money, note, email, secret_hash, invited_by)
    values (
      invite_member.property_id, invite_member.role,
      coalesce(invite_member.sees_documents, inviter.sees_documents and invite_member.role >= 'staff'),
      coalesce(invite_member.sees_money, inviter.sees_money and invite_member.role >= 'staff'),
      coalesce(invite_member.note, ''), nullif(btrim(invite_member.email), ''), private.hash_invitation_secret(secret),
      inviter.account_id
    )
    returning * into invitation;
  if invitation.email is not null then
    seconds := private.take_hit('invitation-mail:' || invitation.property_id, 30, '1 day');
    if seconds > 0 then
      perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
    end if;
    perform private.enqueue_job('invitation_mail', invitation.id::text, invitation.property_id, invitation.id);
  end if;
  perform private.write_audit(
    invitation.property_id, 'member_invited', 'invitations', invitation.id, jsonb_build_object('role', invitation.role)
  );
  return jsonb_build_object(
    'invitationId', invitation.id, 'secret', secret, 'expiresAt', private.format_instant(invitation.expires_at)
  );
exception
  when check_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "switches_do_not_fit_the_role"}');
end
$$;
grant execute on function public.invite_member(uuid, public.member_role, text, boolean, boolean, text) to authenticated;

-- Definer: raises unless this invitation still makes somebody a member. The inviter must still have the right: else a
-- dismissed manager could come back by an invitation made before. What became of an invitation is told to whoever has its
-- secret; an unknown secret and a withdrawn invitation are not found.
create function private.require_open_invitation(p_invitation public.invitations)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if p_invitation.used_at is not null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "invitation_is_used"}');
  end if;
  if p_invitation.expires_at <= now() then
    perform private.raise_api_error(409, 'conflict', '{"reason": "invitation_has_expired"}');
  end if;
  if p_invitation.id is null or not private.may_give_role(
    p_invitation.invited_by, p_invitation.property_id, p_invitation.role, p_invitation.sees_documents, p_invitation.sees_money
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
end
$$;

-- Definer, to authenticated: what an invitation is for, to whoever is signed in and holds the secret, before they accept.
-- A member learns that they are one, whatever became of the invitation.
create function public.read_invitation(secret text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
  invitation public.invitations;
  is_member boolean;
begin
  if account is null then
    perform private.raise_api_error(401, 'session_expired');
  end if;
  select * into invitation from public.invitations i
    where i.id = private.find_invitation(read_invitation.secret);
  is_member := exists (
    select from public.property_members m where m.property_id = invitation.property_id and m.account_id = account
  );
  if not is_member then
    perform private.require_open_invitation(invitation);
  end if;
  return (
    select jsonb_build_object(
      'slug', p.slug, 'propertyName', p.name, 'isMember', is_member, 'role', invitation.role,
      'seesDocuments', invitation.sees_documents, 'seesMoney', invitation.sees_money,
      'invitedBy', coalesce(nullif(inviter.display_name, ''), inviter.email),
      'expiresAt', private.format_instant(invitation.expires_at)
    )
    from public.accom_properties p, public.accounts inviter
    where p.id = invitation.property_id and inviter.id = invitation.invited_by
  );
end
$$;
grant execute on function public.read_invitation(text) to authenticated;

-- Definer, to authenticated: whoever is signed in and holds the secret becomes a member. The lock on the row makes people who
-- use one secret at the same moment wait for each other, so only the first becomes one.
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
  select * into invitation from public.invitations i
    where i.id = private.find_invitation(accept_invitation.secret)
    for update;
  perform private.require_open_invitation(invitation);
  insert into public.property_members (property_id, account_id, role, sees_documents, sees_money)
    values (invitation.property_id, account, invitation.role, invitation.sees_documents, invitation.sees_money)
    on conflict (property_id, account_id) do nothing;
  if not found then
    perform private.raise_api_error(409, 'conflict', '{"reason": "already_member"}');
  end if;
  update public.invitations i set used_at = now() where i.id = invitation.id;
  perform private.write_audit(
    invitation.property_id, 'invitation_accepted', 'invitations', invitation.id,
    jsonb_build_object('role', invitation.role, 'invitedBy', invitation.invited_by)
  );
  return jsonb_build_object(
    'propertyId', invitation.property_id, 'role', invitation.role,
    'slug', (select p.slug from public.accom_properties p where p.id = invitation.property_id)
  );
end
$$;
grant execute on function public.accept_invitation(text) to authenticated;

-- Definer, to authenticated: whoever may invite to the role may take an open invitation back.
create function public.withdraw_invitation(invitation_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  invitation public.invitations;
begin
  delete from public.invitations i
    where i.id = withdraw_invitation.invitation_id and i.used_at is null
    returning * into invitation;
  perform private.require_member(invitation.property_id, 'manager');
  if not private.may_give_role(private.current_account_id(), invitation.property_id, invitation.role) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  perform private.write_audit(
    invitation.property_id, 'invitation_withdrawn', 'invitations', invitation.id,
    jsonb_build_object('role', invitation.role)
  );
end
$$;
grant execute on function public.withdraw_invitation(uuid) to authenticated;
