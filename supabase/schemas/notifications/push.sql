-- The browsers that get push messages.

-- Whether this is an address of a push service that browsers use: those of Google, Mozilla, Apple and Microsoft, over https and
-- without a port. Our process sends requests to it, so nobody may name another host, such as one inside our network.
create function private.is_push_endpoint(p_endpoint text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    length(p_endpoint) <= 1000
    and p_endpoint ~ ('^https://(fcm\.googleapis\.com|([a-z0-9-]+\.)*push\.services\.mozilla\.com|'
      || '([a-z0-9-]+\.)*push\.apple\.com|([a-z0-9-]+\.)*notify\.windows\.com)/[A-Za-z0-9_.~:/?=&%+-]+$'),
    false
  )
$$;

-- A browser gives out an address at its maker's push service, and the keys with which what is sent there is encrypted.
create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references public.accounts (id) on delete cascade,
  -- The sign-in of that browser. Once it has ended, nothing is sent any more. Not a foreign key: sessions are Supabase Auth's.
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth_secret text not null,
  created_at timestamptz not null default now(),
  constraint push_subscriptions_endpoint_is_unique unique (endpoint),
  constraint push_subscriptions_endpoint_is_of_a_push_service check (private.is_push_endpoint(endpoint)),
  constraint push_subscriptions_keys_have_their_form check (
    p256dh ~ '^B[A-Za-z0-9_-]{86}$' and auth_secret ~ '^[A-Za-z0-9_-]{22}$'
  )
);

create index push_subscriptions_account on public.push_subscriptions (account_id, created_at);

-- No policy and no grant: an address and its keys are secrets of a browser.
alter table public.push_subscriptions enable row level security;

-- Definer, to authenticated: this browser gets the caller's push messages, of all their places. It proves by the secret that it
-- is the browser of an address that is there already, and takes it over: whoever signed in to it last gets the messages. A
-- person's oldest browsers give way to more than ten.
create function public.save_push_subscription(endpoint text, p256dh text, auth_secret text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := private.current_account_id();
  own_session constant uuid := (auth.jwt() ->> 'session_id')::uuid;
  seconds integer;
begin
  if caller is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if (
    private.is_push_endpoint(endpoint) and p256dh ~ '^B[A-Za-z0-9_-]{86}$' and auth_secret ~ '^[A-Za-z0-9_-]{22}$'
  ) is not true then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  seconds := private.take_hit('push:' || caller, 20, '1 hour');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds, 'locked', false));
  end if;
  insert into public.push_subscriptions as s (account_id, session_id, endpoint, p256dh, auth_secret)
    values (caller, own_session, save_push_subscription.endpoint, save_push_subscription.p256dh, save_push_subscription.auth_secret)
    on conflict on constraint push_subscriptions_endpoint_is_unique do update
      set account_id = excluded.account_id, session_id = excluded.session_id, created_at = now()
      where s.p256dh = excluded.p256dh and s.auth_secret = excluded.auth_secret;
  if not found then
    perform private.raise_api_error(409, 'conflict');
  end if;
  delete from public.push_subscriptions s
    where s.id in (
      select o.id from public.push_subscriptions o where o.account_id = caller order by o.created_at desc, o.id offset 10
    );
end
$$;
grant execute on function public.save_push_subscription(text, text, text) to authenticated;

-- Definer, to authenticated: this browser gets no push messages of the caller any more. Nothing happens where it gets none.
create function public.remove_push_subscription(endpoint text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := private.current_account_id();
begin
  if caller is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  delete from public.push_subscriptions s
    where s.account_id = caller and s.endpoint = remove_push_subscription.endpoint;
end
$$;
grant execute on function public.remove_push_subscription(text) to authenticated;

-- Definer, to authenticated: the addresses of the browser of this sign-in that gets push messages, so that its own page can tell
-- whether it does.
create function public.list_own_push_endpoints()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
  select s.endpoint from public.push_subscriptions s
  where s.account_id = (select private.current_account_id())
    and s.session_id = (select auth.jwt() ->> 'session_id')::uuid
$$;
grant execute on function public.list_own_push_endpoints() to authenticated;

-- Definer: the sweep asks for them too, whose role may not read Supabase Auth's sessions. The browsers of a person in which they are
-- still signed in.
create function private.find_push_subscriptions(p_account_id uuid)
returns setof public.push_subscriptions
language sql
stable
security definer
set search_path = ''
as $$
  select s.* from public.push_subscriptions s
  join public.accounts a on a.id = s.account_id
  join auth.sessions signed_in on signed_in.id = s.session_id and signed_in.user_id = a.auth_id
  where s.account_id = p_account_id and (signed_in.not_after is null or signed_in.not_after > now())
$$;

-- Deletes the browsers whose sign-in has ended. Returns how many.
create function private.drop_ended_push_subscriptions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.push_subscriptions s
    where not exists (select from private.find_push_subscriptions(s.account_id) live where live.id = s.id);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;
