-- What a request has made, by the key it was sent under. A write that is sent again, because its response was lost or a
-- button was tapped twice, finds here what the first try made. Guests' orders, reports, replies and booking requests use
-- it, and of the desk groups, access codes, replies and notes.

create table public.request_keys (
  -- Who sent the request and what it makes: 'order:<booking id>'. The same key in another scope is another key.
  scope text not null,
  key text not null,
  -- Tells a retry from another request under the same key, which is a mistake of the client.
  request_hash text not null,
  -- The row that the first try made.
  made_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (scope, key),
  constraint request_keys_key_is_short check (length(key) between 8 and 100)
);

create index request_keys_created on public.request_keys (created_at);

-- No policy and no grant: only definer functions use it.
alter table public.request_keys enable row level security;

-- Whether a client may use this as a key. Null: the client sent none, and its request is never taken for a retry.
create function private.is_request_key(p_key text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_key is null or length(p_key) between 8 and 100
$$;

-- The content of a request in the form in which it is compared.
create function private.hash_request(p_request jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(p_request::text, 'utf8')), 'hex')
$$;

-- Finds what the first try under this key made. Requests under one key wait for each other until their transactions
-- end, so of many sent at once one finds nothing and goes on, and the others find what it made.
create function private.find_request(
  p_scope text,
  p_key text,
  p_request jsonb,
  out made_id uuid,
  out is_conflict boolean
)
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_scope is not null and p_key is not null then
    perform pg_advisory_xact_lock(hashtextextended(p_scope || ' ' || p_key, 0));
    select k.made_id, k.request_hash <> private.hash_request(p_request) into made_id, is_conflict
      from public.request_keys k
      where k.scope = p_scope and k.key = p_key;
  end if;
  is_conflict := coalesce(is_conflict, false);
end
$$;

-- Records what the request made, in the transaction that made it. A key whose row may be made again (a booking request
-- that was cancelled meanwhile) points to the newest one.
create function private.record_request(p_scope text, p_key text, p_request jsonb, p_made_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.request_keys (scope, key, request_hash, made_id)
    select p_scope, p_key, private.hash_request(p_request), p_made_id
    where p_key is not null
    on conflict (scope, key) do update
      set request_hash = excluded.request_hash, made_id = excluded.made_id, created_at = now()
$$;
