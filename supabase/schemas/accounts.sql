-- Who signs in to the backoffice. A sign-up makes an account of its own and never takes over one that is there. A row without
-- auth_id is of a person whose user was deleted.

create table public.accounts (
  id uuid primary key default gen_random_uuid(),
  auth_id uuid references auth.users (id) on delete set null,
  display_name text not null default '',
  -- Where a person is reached, not who they are. Supabase Auth keeps it unique among the users of now.
  email text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accounts_auth_id_is_unique unique (auth_id),
  constraint accounts_email_is_lower_case check (email = lower(email)),
  constraint accounts_display_name_is_short check (length(display_name) <= 120)
);

create trigger accounts_touch_updated_at
  before update on public.accounts
  for each row execute function private.touch_updated_at();

alter table public.accounts enable row level security;

grant select on public.accounts to authenticated;

grant update (display_name) on public.accounts to authenticated;

-- Definer: a policy of accounts calls this to find the caller's own row, which it could not read otherwise, and sessions are
-- Supabase Auth's. Null where the token's session has ended: a token is valid until it expires, whatever became of its
-- session, so without this a stolen token would outlive a sign-out.
create function private.current_account_id()
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select a.id
  from public.accounts a
  join auth.sessions s on s.user_id = a.auth_id
  where a.auth_id = auth.uid()
    and s.id = (auth.jwt() ->> 'session_id')::uuid
    and (s.not_after is null or s.not_after > now())
$$;
grant execute on function private.current_account_id() to authenticated;

-- Policies, checks and triggers run as the member and call helpers.
grant usage on schema private to authenticated;

-- Definer: the sign-up runs as the auth server's role. Only a confirmed address makes an account. Accounts are found by the
-- user's id alone: whoever signs up first with somebody's address would get what is meant for that person. A deleted user
-- keeps a row with a hash for an address, which is not copied.
create function private.make_account_of_user()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.email is null or new.email_confirmed_at is null or new.deleted_at is not null then
    return new;
  end if;
  insert into public.accounts (auth_id, email, display_name)
    values (new.id, lower(new.email), left(coalesce(new.raw_user_meta_data ->> 'display_name', ''), 120))
    on conflict (auth_id) do update set email = excluded.email;
  return new;
end
$$;

create trigger make_account_of_user
  after insert or update of email, email_confirmed_at on auth.users
  for each row execute function private.make_account_of_user();
