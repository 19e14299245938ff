-- What everything later stands on: nobody may do anything until a migration says so.

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

-- One form for names that people type: no case, no accents, no spaces, hyphens, dots or apostrophes, none of the
-- invisible characters that a paste brings along. Upper case first, so that the Greek final sigma is a sigma.
-- The collation is named because a cluster with the C locale folds ASCII only.
create function private.normalise_name(p_name text)
returns text
language sql
stable
set search_path = ''
as $$
  select lower(upper(
    regexp_replace(
      extensions.unaccent(regexp_replace(normalize(coalesce(p_name, ''), nfkd), '[\u0300-\u036f]', '', 'g')),
      '[\s.''’‘ʼʻ`´‐‑‒–—\u00ad\u200b-\u200f\u2060\ufeff-]+', '', 'g'
    ) collate "pg_c_utf8"
  ))
$$;

-- Uniform by rejection: five bits of a cryptographic byte pick one of 31 characters, the 32nd value is thrown away.
create function private.generate_code(p_prefix text, p_length integer)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  alphabet constant text := 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  random_bytes bytea;
  picked text := '';
  five_bits integer;
begin
  loop
    random_bytes := extensions.gen_random_bytes(16);
    for i in 0..15 loop
      five_bits := get_byte(random_bytes, i) & 31;
      continue when five_bits = 31;
      picked := picked || substr(alphabet, five_bits + 1, 1);
      if length(picked) = p_length then
        return p_prefix || picked;
      end if;
    end loop;
  end loop;
end
$$;

-- A code nobody has, and nobody can take before this transaction ends: it holds the code's advisory lock. A code that
-- another transaction holds is left to it and the next one drawn, so nobody waits and nobody can deadlock.
create function private.claim_code(p_table regclass, p_column name, p_prefix text, p_length integer)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  candidate text;
  is_taken boolean;
begin
  loop
    candidate := private.generate_code(p_prefix, p_length);
    if p_prefix = '' then
      candidate := substr(candidate, 1, p_length / 2) || '-' || substr(candidate, p_length / 2 + 1);
    end if;
    continue when not pg_try_advisory_xact_lock(hashtextextended(candidate, 0));
    execute format('select exists (select from %s where %I = $1)', p_table, p_column) into is_taken using candidate;
    exit when not is_taken;
  end loop;
  return candidate;
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
