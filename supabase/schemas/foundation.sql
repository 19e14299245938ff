-- The basis of all other files. No role may do anything until a file of this folder grants it.

-- First of all, so that an older server is refused by its name and not by whatever it does not know.
do $$
begin
  if current_setting('server_version_num')::integer < 170000 then
    raise exception 'GudBro Stays needs Postgres 17 or later. This server is Postgres %.', current_setting('server_version');
  end if;
end
$$;

create schema if not exists extensions;

create extension if not exists btree_gist with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists unaccent with schema extensions;

-- Helpers live here. The API does not expose this schema.
create schema private;

revoke all on schema private from public;

-- By default Supabase grants new objects in public to its API roles, and Postgres grants new functions to everybody. This
-- revokes both for all later files; each file grants what it needs.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant execute on functions to service_role;

grant usage on schema public to anon, authenticated, service_role;

-- Jobs write tables too, and checks and triggers run as the role that writes.
grant usage on schema private to service_role;

alter default privileges in schema private grant execute on functions to service_role;

-- The role of the stays server, which may execute the guest functions and nothing else. Roles belong to the whole server,
-- so a second database on it finds the role already there.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'guest_api') then
    create role guest_api nologin;
  end if;
end
$$;

-- The role of the backoffice's server before somebody is signed in. It may count tries
-- (admit_sign_in, admit_mail) and do nothing else.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'backoffice_api') then
    create role backoffice_api nologin;
  end if;
end
$$;

-- The role of the process for jobs, which may execute the functions for jobs and remove the objects of Storage that are on a list
-- (pictures/storage_removals.sql), and nothing else.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'jobs_api') then
    create role jobs_api nologin;
  end if;
end
$$;

-- What Storage grants to anon: a policy on its objects names these two, and a policy needs the grant of the table.
grant anon to guest_api, jobs_api;

grant guest_api, backoffice_api, jobs_api to authenticator;

grant usage on schema public to guest_api, backoffice_api, jobs_api;

-- Shorter than the eight seconds for which our servers wait: a statement must not hold its locks for a caller that has hung
-- up. PostgREST applies the settings of a role to each of its transactions.
alter role guest_api set statement_timeout = '5s';
alter role guest_api set lock_timeout = '4s';
alter role backoffice_api set statement_timeout = '5s';
alter role backoffice_api set lock_timeout = '4s';
alter role jobs_api set statement_timeout = '5s';
alter role jobs_api set lock_timeout = '4s';

-- Raises one of our errors in the only form that reaches the client unchanged on every stack. Raising rolls back the call's
-- transaction, so guest functions return their expected outcomes instead.
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

-- The other way to say no, for guest functions: they return a refusal, because raising would roll back the counted attempt
-- with everything else. It has the error's code and what belongs to it.
create function private.refuse(p_error text, p_more jsonb default '{}')
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('ok', false, 'error', p_error) || p_more
$$;

-- The refusal of a caller who is limited or locked out. It says when to come back and nothing about what was asked for.
create function private.refuse_for_now(p_seconds integer, p_locked boolean default false)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select private.refuse('rate_limited', jsonb_build_object('retryAfterSeconds', p_seconds, 'locked', p_locked))
$$;

-- Raises unless this is a legal step of a status. Setting the same status again is not a step.
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

-- For the triggers of all tables whose rows change.
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

-- Gives a new row the last place of its list, unless it has a place already. The argument is the column that the rows of one
-- list have in common. Of rows that one statement adds, each comes after the one before.
create function private.place_last()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.sort_order = 0 then
    execute format(
      'select 1 + coalesce(max(t.sort_order), 0) from public.%I t where t.%I = $1', tg_table_name, tg_argv[0]
    ) into new.sort_order using (to_jsonb(new) ->> tg_argv[0])::uuid;
  end if;
  return new;
end
$$;

-- The one form in which an instant leaves the database, whatever the time zone of the connection.
create function private.format_instant(p_instant timestamptz)
returns text
language sql
immutable
set search_path = ''
as $$
  select to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;
