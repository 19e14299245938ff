-- Who signs in to the backoffice. A row without auth_id is a person who was invited and has not signed up yet.

create table public.accounts (
  id uuid primary key default gen_random_uuid(),
  auth_id uuid references auth.users (id) on delete set null,
  display_name text not null default '',
  email text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accounts_auth_id_is_unique unique (auth_id),
  constraint accounts_email_is_lower_case check (email = lower(email)),
  constraint accounts_email_is_unique unique (email),
  constraint accounts_display_name_is_short check (length(display_name) <= 120)
);

create trigger accounts_touch_updated_at
  before update on public.accounts
  for each row execute function private.touch_updated_at();

alter table public.accounts enable row level security;

grant select on public.accounts to authenticated;

grant update (display_name) on public.accounts to authenticated;

-- Definer: a policy of accounts calls this to find the caller's own row, which it could not read otherwise.
create function private.current_account_id()
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id from public.accounts where auth_id = auth.uid()
$$;
grant execute on function private.current_account_id() to authenticated;

-- Policies, checks and triggers run as the member and call helpers.
grant usage on schema private to authenticated;

-- Definer: the sign-up runs as the auth server's role. Only a confirmed address makes an account or links an invited one,
-- else anybody could sign up as the person who was invited. A user who changes to an address that another account has
-- stays under the old one here: refusing would break the sign-in, and two accounts are never joined.
create function private.link_account_to_user()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.email is null or new.email_confirmed_at is null then
    return new;
  end if;
  if exists (select from public.accounts where auth_id = new.id) then
    update public.accounts set email = lower(new.email)
      where auth_id = new.id and not exists (select from public.accounts where email = lower(new.email));
    return new;
  end if;
  insert into public.accounts (auth_id, email, display_name)
    values (new.id, lower(new.email), left(coalesce(new.raw_user_meta_data ->> 'display_name', ''), 120))
    on conflict (email) do update set auth_id = excluded.auth_id
    where accounts.auth_id is null;
  return new;
end
$$;

create trigger link_account_to_user
  after insert or update of email, email_confirmed_at on auth.users
  for each row execute function private.link_account_to_user();
