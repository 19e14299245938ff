create schema if not exists extensions;

create extension if not exists btree_gist with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists unaccent with schema extensions;

-- Helpers live here. The API does not expose this schema.
create schema private;

revoke all on schema private from public;

-- Supabase hands new objects in public to its API roles, and Postgres hands new functions to everybody.
-- Both are taken back for all that follows; each migration grants what it means to.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant execute on functions to service_role;

grant usage on schema public to anon, authenticated, service_role;

-- Jobs write tables too, and a table's checks and triggers run as whoever writes.
grant usage on schema private to service_role;

alter default privileges in schema private grant execute on functions to service_role;

-- The stays server. It holds a token for this role and may execute the guest functions, nothing else.
-- Roles belong to the cluster, so a second database on the same server finds it there already.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'guest_api') then
    create role guest_api nologin;
  end if;
end
$$;

grant anon to guest_api;

grant guest_api to authenticator;

grant usage on schema public to guest_api;

-- Raises an error in the only form that reaches the client unchanged on every stack.
-- It undoes the call's transaction: guest functions return their expected outcomes instead.
create function private.raise_api_error(p_status integer, p_error text, p_detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_error, detail = p_detail::text;
end
$$;
grant execute on function private.raise_api_error(integer, text, jsonb) to authenticated;

-- Raises unless it is a step. Standing still is none.
create function private.require_step(p_is_step boolean, p_from text, p_to text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_is_step is not true then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', p_from, 'to', p_to));
  end if;
end
$$;

-- For triggers: touches only the row that is being written.
create function private.touch_updated_at()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- Instants leave the database in one form, whatever the session's time zone.
create function private.format_instant(p_instant timestamptz)
returns text
language sql
immutable
set search_path = ''
as $$
  select to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;
