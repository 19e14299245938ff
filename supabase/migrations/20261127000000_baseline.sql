-- Made from supabase/schemas by `pnpm db:baseline`. Change the schemas, never this file.

-- schemas/foundation.sql

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

-- schemas/texts.sql

-- Texts that owners and guests write: their forms, their languages, and how names are compared.

-- Whether this is a list of texts: one dimension, no null, a limited length.
create function private.is_text_list(p_values text[])
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_ndims(p_values), 1) = 1
    and cardinality(p_values) <= 200
    and not exists (select from unnest(p_values) as v (value) where value is null or length(value) > 1000)
$$;

-- Whether this is a text or a list of texts, no longer than a property's own may be.
create function private.is_translated_text(p_value jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case jsonb_typeof(p_value)
    when 'string' then length(p_value #>> '{}') <= 2000
    when 'array' then jsonb_array_length(p_value) <= 200 and not exists (
      select from jsonb_array_elements(p_value) e (value)
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') > 1000
    )
    else false
  end
$$;

-- For the checks of translations; reads nothing but its argument. The same shape is translationsSchema in TypeScript.
create function private.is_translations(p_value jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'object' then
    (select count(*) from jsonb_object_keys(p_value)) <= 20
    and not exists (
      select from jsonb_each(p_value) t (locale, texts)
      where case when t.locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$' and jsonb_typeof(t.texts) = 'object' then
        (select count(*) > 20 or bool_or(not private.is_translated_text(f.value)) from jsonb_each(t.texts) f)
        else true
      end
    )
    else false
  end
$$;

-- The texts in the reader's language where a translation is there, else in the property's. A regional language (pt-BR)
-- falls back to its language. An empty translation counts as none. `translated` names the texts that were translated, if
-- any, so that a page can mark the others with their language.
create function private.in_locale(p_texts jsonb, p_translations jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_texts || coalesce(
    (
      select jsonb_object_agg(t.key, t.value) || jsonb_build_object('translated', jsonb_agg(t.key order by t.key))
      from jsonb_each(
        coalesce(p_translations -> split_part(p_locale, '-', 1), '{}') || coalesce(p_translations -> p_locale, '{}')
      ) t
      where p_texts ? t.key
        and jsonb_typeof(t.value) = jsonb_typeof(p_texts -> t.key)
        and t.value not in ('""', '[]')
    ),
    '{}'
  )
$$;

-- Whether this is an https address that a phone may open. A user name before the host is refused:
-- https://bank.example@elsewhere leads to elsewhere.
create function private.is_web_link(p_link text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_link is null or (
    p_link ~ '^https://[^[:space:][:cntrl:]/?#:@%<>"^`{|}\\\[\]]+(:[1-9][0-9]{0,3})?([/?#][^[:space:][:cntrl:]]*)?$'
    and length(p_link) <= 500
  )
$$;
grant execute on function private.is_web_link(text) to authenticated;

grant execute on function private.is_translated_text(jsonb), private.is_translations(jsonb) to authenticated;

-- Whether this is an image on the guest app's own address, or null. It must end like an image file, so that it is not one
-- of the app's pages: loading a page as an image would send the guest's cookie.
create function private.is_picture(p_path text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_path is null or (p_path ~ '^(/[A-Za-z0-9_-]+)+\.(webp|png|jpe?g|svg)$' and length(p_path) <= 200)
$$;

-- Whether all of these are such images, at most twenty.
create function private.are_pictures(p_paths text[])
returns boolean
language sql
immutable
set search_path = ''
as $$
  select cardinality(p_paths) <= 20 and coalesce(bool_and(path is not null and private.is_picture(path)), true)
  from unnest(p_paths) as p (path)
$$;

-- The form in which names that people type are compared: no case, no accents, no spaces, hyphens, dots or apostrophes, and
-- no invisible characters, which pasted text may contain. It is upper case first, so that the Greek final sigma becomes a
-- sigma. The collation is named because a cluster with the C locale changes the case of ASCII only.
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

-- Checks run as whoever writes the row.
grant execute on function private.is_picture(text), private.are_pictures(text[]) to authenticated;

-- The name to greet a guest with. Where the family name stands first the given name is the last word, else the first word.
create function private.first_name(p_name text, p_last_name text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when starts_with(name, last_name || ' ') then split_part(substr(name, length(last_name) + 2), ' ', -1)
    else split_part(name, ' ', 1)
  end
  from (select btrim(regexp_replace(p_name, '\s+', ' ', 'g')), btrim(p_last_name)) as given (name, last_name)
$$;

-- schemas/codes.sql

-- Codes and PINs.

-- A random code, uniform by rejection: five bits of a cryptographic byte pick one of 31 characters, the 32nd value is
-- thrown away. The alphabet has no 0, O, 1, I and L.
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

-- Draws a code that no row has and that no other transaction can draw before this one ends: it holds the code's advisory
-- lock. Where another transaction holds that lock the next code is drawn, so nobody waits and nobody can deadlock.
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

-- Six random digits, uniform: four bits of a cryptographic byte each, ten to fifteen thrown away.
create function private.generate_pin()
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  picked text := '';
  four_bits integer;
begin
  while length(picked) < 6 loop
    four_bits := get_byte(extensions.gen_random_bytes(1), 0) & 15;
    if four_bits < 10 then
      picked := picked || four_bits;
    end if;
  end loop;
  return picked;
end
$$;

-- Salted, and slow on purpose: six digits are few, so trying them against a stolen hash must cost time.
create function private.hash_pin(p_pin text)
returns text
language sql
volatile
set search_path = ''
as $$
  select extensions.crypt(p_pin, extensions.gen_salt('bf', 8))
$$;

-- schemas/accounts.sql

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

-- schemas/documents/rules.sql

-- What may be kept of a guest's document in each country, and how long. Made from documentLaws (TypeScript), which has the
-- sources, by `pnpm db:baseline`: change it there.

create type public.document_type as enum ('passport', 'visa', 'id_card', 'driving_licence', 'other');

-- The rule of a country. Of one that nobody has looked up (the last row): no rule is known, so the place decides.
create function private.document_rule(
  p_country text,
  out fields text[],
  -- Which of the fields are for the guest who booked alone.
  out lead_fields text[],
  out are_copies_forbidden boolean,
  -- How many months the data have to be kept after 'arrival', 'departure' or 'recording'. Null: no law is known that says so.
  out fields_months integer,
  out fields_after text,
  -- The same for the picture, from its recording. Null: it goes once a person has checked it.
  out image_months integer,
  out must_be_seen boolean
)
language sql
immutable
set search_path = ''
as $$
  select r.fields::text[], r.lead_fields::text[], r.are_copies_forbidden, r.fields_months, r.fields_after, r.image_months, r.must_be_seen
  from (values
    ('AE', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('AT', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber}', '{}', false, 84, 'departure', null::integer, false),
    ('CY', '{surname,givenNames,nationality,documentNumber}', '{}', true, null::integer, null::text, null::integer, false),
    ('CZ', '{surname,givenNames,birthDate,nationality,documentNumber}', '{}', false, 72, 'departure', null::integer, false),
    ('DE', '{surname,givenNames,birthDate,nationality,documentNumber}', '{}', false, 12, 'arrival', null::integer, false),
    ('ES', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', true, 36, 'departure', null::integer, false),
    ('FR', '{surname,givenNames,birthDate,nationality}', '{}', true, 6, 'arrival', null::integer, false),
    ('GB', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 12, 'arrival', null::integer, false),
    ('GR', '{surname,givenNames,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('HR', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('HU', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('ID', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('IN', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 12, 'departure', null::integer, false),
    ('IT', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber}', '{documentNumber,issuingState}', true, null::integer, null::text, null::integer, true),
    ('JP', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, 36, 'recording', 36, false),
    ('MY', '{surname,givenNames,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('NL', '{surname,givenNames}', '{}', true, null::integer, null::text, null::integer, false),
    ('PT', '{surname,givenNames,birthDate,nationality,issuingState,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('SG', '{surname,givenNames,sex,birthDate,nationality,documentNumber}', '{}', false, null::integer, null::text, null::integer, false),
    ('TH', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('TR', '{surname,givenNames,documentNumber}', '{}', true, null::integer, null::text, null::integer, false),
    ('US', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('VN', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false),
    ('', '{surname,givenNames,sex,birthDate,nationality,issuingState,documentNumber,expiryDate,visaType,visaExpiryDate}', '{}', false, null::integer, null::text, null::integer, false)
  ) as r (country, fields, lead_fields, are_copies_forbidden, fields_months, fields_after, image_months, must_be_seen)
  where r.country in (p_country, '')
  order by r.country desc
  limit 1
$$;
-- The check of a property runs as the member who changes it.
grant execute on function private.document_rule(text) to authenticated;

-- schemas/properties/access_settings.sql

-- How the guests of a property prove who they are, and what they see before they do.

create type public.accom_property_type as enum ('hostel', 'hotel', 'villa', 'apartment', 'resort');

-- What a property in this country starts to keep of a guest's ID. A picture only where its law wants one; fields where it wants
-- a register or is not known; nothing in the United States, where no general rule asks for either. The countries and their
-- sources are in documentLaws (TypeScript), which has the same rule.
create function private.default_documents(p_country text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_country in ('JP', 'ID') then 'image' when p_country = 'US' then 'off' else 'fields_only' end
$$;
grant execute on function private.default_documents(text) to authenticated;

-- The settings that a property of this type in this country starts with.
create function private.default_access_settings(p_type public.accom_property_type, p_country text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'browse_requires_verification', false,
    'wifi_visible_without_booking', p_type <> 'resort',
    'order_requires_verification', p_type in ('hostel', 'hotel', 'resort'),
    'verification_method', case
      when p_type = 'resort' then 'pin'
      when p_type in ('hostel', 'hotel') then 'last_name'
      else 'none'
    end,
    'auto_checkin_on_verify', false,
    'readable_room_links', false,
    'occupancy_hidden', false,
    'documents', private.default_documents(p_country)
  )
$$;

-- For the check of access_settings; reads nothing but its argument. The same shape is accessSettingsSchema in
-- TypeScript.
create function private.is_access_settings(p_value jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'object'
    and (select count(*) from jsonb_object_keys(case when jsonb_typeof(p_value) = 'object' then p_value else '{}' end)) = 8
    and jsonb_typeof(p_value -> 'browse_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'wifi_visible_without_booking') = 'boolean'
    and jsonb_typeof(p_value -> 'order_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'auto_checkin_on_verify') = 'boolean'
    and jsonb_typeof(p_value -> 'readable_room_links') = 'boolean'
    and jsonb_typeof(p_value -> 'occupancy_hidden') = 'boolean'
    and p_value -> 'verification_method' in ('"last_name"', '"pin"', '"room_number"', '"none"')
    and p_value -> 'documents' in ('"off"', '"fields_only"', '"image"'),
    false
  )
$$;

-- The verification method of a room. Being in a dorm does not prove which bed is one's own, so a dorm asks at least for a
-- last name.
create function private.effective_method(p_settings jsonb, p_beds text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when cardinality(p_beds) > 0 and method in ('none', 'room_number') then 'last_name'
    else method
  end
  from (
    select case
      when (p_settings ->> 'order_requires_verification')::boolean
        or (p_settings ->> 'browse_requires_verification')::boolean
      then p_settings ->> 'verification_method'
      else 'none'
    end as method
  ) asked
$$;

-- schemas/properties/wifi.sql

-- WiFi as owners write it.

-- Whether this is a network's name, or null: 1 to 32 bytes by the WiFi standard. It ends up in QR codes and profiles, so it
-- has no control characters.
create function private.is_wifi_network(p_network text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_network is null or (octet_length(p_network) between 1 and 32 and p_network !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- Whether this is a WPA passphrase, or null: 8 to 63 characters.
create function private.is_wifi_password(p_password text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_password is null or (length(p_password) between 8 and 63 and p_password !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- Whether these are zones: [{ name, network, password?, primary?, translations? }] with at most one primary. A zone without
-- a password is an open network. The same shape is wifiZonesSchema in TypeScript.
create function private.is_wifi_zones(p_value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  zone jsonb;
  primary_count integer := 0;
begin
  if jsonb_typeof(p_value) is distinct from 'array' or jsonb_array_length(p_value) > 30 then
    return false;
  end if;
  for zone in select value from jsonb_array_elements(p_value) loop
    if jsonb_typeof(zone) <> 'object'
      or exists (
        select from jsonb_object_keys(zone) k where k not in ('name', 'network', 'password', 'primary', 'translations')
      )
      or not coalesce(jsonb_typeof(zone -> 'name') = 'string' and length(zone ->> 'name') between 1 and 80, false)
      or not coalesce(jsonb_typeof(zone -> 'network') = 'string' and private.is_wifi_network(zone ->> 'network'), false)
      or (zone ? 'password' and jsonb_typeof(zone -> 'password') not in ('string', 'null'))
      or not private.is_wifi_password(zone ->> 'password')
      or (zone ? 'primary' and jsonb_typeof(zone -> 'primary') <> 'boolean')
      or not private.is_translations(coalesce(zone -> 'translations', '{}'))
    then
      return false;
    end if;
    primary_count := primary_count + coalesce((zone ->> 'primary')::boolean, false)::integer;
  end loop;
  return primary_count <= 1;
end
$$;

-- schemas/properties/properties.sql

-- A property: a place to stay, with what its guests may read and how they prove who they are.

-- Checks and triggers run as the role that writes the row.
grant execute on function
  private.is_access_settings(jsonb), private.is_wifi_network(text), private.is_wifi_password(text),
  private.is_wifi_zones(jsonb), private.is_text_list(text[]),
  private.default_access_settings(public.accom_property_type, text), private.effective_method(jsonb, text[])
to authenticated;

-- A property's page is at /{slug}; these words are addresses of the guest app itself, or may become ones.
create function private.is_reserved_slug(p_slug text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_slug in (
    'admin', 'api', 'app', 'assets', 'checkin', 'demo', 'favicon', 'help', 'icon', 'icons', 'legal', 'locale', 'manifest',
    'offline', 'open', 'pictures', 'privacy', 'public', 'requested', 'robots', 'scan', 'session', 'sitemap', 'static', 'stay', 'sw',
    'terms', 'well-known'
  )
$$;
grant execute on function private.is_reserved_slug(text) to authenticated;

create table public.accom_properties (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references public.accounts (id),
  slug text not null,
  short_code text not null,
  name text not null,
  type public.accom_property_type not null,
  description text not null default '',
  timezone text not null,
  country text not null,
  default_locale text not null default 'en',
  currency text not null,
  address text not null default '',
  contact_phone text,
  contact_whatsapp text,
  contact_email text,
  checkin_time time not null default '14:00',
  checkout_time time not null default '11:00',
  house_rules text[] not null default '{}',
  amenities text[] not null default '{}',
  images text[] not null default '{}',
  wifi_network text,
  wifi_password text,
  wifi_zones jsonb not null default '[]',
  access_settings jsonb not null,
  -- How long an order usually takes, and how it is paid: guests read both before they order. Null: the property tells nothing.
  orders_arrive_minutes integer,
  orders_paid text,
  -- After how many minutes an order stands out on the desk's board, and after how many it is late.
  orders_slow_minutes integer not null default 5,
  orders_late_minutes integer not null default 10,
  linked_fnb_slug text,
  document_retention_days integer not null default 15,
  -- Which fields of a document the place keeps, of those that the law of its country allows. Null: all of them.
  document_fields text[],
  -- Why it may keep pictures where the law forbids copies. Whoever sets the mode says so.
  document_image_reason text,
  is_active boolean not null default true,
  -- Whether search engines may list the property's page.
  is_listed boolean not null default false,
  -- Which of the six steps of the first set-up is next (1 to 6). Null: it is done, or was never needed.
  setup_step smallint,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_properties_slug_is_unique unique (slug),
  constraint accom_properties_slug_has_its_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint accom_properties_slug_is_not_reserved check (not private.is_reserved_slug(slug)),
  constraint accom_properties_short_code_is_unique unique (short_code),
  constraint accom_properties_short_code_has_its_form check (short_code ~ '^[A-Z]{2,5}$'),
  constraint accom_properties_name_is_short check (length(name) between 1 and 120),
  constraint accom_properties_lists_are_plain check (
    private.is_text_list(house_rules) and private.is_text_list(amenities) and private.is_text_list(images)
  ),
  constraint accom_properties_country_is_iso check (country ~ '^[A-Z]{2}$'),
  constraint accom_properties_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint accom_properties_locale_has_its_form check (default_locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$'),
  constraint accom_properties_wifi_is_valid check (private.is_wifi_network(wifi_network) and private.is_wifi_password(wifi_password)),
  constraint accom_properties_wifi_zones_have_their_shape check (private.is_wifi_zones(wifi_zones)),
  constraint accom_properties_access_settings_have_their_shape check (private.is_access_settings(access_settings)),
  constraint accom_properties_images_have_their_form check (private.are_pictures(images)),
  constraint accom_properties_translations_have_their_shape check (private.is_translations(translations)),
  constraint accom_properties_orders_arrive_in_sane_time check (orders_arrive_minutes between 5 and 240),
  constraint accom_properties_orders_are_paid_in_a_known_way check (orders_paid in ('room_bill', 'on_delivery', 'included')),
  constraint accom_properties_orders_are_slow_before_they_are_late check (
    orders_slow_minutes >= 1 and orders_late_minutes > orders_slow_minutes and orders_late_minutes <= 480
  ),
  constraint accom_properties_setup_step_exists check (setup_step between 1 and 6),
  constraint accom_properties_retention_is_sane check (document_retention_days between 0 and 365),
  constraint accom_properties_document_fields_exist check (
    document_fields <@ array[
      'surname', 'givenNames', 'sex', 'birthDate', 'nationality', 'issuingState', 'documentNumber', 'expiryDate', 'visaType',
      'visaExpiryDate'
    ]
  ),
  constraint accom_properties_image_reason_is_short check (length(btrim(document_image_reason)) between 10 and 500)
);

create index accom_properties_owner on public.accom_properties (owner_id);

-- How a new property of this type is paid for orders. Null: it tells nothing. A hotel puts them on the bill of the room and a
-- hostel has no such bill; of a villa or an apartment nothing can be assumed. The same rule is defaultOrdersPaid in TypeScript.
create function private.default_orders_paid(p_type public.accom_property_type)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_type in ('hotel', 'resort') then 'room_bill'
    when p_type = 'hostel' then 'on_delivery'
  end
$$;
grant execute on function private.default_orders_paid(public.accom_property_type) to authenticated;

-- Fills in the default settings and refuses settings that contradict themselves. It is a trigger and not a check, so that a
-- form gets the reason.
create function private.check_property()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.access_settings := coalesce(new.access_settings, private.default_access_settings(new.type, new.country));
  if tg_op = 'INSERT' then
    -- Not on an update, where null is the owner's wish to tell nothing.
    new.orders_paid := coalesce(new.orders_paid, private.default_orders_paid(new.type));
  end if;
  if new.access_settings ->> 'verification_method' = 'none'
    and new.access_settings ->> 'order_requires_verification' = 'true'
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "order_needs_a_method"}');
  end if;
  if new.access_settings ->> 'verification_method' = 'none'
    and new.access_settings ->> 'browse_requires_verification' = 'true'
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "browse_needs_a_method"}');
  end if;
  -- A method that asks nothing, or what the sign in the room says, opens a room exactly while somebody stays there. It would
  -- tell what this setting hides.
  if new.access_settings ->> 'occupancy_hidden' = 'true'
    and private.effective_method(new.access_settings, '{}') not in ('last_name', 'pin')
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "hidden_occupancy_needs_a_proof"}');
  end if;
  if new.access_settings ->> 'documents' = 'image' and new.document_image_reason is null
    and (select rule.are_copies_forbidden from private.document_rule(new.country) rule)
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "copies_are_forbidden"}');
  end if;
  -- Only names of the time zone database: Postgres takes any word with a number for a zone (Foo/Bar+5, with the opposite
  -- sign), and only Postgres knows the folders posix and right.
  if new.timezone !~ '^([A-Za-z_]+(/[A-Za-z_]+(-[A-Za-z_]+)*)+|Etc/GMT([+-]([1-9]|1[0-2])|-1[34])|UTC)$'
    or new.timezone ~* '^(posix|right)/'
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "unknown_timezone"}');
  end if;
  begin
    perform now() at time zone new.timezone;
  exception when invalid_parameter_value then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "unknown_timezone"}');
  end;
  return new;
end
$$;

create trigger accom_properties_check
  before insert or update of access_settings, timezone, country, document_image_reason on public.accom_properties
  for each row execute function private.check_property();

create trigger accom_properties_touch_updated_at
  before update on public.accom_properties
  for each row execute function private.touch_updated_at();

alter table public.accom_properties enable row level security;

grant select on public.accom_properties to authenticated;

-- Not default_locale: change_own_language writes it together with the texts.
grant update (
  slug, short_code, name, type, description, timezone, country, currency, address,
  contact_phone, contact_whatsapp, contact_email, checkin_time, checkout_time, house_rules, amenities, images,
  wifi_network, wifi_password, wifi_zones, access_settings, orders_arrive_minutes, orders_paid, orders_slow_minutes,
  orders_late_minutes, linked_fnb_slug,
  document_retention_days, document_fields, document_image_reason, is_active, is_listed, setup_step, translations
) on public.accom_properties to authenticated;

-- schemas/members.sql

-- Who works at which property. The policies of all later tables use member_property_ids. The policies of accounts and
-- properties are here as well, because they use it too.

-- In order: each role may what those before it may. A housekeeper reads the place, its colleagues and what
-- list_place_rooms tells, and no guest's name, code, document or money.
create type public.member_role as enum ('housekeeper', 'staff', 'manager', 'owner');

create table public.property_members (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  account_id uuid not null references public.accounts (id) on delete cascade,
  role public.member_role not null,
  -- Two switches apart from the role: who sees the ID documents of guests, and who sees what is charged and paid.
  sees_documents boolean not null,
  sees_money boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint property_members_are_unique unique (property_id, account_id),
  constraint property_members_housekeepers_see_neither check (role <> 'housekeeper' or not (sees_documents or sees_money)),
  constraint property_members_owners_see_both check (role <> 'owner' or (sees_documents and sees_money))
);

create index property_members_account on public.property_members (account_id);

create trigger property_members_touch_updated_at
  before update on public.property_members
  for each row execute function private.touch_updated_at();

-- The switches of a new member or invitation that names none: the desk checks documents at the arrival and takes money at the
-- departure, so only housekeepers start with neither.
create function private.fill_member_switches()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.sees_documents := coalesce(new.sees_documents, new.role >= 'staff');
  new.sees_money := coalesce(new.sees_money, new.role >= 'staff');
  return new;
end
$$;

create trigger property_members_fill_switches
  before insert on public.property_members
  for each row execute function private.fill_member_switches();

-- Definer: makes the owner of a new property its first member. Others become members by an invitation; nobody may insert a row.
create function private.add_owner_as_member()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.property_members (property_id, account_id, role) values (new.id, new.owner_id, 'owner');
  return new;
end
$$;

create trigger accom_properties_add_owner_as_member
  after insert on public.accom_properties
  for each row execute function private.add_owner_as_member();

-- Definer: reads the table that its own policies protect. Stable and called inside a select, so it runs once a statement.
create function private.member_property_ids(p_minimum_role public.member_role default 'staff')
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.property_id
  from public.property_members m
  where m.account_id = (select private.current_account_id()) and m.role >= p_minimum_role
$$;
grant execute on function private.member_property_ids(public.member_role) to authenticated;

-- Definer: the check inside a function, which gets the caller's membership. A property that the caller may not know of is refused
-- like one that does not exist.
create function private.require_membership(p_property_id uuid, p_minimum_role public.member_role)
returns public.property_members
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  caller constant uuid := private.current_account_id();
  own public.property_members;
begin
  select m.* into own from public.property_members m
    where m.property_id = p_property_id and m.account_id = caller;
  if own.role is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if own.role < p_minimum_role then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  return own;
end
$$;

-- Definer: the same check for whoever needs the role alone.
create function private.require_member(p_property_id uuid, p_minimum_role public.member_role)
returns public.member_role
language sql
stable
security definer
set search_path = ''
as $$
  select (private.require_membership(p_property_id, p_minimum_role)).role
$$;

-- Definer: the properties of a member who sees what is charged and paid, for policies of tables that hold nothing else. Stable and
-- called inside a select, so it runs once a statement.
create function private.money_property_ids()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.property_id
  from public.property_members m
  where m.account_id = (select private.current_account_id()) and m.role >= 'staff' and m.sees_money
$$;
grant execute on function private.money_property_ids() to authenticated;

-- Definer: raises unless the caller is a member of at least this role who sees what is charged and paid. Columns cannot be
-- hidden from some members only, so money is in no grant, and functions that begin with this return it.
create function private.require_sight_of_money(p_property_id uuid, p_minimum_role public.member_role)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(p_property_id, p_minimum_role);
  if not exists (
    select from public.property_members m
    where m.property_id = p_property_id and m.account_id = private.current_account_id() and m.sees_money
  ) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
end
$$;

alter table public.property_members enable row level security;

-- Only the functions of member_changes.sql and invitations.sql write.
grant select on public.property_members to authenticated;

-- Members see who their colleagues are.
create policy "members see the members of their properties" on public.property_members
  for select to authenticated
  using (property_id in (select private.member_property_ids('housekeeper')));

-- The list of members shows a colleague's name and address.
create policy "people see themselves and their colleagues" on public.accounts
  for select to authenticated
  using (
    id = (select private.current_account_id())
    or id in (
      select m.account_id from public.property_members m
      where m.property_id in (select private.member_property_ids('housekeeper'))
    )
  );

-- People change their own name; the grant covers no other column.
create policy "people change their own account" on public.accounts
  for update to authenticated
  using (id = (select private.current_account_id()))
  with check (id = (select private.current_account_id()));

-- Everybody who works at a property sees it, housekeepers included: its row has what hangs on the wall of each room, WiFi
-- included, and nothing of a guest.
create policy "members see their properties" on public.accom_properties
  for select to authenticated
  using (id in (select private.member_property_ids('housekeeper')));

-- To authenticated: who is signed in and where they work, or no row where the session has ended. Every page and action of the
-- backoffice begins with it, so it is one call. It runs as the caller: the policies above let people read themselves and the
-- places where they work.
create function public.get_own_account()
returns table (id uuid, email text, places jsonb)
language sql
stable
set search_path = ''
as $$
  select a.id, a.email, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'slug', p.slug, 'name', p.name, 'type', p.type, 'timezone', p.timezone, 'country', p.country,
      'currency', p.currency, 'shortCode', p.short_code, 'defaultLocale', p.default_locale, 'isActive', p.is_active,
      'role', m.role, 'seesDocuments', m.sees_documents, 'seesMoney', m.sees_money
    )), '[]')
    from public.property_members m
    join public.accom_properties p on p.id = m.property_id
    where m.account_id = a.id
  )
  from public.accounts a
  where a.id = (select private.current_account_id())
$$;
grant execute on function public.get_own_account() to authenticated;

-- Managers set what guests read and how they prove who they are.
create policy "managers change their properties" on public.accom_properties
  for update to authenticated
  using (id in (select private.member_property_ids('manager')))
  with check (id in (select private.member_property_ids('manager')));

-- Definer: reads the memberships. Closing a place switches off every code on its walls, so it is the owner's alone; the policy
-- above lets managers change the row, and a policy cannot tell one column from another.
create function private.require_owner_to_close()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.current_account_id() is not null then
    perform private.require_member(new.id, 'owner');
  end if;
  return new;
end
$$;

create trigger accom_properties_require_owner_to_close
  before update of is_active on public.accom_properties
  for each row when (old.is_active is distinct from new.is_active) execute function private.require_owner_to_close();

-- schemas/audit/audit_log.sql

-- A log of the actions that somebody is responsible for. Triggers and functions write it; entries are never changed.

create type public.audit_actor as enum ('account', 'guest', 'job');

create table public.audit_log (
  id uuid primary key default gen_random_uuid(),
  property_id uuid references public.accom_properties (id) on delete restrict,
  actor public.audit_actor not null,
  account_id uuid references public.accounts (id) on delete restrict,
  action text not null,
  table_name text not null,
  row_id uuid,
  detail jsonb not null default '{}',
  -- The lowest role that may undo the entry (undo.sql). Null: it can't be undone.
  undo_role public.member_role,
  -- The entry that this one undid. Not a foreign key: no entry is ever deleted.
  undoes uuid,
  created_at timestamptz not null default now()
);

-- No entry is undone twice. Partial, so that it is small: the history looks here which entries of a page were undone.
create unique index audit_log_is_undone_once on public.audit_log (undoes) where undoes is not null;

-- The history of a property, newest first; by person, by table and by action, each of which may be rare in it.
create index audit_log_property on public.audit_log (property_id, created_at desc, id desc);
create index audit_log_person on public.audit_log (property_id, account_id, created_at desc, id desc);
create index audit_log_table on public.audit_log (property_id, table_name, created_at desc, id desc);
create index audit_log_action on public.audit_log (property_id, action, created_at desc, id desc);
create index audit_log_account on public.audit_log (account_id);

-- The history of one row.
create index audit_log_row on public.audit_log (row_id, created_at desc);

-- Refuses every change, also by the table's owner: entries are only added.
create function private.forbid_change_of_audit_log()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.raise_api_error(409, 'conflict', '{"reason": "audit_log_is_append_only"}');
  return null;
end
$$;

create trigger audit_log_is_append_only
  before update or delete or truncate on public.audit_log
  for each statement execute function private.forbid_change_of_audit_log();

-- Who acts in this transaction: this account, or without one the server for guests or a job, as the token says.
create function private.actor_of(p_account_id uuid)
returns public.audit_actor
language sql
stable
set search_path = ''
as $$
  select case
    when p_account_id is not null then 'account'
    when auth.role() = 'guest_api' then 'guest'
    else 'job'
  end::public.audit_actor
$$;

-- Definer: no role may insert. Who acted is read from the token, not from an argument.
create function private.write_audit(
  p_property_id uuid,
  p_action text,
  p_table text,
  p_row_id uuid,
  p_detail jsonb default '{}',
  p_undo_role public.member_role default null,
  p_undoes uuid default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
begin
  insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail, undo_role, undoes)
  values (
    p_property_id,
    private.actor_of(account),
    account, p_action, p_table, p_row_id, p_detail, p_undo_role, p_undoes
  );
end
$$;

alter table public.audit_log enable row level security;

grant select on public.audit_log to authenticated;

-- Managers are responsible for what their members did. Whoever took a step undoes it within ten minutes (undo.sql), and needs
-- its entry for that. One policy, since Postgres checks each of several for every row.
create policy "managers read the log, and members what they did in the last ten minutes" on public.audit_log
  for select to authenticated
  using (
    property_id in (select private.member_property_ids('manager'))
    or account_id = (select private.current_account_id())
    and created_at > now() - interval '10 minutes'
    and property_id in (select private.member_property_ids('housekeeper'))
  );

-- schemas/audit/row_changes.sql

-- The log of what members change in tables. A table is logged by one line:
--   create trigger <table>_audit after insert or update or delete on public.<table>
--     for each row execute function private.audit_row_change('manager');

-- What the log has of a row: all but when it was last written, which the entry tells, and the hashes of secrets.
create function private.describe_logged_row(p_row jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_row - 'updated_at' - array(select key from jsonb_object_keys(p_row) key where key like '%\_hash')
$$;

-- The values of the columns that differ from those of another state of the row, without the columns that are left out.
create function private.pick_changes(p_row jsonb, p_other jsonb, p_left_out text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
  from jsonb_each(p_row)
  where value is distinct from p_other -> key and key <> all (p_left_out)
$$;

-- Definer: writes the log for whoever changed the row. The entry has the values before and after: of a new or removed row
-- all columns, of a changed one those that changed. `name` is what the row is called, so that a removed row still has its
-- name in the history; a membership is called by its account.
-- The first argument is the lowest role that may undo the entry; without it the entry can't be undone. The others are
-- columns which only functions of ours change, each with an entry of its own.
create function private.audit_row_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  was jsonb := private.describe_logged_row(to_jsonb(old));
  becomes jsonb := private.describe_logged_row(to_jsonb(new));
  changed jsonb := coalesce(becomes, was);
  property constant uuid := coalesce(changed ->> 'property_id', changed ->> 'id');
  left_out constant text[] := coalesce(tg_argv[1:], '{}');
  detail jsonb;
begin
  if tg_op = 'UPDATE' then
    detail := jsonb_build_object(
      'from', private.pick_changes(was, becomes, left_out), 'to', private.pick_changes(becomes, was, left_out)
    );
  else
    detail := jsonb_build_object('from', was, 'to', becomes);
  end if;
  -- Nothing to tell, or the property itself is being deleted, so that an entry can't refer to it.
  if detail -> 'to' = '{}' or not exists (select from public.accom_properties p where p.id = property) then
    return null;
  end if;
  perform private.write_audit(
    property,
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_name, (changed ->> 'id')::uuid,
    detail || jsonb_strip_nulls(jsonb_build_object(
      'name', coalesce(changed ->> 'name', changed ->> 'room_number', changed ->> 'title', changed ->> 'label'),
      'accountId', changed ->> 'account_id',
      'reason', nullif(current_setting('gudbro.undo_reason', true), ''),
      'chain', nullif(current_setting('gudbro.chain', true), '')
    )),
    tg_argv[0]::public.member_role,
    nullif(current_setting('gudbro.undoes', true), '')::uuid
  );
  return null;
end
$$;

-- Ownership is moved by hand_over_property and require_one_owner, which log it.
create trigger accom_properties_audit
  after insert or update on public.accom_properties
  for each row execute function private.audit_row_change('manager', 'owner_id');

-- Not undone as a row is: who may change a membership depends on its role.
create trigger property_members_audit
  after insert or update or delete on public.property_members
  for each row execute function private.audit_row_change();

-- schemas/audit/steps.sql

-- The log of the desk's day: who ordered, confirmed, rejected or reported what. Unlike the log of row_changes.sql it has only the
-- columns that are named, and so no word of a guest: entries are never deleted. A table is logged by one line:
--   create trigger <table>_steps after insert or update on public.<table>
--     for each row execute function private.audit_step('staff', 'status', …);

-- These columns of a row.
create function private.pick_columns(p_row jsonb, p_columns text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_row) where key = any (p_columns)
$$;

-- Definer: writes the log for whoever added the row or took a step with it. The first argument is the lowest role that may
-- undo a step of a member; what a guest did is not undone by anybody. The others are the columns that are logged. The name of
-- the entry is the number of the row's room. Steps that one call takes with several rows have the same `chain`, and are undone
-- together.
create function private.audit_step()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  logged constant text[] := tg_argv[1:];
  becomes constant jsonb := private.pick_columns(to_jsonb(new), logged);
  was jsonb := '{}';
  is_step constant boolean := tg_op = 'UPDATE';
begin
  if is_step then
    was := private.pick_columns(to_jsonb(old), logged);
    if was = becomes then
      return null;
    end if;
  end if;
  perform private.write_audit(
    new.property_id, case when is_step then 'changed' else 'added' end, tg_table_name, new.id,
    jsonb_build_object('from', private.pick_changes(was, becomes, '{}'), 'to', private.pick_changes(becomes, was, '{}'))
      || jsonb_strip_nulls(jsonb_build_object(
        'name', (select r.room_number from public.accom_rooms r where r.id = (to_jsonb(new) ->> 'room_id')::uuid),
        'reason', nullif(current_setting('gudbro.undo_reason', true), ''),
        'chain', nullif(current_setting('gudbro.chain', true), '')
      )),
    case when is_step and private.current_account_id() is not null then tg_argv[0]::public.member_role end,
    nullif(current_setting('gudbro.undoes', true), '')::uuid
  );
  return null;
end
$$;

-- schemas/audit/undo.sql

-- Undoing what a member changed. Only entries that private.audit_row_change or private.audit_step wrote with an undo role can be
-- undone.

-- Whether a row has these values.
create function private.has_values(p_row jsonb, p_values jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_row is not null and not exists (
    select from jsonb_each(p_values) e where p_row -> e.key is distinct from e.value
  )
$$;

-- The names of these columns for a statement.
create function private.list_columns(p_values jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select string_agg(quote_ident(key), ', ') from jsonb_object_keys(p_values) key
$$;

-- Raises if rows of another table belong to this one and would be deleted with it. Rows that only forget it stay, and a row
-- that each one has for itself goes with it, as the state of a room does.
create function private.require_no_dependents(p_table regclass, p_row jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  link record;
  is_used boolean;
begin
  for link in
    select c.conrelid::regclass as child, (
      select string_agg(format('t.%I = ($1 ->> %L)::uuid', child.attname, parent.attname), ' and ')
      from unnest(c.conkey, c.confkey) as pair (child_column, parent_column)
      join pg_catalog.pg_attribute child on child.attrelid = c.conrelid and child.attnum = pair.child_column
      join pg_catalog.pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = pair.parent_column
    ) as condition
    from pg_catalog.pg_constraint c
    where c.contype = 'f' and c.confrelid = p_table and c.confdeltype <> 'n'
      and not exists (
        select from pg_catalog.pg_constraint own
        where own.conrelid = c.conrelid and own.contype in ('p', 'u') and own.conkey <@ c.conkey
      )
  loop
    execute format('select exists (select from %s t where %s)', link.child, link.condition) into is_used using p_row;
    if is_used then
      perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
    end if;
  end loop;
end
$$;

-- Brings a removed row back with its id, and the rows that were deleted with it because they belonged to it: those that the
-- same transaction removed and that name it. Each gets an entry that undoes its own.
create function private.restore_row(p_change public.audit_log)
returns void
language plpgsql
set search_path = ''
as $$
declare
  child public.audit_log;
  values constant jsonb := p_change.detail -> 'from';
begin
  perform set_config('gudbro.undoes', p_change.id::text, true);
  execute format(
    'insert into public.%1$I (%2$s) select %2$s from jsonb_populate_record(null::public.%1$I, $1)',
    p_change.table_name, private.list_columns(values)
  ) using values;
  for child in
    select l.* from public.audit_log l
    where l.property_id = p_change.property_id and l.created_at = p_change.created_at and l.action = 'removed'
      and l.id <> p_change.id
      and exists (
        select from jsonb_each_text(l.detail -> 'from') e where e.key <> 'id' and e.value = p_change.row_id::text
      )
      and not exists (select from public.audit_log undone where undone.undoes = l.id)
  loop
    perform private.restore_row(child);
  end loop;
end
$$;

-- Whether this transaction reverses an entry: only then a step may go back.
create function private.is_undoing()
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(current_setting('gudbro.undoes', true), '') <> ''
$$;

-- Reverses one entry, if the row still has what the entry gave it.
create function private.reverse_change(p_change public.audit_log)
returns void
language plpgsql
set search_path = ''
as $$
declare
  old_values constant jsonb := p_change.detail -> 'from';
  found_row jsonb;
begin
  if p_change.action = 'removed' then
    perform private.restore_row(p_change);
    return;
  end if;
  perform set_config('gudbro.undoes', p_change.id::text, true);
  execute format('select to_jsonb(t) from public.%I t where t.id = $1 for update', p_change.table_name)
    into found_row using p_change.row_id;
  if not private.has_values(found_row, p_change.detail -> 'to') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if p_change.action = 'changed' then
    execute format(
      'update public.%1$I set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $2)) where id = $1',
      p_change.table_name, private.list_columns(old_values)
    ) using p_change.row_id, old_values;
  else
    perform private.require_no_dependents(format('public.%I', p_change.table_name)::regclass, found_row);
    execute format('delete from public.%I where id = $1', p_change.table_name) using p_change.row_id;
  end if;
end
$$;

-- Locks this entry and those of its chain, in one order, so that of two who undo them at once one waits for the other.
create function private.lock_chain(p_change public.audit_log)
returns public.audit_log[]
language plpgsql
set search_path = ''
as $$
declare
  ids uuid[] := array[p_change.id];
begin
  if p_change.detail ? 'chain' then
    ids := array(
      select l.id from public.audit_log l
      where l.property_id = p_change.property_id and l.created_at = p_change.created_at
        and l.detail -> 'chain' = p_change.detail -> 'chain'
    );
  end if;
  perform from public.audit_log l where l.id = any (ids) order by l.id for update;
  return array(select l from public.audit_log l where l.id = any (ids) order by l.id);
end
$$;

-- Reverses the entries of a chain, each with an entry of its own. Stays that one call moved pass through one another's beds on
-- the way back too, so all give up their beds first.
create function private.reverse_chain(p_changes public.audit_log[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  change public.audit_log;
begin
  if cardinality(p_changes) > 1 then
    perform set_config('gudbro.chain', gen_random_uuid()::text, true);
    perform private.give_up_beds(
      array(select c.row_id from unnest(p_changes) c),
      array(select (c.detail -> 'from' ->> 'room_id')::uuid from unnest(p_changes) c)
    );
  end if;
  foreach change in array p_changes loop
    perform private.reverse_change(change);
  end loop;
  perform set_config('gudbro.chain', '', true);
end
$$;

-- The same, with the reason for the log, and with the name of why a constraint refuses now what was there before.
create function private.try_to_reverse_changes(p_changes public.audit_log[], p_reason text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('gudbro.undo_reason', coalesce(p_reason, ''), true);
  perform private.reverse_chain(p_changes);
  perform set_config('gudbro.undoes', '', true), set_config('gudbro.undo_reason', '', true);
exception
  when unique_violation or exclusion_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "taken_meanwhile"}');
  when foreign_key_violation then
    if p_changes[1].action = 'added' then
      perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
    end if;
    perform private.raise_api_error(409, 'conflict', '{"reason": "parent_is_gone"}');
  when check_violation or not_null_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
end
$$;

-- Definer, to authenticated: undoes an entry of the log. Within ten minutes its author does so plainly; later, and for the
-- entries of others, a manager does and says why. Undoing is an entry too, so it can be undone in its turn, but no entry is
-- undone twice: the lock on the entry makes two who try at once wait for each other. What one call did to several rows is undone
-- whole or not at all. Returns the id of the new entry.
create function public.undo_change(change_id uuid, reason text default null)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  change public.audit_log;
  chain public.audit_log[];
  why constant text := nullif(btrim(undo_change.reason), '');
begin
  select * into change from public.audit_log l where l.id = undo_change.change_id;
  perform private.require_member(change.property_id, coalesce(change.undo_role, 'manager'));
  if change.table_name = 'accom_guest_documents' then
    perform private.require_sight_of_documents(change.property_id);
  end if;
  if change.undo_role is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "not_undoable"}');
  end if;
  chain := private.lock_chain(change);
  if exists (select from public.audit_log l where l.undoes = any (array(select c.id from unnest(chain) c))) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "undone_already"}');
  end if;
  if change.account_id is distinct from private.current_account_id() or change.created_at <= now() - interval '10 minutes' then
    perform private.require_member(change.property_id, 'manager');
    if why is null then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "undo_needs_a_reason"}');
    end if;
  end if;
  if length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
  end if;
  perform private.try_to_reverse_changes(chain, why);
  return (select l.id from public.audit_log l where l.undoes = change.id);
end
$$;
grant execute on function public.undo_change(uuid, text) to authenticated;

-- schemas/audit/history.sql

-- The history of a property: its entries as managers read them, newest first.

-- The name of an account, for those who may read the history: also of somebody who works there no longer.
create function private.name_account(p_account public.accounts)
returns text
language sql
immutable
set search_path = ''
as $$
  select coalesce(nullif(p_account.display_name, ''), p_account.email)
$$;

-- An entry as a manager reads it. A membership is called by the name of its account.
create function private.describe_entry(p_entry public.audit_log, p_people jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_entry.id,
    'at', p_entry.created_at,
    'actor', p_entry.actor,
    'personId', p_entry.account_id,
    'person', p_people ->> p_entry.account_id::text,
    'action', p_entry.action,
    'table', p_entry.table_name,
    'rowId', p_entry.row_id,
    'name', coalesce(
      p_entry.detail ->> 'name', p_entry.detail ->> 'roomNumber', p_people ->> (p_entry.detail ->> 'accountId')
    ),
    'detail', p_entry.detail,
    'canUndo', p_entry.undo_role is not null,
    'undoes', p_entry.undoes
  )
$$;

-- Everybody who has an entry at the property, as { account: name }. It steps from one account to the next in the index, so
-- its cost grows with the people and not with the entries.
create function private.name_people_of_history(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with recursive person as (
    (
      select l.account_id from public.audit_log l
      where l.property_id = p_property_id and l.account_id is not null
      order by l.account_id limit 1
    )
    union all
    select (
      select l.account_id from public.audit_log l
      where l.property_id = p_property_id and l.account_id > person.account_id
      order by l.account_id limit 1
    )
    from person where person.account_id is not null
  )
  select coalesce(jsonb_object_agg(a.id, private.name_account(a)), '{}')
  from public.accounts a
  where a.id in (select person.account_id from person)
    or a.id in (select m.account_id from public.property_members m where m.property_id = p_property_id)
$$;

-- The rooms, room types and categories that these entries moved a row from or to, as { id: name }. One that is gone is missing. In
-- plpgsql, because the tables are made after the log.
create function private.name_parents_of_entries(p_entries public.audit_log[])
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  parents constant uuid[] := array(
    select named.id::uuid
    from unnest(p_entries) e,
      lateral (values (e.detail -> 'from'), (e.detail -> 'to')) sides (side),
      lateral (values
        (side ->> 'room_type_id'), (side ->> 'category_id'), (side ->> 'room_id'), (side ->> 'assignee_id')
      ) named (id)
    where named.id is not null
  );
begin
  if parents = '{}' then
    return '{}';
  end if;
  return coalesce((
    select jsonb_object_agg(parent.id, parent.name)
    from (
      select t.id, t.name from public.accom_room_types t where t.id = any (parents)
      union all
      select c.id, c.name from public.accom_service_categories c where c.id = any (parents)
      union all
      select r.id, r.room_number from public.accom_rooms r where r.id = any (parents)
      union all
      select a.id, coalesce(nullif(a.display_name, ''), a.email) from public.accounts a where a.id = any (parents)
    ) parent
  ), '{}');
end
$$;

-- Definer, to authenticated: one page of the history for managers, and who is in it. It names people who have left, whose
-- accounts managers may no longer read. Each filter is one value, so that each has an index; days are those of the property.
-- `after_at` and `after_id` are of the last entry of the page before. A plan is made for each call, because it depends on which
-- filters are there.
create function public.read_history(
  property_id uuid,
  person uuid default null,
  thing text default null,
  action text default null,
  first_day date default null,
  last_day date default null,
  row_id uuid default null,
  entry_id uuid default null,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 50
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  zone text;
  people jsonb;
  entries public.audit_log[];
begin
  perform private.require_member(read_history.property_id, 'manager');
  select p.timezone into zone from public.accom_properties p where p.id = read_history.property_id;
  people := private.name_people_of_history(read_history.property_id);
  select array_agg(page) into entries from (
    select l.* from public.audit_log l
    where l.property_id = read_history.property_id
      and (read_history.person is null or l.account_id = read_history.person)
      and (read_history.thing is null or l.table_name = read_history.thing)
      and (read_history.action is null or l.action = read_history.action)
      and (read_history.row_id is null or l.row_id = read_history.row_id)
      and (read_history.entry_id is null or l.id = read_history.entry_id)
      and (first_day is null or l.created_at >= first_day::timestamp at time zone zone)
      and (last_day is null or l.created_at < (last_day + 1)::timestamp at time zone zone)
      and (after_at is null or (l.created_at, l.id) < (after_at, after_id))
    order by l.created_at desc, l.id desc
    limit least(greatest(page_size, 1), 500) + 1
  ) page;
  return jsonb_build_object(
    'people', people,
    'names', private.name_parents_of_entries(entries),
    'entries', coalesce((
      select jsonb_agg(
        private.describe_entry(entry, people) || jsonb_build_object('undoneBy', undone.id)
        order by entry.created_at desc, entry.id desc
      )
      from unnest(entries) entry
      left join (
        select l.id, l.undoes from public.audit_log l
        where l.undoes = any (array(select e.id from unnest(entries) e))
      ) undone on undone.undoes = entry.id
    ), '[]')
  );
end
$$;
grant execute on function public.read_history(uuid, uuid, text, text, date, date, uuid, uuid, timestamptz, uuid, integer) to authenticated;

-- The history of a booking or a guest session for the desk, newest first: who took which step, and whether the caller can undo it
-- plainly. Of what changed it has no word of the guest, because the log has none.
create function private.describe_stay_history(p_table text, p_row_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', entry.id, 'at', entry.created_at, 'actor', entry.actor, 'person', private.name_account(a), 'action', entry.action,
    'from', entry.detail -> 'from', 'to', entry.detail -> 'to',
    'isUndo', entry.undoes is not null, 'isUndone', undone.id is not null,
    'canUndo', entry.undo_role is not null and undone.id is null
      and entry.account_id = private.current_account_id() and entry.created_at > now() - interval '10 minutes'
  ) order by entry.created_at desc, entry.id desc), '[]')
  from (
    select l.* from public.audit_log l
    where l.row_id = p_row_id and l.table_name = p_table
    order by l.created_at desc, l.id desc
    limit 50
  ) entry
  left join public.accounts a on a.id = entry.account_id
  left join public.audit_log undone on undone.undoes = entry.id
$$;

-- schemas/jobs/jobs.sql

-- The outbox: what has to reach somebody outside the database, such as a mail. A job is written in the transaction of what it
-- tells of, so it is there exactly if that is. The process apps/jobs claims it, does it and finishes it, as jobs_api.

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  -- Null: a job of no place.
  property_id uuid references public.accom_properties (id) on delete cascade,
  kind text not null,
  -- What makes the job the same one when it is enqueued again.
  job_key text not null,
  -- The row that it tells of, for the desk's screens. No foreign key: that row may be gone before the job is done.
  about_id uuid,
  -- Ids and codes. What is personal is read at the moment of sending.
  payload jsonb not null default '{}',
  -- Not before then.
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  -- Who works on it, and until when nobody else may.
  claim uuid,
  claimed_until timestamptz,
  -- Why the last try failed: a code, and the status with which a mail or push server refused.
  last_error text,
  last_status integer,
  failed_at timestamptz,
  done_at timestamptz,
  -- 'untold': it was not true any more when it was about to be told. 'done': it tells nobody.
  outcome text,
  dead_at timestamptz,
  created_at timestamptz not null default now(),
  constraint jobs_are_enqueued_once unique (kind, job_key),
  constraint jobs_kind_has_its_form check (kind ~ '^[a-z][a-z_]{0,59}$'),
  constraint jobs_key_is_short check (length(job_key) between 1 and 200),
  constraint jobs_payload_is_small check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 4000),
  constraint jobs_error_is_a_code check (last_error ~ '^[a-z][a-z_]{0,59}$'),
  constraint jobs_outcome_is_known check (outcome in ('told', 'untold', 'done')),
  constraint jobs_are_done_with_an_outcome check ((done_at is null) = (outcome is null)),
  constraint jobs_end_once check (done_at is null or dead_at is null),
  constraint jobs_claims_have_an_end check ((claim is null) = (claimed_until is null))
);

-- What can be claimed, what a screen shows about a row, the dead ones of a property, and what is swept.
create index jobs_waiting on public.jobs (run_at, id) where done_at is null and dead_at is null;
create index jobs_about on public.jobs (about_id, created_at desc) where about_id is not null;
create index jobs_property on public.jobs (property_id);
create index jobs_dead on public.jobs (property_id, dead_at desc, id desc) where dead_at is not null;
create index jobs_done on public.jobs (done_at) where done_at is not null;

-- No policy and no grant: functions alone reach it.
alter table public.jobs enable row level security;

-- Enqueues a job, once: a second one of the same kind and key is left out. Called in the transaction of what the job tells of.
-- Returns its id, or null where there is one already.
create function private.enqueue_job(
  p_kind text,
  p_key text,
  p_property_id uuid default null,
  p_about_id uuid default null,
  p_payload jsonb default '{}',
  p_run_at timestamptz default now()
)
returns uuid
language sql
volatile
set search_path = ''
as $$
  insert into public.jobs (kind, job_key, property_id, about_id, payload, run_at)
  values (p_kind, p_key, p_property_id, p_about_id, p_payload, p_run_at)
  on conflict (kind, job_key) do nothing
  returning id
$$;

-- How many times a job is tried.
create function private.most_attempts()
returns integer
language sql
immutable
set search_path = ''
as $$
  select 10
$$;

-- How long to wait after this attempt failed: half a minute, doubled each time up to six hours, and up to a fifth more or less, so
-- that what failed together is not tried again together. `p_random` is from 0 to 1.
create function private.job_delay(p_attempt integer, p_random double precision)
returns interval
language sql
immutable
set search_path = ''
as $$
  select make_interval(secs => least(30 * 2 ^ (p_attempt - 1), 21600) * (0.8 + 0.4 * p_random))
$$;

-- The jobs whose process ended at the last try. Without this a job that ends each process that takes it would be tried for ever.
create function private.bury_abandoned_jobs()
returns void
language sql
volatile
set search_path = ''
as $$
  update public.jobs j
    set dead_at = now(), claim = null, claimed_until = null, last_error = 'process_ended', last_status = null, failed_at = now()
    where j.id in (
      select a.id from public.jobs a
      where a.done_at is null and a.dead_at is null and a.claimed_until <= now() and a.attempts >= private.most_attempts()
      for update skip locked
    )
$$;

-- Definer, to jobs_api: takes jobs of these kinds that are due, the oldest first, for so long that a process that is still alive
-- has done them. After that another one may take them. Rows that are locked are skipped, so any number of processes may
-- claim at the same time and none gets another's job.
create function public.claim_jobs(kinds text[], max_jobs integer, lease_seconds integer)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  claimed jsonb;
begin
  if (max_jobs between 1 and 100 and lease_seconds between 10 and 600 and cardinality(kinds) <= 100) is not true then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  perform private.bury_abandoned_jobs();
  with due as (
    select j.id from public.jobs j
    where j.done_at is null and j.dead_at is null and j.run_at <= now() and j.kind = any (claim_jobs.kinds)
      and coalesce(j.claimed_until <= now(), true)
    order by j.run_at, j.id
    limit max_jobs
    for update skip locked
  ), taken as (
    update public.jobs j
      set attempts = j.attempts + 1, claim = gen_random_uuid(), claimed_until = now() + make_interval(secs => lease_seconds)
      from due where j.id = due.id
      returning j.*
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id, 'claim', t.claim, 'kind', t.kind, 'propertyId', t.property_id, 'attempt', t.attempts, 'payload', t.payload
  ) order by t.run_at, t.id), '[]') into claimed from taken t;
  return claimed;
end
$$;
grant execute on function public.claim_jobs(text[], integer, integer) to jobs_api;

-- The job, as long as this claim holds it. The functions that tell jobs_api what to send begin with it, so its key alone reads
-- nothing about anybody.
create function private.claimed_job(p_job_id uuid, p_claim uuid, p_kind text)
returns public.jobs
language plpgsql
stable
set search_path = ''
as $$
declare
  job public.jobs;
begin
  select * into job from public.jobs j
    where j.id = p_job_id and j.claim = p_claim and j.kind = p_kind and j.claimed_until > now();
  if job.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return job;
end
$$;

-- Definer, to jobs_api: the job is done. False: it was taken by another process meanwhile, or is gone.
create function public.finish_job(job_id uuid, claim uuid, outcome text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.jobs j
    set done_at = now(), outcome = finish_job.outcome, claim = null, claimed_until = null
    where j.id = finish_job.job_id and j.claim = finish_job.claim;
  return found;
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.finish_job(uuid, uuid, text) to jobs_api;

-- Definer, to jobs_api: a try failed. The job waits for the next one, not before `retry_after_seconds`, or is dead: after the last
-- try, and where trying again cannot help. Returns 'waiting', 'dead', or 'lost' where this claim does not hold the job any more.
create function public.fail_job(
  job_id uuid,
  claim uuid,
  error text,
  is_final boolean,
  status integer default null,
  retry_after_seconds integer default null
)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job public.jobs;
  is_dead boolean;
begin
  select * into job from public.jobs j where j.id = fail_job.job_id and j.claim = fail_job.claim for update;
  if job.id is null then
    return 'lost';
  end if;
  is_dead := is_final or job.attempts >= private.most_attempts();
  update public.jobs j
    set last_error = fail_job.error, last_status = fail_job.status, failed_at = now(), claim = null, claimed_until = null,
      dead_at = case when is_dead then now() end,
      run_at = now() + greatest(
        private.job_delay(job.attempts, random()),
        make_interval(secs => least(coalesce(retry_after_seconds, 0), 86400))
      )
    where j.id = job.id;
  return case when is_dead then 'dead' else 'waiting' end;
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.fail_job(uuid, uuid, text, boolean, integer, integer) to jobs_api;

-- Deletes jobs two weeks after they were done, and dead ones after three months. Returns how many.
create function private.drop_old_jobs()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.jobs j
    where j.done_at <= now() - interval '14 days' or j.dead_at <= now() - interval '90 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- schemas/member_changes.sql

-- How a membership changes and ends. How it begins: invitations.sql.

-- Whether an account may give somebody this role and these switches at the property, or take them: owners every role,
-- managers those below their own, and nobody a switch that is off for themselves.
create function private.may_give_role(
  p_account_id uuid,
  p_property_id uuid,
  p_role public.member_role,
  p_sees_documents boolean default false,
  p_sees_money boolean default false
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_role is not null and exists (
    select from public.property_members m
    where m.account_id = p_account_id and m.property_id = p_property_id
      and (m.role = 'owner' or (m.role = 'manager' and p_role < 'manager'))
      and (m.sees_documents or not p_sees_documents)
      and (m.sees_money or not p_sees_money)
  )
$$;

-- Definer: must see all owners, whoever writes. A property keeps an owner, and accom_properties.owner_id is always one of
-- them: when its account stops being one, the member who has been an owner for longest takes its place. The lock on the
-- property makes two owners who leave at the same moment wait for each other.
create function private.require_one_owner()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  heir uuid;
begin
  select * into property from public.accom_properties where id = old.property_id for update;
  if not found then
    return null;
  end if;
  select m.account_id into heir from public.property_members m
    where m.property_id = old.property_id and m.role = 'owner'
    order by m.account_id = property.owner_id desc, m.created_at, m.id
    limit 1;
  if heir is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "last_owner"}');
  end if;
  if heir <> property.owner_id then
    update public.accom_properties p set owner_id = heir where p.id = property.id;
    perform private.write_audit(
      property.id, 'ownership_moved', 'accom_properties', property.id,
      jsonb_build_object('from', property.owner_id, 'to', heir)
    );
  end if;
  return null;
end
$$;

create trigger property_members_require_one_owner
  after update or delete on public.property_members
  for each row when (old.role = 'owner') execute function private.require_one_owner();

-- Definer: the membership, for whoever may change it. The property is locked before the row, as everywhere, so that changes
-- of several members wait for each other. A member of a property that the caller may not know of is not found.
create function private.lock_member(p_member_id uuid)
returns public.property_members
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members;
begin
  select * into member from public.property_members m where m.id = p_member_id;
  perform private.require_member(member.property_id, 'manager');
  perform from public.accom_properties p where p.id = member.property_id for update;
  select * into member from public.property_members m where m.id = p_member_id for update;
  if member.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if not private.may_give_role(private.current_account_id(), member.property_id, member.role) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  return member;
end
$$;

-- Definer, to authenticated: changes the role and the switches of a member, as seen at this version (updated_at). Owners
-- change everybody's, managers those of staff and housekeepers. A switch that is left out stays, and follows the role where
-- it must: housekeepers see neither, owners both. Nobody can raise themselves: owners are at the top, and a manager may not
-- change managers.
create function public.change_member(
  member_id uuid,
  version timestamptz,
  role public.member_role,
  sees_documents boolean default null,
  sees_money boolean default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members := private.lock_member(change_member.member_id);
  documents boolean := coalesce(
    change_member.sees_documents, change_member.role = 'owner' or (change_member.role <> 'housekeeper' and member.sees_documents)
  );
  money boolean := coalesce(
    change_member.sees_money, change_member.role = 'owner' or (change_member.role <> 'housekeeper' and member.sees_money)
  );
begin
  if member.updated_at is distinct from change_member.version then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if not private.may_give_role(
    private.current_account_id(), member.property_id, change_member.role,
    documents and not member.sees_documents, money and not member.sees_money
  ) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  update public.property_members m
    set role = change_member.role, sees_documents = documents, sees_money = money
    where m.id = member.id;
exception
  when check_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "switches_do_not_fit_the_role"}');
end
$$;
grant execute on function public.change_member(uuid, timestamptz, public.member_role, boolean, boolean) to authenticated;

-- Definer, to authenticated: ends the membership of somebody, by whoever may change it. Invitations that they made open
-- nothing from then on. The last owner can't be removed.
create function public.remove_member(member_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  member constant public.property_members := private.lock_member(remove_member.member_id);
begin
  delete from public.property_members m where m.id = member.id;
end
$$;
grant execute on function public.remove_member(uuid) to authenticated;

-- Definer, to authenticated: anybody may leave, except the last owner.
create function public.leave_property(property_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(leave_property.property_id, 'housekeeper');
  perform from public.accom_properties p where p.id = leave_property.property_id for update;
  delete from public.property_members m
    where m.property_id = leave_property.property_id and m.account_id = private.current_account_id();
end
$$;
grant execute on function public.leave_property(uuid) to authenticated;

-- Definer, to authenticated: an owner hands their ownership to another member and becomes a manager, in one step. Where the
-- property is in the caller's name (owner_id), it is in the other's from then on.
create function public.hand_over_property(property_id uuid, member_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  heir public.property_members;
begin
  perform from public.accom_properties p where p.id = hand_over_property.property_id for update;
  perform private.require_member(hand_over_property.property_id, 'owner');
  select * into heir from public.property_members m
    where m.id = hand_over_property.member_id and m.property_id = hand_over_property.property_id and m.account_id <> account;
  if heir.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  update public.property_members m set role = 'owner', sees_documents = true, sees_money = true where m.id = heir.id;
  update public.accom_properties p set owner_id = heir.account_id
    where p.id = hand_over_property.property_id and p.owner_id = account;
  update public.property_members m set role = 'manager'
    where m.property_id = hand_over_property.property_id and m.account_id = account;
  perform private.write_audit(
    hand_over_property.property_id, 'ownership_handed_over', 'accom_properties', hand_over_property.property_id,
    jsonb_build_object('from', account, 'to', heir.account_id)
  );
end
$$;
grant execute on function public.hand_over_property(uuid, uuid) to authenticated;

-- schemas/invitations.sql

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

-- schemas/rooms/room_types.sql

-- A type of room: what a guest reads of it, and what a night in it costs. Prices are whole minor units of the property's
-- currency, for what is booked: a private room, or one bed of a dorm.

create table public.accom_room_types (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  name text not null,
  description text not null default '',
  images text[] not null default '{}',
  -- How many guests it sleeps, for its text and for rooms that are added. A room may sleep fewer or more.
  capacity integer not null default 2,
  -- Null: the guest asks for the price.
  price integer,
  -- Null: a weekend costs as much as any other night.
  weekend_price integer,
  -- The days, 1 is Monday, on whose evening a weekend night begins.
  weekend_nights integer[] not null default '{5,6}',
  minimum_nights integer not null default 1,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_room_types_id_and_property unique (id, property_id),
  constraint accom_room_types_name_is_short check (length(btrim(name)) between 1 and 120),
  constraint accom_room_types_description_is_short check (length(description) <= 2000),
  constraint accom_room_types_images_have_their_form check (private.are_pictures(images)),
  constraint accom_room_types_capacity_is_sane check (capacity between 1 and 200),
  -- A night for nothing is no offer of this page.
  constraint accom_room_types_prices_are_sane check (
    price between 1 and 1000000000 and weekend_price between 1 and 1000000000
  ),
  constraint accom_room_types_weekend_price_needs_a_price check (weekend_price is null or price is not null),
  constraint accom_room_types_weekend_nights_are_days check (
    cardinality(weekend_nights) between 1 and 6 and array_ndims(weekend_nights) = 1
    and weekend_nights <@ '{1,2,3,4,5,6,7}'
  ),
  constraint accom_room_types_minimum_nights_are_sane check (minimum_nights between 1 and 90),
  constraint accom_room_types_translations_have_their_shape check (private.is_translations(translations))
);

create index accom_room_types_property on public.accom_room_types (property_id, sort_order, id);

-- Other prices for some nights: from the first night to the last one, both included.
create table public.accom_room_type_seasons (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_type_id uuid not null,
  name text not null,
  first_night date not null,
  last_night date not null,
  price integer not null,
  -- Null: a weekend of the season costs as much as its other nights.
  weekend_price integer,
  -- Null: as outside the season.
  minimum_nights integer,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_room_type_seasons_type_of_property foreign key (room_type_id, property_id)
    references public.accom_room_types (id, property_id) on delete cascade,
  constraint accom_room_type_seasons_name_is_short check (length(btrim(name)) between 1 and 80),
  constraint accom_room_type_seasons_end_after_they_start check (last_night >= first_night),
  constraint accom_room_type_seasons_dates_are_sane check (first_night >= '2000-01-01' and last_night < '2200-01-01'),
  constraint accom_room_type_seasons_prices_are_sane check (
    price between 1 and 1000000000 and weekend_price between 1 and 1000000000
  ),
  constraint accom_room_type_seasons_minimum_nights_are_sane check (minimum_nights between 1 and 90),
  constraint accom_room_type_seasons_translations_have_their_shape check (private.is_translations(translations)),
  -- So that each night has one price.
  constraint accom_room_type_seasons_do_not_overlap exclude using gist (
    room_type_id with =,
    daterange(first_night, last_night, '[]') with &&
  )
);

create index accom_room_type_seasons_type on public.accom_room_type_seasons (room_type_id, property_id, first_night);
create index accom_room_type_seasons_property on public.accom_room_type_seasons (property_id);

-- Not for sort_order: a type that was moved in the list is still the type that somebody has open in a form.
create trigger accom_room_types_touch_updated_at
  before update of
    name, description, images, capacity, price, weekend_price, weekend_nights, minimum_nights, is_active, translations
  on public.accom_room_types
  for each row execute function private.touch_updated_at();

create trigger accom_room_type_seasons_touch_updated_at
  before update on public.accom_room_type_seasons
  for each row execute function private.touch_updated_at();

-- Names why a season is refused: the exclusion constraint, which holds also while two write at once, has no reason for a form.
create function private.forbid_overlapping_seasons()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from public.accom_room_type_seasons s
    where s.room_type_id = new.room_type_id and s.id <> new.id
      and s.first_night <= new.last_night and s.last_night >= new.first_night
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "seasons_overlap"}');
  end if;
  return new;
end
$$;

create trigger accom_room_type_seasons_forbid_overlaps
  before insert or update of first_night, last_night on public.accom_room_type_seasons
  for each row execute function private.forbid_overlapping_seasons();

create trigger accom_room_types_place
  before insert on public.accom_room_types
  for each row execute function private.place_last('property_id');

create trigger accom_room_types_audit
  after insert or update or delete on public.accom_room_types
  for each row execute function private.audit_row_change('manager', 'sort_order');

create trigger accom_room_type_seasons_audit
  after insert or update or delete on public.accom_room_type_seasons
  for each row execute function private.audit_row_change('manager');

alter table public.accom_room_types enable row level security;
alter table public.accom_room_type_seasons enable row level security;

grant select, delete on public.accom_room_types, public.accom_room_type_seasons to authenticated;

-- Their order is written by move_content.
grant insert (
  property_id, name, description, images, capacity, price, weekend_price, weekend_nights, minimum_nights, is_active,
  translations
) on public.accom_room_types to authenticated;

grant update (
  name, description, images, capacity, price, weekend_price, weekend_nights, minimum_nights, is_active, translations
) on public.accom_room_types to authenticated;

grant insert (
  property_id, room_type_id, name, first_night, last_night, price, weekend_price, minimum_nights, translations
) on public.accom_room_type_seasons to authenticated;

grant update (name, first_night, last_night, price, weekend_price, minimum_nights, translations)
  on public.accom_room_type_seasons to authenticated;

-- Everybody who works at a property sees its types: guests read them too.
create policy "members see the room types of their properties" on public.accom_room_types
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers decide what is offered and for how much: they add types,
create policy "managers add room types" on public.accom_room_types
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change room types" on public.accom_room_types
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them. A type that rooms are of can't be removed: their foreign key refuses it.
create policy "managers remove room types" on public.accom_room_types
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The same for seasons: members see them,
create policy "members see the seasons of their properties" on public.accom_room_type_seasons
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- managers add them,
create policy "managers add seasons" on public.accom_room_type_seasons
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change seasons" on public.accom_room_type_seasons
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them. Bookings have a copy of their price.
create policy "managers remove seasons" on public.accom_room_type_seasons
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- schemas/rooms/prices.sql

-- What nights cost.

create type private.priced_night as (
  night date,
  price integer,
  is_weekend boolean,
  season text,
  minimum_nights integer
);

-- The nights of a stay in a room of this type, each with its price: that of the season it is in, else of the type. A weekend
-- night has the weekend price of the same, if it has one. The price is null where the guest has to ask.
create function private.list_priced_nights(p_room_type_id uuid, p_check_in date, p_check_out date, p_locale text)
returns setof private.priced_night
language sql
stable
set search_path = ''
as $$
  select
    n.night,
    coalesce(weekend.price, s.price, t.price),
    weekend.price is not null,
    private.in_locale(jsonb_build_object('name', s.name), s.translations, p_locale) ->> 'name',
    coalesce(s.minimum_nights, t.minimum_nights)
  from public.accom_room_types t
  -- Whole days are added to a date, because a timestamp would follow the clock of the connection.
  cross join lateral (
    select p_check_in + i as night from generate_series(0, p_check_out - p_check_in - 1) i
  ) n
  left join public.accom_room_type_seasons s
    on s.room_type_id = t.id and n.night between s.first_night and s.last_night
  left join lateral (
    select case when s.id is null then t.weekend_price else s.weekend_price end as price
    where extract(isodow from n.night)::integer = any (t.weekend_nights)
  ) weekend on true
  where t.id = p_room_type_id
$$;

-- What a stay costs and what the total is made of. The total is null as soon as one of its nights has no price. A stay has to
-- be as long as the longest minimum among its nights, so that no short stay takes a night out of a season.
create function private.price_stay(p_room_type_id uuid, p_check_in date, p_check_out date, p_locale text default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'totalMinor', case when bool_and(n.price is not null) then sum(n.price) end,
    'minimumNights', coalesce(max(n.minimum_nights), 1),
    'nights', coalesce(jsonb_agg(jsonb_build_object(
      'night', n.night, 'priceMinor', n.price, 'isWeekend', n.is_weekend, 'season', n.season
    ) order by n.night), '[]')
  )
  from private.list_priced_nights(p_room_type_id, p_check_in, p_check_out, p_locale) n
$$;

-- The lowest price of a night that can be booked from this day on, for "from". The type's own price counts only where the
-- seasons of the year leave it a night.
create function private.lowest_price(p_type public.accom_room_types, p_today date)
returns integer
language sql
stable
set search_path = ''
as $$
  select least(
    min(least(s.price, s.weekend_price)),
    case when coalesce(sum(least(s.last_night, p_today + 365) - greatest(s.first_night, p_today) + 1), 0) < 366
      then least(p_type.price, p_type.weekend_price)
    end
  )
  from public.accom_room_type_seasons s
  where s.room_type_id = p_type.id and s.last_night >= p_today and s.first_night <= p_today + 365
$$;

-- Name and text of a type as a guest reads them. `translated` names the fields of the outcome.
create function private.describe_room_type(p_type public.accom_room_types, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('roomType', coalesce(texts ->> 'name', ''), 'description', coalesce(texts ->> 'description', ''))
    || case when texts ? 'translated' then jsonb_build_object('translated', (
      select jsonb_agg(case t.key when 'name' then 'roomType' else t.key end) from jsonb_array_elements_text(texts -> 'translated') t (key)
    )) else '{}' end
  from private.in_locale(
    jsonb_build_object('name', p_type.name, 'description', p_type.description), p_type.translations, p_locale
  ) texts
$$;

-- Definer, to authenticated: what these nights cost, as a guest would be told. For the trial beside the prices, so that an
-- owner sees what their numbers come to.
create function public.try_price(room_type_id uuid, check_in date, check_out date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  found_property_id uuid;
begin
  select t.property_id into found_property_id from public.accom_room_types t where t.id = try_price.room_type_id;
  perform private.require_member(found_property_id, 'staff');
  if (check_out - check_in between 1 and 90) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  return private.price_stay(room_type_id, check_in, check_out);
end
$$;
grant execute on function public.try_price(uuid, date, date) to authenticated;

-- schemas/rooms/rooms.sql

-- A room, and the code on its wall. The code is printed once; replacing it makes the print useless.

create table public.accom_rooms (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_number text not null,
  -- Null: the room has no type. Guests then read how many it sleeps, and ask for the price.
  room_type_id uuid,
  capacity integer not null default 2,
  floor text,
  beds text[] not null default '{}',
  room_code text not null,
  -- The code to which the room's old printed link leads, which names property and room by id. The link opens the room only
  -- while this is the room's code, so it dies with it. Null: no such link was printed, as for every room added here.
  old_link_code text,
  wifi_ssid text,
  wifi_password text,
  -- The room's id for the public page. Its real id stands in links that were printed before rooms had codes, and as long as
  -- such a link works, publishing the id would open the room to everybody.
  offer_id uuid not null default gen_random_uuid(),
  sort_order integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_rooms_room_code_is_unique unique (room_code),
  constraint accom_rooms_number_is_unique unique (property_id, room_number),
  -- Other tables refer to room and property together, so no row can refer to a room of another property. In this order and with
  -- its number, lists that name the rooms of a property read the index alone.
  constraint accom_rooms_id_and_property unique (property_id, id) include (room_number),
  constraint accom_rooms_room_code_has_its_form check (room_code ~ '^RM-[A-HJ-NP-Z2-9]{8}$'),
  constraint accom_rooms_number_is_short check (length(room_number) between 1 and 40),
  constraint accom_rooms_capacity_is_sane check (capacity between 1 and 200),
  constraint accom_rooms_beds_are_named check (private.is_text_list(beds) and '' <> all (beds)),
  constraint accom_rooms_wifi_is_valid check (private.is_wifi_network(wifi_ssid) and private.is_wifi_password(wifi_password)),
  constraint accom_rooms_offer_id_is_unique unique (offer_id),
  constraint accom_rooms_type_of_property foreign key (room_type_id, property_id)
    references public.accom_room_types (id, property_id)
);

create index accom_rooms_order on public.accom_rooms (property_id, sort_order, id);
create index accom_rooms_type on public.accom_rooms (room_type_id, property_id);
create index accom_rooms_number on public.accom_rooms (property_id, lower(room_number) collate "C");

-- Definer: draws a code and reads all rooms to see that none has it.
create function private.complete_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.room_code := coalesce(new.room_code, private.claim_code('public.accom_rooms', 'room_code', 'RM-', 8));
  return new;
end
$$;

create trigger accom_rooms_complete
  before insert on public.accom_rooms
  for each row execute function private.complete_room();

create trigger accom_rooms_place
  before insert on public.accom_rooms
  for each row execute function private.place_last('property_id');

-- Not for sort_order: a room that was moved in the list is still the room that somebody has open in a form.
create trigger accom_rooms_touch_updated_at
  before update of room_number, room_type_id, capacity, floor, beds, room_code, wifi_ssid, wifi_password, is_active
  on public.accom_rooms
  for each row execute function private.touch_updated_at();

-- A replaced code is logged by replace_room_code, and can't be undone: the old print is known to whoever it was replaced for.
create trigger accom_rooms_audit
  after insert or update or delete on public.accom_rooms
  for each row execute function private.audit_row_change('manager', 'room_code', 'sort_order');

-- Definer: reads what refers to the room, also what the person may not see. A room in which somebody stayed, or whose stay is still
-- to come, stays: without it nobody could say where an order or a report came from. The constraints say the same without a reason.
create function private.refuse_to_remove_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.accom_bookings b where b.room_id = old.id)
    or exists (select from public.stay_past_rooms s where s.room_id = old.id)
    or exists (select from public.accom_service_orders o where o.room_id = old.id)
    or exists (select from public.incidents i where i.room_id = old.id)
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_has_stays"}');
  end if;
  return old;
end
$$;

create trigger accom_rooms_keep_stays
  before delete on public.accom_rooms
  for each row execute function private.refuse_to_remove_room();

-- Definer: reads rooms, whoever removes the type. The constraint says the same without a reason. With a property both go.
create function private.refuse_to_remove_room_type()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.accom_rooms r where r.room_type_id = old.id)
    and exists (select from public.accom_properties p where p.id = old.property_id)
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "type_has_rooms"}');
  end if;
  return old;
end
$$;

create trigger accom_room_types_keep_rooms
  before delete on public.accom_room_types
  for each row execute function private.refuse_to_remove_room_type();

alter table public.accom_rooms enable row level security;

-- Neither code, property nor order can be written: codes are drawn, a room belongs to one property for ever, and move_content
-- sorts.
grant select, delete on public.accom_rooms to authenticated;

grant insert (property_id, room_number, room_type_id, capacity, floor, beds, wifi_ssid, wifi_password, is_active)
  on public.accom_rooms to authenticated;

grant update (room_number, room_type_id, capacity, floor, beds, wifi_ssid, wifi_password, is_active)
  on public.accom_rooms to authenticated;

-- The desk assigns rooms and helps with their codes. Housekeepers have list_place_rooms.
create policy "members see the rooms of their properties" on public.accom_rooms
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Managers decide which rooms there are: they add them,
create policy "managers add rooms" on public.accom_rooms
  for insert to authenticated
  with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change rooms" on public.accom_rooms
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them, where refuse_to_remove_room lets them.
create policy "managers remove rooms" on public.accom_rooms
  for delete to authenticated
  using (property_id in (select private.member_property_ids('manager')));

-- Definer, to authenticated: replaces the room's code, a column that no member may write. The caller names the current
-- code. That confirms which print becomes useless, and of two replacements at the same time only one succeeds.
-- From then on nothing that the old code gave leads to the new one: not the old printed link, not a browse token, not the
-- token of a guest who has left or is still to come. Only a live stay reads it. A label does (resolve_room_label), where the
-- owner lets labels open rooms.
create function public.replace_room_code(room_id uuid, current_code text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  new_code text;
begin
  select * into room from public.accom_rooms where id = replace_room_code.room_id for update;
  perform private.require_member(room.property_id, 'manager');
  if room.room_code is distinct from replace_room_code.current_code then
    perform private.raise_api_error(409, 'conflict', '{"reason": "another_code_is_current"}');
  end if;
  new_code := private.claim_code('public.accom_rooms', 'room_code', 'RM-', 8);
  update public.accom_rooms set room_code = new_code where id = replace_room_code.room_id;
  perform private.write_audit(
    room.property_id, 'room_code_replaced', 'accom_rooms', replace_room_code.room_id,
    jsonb_build_object('roomNumber', room.room_number, 'from', room.room_code, 'to', new_code)
  );
  return new_code;
end
$$;
grant execute on function public.replace_room_code(uuid, text) to authenticated;

-- Definer: must see all bookings, whoever writes. Refuses to remove a bed that is booked, so a dorm with stays does not become
-- a private room, nor a private room with stays a dorm.
create function private.forbid_removing_booked_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.accom_bookings b
    where b.room_id = new.id
      and b.status in ('pending', 'confirmed', 'checked_in')
      and b.check_out_date >= current_date - 1
      and case when cardinality(new.beds) = 0 then b.bed <> '' else b.bed <> all (new.beds) end
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_booked"}');
  end if;
  return new;
end
$$;

create trigger accom_rooms_forbid_removing_booked_beds
  before update of beds on public.accom_rooms
  for each row execute function private.forbid_removing_booked_beds();

-- schemas/rooms/state.sql

-- Whether a room is ready for its next guest. One row a room, beside the room: housekeepers change it, and they may not read the
-- room's row, which has its code. They name the room by the id of this row.

create type public.room_state as enum ('clean', 'dirty', 'cleaning', 'inspected', 'out_of_order');

create table public.room_states (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  -- Of the room as a whole. Out of order: nobody is checked in or booked there until it is back in use.
  state public.room_state not null default 'clean',
  -- Beds of a dorm that have to be made. The others can be slept in while the room as a whole is clean.
  dirty_beds text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint room_states_are_unique unique (room_id, property_id),
  constraint room_states_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade
);

create index room_states_property on public.room_states (property_id);

-- What has to be cleaned, which every open screen counts every few seconds.
create index room_states_to_clean on public.room_states (property_id)
  where state in ('dirty', 'cleaning') or (dirty_beds <> '{}' and state <> 'out_of_order');

create trigger room_states_touch_updated_at
  before update on public.room_states
  for each row execute function private.touch_updated_at();

create trigger room_states_steps
  after update on public.room_states
  for each row execute function private.audit_step('housekeeper', 'state', 'dirty_beds');

-- Definer: whoever adds a room. A new room is clean.
create function private.add_room_state()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.room_states (property_id, room_id) values (new.property_id, new.id);
  return null;
end
$$;

create trigger accom_rooms_add_state
  after insert on public.accom_rooms
  for each row execute function private.add_room_state();

-- Definer: whoever changes the beds. A bed that is gone needs no sheets.
create function private.forget_dirty_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.room_states s
    set dirty_beds = array(select bed from unnest(s.dirty_beds) bed where bed = any (new.beds))
    where s.room_id = new.id and not s.dirty_beds <@ new.beds;
  return null;
end
$$;

create trigger accom_rooms_forget_dirty_beds
  after update of beds on public.accom_rooms
  for each row execute function private.forget_dirty_beds();

alter table public.room_states enable row level security;

grant select on public.room_states to authenticated;

-- The desk sees which room is ready. Housekeepers have list_rooms_to_clean and list_place_rooms, which tell no room's id.
create policy "members see the states of their rooms" on public.room_states
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Whether a guest can be given this bed now. A private room's bed has no name.
create function private.is_bed_ready(p_state public.room_states, p_bed text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state.state in ('clean', 'inspected') and p_bed <> all (p_state.dirty_beds)
$$;

-- Writes what follows from another step. It gets an entry of its own, also where that step is an undo: an entry is undone once.
create function private.change_room_state(p_state_id uuid, p_state public.room_state, p_dirty_beds text[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  undoes constant text := coalesce(current_setting('gudbro.undoes', true), '');
begin
  perform set_config('gudbro.undoes', '', true);
  update public.room_states s set state = p_state, dirty_beds = p_dirty_beds where s.id = p_state_id;
  perform set_config('gudbro.undoes', undoes, true);
end
$$;

-- A guest has left this room, or this bed of a dorm. The one way for other parts to make a room dirty. A room that is out of order
-- stays so: it is dirty when it is back in use.
create function private.mark_room_dirty(p_room_id uuid, p_bed text default '')
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
begin
  select * into current from public.room_states s where s.room_id = p_room_id for update;
  if p_bed = '' then
    if current.state in ('clean', 'cleaning', 'inspected') then
      perform private.change_room_state(current.id, 'dirty', current.dirty_beds);
    end if;
  elsif p_bed <> all (current.dirty_beds) then
    perform private.change_room_state(current.id, current.state, current.dirty_beds || p_bed);
  end if;
end
$$;

-- The guest has not left after all: the room becomes what it was before mark_room_dirty made it dirty, in the transaction of this
-- instant. What somebody did with the room since then stays.
create function private.unmark_room_dirty(p_room_id uuid, p_bed text, p_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
  entry public.audit_log;
begin
  select * into current from public.room_states s where s.room_id = p_room_id for update;
  if p_bed <> '' then
    if p_bed = any (current.dirty_beds) then
      perform private.change_room_state(current.id, current.state, array_remove(current.dirty_beds, p_bed));
    end if;
    return;
  end if;
  select * into entry from public.audit_log l where l.row_id = current.id order by l.created_at desc limit 1;
  if entry.created_at = p_at and entry.detail -> 'to' ->> 'state' = 'dirty' and current.state = 'dirty' then
    perform private.change_room_state(
      current.id, (entry.detail -> 'from' ->> 'state')::public.room_state, current.dirty_beds
    );
  end if;
end
$$;

-- Finds the row that the caller names, for a step of a member of at least this role. The row is locked.
create function private.enter_room_state(p_state_id uuid, p_minimum_role public.member_role)
returns public.room_states
language plpgsql
set search_path = ''
as $$
declare
  found_state public.room_states;
begin
  select * into found_state from public.room_states s where s.id = p_state_id for update;
  perform private.require_member(found_state.property_id, p_minimum_role);
  return found_state;
end
$$;

-- Definer, to authenticated: a step by hand, from the state that the caller saw. A room that is clean has all beds made. Housekeepers
-- clean and inspect; taking a room out of use, and back, is for the desk, which has to know where its guests go.
create function public.set_room_state(state_id uuid, seen public.room_state, state public.room_state)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_state constant public.room_states := private.enter_room_state(set_room_state.state_id, 'housekeeper');
begin
  if found_state.state is distinct from set_room_state.seen then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if 'out_of_order' in (found_state.state, set_room_state.state) then
    perform private.require_member(found_state.property_id, 'staff');
  end if;
  update public.room_states s set
    state = set_room_state.state,
    dirty_beds = case when set_room_state.state in ('clean', 'inspected') then '{}' else s.dirty_beds end
  where s.id = found_state.id;
end
$$;
grant execute on function public.set_room_state(uuid, public.room_state, public.room_state) to authenticated;

-- Definer, to authenticated: one bed of a dorm was made, or has to be.
create function public.set_bed_dirty(state_id uuid, bed text, is_dirty boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_state constant public.room_states := private.enter_room_state(set_bed_dirty.state_id, 'housekeeper');
begin
  if not exists (
    select from public.accom_rooms r where r.id = found_state.room_id and set_bed_dirty.bed = any (r.beds)
  ) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  if (set_bed_dirty.bed = any (found_state.dirty_beds)) = set_bed_dirty.is_dirty then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  update public.room_states s set
    dirty_beds = case
      when set_bed_dirty.is_dirty then s.dirty_beds || set_bed_dirty.bed
      else array_remove(s.dirty_beds, set_bed_dirty.bed)
    end
  where s.id = found_state.id;
end
$$;
grant execute on function public.set_bed_dirty(uuid, text, boolean) to authenticated;

-- schemas/rooms/adding.sql

-- Many rooms at once, as an owner types them: 101-112, 201-212.

-- Whether these are 1 to 500 objects.
create function private.are_typed_rooms(p_rooms jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_rooms) = 'array' then
    jsonb_array_length(p_rooms) between 1 and 500
    and not exists (select from jsonb_array_elements(p_rooms) r (room) where jsonb_typeof(r.room) <> 'object')
  else false end
$$;

-- Definer, to authenticated: managers add rooms, all of them or, if one has an impossible value, none. A number that is there
-- already is returned under `existing`, and its room is left as it is, so that a list that is sent again changes nothing.
-- A dorm sleeps one guest a bed, another room as many as its type, unless its capacity is given.
create function public.add_rooms(property_id uuid, rooms jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  last_place integer;
  result jsonb;
begin
  perform private.require_member(add_rooms.property_id, 'manager');
  if private.are_typed_rooms(add_rooms.rooms) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rooms_cannot_be_added"}');
  end if;
  select coalesce(max(r.sort_order), 0) into last_place from public.accom_rooms r where r.property_id = add_rooms.property_id;
  with typed as (
    select r.number, coalesce(r.beds, '{}') as beds, r.capacity, r.floor, r."roomTypeId" as room_type_id, t.position
    from jsonb_array_elements(add_rooms.rooms) with ordinality t (room, position)
    cross join lateral jsonb_to_record(t.room) as r (
      number text, beds text[], capacity integer, floor text, "roomTypeId" uuid
    )
  ), added as (
    insert into public.accom_rooms as room (property_id, room_number, room_type_id, beds, capacity, floor, sort_order)
    select
      add_rooms.property_id, typed.number, typed.room_type_id, typed.beds,
      coalesce(
        typed.capacity,
        nullif(cardinality(typed.beds), 0),
        (
          select t.capacity from public.accom_room_types t
          where t.id = typed.room_type_id and t.property_id = add_rooms.property_id
        ),
        2
      ),
      nullif(typed.floor, ''),
      last_place + typed.position
    -- In one order for all, so that two who add the same rooms wait for each other instead of a deadlock.
    from typed order by typed.number
    on conflict on constraint accom_rooms_number_is_unique do nothing
    returning room.id, room.room_number
  )
  select jsonb_build_object(
    'added', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.room_number) order by first.position), '[]')
      from added a
      join (select t.number, min(t.position) as position from typed t group by t.number) first on first.number = a.room_number
    ),
    'existing', (
      select coalesce(jsonb_agg(distinct t.number), '[]')
      from typed t where t.number not in (select a.room_number from added a)
    )
  ) into result;
  return result;
exception
  -- A type of another property is none.
  when check_violation or not_null_violation or foreign_key_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rooms_cannot_be_added"}');
end
$$;
grant execute on function public.add_rooms(uuid, jsonb) to authenticated;

-- schemas/rooms/listing.sql

-- The rooms and types as the screens of members list them.

-- Definer, to authenticated: one page of a place's rooms in their order, with the types to filter by, in one call: a list
-- reads at most three times. Staff read the table anyway; as a definer it checks the membership once and not for each row.
-- `after_order` and `after_id` are those of the last room of the page before.
create function public.list_rooms(
  property_id uuid,
  number_pattern text default null,
  room_type_id uuid default null,
  floor text default null,
  only_off boolean default false,
  after_order integer default null,
  after_id uuid default null,
  page_size integer default 51
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms.property_id, 'staff');
  return jsonb_build_object(
    'types', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort_order, t.id), '[]')
      from public.accom_room_types t where t.property_id = list_rooms.property_id
    ),
    'rooms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'number', r.room_number, 'type', t.name, 'capacity', r.capacity, 'beds', cardinality(r.beds),
        'floor', r.floor, 'isActive', r.is_active, 'order', r.sort_order, 'state', s.state,
        'dirtyBeds', cardinality(s.dirty_beds)
      ) order by r.sort_order, r.id), '[]')
      from (
        select * from public.accom_rooms one
        where one.property_id = list_rooms.property_id
          and (list_rooms.after_id is null or (one.sort_order, one.id) > (list_rooms.after_order, list_rooms.after_id))
          and (list_rooms.number_pattern is null or one.room_number ilike list_rooms.number_pattern)
          and (list_rooms.room_type_id is null or one.room_type_id = list_rooms.room_type_id)
          and (list_rooms.floor is null or one.floor = list_rooms.floor)
          and (not list_rooms.only_off or not one.is_active)
        order by one.sort_order, one.id
        limit least(list_rooms.page_size, 101)
      ) r
      join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
      left join public.accom_room_types t on t.id = r.room_type_id
    )
  );
end
$$;
grant execute on function public.list_rooms(uuid, text, uuid, text, boolean, integer, uuid, integer) to authenticated;

-- Definer, to authenticated: one page of the rooms as every member may know them, housekeepers included, who may not read the
-- table: a row has the room's code and the WiFi of its guests. The id is the public one, because the real one may lead to the
-- code. `after_order` and `after_id` are those of the last room of the page before.
create function public.list_place_rooms(
  property_id uuid,
  number_pattern text default null,
  after_order integer default null,
  after_id uuid default null,
  page_size integer default 51
)
returns table (
  id uuid, room_number text, room_type text, floor text, beds text[], is_active boolean, sort_order integer,
  state_id uuid, state public.room_state, dirty_beds text[]
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_place_rooms.property_id, 'housekeeper');
  return query
    select r.offer_id, r.room_number, t.name, r.floor, r.beds, r.is_active, r.sort_order, s.id, s.state,
      s.dirty_beds
    from public.accom_rooms r
    join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
    left join public.accom_room_types t on t.id = r.room_type_id
    where r.property_id = list_place_rooms.property_id
      and (list_place_rooms.after_id is null
        or (r.sort_order, r.offer_id) > (list_place_rooms.after_order, list_place_rooms.after_id))
      and (list_place_rooms.number_pattern is null or r.room_number ilike list_place_rooms.number_pattern)
    order by r.sort_order, r.offer_id
    limit least(list_place_rooms.page_size, 101);
end
$$;
grant execute on function public.list_place_rooms(uuid, text, integer, uuid, integer) to authenticated;

-- Definer, to authenticated: a type as guests read it on the property's page, also one that is switched off or has no room.
create function public.preview_room_type(room_type_id uuid, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  type public.accom_room_types;
  today date;
begin
  select * into type from public.accom_room_types t where t.id = preview_room_type.room_type_id;
  perform private.require_member(type.property_id, 'staff');
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = type.property_id;
  return private.describe_room_type(type, locale) || jsonb_build_object(
    'images', type.images, 'capacity', type.capacity, 'fromMinor', private.lowest_price(type, today),
    'minimumNights', type.minimum_nights, 'today', today,
    'beds', (
      select coalesce(max(cardinality(r.beds)), 0) from public.accom_rooms r
      where r.room_type_id = type.id and r.property_id = type.property_id and r.is_active
    ),
    'rooms', (
      select count(*) from public.accom_rooms r where r.room_type_id = type.id and r.property_id = type.property_id
    )
  );
end
$$;
grant execute on function public.preview_room_type(uuid, text) to authenticated;

-- schemas/pictures/pictures.sql

-- The pictures that owners upload: of the place, of its rooms and of what it sells. Anybody may see them. A picture is a row,
-- then three objects in Storage, one for each width; the row is finished when they are there. Whatever a crash leaves between
-- these steps is a row that nobody uses, which the sweep removes.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('property-pictures', 'property-pictures', true, 2097152, '{image/webp}')
on conflict (id) do nothing;

create table public.pictures (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  announced_by uuid references public.accounts (id) on delete set null,
  -- What other tables name it by: its widest form on the apps' own address.
  path text not null generated always as ('/pictures/' || property_id::text || '/' || id::text || '/1600.webp') stored,
  width integer,
  height integer,
  bytes integer,
  stored_at timestamptz,
  -- Since when no row names it. Null: one does (picture_uses).
  unused_since timestamptz default now(),
  -- What it shows, for who cannot see it. Empty: it only decorates.
  alt text not null default '',
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pictures_id_and_property unique (id, property_id),
  constraint pictures_path_is_unique unique (path),
  constraint pictures_size_is_sane check (width between 1 and 1600 and height between 1 and 3200 and bytes between 1 and 6291456),
  constraint pictures_are_measured_when_stored check (
    (stored_at is null) = (width is null) and (width is null) = (height is null) and (width is null) = (bytes is null)
  ),
  constraint pictures_alt_is_short check (length(alt) <= 300),
  constraint pictures_translations_have_their_shape check (private.is_translations(translations))
);

create index pictures_property on public.pictures (property_id, created_at desc, id);
create index pictures_announcer on public.pictures (announced_by);
create index pictures_unused on public.pictures (unused_since) where unused_since is not null;

-- Of the texts alone: they are what an owner writes, and a use is no change of them.
create trigger pictures_touch_updated_at
  before update of alt, translations on public.pictures
  for each row execute function private.touch_updated_at();

create trigger pictures_audit
  after update of alt, translations on public.pictures
  for each row execute function private.audit_row_change('manager');

alter table public.pictures enable row level security;

grant select on public.pictures to authenticated;

grant update (alt, translations) on public.pictures to authenticated;

-- Everybody who works at a property sees its pictures.
create policy "members see the pictures of their properties" on public.pictures
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers say what a picture shows. Only functions add and remove pictures, since each has objects in Storage.
create policy "managers describe pictures" on public.pictures
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- The names of a picture's objects.
create function private.list_picture_objects(p_property_id uuid, p_id uuid)
returns setof text
language sql
immutable
set search_path = ''
as $$
  select 'pictures/' || p_property_id::text || '/' || p_id::text || '/' || width || '.webp'
  from unnest(array[480, 960, 1600]) as w (width)
$$;

-- Definer: looks the object's picture up for the policy below, whatever the caller may read.
create function private.is_announced_picture(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.pictures p
    where p.path = '/' || regexp_replace(p_name, '/[0-9]+\.webp$', '/1600.webp')
      and p_name in (select private.list_picture_objects(p.property_id, p.id))
      and p.stored_at is null
      and p.created_at > now() - interval '1 hour'
      and p.announced_by = (select private.current_account_id())
      and p.property_id in (select private.member_property_ids('manager'))
  )
$$;
grant execute on function private.is_announced_picture(text) to authenticated;

-- Only who announced a picture stores its objects, within the hour, and only until it is finished. No policy lets anybody read
-- a list of the objects, or replace or delete one: Storage serves a public bucket by the object's name.
create policy "managers store pictures they announced" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'property-pictures' and private.is_announced_picture(name));

-- Definer: no role inserts pictures. Called before the server reads and decodes a file, which is what costs. Returns the id of
-- the picture, whose objects may then be stored.
create function public.announce_picture(property_id uuid)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  seconds integer;
  announced uuid;
begin
  perform private.require_member(announce_picture.property_id, 'manager');
  seconds := private.take_hit('pictures:' || private.current_account_id()::text, 60, '10 minutes');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  if (select count(*) from public.pictures p where p.property_id = announce_picture.property_id) >= 1000 then
    perform private.raise_api_error(409, 'conflict', '{"reason": "too_many_pictures"}');
  end if;
  insert into public.pictures (property_id, announced_by)
    values (announce_picture.property_id, private.current_account_id())
    returning id into announced;
  return announced;
end
$$;
grant execute on function public.announce_picture(uuid) to authenticated;

-- Definer: only this marks a picture as stored, when all its objects are there. Twice is as good as once.
create function public.finish_picture(picture_id uuid, width integer, height integer, bytes integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  announced public.pictures;
begin
  select * into announced from public.pictures p where p.id = finish_picture.picture_id for update;
  perform private.require_member(announced.property_id, 'manager');
  if announced.stored_at is not null then
    return;
  end if;
  if exists (
    select from private.list_picture_objects(announced.property_id, announced.id) as wanted (name)
    where not exists (
      select from storage.objects o where o.bucket_id = 'property-pictures' and o.name = wanted.name
    )
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_not_stored"}');
  end if;
  update public.pictures p
    set width = finish_picture.width, height = finish_picture.height, bytes = finish_picture.bytes,
      stored_at = now(), unused_since = now()
    where p.id = announced.id;
end
$$;
grant execute on function public.finish_picture(uuid, integer, integer, integer) to authenticated;

-- Definer: no role deletes pictures. Refuses one that a page shows.
create function public.remove_picture(picture_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  unwanted public.pictures;
begin
  select * into unwanted from public.pictures p where p.id = remove_picture.picture_id for update;
  perform private.require_member(unwanted.property_id, 'manager');
  if unwanted.unused_since is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_used"}');
  end if;
  delete from public.pictures p where p.id = unwanted.id;
  perform private.write_audit(
    unwanted.property_id, 'picture_removed', 'pictures', unwanted.id,
    jsonb_strip_nulls(jsonb_build_object('name', nullif(unwanted.alt, '')))
  );
end
$$;
grant execute on function public.remove_picture(uuid) to authenticated;

-- Pictures as a guest's page shows them, in their order: the path, and what each shows in the reader's language. A file of the
-- deployment has no text.
create function private.describe_pictures(p_paths text[], p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.in_locale(jsonb_build_object('alt', coalesce(p.alt, '')), coalesce(p.translations, '{}'), p_locale)
      || jsonb_build_object('path', shown.path)
    order by shown.position
  ), '[]')
  from unnest(p_paths) with ordinality as shown (path, position)
  left join public.pictures p on p.path = shown.path
$$;

-- schemas/pictures/picture_uses.sql

-- Which row names which picture. Triggers write it, so that a picture in use can't be removed and one that is gone can't be
-- named, also when both happen at once.

create table public.picture_uses (
  picture_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  table_name text not null,
  row_id uuid not null,
  primary key (picture_id, table_name, row_id),
  constraint picture_uses_picture_of_property foreign key (picture_id, property_id) references public.pictures (id, property_id)
);

create index picture_uses_picture on public.picture_uses (picture_id, property_id);
create index picture_uses_property on public.picture_uses (property_id);
create index picture_uses_row on public.picture_uses (table_name, row_id);

alter table public.picture_uses enable row level security;

grant select on public.picture_uses to authenticated;

-- Members see where a picture is shown, before they take it away.
create policy "members see the uses of their pictures" on public.picture_uses
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The uploaded pictures that a column names: one path or a list of them.
create function private.list_uploaded_pictures(p_value jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_agg(distinct path), '{}')
  from jsonb_array_elements_text(
    case jsonb_typeof(p_value) when 'array' then p_value when 'string' then jsonb_build_array(p_value) else '[]' end
  ) as p (path)
  where path like '/pictures/%'
$$;

-- Definer: no role writes uses. For a table with pictures:
-- `after insert or delete or update of <column> … execute function private.note_picture_uses('<column>')`. The second argument is
-- the column with the property's id, where it has another name. Refuses a picture that is gone, not stored yet or another
-- property's. The pictures are locked before they are counted, so the sweep can't remove one meanwhile.
create function private.note_picture_uses()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  written constant jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  owner constant uuid := written ->> coalesce(tg_argv[1], 'property_id');
  own_id constant uuid := written ->> 'id';
  paths constant text[] := case when tg_op = 'DELETE' then '{}' else private.list_uploaded_pictures(written -> tg_argv[0]) end;
  named uuid[];
begin
  select coalesce(array_agg(locked.id), '{}') into named from (
    select p.id from public.pictures p
    where p.path = any (paths) and p.property_id = owner and p.stored_at is not null
    order by p.id
    for key share
  ) locked;
  if cardinality(named) < cardinality(paths) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_gone"}');
  end if;
  with dropped as (
    delete from public.picture_uses u
      where u.table_name = tg_table_name and u.row_id = own_id and u.picture_id <> all (named)
      returning u.picture_id
  )
  update public.pictures p set unused_since = now()
    where p.id in (select d.picture_id from dropped d)
      and not exists (
        select from public.picture_uses u
        where u.picture_id = p.id and not (u.table_name = tg_table_name and u.row_id = own_id)
      );
  insert into public.picture_uses (picture_id, property_id, table_name, row_id)
    select picture_id, owner, tg_table_name, own_id from unnest(named) as n (picture_id)
    on conflict do nothing;
  update public.pictures p set unused_since = null where p.id = any (named) and p.unused_since is not null;
  return null;
end
$$;

create trigger accom_properties_note_pictures
  after insert or delete or update of images on public.accom_properties
  for each row execute function private.note_picture_uses('images', 'id');

create trigger accom_room_types_note_pictures
  after insert or delete or update of images on public.accom_room_types
  for each row execute function private.note_picture_uses('images');

-- schemas/pictures/storage_removals.sql

-- The objects of Storage that have to go. SQL can't remove them: Storage refuses it, since the file behind the row would stay for
-- good. Each row has a job, by which the process for jobs removes the object through Storage's own API, makes sure that it is gone,
-- and takes the row off the list. Removing one twice does no harm.

create table public.storage_removals (
  bucket text not null,
  name text not null,
  queued_at timestamptz not null default now(),
  -- It is removed once more then: an upload that was under way at the first time may have ended after it. Null: once is enough.
  again_after timestamptz,
  primary key (bucket, name)
);

create index storage_removals_queued on public.storage_removals (queued_at);

-- No policy and no grant: triggers fill it, and functions alone read it.
alter table public.storage_removals enable row level security;

-- Definer: no role writes the list. Whatever deletes a picture, the sweep, its owner or the end of its property, its objects go.
create function private.queue_picture_objects()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.storage_removals (bucket, name)
    select 'property-pictures', name from private.list_picture_objects(old.property_id, old.id) as o (name)
    on conflict do nothing;
  return null;
end
$$;

create trigger pictures_queue_objects
  after delete on public.pictures
  for each row execute function private.queue_picture_objects();

-- Definer: whoever deletes a picture writes no job. The job is of no place, since it has to outlive the end of one, and no manager
-- can do anything about a Storage that is out of order.
create function private.enqueue_storage_removal()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.enqueue_job(
    'storage_removal', new.bucket || '/' || new.name,
    p_payload => jsonb_build_object('bucket', new.bucket, 'name', new.name)
  );
  return null;
end
$$;

create trigger storage_removals_enqueue
  after insert on public.storage_removals
  for each row execute function private.enqueue_storage_removal();

-- Definer: jobs_api reads no table, and the policies below have to look the object up. jobs_api may execute this through the
-- policies, but can't call it: it may not use the schema.
create function private.is_removal_queued(p_bucket text, p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.storage_removals r where r.bucket = p_bucket and r.name = p_name)
$$;
grant execute on function private.is_removal_queued(text, text) to jobs_api;

-- The key of the process for jobs removes what is on the list, and nothing else that is stored.
create policy "the process for jobs removes objects on the list" on storage.objects
  for delete to jobs_api using (private.is_removal_queued(bucket_id, name));

-- Storage removes only what its caller can see. It sees them for that alone, and reads none.
create policy "the process for jobs sees the objects that it removes" on storage.objects
  for select to jobs_api
  using (
    storage.allow_any_operation(array['object.delete', 'object.delete_many']) and private.is_removal_queued(bucket_id, name)
  );

-- Definer, to jobs_api: the object of this job is taken off the list, if Storage has it no more, or waits for its second removal.
-- Returns whether it is gone: what says that an object is removed, and keeps it, is not believed.
create function public.settle_storage_removal(job_id uuid, claim uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(settle_storage_removal.job_id, settle_storage_removal.claim, 'storage_removal');
  listed public.storage_removals;
  erased uuid;
begin
  if exists (
    select from storage.objects o where o.bucket_id = job.payload ->> 'bucket' and o.name = job.payload ->> 'name'
  ) then
    return false;
  end if;
  for erased in
    update public.document_erasures e set verified_gone_at = now()
      where job.payload ->> 'bucket' = 'guest-documents' and e.storage_path = job.payload ->> 'name' and e.verified_gone_at is null
      returning e.id
  loop
    perform private.settle('{document_not_gone}', erased, true);
  end loop;
  select * into listed from public.storage_removals r
    where r.bucket = job.payload ->> 'bucket' and r.name = job.payload ->> 'name'
    for update;
  if listed.again_after > now() then
    perform private.enqueue_job(
      'storage_removal', concat_ws('/', listed.bucket, listed.name, 'again'), p_payload => job.payload, p_run_at => listed.again_after
    );
  else
    delete from public.storage_removals r where r.bucket = listed.bucket and r.name = listed.name;
  end if;
  return true;
end
$$;
grant execute on function public.settle_storage_removal(uuid, uuid) to jobs_api;

-- For the sweep: what was given up is begun anew a day later, since Storage will be there again and nobody else removes the object.
-- Returns how many.
create function private.retry_storage_removals()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  retried integer;
begin
  update public.jobs j set dead_at = null, attempts = 0, run_at = now()
    where j.kind = 'storage_removal' and j.dead_at <= now() - interval '1 day';
  get diagnostics retried = row_count;
  return retried;
end
$$;

-- schemas/signs/retired_codes.sql

-- Codes that rooms had before. Their signs may still hang on a wall, and whoever scans one is told that it was replaced.

create table public.retired_room_codes (
  room_code text primary key,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  retired_at timestamptz not null default now()
);

create index retired_room_codes_property on public.retired_room_codes (property_id);

alter table public.retired_room_codes enable row level security;

-- No grants: only the functions of this folder and resolve_room_access read it.

-- Definer: no role may insert. A room that is removed retires its code as well. Where the property itself is being removed
-- there is nobody whom its codes could concern.
create function private.retire_room_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.retired_room_codes (room_code, property_id)
    select old.room_code, p.id from public.accom_properties p where p.id = old.property_id
    on conflict (room_code) do nothing;
  return null;
end
$$;

create trigger accom_rooms_retire_replaced_code
  after update of room_code on public.accom_rooms
  for each row when (old.room_code is distinct from new.room_code)
  execute function private.retire_room_code();

create trigger accom_rooms_retire_code
  after delete on public.accom_rooms
  for each row execute function private.retire_room_code();

-- Definer: as above. Undoing the removal of a room brings its code back.
create function private.revive_room_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.retired_room_codes c where c.room_code = new.room_code;
  return null;
end
$$;

create trigger accom_rooms_revive_code
  after insert on public.accom_rooms
  for each row execute function private.revive_room_code();

-- schemas/signs/signs.sql

-- The register of paper: what was printed when, with which code, and where it hangs.

-- One printing: who made how many signs in which form. What a person chose is read again for the next one.
create table public.print_jobs (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the account is gone.
  account_id uuid references public.accounts (id) on delete set null,
  format text not null,
  locales text[] not null,
  colour text not null,
  logo_position text,
  offset_x_mm numeric(4, 1) not null,
  offset_y_mm numeric(4, 1) not null,
  sign_count integer not null,
  created_at timestamptz not null default now(),
  constraint print_jobs_id_and_property unique (id, property_id),
  constraint print_jobs_format_has_its_form check (format ~ '^[A-Za-z0-9-]{1,20}$'),
  constraint print_jobs_locales_are_languages check (
    cardinality(locales) between 1 and 8 and array_to_string(locales, '') ~ '^([a-z]{2})+$'
  ),
  constraint print_jobs_colour_has_its_form check (colour ~ '^#[0-9a-f]{6}$'),
  constraint print_jobs_logo_has_a_place check (logo_position in ('header', 'code')),
  constraint print_jobs_offset_is_small check (offset_x_mm between -20 and 20 and offset_y_mm between -20 and 20),
  constraint print_jobs_sign_count_is_sane check (sign_count between 1 and 2000)
);

create index print_jobs_property on public.print_jobs (property_id, created_at desc, id desc);
create index print_jobs_account on public.print_jobs (account_id);

create type public.sign_kind as enum ('room', 'place', 'wifi');

-- One code on paper. `hangs_at` says where, in the words of who hung it; empty means in the room itself.
create table public.signs (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  job_id uuid not null,
  kind public.sign_kind not null,
  -- Of a room's sign. Null: the room is gone, and its number says which one it was.
  room_id uuid,
  room_number text,
  -- The code of a room's sign.
  code text,
  -- What a WiFi card shows. Without a password the network was open.
  wifi_network text,
  wifi_password text,
  hangs_at text not null default '',
  -- When somebody saw it on the wall, walking the rooms.
  seen_at timestamptz,
  torn_at timestamptz,
  removed_at timestamptz,
  -- When the room got another code, or the place another network or password. This paper opens nothing from then on.
  died_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint signs_job foreign key (job_id, property_id) references public.print_jobs (id, property_id) on delete cascade,
  constraint signs_room foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete set null (room_id),
  constraint signs_of_rooms_have_a_code check ((kind = 'room') = (code is not null and room_number is not null)),
  constraint signs_of_wifi_have_a_network check ((kind = 'wifi') = (wifi_network is not null)),
  constraint signs_wifi_is_valid check (private.is_wifi_network(wifi_network) and private.is_wifi_password(wifi_password)),
  constraint signs_place_is_short check (length(hangs_at) <= 120)
);

create index signs_property on public.signs (property_id, created_at desc, id desc);
create index signs_job_id on public.signs (job_id, property_id);
create index signs_room_id on public.signs (room_id, property_id);
create index signs_code on public.signs (code);
create index signs_wifi on public.signs (property_id, wifi_network) where kind = 'wifi';

create trigger signs_touch_updated_at
  before update on public.signs
  for each row execute function private.touch_updated_at();

-- What members change by hand is logged and can be undone. Printing has an entry of its own, and being seen on a walk is no change.
create trigger signs_audit
  after update of hangs_at, torn_at, removed_at on public.signs
  for each row execute function private.audit_row_change('staff', 'seen_at', 'died_at', 'room_id');

-- Definer: marks the paper whose code a room no longer has, or has again because its removal was undone. No role may write these columns.
create function private.mark_signs_of_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.signs s set died_at = null, room_id = new.id
      where s.code = new.room_code and s.property_id = new.property_id;
  else
    update public.signs s set died_at = now() where s.code = old.room_code and s.died_at is null;
  end if;
  return null;
end
$$;

create trigger accom_rooms_kill_signs
  after update of room_code on public.accom_rooms
  for each row when (old.room_code is distinct from new.room_code)
  execute function private.mark_signs_of_code();

create trigger accom_rooms_kill_signs_of_removed
  after delete on public.accom_rooms
  for each row execute function private.mark_signs_of_code();

create trigger accom_rooms_revive_signs
  after insert on public.accom_rooms
  for each row execute function private.mark_signs_of_code();

-- Whether a network with this password, or without one, is written anywhere in the settings of this place.
create function private.has_wifi(p_property_id uuid, p_network text, p_password text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from public.accom_properties p
    where p.id = p_property_id and p.wifi_network = p_network and p.wifi_password is not distinct from p_password
  ) or exists (
    select from public.accom_properties p, jsonb_array_elements(p.wifi_zones) z (zone)
    where p.id = p_property_id and z.zone ->> 'network' = p_network
      and z.zone ->> 'password' is not distinct from p_password
  ) or exists (
    select from public.accom_rooms r
    where r.property_id = p_property_id and r.wifi_ssid = p_network and r.wifi_password is not distinct from p_password
  )
$$;

-- Definer: marks the WiFi cards whose network or password the place no longer has, or has again because the change was undone. No
-- role may write this column.
create function private.mark_wifi_cards()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  changed_property uuid;
begin
  if tg_table_name = 'accom_properties' then
    changed_property := new.id;
  elsif tg_op = 'DELETE' then
    changed_property := old.property_id;
  else
    changed_property := new.property_id;
  end if;
  update public.signs s set died_at = case when s.died_at is null then now() end
    where s.property_id = changed_property and s.kind = 'wifi'
      and (s.died_at is null) <> private.has_wifi(s.property_id, s.wifi_network, s.wifi_password);
  return null;
end
$$;

create trigger accom_properties_mark_wifi_cards
  after update of wifi_network, wifi_password, wifi_zones on public.accom_properties
  for each row when (
    (old.wifi_network, old.wifi_password, old.wifi_zones)
      is distinct from (new.wifi_network, new.wifi_password, new.wifi_zones)
  )
  execute function private.mark_wifi_cards();

create trigger accom_rooms_mark_wifi_cards
  after update of wifi_ssid, wifi_password on public.accom_rooms
  for each row when ((old.wifi_ssid, old.wifi_password) is distinct from (new.wifi_ssid, new.wifi_password))
  execute function private.mark_wifi_cards();

create trigger accom_rooms_mark_wifi_cards_of_removed
  after delete on public.accom_rooms
  for each row when (old.wifi_ssid is not null)
  execute function private.mark_wifi_cards();

create trigger accom_rooms_revive_wifi_cards
  after insert on public.accom_rooms
  for each row when (new.wifi_ssid is not null)
  execute function private.mark_wifi_cards();

alter table public.print_jobs enable row level security;
alter table public.signs enable row level security;

grant select on public.print_jobs, public.signs to authenticated;
grant update (hangs_at, torn_at, removed_at) on public.signs to authenticated;

-- The desk prints and hangs signs, so it sees what was printed,
create policy "members see what their properties printed" on public.print_jobs
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- which paper there is,
create policy "members see the signs of their properties" on public.signs
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and notes where it hangs and that it is torn or gone.
create policy "members say where a sign hangs and how it is" on public.signs
  for update to authenticated
  using (property_id in (select private.member_property_ids()))
  with check (property_id in (select private.member_property_ids()));

-- Definer, to authenticated: writes down what was printed. `printed` lists the signs: { kind, roomId, code } of a room,
-- { kind, network, password } of a WiFi card. Each code must still be the room's own and each network the place's, or the paper
-- would be dead before it hangs. The locks make a change at the same moment wait.
create function public.record_print_job(property_id uuid, job jsonb, printed jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  made public.print_jobs;
begin
  perform private.require_member(record_print_job.property_id, 'staff');
  if coalesce(jsonb_typeof(printed) <> 'array' or jsonb_array_length(printed) not between 1 and 2000, true) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_print"}');
  end if;
  if (
    select count(*) from public.print_jobs j
    where j.property_id = record_print_job.property_id and j.created_at > now() - interval '1 hour'
  ) >= 60 then
    perform private.raise_api_error(429, 'rate_limited', '{"retryAfterSeconds": 600}');
  end if;
  insert into public.print_jobs (
    property_id, account_id, format, locales, colour, logo_position, offset_x_mm, offset_y_mm, sign_count
  ) values (
    record_print_job.property_id, private.current_account_id(), job ->> 'format',
    array(select jsonb_array_elements_text(job -> 'locales')), job ->> 'colour', job ->> 'logoPosition',
    (job ->> 'offsetX')::numeric, (job ->> 'offsetY')::numeric, jsonb_array_length(printed)
  ) returning * into made;
  if printed @> '[{"kind": "wifi"}]' then
    perform from public.accom_properties p where p.id = made.property_id for share;
  end if;
  perform from public.accom_rooms r
    where r.property_id = made.property_id
      and r.id in (select (p.sign ->> 'roomId')::uuid from jsonb_array_elements(printed) p (sign))
    order by r.id
    for share;
  -- Each a microsecond before the one that was printed before it: the register, which begins with the newest, lists the signs of
  -- one printing in the order of its pages.
  insert into public.signs (
    property_id, job_id, kind, room_id, room_number, code, wifi_network, wifi_password, created_at
  )
    select made.property_id, made.id, (p.sign ->> 'kind')::public.sign_kind, r.id, r.room_number, r.room_code,
      p.sign ->> 'network', p.sign ->> 'password', made.created_at - p.position * interval '1 microsecond'
    from jsonb_array_elements(printed) with ordinality p (sign, position)
    left join public.accom_rooms r
      on p.sign ->> 'kind' = 'room' and r.id = (p.sign ->> 'roomId')::uuid
        and r.property_id = made.property_id and r.room_code = p.sign ->> 'code'
    where case p.sign ->> 'kind'
      when 'room' then r.id is not null
      when 'wifi' then p.sign ->> 'network' is null
        or private.has_wifi(made.property_id, p.sign ->> 'network', p.sign ->> 'password')
      else true
    end
    order by p.position;
  if (select count(*) from public.signs s where s.job_id = made.id) < made.sign_count then
    perform private.raise_api_error(409, 'conflict', '{"reason": "another_code_is_current"}');
  end if;
  perform private.write_audit(
    made.property_id, 'signs_printed', 'print_jobs', made.id,
    jsonb_build_object('format', made.format, 'count', made.sign_count)
  );
  return made.id;
exception when data_exception or check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "printing_is_impossible"}');
end
$$;
grant execute on function public.record_print_job(uuid, jsonb, jsonb) to authenticated;

-- Definer, to authenticated: takes a printing out of the register that came to nothing: a paper jam, the wrong format. Whoever
-- printed it may do that for a day; afterwards the paper hangs somewhere.
create function public.discard_print_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job public.print_jobs;
begin
  select * into job from public.print_jobs j where j.id = discard_print_job.job_id for update;
  perform private.require_member(job.property_id, 'staff');
  if job.account_id is distinct from private.current_account_id() then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  if job.created_at < now() - interval '1 day' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "print_is_old"}');
  end if;
  delete from public.print_jobs j where j.id = job.id;
  perform private.write_audit(
    job.property_id, 'print_discarded', 'print_jobs', job.id,
    jsonb_build_object('format', job.format, 'count', job.sign_count)
  );
end
$$;
grant execute on function public.discard_print_job(uuid) to authenticated;

-- schemas/signs/choosing.sql

-- Which rooms to print signs for.

-- Definer, to authenticated: the desk sees rooms and signs, so it may have both at once. One call for the whole screen: the rooms
-- that match, in the order of their numbers, what is known of their signs, and the floors and types to choose
-- among. `sign_state`: `unprinted` (no whole sign that opens the room), `torn` (a torn sign, and no whole one that was printed since it
-- was found torn), or `missing` (not seen on the open walk). `room_ids` names the rooms one by one.
create function public.list_rooms_to_print(
  property_id uuid,
  search text default '',
  floor text default '',
  room_type text default '',
  sign_state text default '',
  room_ids uuid[] default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms_to_print.property_id, 'staff');
  return (with own as (
    select r.id, r.room_number, coalesce(t.name, '') as room_type, r.floor, r.room_code
    from public.accom_rooms r
    left join public.accom_room_types t on t.id = r.room_type_id
    where r.property_id = list_rooms_to_print.property_id and r.is_active
  ), good as (
    select s.room_id, max(s.created_at) as printed_at,
      bool_or(s.torn_at is null) as has_whole,
      coalesce(max(s.torn_at) > coalesce(max(s.created_at) filter (where s.torn_at is null), '-infinity'), false) as is_torn
    from public.signs s
    where s.property_id = list_rooms_to_print.property_id and s.kind = 'room'
      and s.died_at is null and s.removed_at is null
    group by s.room_id
  ), matching as (
    select o.*, g.printed_at, coalesce(g.is_torn, false) as is_torn
    from own o
    left join good g on g.room_id = o.id
    where (list_rooms_to_print.room_ids is null or o.id = any (list_rooms_to_print.room_ids))
      and (list_rooms_to_print.search = '' or strpos(lower(o.room_number), lower(list_rooms_to_print.search)) > 0)
      and (list_rooms_to_print.floor = '' or o.floor = list_rooms_to_print.floor)
      and (list_rooms_to_print.room_type = '' or o.room_type = list_rooms_to_print.room_type)
      and (list_rooms_to_print.sign_state <> 'unprinted' or g.has_whole is not true)
      and (list_rooms_to_print.sign_state <> 'torn' or g.is_torn)
      and (list_rooms_to_print.sign_state <> 'missing' or not exists (
        select from public.walks w
        join public.walk_scans s on s.walk_id = w.id and s.verdict = 'current'
        where w.property_id = list_rooms_to_print.property_id and w.finished_at is null and s.room_id = o.id
      ))
    -- Numbers as people count: 9 before 10, A2 before B1.
    order by regexp_replace(o.room_number, '[0-9].*$', ''),
      substring(o.room_number from '[0-9]{1,18}')::numeric nulls first, o.room_number
    limit 501
  )
  select jsonb_build_object(
    'rooms', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'number', m.room_number, 'type', m.room_type, 'floor', m.floor, 'code', m.room_code,
        'printedAt', private.format_instant(m.printed_at), 'isTorn', m.is_torn
      )) from matching m
    ), '[]'),
    'floors', coalesce((select jsonb_agg(distinct o.floor) filter (where o.floor <> '') from own o), '[]'),
    'types', coalesce((select jsonb_agg(distinct o.room_type) filter (where o.room_type <> '') from own o), '[]')
  ));
end
$$;
grant execute on function public.list_rooms_to_print(uuid, text, text, text, text, uuid[]) to authenticated;

-- schemas/signs/walks.sql

-- Walking the rooms: somebody scans each code on the wall, and the place learns which signs hang, are dead or are not its own.

-- At most one is open for a property. Whoever works there may go on with it, on any phone.
create table public.walks (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the account is gone.
  started_by uuid references public.accounts (id) on delete set null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint walks_id_and_property unique (id, property_id)
);

create unique index walks_one_is_open on public.walks (property_id) where finished_at is null;
create index walks_property on public.walks (property_id, started_at desc);
create index walks_starter on public.walks (started_by);

-- `foreign`: no code and no network of this property, or a code behind an address that is not ours.
create type public.scan_verdict as enum ('current', 'dead', 'foreign');

create table public.walk_scans (
  id uuid primary key default gen_random_uuid(),
  walk_id uuid not null,
  property_id uuid not null,
  -- `wifi` for a card of a network, `room` for every other code.
  kind public.sign_kind not null default 'room',
  -- What the camera read: a room code, the text of a foreign one, or the name of a network.
  code text not null,
  verdict public.scan_verdict not null,
  room_id uuid,
  account_id uuid references public.accounts (id) on delete set null,
  scanned_at timestamptz not null default now(),
  constraint walk_scans_walk foreign key (walk_id, property_id)
    references public.walks (id, property_id) on delete cascade,
  constraint walk_scans_room foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete set null (room_id),
  constraint walk_scans_are_unique unique (walk_id, kind, code),
  constraint walk_scans_code_is_short check (length(code) between 1 and 300)
);

create index walk_scans_walk_id on public.walk_scans (walk_id, property_id);
create index walk_scans_room_id on public.walk_scans (room_id, property_id);
create index walk_scans_account on public.walk_scans (account_id);

alter table public.walks enable row level security;
alter table public.walk_scans enable row level security;

grant select on public.walks, public.walk_scans to authenticated;

-- The desk walks, so it sees how far a walk has come,
create policy "members see the walks of their properties" on public.walks
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and what was found.
create policy "members see what a walk found" on public.walk_scans
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Definer, to authenticated: begins a walk, or returns the open one. Of two at the same moment one makes it; both get it.
create function public.start_walk(property_id uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk_id uuid;
begin
  perform private.require_member(start_walk.property_id, 'staff');
  insert into public.walks (property_id, started_by)
    values (start_walk.property_id, private.current_account_id())
    on conflict do nothing;
  select w.id into walk_id from public.walks w
    where w.property_id = start_walk.property_id and w.finished_at is null;
  return walk_id;
end
$$;
grant execute on function public.start_walk(uuid) to authenticated;

-- Definer, to authenticated: ends a walk. What it did not see stays as it was: a room may just have been locked.
create function public.finish_walk(walk_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
begin
  select * into walk from public.walks w where w.id = finish_walk.walk_id for update;
  perform private.require_member(walk.property_id, 'staff');
  update public.walks w set finished_at = coalesce(w.finished_at, now()) where w.id = walk.id;
  perform private.write_audit(
    walk.property_id, 'walk_finished', 'walks', walk.id,
    (
      select jsonb_build_object(
        'current', count(*) filter (where s.verdict = 'current'),
        'dead', count(*) filter (where s.verdict = 'dead'),
        'foreign', count(*) filter (where s.verdict = 'foreign')
      )
      from public.walk_scans s where s.walk_id = walk.id
    )
  );
end
$$;
grant execute on function public.finish_walk(uuid) to authenticated;

-- Definer, to authenticated: how far a walk has come, for the desk, which sees rooms, signs and scans. Which rooms were not seen
-- yet, in the order of their numbers, and which signs have to come down.
create function public.read_walk(walk_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member((select w.property_id from public.walks w where w.id = read_walk.walk_id), 'staff');
  return (with own as (
    select r.id, r.room_number, exists (
      select from public.walk_scans s
      where s.walk_id = w.id and s.room_id = r.id and s.verdict = 'current'
    ) as is_seen
    from public.walks w
    join public.accom_rooms r on r.property_id = w.property_id and r.is_active
    where w.id = read_walk.walk_id
  )
  select jsonb_build_object(
    'total', (select count(*) from own),
    'seen', (select count(*) from own where is_seen),
    'missing', coalesce((
      select jsonb_agg(m.room_number) from (
        select o.room_number from own o
        where not o.is_seen
        order by regexp_replace(o.room_number, '[0-9].*$', ''),
          substring(o.room_number from '[0-9]{1,18}')::numeric nulls first, o.room_number
        limit 100
      ) m
    ), '[]'),
    'found', coalesce((
      select jsonb_agg(f.sign) from (
        select jsonb_build_object(
          'id', s.id, 'kind', s.kind, 'code', s.code, 'verdict', s.verdict, 'roomNumber', (
            select p.room_number from public.signs p
            where s.verdict = 'dead' and s.kind = 'room' and p.property_id = s.property_id and p.code = s.code
            limit 1
          )
        ) as sign
        from public.walk_scans s
        where s.walk_id = read_walk.walk_id and s.verdict <> 'current'
        order by s.scanned_at desc
        limit 100
      ) f
    ), '[]')
  ));
end
$$;
grant execute on function public.read_walk(uuid) to authenticated;

-- schemas/signs/scanning.sql

-- What is scanned on a walk, and what that says of the paper on the wall.

-- Whether the settings of this place or its printed cards name this network, with whatever password.
create function private.has_network(p_property_id uuid, p_network text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from public.accom_properties p
    where p.id = p_property_id and (
      p.wifi_network = p_network
      or exists (select from jsonb_array_elements(p.wifi_zones) z (zone) where z.zone ->> 'network' = p_network)
    )
  ) or exists (
    select from public.accom_rooms r where r.property_id = p_property_id and r.wifi_ssid = p_network
  ) or exists (
    select from public.signs s
    where s.property_id = p_property_id and s.kind = 'wifi' and s.wifi_network = p_network
  )
$$;

-- The walk, for whoever may scan on it now: the desk of its property, until it is finished or holds more than anybody walks past.
create function private.require_open_walk(p_walk_id uuid)
returns public.walks
language plpgsql
set search_path = ''
as $$
declare
  walk public.walks;
begin
  select * into walk from public.walks w where w.id = p_walk_id for share;
  perform private.require_member(walk.property_id, 'staff');
  if walk.finished_at is not null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "walk_is_finished"}');
  end if;
  if (select count(*) from public.walk_scans s where s.walk_id = walk.id) >= 20000 then
    perform private.raise_api_error(429, 'rate_limited', '{"retryAfterSeconds": 600}');
  end if;
  return walk;
end
$$;

-- Definer, to authenticated: what a code on the wall is, and ticks it off. A code of another property is `foreign` like one
-- that does not exist, so a walk tells nothing about others. `is_ours` is false where the QR code leads to an address that is
-- not the guest app's, whatever code stands in it: that is how a pasted-over sign looks. Scanning one again changes nothing.
create function public.scan_on_walk(walk_id uuid, code text, is_ours boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
  room public.accom_rooms;
  verdict public.scan_verdict := 'foreign';
  is_new boolean;
begin
  walk := private.require_open_walk(scan_on_walk.walk_id);
  if is_ours then
    select * into room from public.accom_rooms r
      where r.property_id = walk.property_id and r.room_code = scan_on_walk.code;
    if room.id is not null then
      verdict := 'current';
    elsif exists (
      select from public.retired_room_codes c
      where c.property_id = walk.property_id and c.room_code = scan_on_walk.code
    ) then
      verdict := 'dead';
    end if;
  end if;
  insert into public.walk_scans (walk_id, property_id, code, verdict, room_id, account_id)
    values (walk.id, walk.property_id, left(scan_on_walk.code, 300), verdict, room.id, private.current_account_id())
    on conflict on constraint walk_scans_are_unique do nothing;
  is_new := found;
  if verdict = 'current' then
    update public.signs s set seen_at = now()
      where s.code = scan_on_walk.code and s.removed_at is null;
  end if;
  return jsonb_build_object(
    'verdict', verdict,
    'isNew', is_new,
    'roomNumber', coalesce(room.room_number, (
      select s.room_number from public.signs s
      where verdict = 'dead' and s.property_id = walk.property_id and s.code = scan_on_walk.code
      order by s.created_at desc
      limit 1
    ))
  );
end
$$;
grant execute on function public.scan_on_walk(uuid, text, boolean) to authenticated;

-- Definer, to authenticated: what a WiFi card on the wall is. `dead`: a network of this place with another password, or one that
-- it printed before. Another place's network is `foreign`. A good card was seen; the others have to come down, and are named with
-- the walk until it ends. Their passwords are not stored.
create function public.scan_wifi_on_walk(walk_id uuid, network text, password text default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
  verdict public.scan_verdict;
  is_new boolean := true;
begin
  walk := private.require_open_walk(scan_wifi_on_walk.walk_id);
  verdict := case
    when private.has_wifi(walk.property_id, scan_wifi_on_walk.network, scan_wifi_on_walk.password) then 'current'
    when private.has_network(walk.property_id, scan_wifi_on_walk.network) then 'dead'
    else 'foreign'
  end;
  if verdict = 'current' then
    update public.signs s set seen_at = now()
      where s.property_id = walk.property_id and s.kind = 'wifi' and s.removed_at is null
        and s.wifi_network = scan_wifi_on_walk.network
        and s.wifi_password is not distinct from scan_wifi_on_walk.password;
  else
    insert into public.walk_scans (walk_id, property_id, kind, code, verdict, account_id)
      values (
        walk.id, walk.property_id, 'wifi', left(scan_wifi_on_walk.network, 300), verdict, private.current_account_id()
      )
      on conflict on constraint walk_scans_are_unique do nothing;
    is_new := found;
  end if;
  return jsonb_build_object('verdict', verdict, 'isNew', is_new, 'roomNumber', null);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.scan_wifi_on_walk(uuid, text, text) to authenticated;

-- Definer, to authenticated: the sign of the place itself was seen. Its address tells that it is the place's own, so there is no
-- verdict.
create function public.see_place_sign_on_walk(walk_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
begin
  walk := private.require_open_walk(see_place_sign_on_walk.walk_id);
  update public.signs s set seen_at = now()
    where s.property_id = walk.property_id and s.kind = 'place' and s.removed_at is null;
end
$$;
grant execute on function public.see_place_sign_on_walk(uuid) to authenticated;

-- schemas/bookings/bookings.sql

-- A booking: the stay of one guest in one bed. A private room has one bed without a name. A stay that has no room yet is on the
-- shelf of the calendar. Which bed is held when, by stays and by blocks, is in calendar/bed_holds.sql.

-- Why a stay does not take place: what the desk chooses from.
create type public.cancel_reason as enum (
  'guest_asked', 'no_answer', 'not_paid', 'booked_twice', 'no_room', 'not_wanted', 'other'
);

create type public.booking_status as enum ('pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show');

create table public.accom_bookings (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- The same for stays that were booked together (groups.sql). Null: booked on its own.
  group_id uuid,
  -- Null: on the shelf.
  room_id uuid,
  bed text not null default '',
  -- The type that the stay is charged as: that of its first room, until a move takes the price of another one.
  room_type_id uuid,
  booking_code text not null,
  guest_name text not null,
  guest_last_name text not null,
  guest_email text,
  guest_phone text,
  -- The language of the page on which the guest asked for the stay, for mails. Null: that of the place.
  guest_locale text,
  guest_count integer not null default 1,
  check_in_date date not null,
  check_out_date date not null,
  -- An early check-in and a late check-out, by the clock of the property: they hold the bed on the first and the last day.
  early_from time,
  late_until time,
  -- When the guest was moved to this room while in house. Null: it is the first room of the stay (calendar/past_rooms.sql).
  room_since timestamptz,
  status public.booking_status not null default 'confirmed',
  pin_hash text,
  has_pin boolean generated always as (pin_hash is not null) stored,
  source text not null default 'desk',
  -- What the source calls the booking by. Null: the source is ours.
  external_uid text,
  notes text not null default '',
  -- When the desk noted that the guest is here, before there was a room to check in to.
  arrived_at timestamptz,
  -- Why it was cancelled, refused or did not take place, and what the desk wrote about it for itself.
  cancel_reason public.cancel_reason,
  cancel_note text not null default '',
  -- What find_anything compares: names without case, accents and spaces, and the digits of the phone number from its end,
  -- since people write its beginning in several ways.
  name_key text not null default '',
  last_name_key text not null default '',
  phone_key text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_bookings_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_bookings_type_of_property foreign key (room_type_id, property_id)
    references public.accom_room_types (id, property_id) on delete set null (room_type_id),
  constraint accom_bookings_booking_code_is_unique unique (booking_code),
  constraint accom_bookings_id_and_property unique (id, property_id),
  constraint accom_bookings_booking_code_has_its_form check (booking_code ~ '^BK-[A-HJ-NP-Z2-9]{6}$'),
  constraint accom_bookings_end_after_they_start check (check_out_date > check_in_date),
  -- Wide enough for any stay, and narrow enough that no arithmetic with dates fails.
  constraint accom_bookings_dates_are_sane check (check_in_date >= '2000-01-01' and check_out_date < '2200-01-01'),
  constraint accom_bookings_guest_count_is_sane check (guest_count between 1 and 200),
  constraint accom_bookings_names_are_short check (
    length(btrim(guest_name)) between 1 and 200 and length(btrim(guest_last_name)) between 1 and 100
  ),
  constraint accom_bookings_locale_has_its_form check (guest_locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$'),
  constraint accom_bookings_texts_are_short check (
    length(guest_email) <= 254 and length(guest_phone) <= 40 and length(notes) <= 2000 and length(cancel_note) <= 500
  ),
  -- So short that an index takes it.
  constraint accom_bookings_external_uid_is_short check (length(external_uid) between 1 and 255),
  constraint accom_bookings_guests_in_house_have_a_room check (room_id is not null or status not in ('checked_in', 'checked_out')),
  constraint accom_bookings_beds_are_in_rooms check (room_id is not null or bed = ''),
  constraint accom_bookings_moved_guests_are_in_house check (room_since is null or status in ('checked_in', 'checked_out')),
  constraint accom_bookings_hours_are_within_the_day check (
    early_from > '00:00' and early_from < '23:59' and late_until > '00:00' and late_until < '23:59'
  )
);

-- The bookings of a room, the latest stay first.
create index accom_bookings_room on public.accom_bookings (room_id, property_id, check_in_date desc, id desc);

create index accom_bookings_group on public.accom_bookings (group_id, property_id) where group_id is not null;

-- The bookings of a type, for its removal.
create index accom_bookings_type on public.accom_bookings (room_type_id, property_id);

-- The lists of the desk (listing.sql): what was booked last, who is to come, and the others by the day they leave.
create index accom_bookings_newest on public.accom_bookings (property_id, created_at desc, id desc);
create index accom_bookings_arrival on public.accom_bookings (property_id, check_in_date, id)
  where status in ('pending', 'confirmed');
create index accom_bookings_departure on public.accom_bookings (property_id, status, check_out_date, id);

create index accom_bookings_name on public.accom_bookings (property_id, name_key collate "C");
create index accom_bookings_last_name on public.accom_bookings (property_id, last_name_key collate "C", check_in_date desc);
create index accom_bookings_phone on public.accom_bookings (property_id, phone_key collate "C") where phone_key <> '';

create index accom_bookings_email on public.accom_bookings
  (property_id, lower(guest_email) collate "C", check_in_date desc) where guest_email is not null;
create index accom_bookings_external_uid on public.accom_bookings (property_id, external_uid) where external_uid is not null;

-- Fills in what the search compares. It is a trigger and no generated column, since the list of accents may change.
create function private.fill_search_keys()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.name_key := private.normalise_name(new.guest_name);
  new.last_name_key := private.normalise_name(new.guest_last_name);
  new.phone_key := reverse(regexp_replace(coalesce(new.guest_phone, ''), '\D', '', 'g'));
  return new;
end
$$;

create trigger accom_bookings_fill_search_keys
  before insert or update of guest_name, guest_last_name, guest_phone on public.accom_bookings
  for each row execute function private.fill_search_keys();

-- The scan of a room reads only this index to find the stay that began last and whether it is still on.
create index accom_bookings_stays on public.accom_bookings (room_id, check_in_date desc)
  include (check_out_date, status)
  where status in ('confirmed', 'checked_in');

-- The same scan, for guests who were moved to the room in house. They are few, so it reads one page.
create index accom_bookings_moved on public.accom_bookings (room_id, check_out_date) where room_since is not null;

-- Locks these rooms, in one order for all, so that those who book, move or block the same beds wait for each other instead of a
-- deadlock. Whoever locks bookings too locks them before.
create function private.lock_rooms(p_room_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.accom_rooms r where r.id = any (p_room_ids) order by r.id for no key update;
end
$$;

-- Definer: draws a code, reads all bookings to see that none has it, and reads the room's beds. Where the stay holds a bed, the rooms
-- are locked, so that no bed is removed meanwhile, and so that many who book one bed at once do not deadlock on its holds. A
-- stay that only gives its bed up locks no room: the sweep cancels many at once, in no order.
create function private.complete_booking()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  is_new constant boolean := tg_op = 'INSERT';
begin
  if new.room_id is not null and new.status in ('pending', 'confirmed', 'checked_in') then
    perform private.lock_rooms(array[new.room_id] || case when is_new then '{}' else array[old.room_id] end);
  end if;
  if new.room_id is not null then
    select * into room from public.accom_rooms r where r.id = new.room_id;
    if (is_new or (new.room_id, new.bed) is distinct from (old.room_id, old.bed))
      and (cardinality(room.beds) = 0 and new.bed <> '' or cardinality(room.beds) > 0 and new.bed <> all (room.beds))
    then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
    end if;
  elsif not is_new then
    select * into room from public.accom_rooms r where r.id = old.room_id;
  end if;
  if is_new or new.room_id is null then
    new.room_type_id := coalesce(new.room_type_id, room.room_type_id);
  end if;
  new.booking_code := coalesce(new.booking_code, private.claim_code('public.accom_bookings', 'booking_code', 'BK-', 6));
  return new;
end
$$;

create trigger accom_bookings_complete
  before insert or update of room_id, bed, check_in_date, check_out_date, early_from, late_until, room_since, status
  on public.accom_bookings
  for each row execute function private.complete_booking();

create trigger accom_bookings_touch_updated_at
  before update on public.accom_bookings
  for each row execute function private.touch_updated_at();

-- The log has nothing by which a guest could be known, since its entries are never deleted.
create trigger accom_bookings_steps
  after insert or update on public.accom_bookings
  for each row execute function private.audit_step(
    'staff', 'status', 'room_id', 'bed', 'room_type_id', 'room_since', 'check_in_date', 'check_out_date', 'early_from', 'late_until',
    'guest_count', 'arrived_at', 'cancel_reason'
  );

alter table public.accom_bookings enable row level security;

-- Nobody may read the hash of a PIN, which a million guesses would find. Writes go through functions.
grant select (
  id, property_id, group_id, room_id, bed, room_type_id, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
  check_in_date, check_out_date, early_from, late_until, room_since, status, has_pin, source, external_uid, notes, arrived_at, cancel_reason, cancel_note, created_at, updated_at
) on public.accom_bookings to authenticated;

-- The desk works with all guests of its property.
create policy "members see the bookings of their properties" on public.accom_bookings
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/bookings/room_states.sql

-- What bookings do to the states of rooms, and what the states let them do.

-- Definer: whoever takes the step. The guest has left, so the bed has to be made.
create function private.dirty_room_of_departure()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.mark_room_dirty(new.room_id, new.bed);
  return null;
end
$$;

create trigger accom_bookings_dirty_room
  after update of status on public.accom_bookings
  for each row when (old.status = 'checked_in' and new.status = 'checked_out')
  execute function private.dirty_room_of_departure();

-- Definer: whoever undoes the check-out. The room is what it was, unless somebody changed it since.
create function private.undo_dirt_of_departure()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.unmark_room_dirty(new.room_id, new.bed, (
    select l.created_at from public.audit_log l where l.id = nullif(current_setting('gudbro.undoes', true), '')::uuid
  ));
  return null;
end
$$;

create trigger accom_bookings_undo_dirt
  after update of status on public.accom_bookings
  for each row when (old.status = 'checked_out' and new.status = 'checked_in')
  execute function private.undo_dirt_of_departure();

-- Definer: whoever books or moves. Nobody is booked into a room that is out of order, for whatever nights: nobody knows how long
-- that lasts. A stay that an undo brings back was there before.
create function private.refuse_closed_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.room_states s where s.room_id = new.room_id and s.state = 'out_of_order') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  return new;
end
$$;

create trigger accom_bookings_refuse_closed_room_of_new
  before insert on public.accom_bookings
  for each row when (new.status in ('pending', 'confirmed', 'checked_in') and not private.is_undoing())
  execute function private.refuse_closed_room();

create trigger accom_bookings_refuse_closed_room
  before update of room_id on public.accom_bookings
  for each row when (
    new.status in ('pending', 'confirmed', 'checked_in') and new.room_id is distinct from old.room_id
    and not private.is_undoing()
  )
  execute function private.refuse_closed_room();

-- What is in the way of a guest in this bed now, or null: that the stay has no room, somebody who has not left, or the state of the
-- room. A dorm's bed that has to be made is `dirty`.
create function private.find_room_obstacle(p_booking public.accom_bookings)
returns text
language sql
stable
set search_path = ''
as $$
  select case when p_booking.room_id is null then 'no_room' else (
    select case
      when exists (
        select from public.accom_bookings b
        where b.property_id = p_booking.property_id and b.status = 'checked_in' and b.room_id = p_booking.room_id
          and b.bed = p_booking.bed and b.id <> p_booking.id
      ) then 'occupied'
      when private.is_bed_ready(s, p_booking.bed) then null
      when s.state in ('clean', 'inspected') then 'dirty'
      else s.state::text
    end
    from public.room_states s
    where s.room_id = p_booking.room_id and s.property_id = p_booking.property_id
  ) end
$$;

-- Refuses a guest who is checked in to a room that is not ready, unless the desk says to do it all the same, which the history
-- tells. Nothing overrules a room that is out of order. Somebody who is still checked in there overlaps only on the day of the
-- turnover, when the desk sees both; that is a warning of the screens.
create function private.require_ready_room(p_booking public.accom_bookings, p_despite_room boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
begin
  select * into current from public.room_states s where s.room_id = p_booking.room_id for share;
  if current.state = 'out_of_order' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  if private.is_bed_ready(current, p_booking.bed) then
    return;
  end if;
  if p_despite_room is not true then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_not_clean"}');
  end if;
  perform private.write_audit(
    p_booking.property_id,
    case p_booking.status when 'checked_in' then 'moved_despite_room' else 'checked_in_despite_room' end,
    'accom_bookings', p_booking.id,
    jsonb_build_object(
      'name', (select r.room_number from public.accom_rooms r where r.id = p_booking.room_id),
      'to', jsonb_build_object('state', case when current.state = 'cleaning' then 'cleaning' else 'dirty' end)
    )
  );
end
$$;

-- schemas/calendar/bed_holds.sql

-- Which bed is held when. Stays and blocks each have their rows here, under one constraint, so that no two of them ever overlap,
-- whoever writes and however many at once. Triggers write; no role reads it but through functions.

create table private.bed_holds (
  -- The booking or the block. Not a foreign key, since it is one of two tables: their triggers delete what they held.
  holder_id uuid not null,
  room_id uuid not null,
  bed text not null,
  -- By the clock of the property.
  held tsrange not null,
  constraint bed_holds_are_one_a_bed primary key (holder_id, bed),
  constraint bed_holds_are_not_empty check (not isempty(held)),
  constraint bed_holds_do_not_overlap exclude using gist (room_id with =, bed with =, held with &&)
);

-- What is held from one day to another. It is held by the night, from the last minute of the first day to the beginning of the last
-- one: the day on which one guest leaves is the day on which the next one comes. An early check-in and a late check-out hold the
-- hours of their day as well, so of two that meet on one day only hours that are held twice are refused.
create function private.held_range(p_from date, p_until date, p_early_from time default null, p_late_until time default null)
returns tsrange
language sql
immutable
set search_path = ''
as $$
  select tsrange(p_from + coalesce(p_early_from, '23:59'), p_until + coalesce(p_late_until, '00:00'))
$$;

-- What a stay holds in its present room; null: nothing, since it is over or on the shelf. A guest who was moved in house holds the
-- present room from then on.
create function private.held_by_stay(p_booking public.accom_bookings)
returns tsrange
language plpgsql
stable
set search_path = ''
as $$
declare
  since timestamp;
begin
  if p_booking.room_id is null or p_booking.status not in ('pending', 'confirmed', 'checked_in') then
    return null;
  elsif p_booking.room_since is null then
    return private.held_range(
      p_booking.check_in_date, p_booking.check_out_date, p_booking.early_from, p_booking.late_until
    );
  end if;
  select p_booking.room_since at time zone p.timezone into since
    from public.accom_properties p where p.id = p_booking.property_id;
  return tsrange(since, greatest(since, p_booking.check_out_date + coalesce(p_booking.late_until, '00:00')));
end
$$;

-- Definer: no role may write holds. A stay from which the night of the move is taken away would hold nothing, so it is refused by
-- the check.
create function private.hold_bed_of_stay()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  held tsrange;
begin
  if tg_op <> 'INSERT' then
    delete from private.bed_holds h where h.holder_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return null;
  end if;
  held := private.held_by_stay(new);
  if held is not null then
    insert into private.bed_holds (holder_id, room_id, bed, held) values (new.id, new.room_id, new.bed, held);
  end if;
  return null;
end
$$;

create trigger accom_bookings_hold_bed
  after insert or delete or update of
    room_id, bed, room_type_id, check_in_date, check_out_date, early_from, late_until, room_since, status
  on public.accom_bookings
  for each row execute function private.hold_bed_of_stay();

-- schemas/calendar/blocks.sql

-- Blocks: days on which nobody is booked into a room, or into one bed of a dorm.

create type public.room_block_kind as enum ('closed', 'maintenance', 'owner_use');

create table public.room_blocks (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  -- Null: the whole room, with all of its beds.
  bed text,
  kind public.room_block_kind not null,
  -- Half-open, like a stay: the last day is the first on which somebody can come.
  from_date date not null,
  until_date date not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint room_blocks_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade,
  constraint room_blocks_id_and_property unique (id, property_id),
  constraint room_blocks_end_after_they_start check (until_date > from_date),
  constraint room_blocks_dates_are_sane check (from_date >= '2000-01-01' and until_date < '2200-01-01'),
  constraint room_blocks_bed_has_a_name check (bed <> ''),
  constraint room_blocks_note_is_short check (length(note) <= 500)
);

-- The blocks of a room by their days, and those of a property for its calendar.
create index room_blocks_room on public.room_blocks (room_id, property_id);
create index room_blocks_days on public.room_blocks (property_id, until_date, from_date);

create trigger room_blocks_touch_updated_at
  before update on public.room_blocks
  for each row execute function private.touch_updated_at();

-- Definer: reads the room's beds. Rooms are locked in the order of complete_booking.
create function private.check_block()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_rooms(array[new.room_id] || case when tg_op = 'INSERT' then '{}' else array[old.room_id] end);
  if new.bed is not null
    and not exists (select from public.accom_rooms r where r.id = new.room_id and new.bed = any (r.beds))
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  return new;
end
$$;

create trigger room_blocks_check
  before insert or update of room_id, bed on public.room_blocks
  for each row execute function private.check_block();

-- The beds that a block takes: the one that it names, all of a dorm, or the one without a name of a private room.
create function private.beds_of_block(p_block public.room_blocks)
returns text[]
language sql
stable
set search_path = ''
as $$
  select case
    when p_block.bed is not null then array[p_block.bed]
    when cardinality(r.beds) > 0 then r.beds
    else array['']
  end
  from public.accom_rooms r where r.id = p_block.room_id
$$;

-- Definer: no role may write holds.
create function private.hold_beds_of_block()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    delete from private.bed_holds h where h.holder_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into private.bed_holds (holder_id, room_id, bed, held)
      select new.id, new.room_id, b.bed, private.held_range(new.from_date, new.until_date)
      from unnest(private.beds_of_block(new)) b (bed);
  end if;
  return null;
end
$$;

create trigger room_blocks_hold_beds
  after insert or delete or update of room_id, bed, from_date, until_date on public.room_blocks
  for each row execute function private.hold_beds_of_block();

-- Definer: holds the beds of a room that is blocked as a whole anew when it gets other beds. A bed that is blocked alone is not
-- removed while its block lasts: the block would name no bed.
create function private.hold_changed_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.room_blocks k
    where k.room_id = new.id and k.bed is not null and k.bed <> all (new.beds) and k.until_date >= current_date - 1
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_booked"}');
  end if;
  delete from private.bed_holds h
    where h.holder_id in (select k.id from public.room_blocks k where k.room_id = new.id and k.bed is null);
  insert into private.bed_holds (holder_id, room_id, bed, held)
    select k.id, k.room_id, b.bed, private.held_range(k.from_date, k.until_date)
    from public.room_blocks k, unnest(private.beds_of_block(k)) b (bed)
    where k.room_id = new.id and k.bed is null;
  return null;
end
$$;

create trigger accom_rooms_hold_changed_beds
  after update of beds on public.accom_rooms
  for each row when (old.beds is distinct from new.beds) execute function private.hold_changed_beds();

create trigger room_blocks_audit
  after insert or update or delete on public.room_blocks
  for each row execute function private.audit_row_change('staff');

alter table public.room_blocks enable row level security;

-- Written by the functions below.
grant select on public.room_blocks to authenticated;

-- The desk books around them.
create policy "members see the blocks of their properties" on public.room_blocks
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/calendar/obstacles.sql

-- What stands in the way where a stay or a block is to go.

-- A stay or a block that holds a bed, as the desk reads it.
create function private.describe_obstacle(p_holder_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'kind', 'stay', 'id', b.id, 'guestName', b.guest_name, 'status', b.status, 'roomId', b.room_id, 'bed', b.bed,
    'from', b.check_in_date, 'until', b.check_out_date, 'version', b.updated_at
  )
  from public.accom_bookings b where b.id = p_holder_id
  union all
  select jsonb_build_object(
    'kind', 'block', 'id', k.id, 'blockKind', k.kind, 'roomId', k.room_id, 'bed', coalesce(k.bed, ''),
    'from', k.from_date, 'until', k.until_date, 'version', k.updated_at
  )
  from public.room_blocks k where k.id = p_holder_id
$$;

-- What holds this bed within this time: null if nothing does. Those that are left out are about to give up what they hold. The
-- caller has locked the room, or only shows what it reads.
create function private.find_obstacle(p_room_id uuid, p_bed text, p_held tsrange, p_left_out uuid[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_obstacle(h.holder_id)
  from private.bed_holds h
  where h.room_id = p_room_id and h.bed = p_bed and h.held && p_held and h.holder_id <> all (p_left_out)
  order by h.held
  limit 1
$$;

-- Raises that a bed is taken, with what stands in the way there. `p_more` names the stay that was to go there.
create function private.refuse_taken_bed(p_obstacle jsonb, p_more jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.raise_api_error(
    409, 'conflict', '{"reason": "bed_is_taken"}' || p_more || case
      when p_obstacle is null then '{}' else jsonb_build_object('obstacle', p_obstacle)
    end
  );
end
$$;

-- schemas/calendar/past_rooms.sql

-- Where a stay slept before its guest was moved to another room while in house. The booking has the present room; these are the
-- rooms before it, oldest first by until_at. The nights in them stay known, and so does where an old order was brought.

create table public.stay_past_rooms (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  booking_id uuid not null,
  room_id uuid not null,
  bed text not null default '',
  -- Null: from the first day of the stay.
  from_at timestamptz,
  until_at timestamptz not null,
  -- The guest sessions of a private room that went along, and go back when the move is undone.
  session_ids uuid[] not null default '{}',
  constraint stay_past_rooms_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint stay_past_rooms_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint stay_past_rooms_end_after_they_begin check (until_at >= from_at),
  constraint stay_past_rooms_are_left_once unique (booking_id, until_at)
);

create index stay_past_rooms_booking on public.stay_past_rooms (booking_id, property_id);
create index stay_past_rooms_room on public.stay_past_rooms (room_id, property_id);
create index stay_past_rooms_property on public.stay_past_rooms (property_id, until_at);

alter table public.stay_past_rooms enable row level security;

-- Written by the move in house alone.
grant select on public.stay_past_rooms to authenticated;

-- The desk reads where its guests were.
create policy "members see where the guests of their properties were before" on public.stay_past_rooms
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/bookings/prices.sql

-- What a booking cost when it was made. It is a table of its own, because some members see bookings and no money. A booking
-- without a row was made where no price was set.

create table public.accom_booking_prices (
  booking_id uuid primary key,
  property_id uuid not null,
  total bigint not null,
  currency text not null,
  -- Each night with its price, as private.price_stay tells them.
  nights jsonb not null,
  created_at timestamptz not null default now(),
  constraint accom_booking_prices_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint accom_booking_prices_total_is_sane check (total between 1 and 90000000000),
  constraint accom_booking_prices_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint accom_booking_prices_nights_are_a_list check (jsonb_typeof(nights) = 'array')
);

create index accom_booking_prices_booking on public.accom_booking_prices (booking_id, property_id);
create index accom_booking_prices_property on public.accom_booking_prices (property_id, booking_id);

alter table public.accom_booking_prices enable row level security;

-- Written by the functions that make a booking, and by a trigger where its nights change.
grant select on public.accom_booking_prices to authenticated;

-- The desk tells guests what they pay, where it sees money.
create policy "members who see money see the prices of bookings" on public.accom_booking_prices
  for select to authenticated
  using (property_id in (select private.money_property_ids()));

-- Saves the price at which a booking is made. Whoever makes a booking calls it in the same transaction, so that the price that
-- was told is the one that is saved.
create function private.save_booking_price(p_booking public.accom_bookings, p_price jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into public.accom_booking_prices (booking_id, property_id, total, currency, nights)
  select p_booking.id, p_booking.property_id, (p_price ->> 'totalMinor')::bigint, p.currency, p_price -> 'nights'
  from public.accom_properties p
  where p.id = p_booking.property_id and p_price ->> 'totalMinor' is not null
$$;

-- The nights of a stay with their prices, and their total. Those that were saved keep theirs, whatever they cost now; a night that
-- is added has the price of today of this type. From `p_new_from` on none is kept. The total is null where a night has no price.
create function private.price_changed_stay(
  p_saved jsonb,
  p_room_type_id uuid,
  p_check_in date,
  p_check_out date,
  p_new_from date default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'nights', jsonb_agg(priced.night order by priced.day),
    'totalMinor', case
      when bool_and(priced.night ->> 'priceMinor' is not null) then sum((priced.night ->> 'priceMinor')::bigint)
    end
  )
  from (
    select d.day, coalesce(
      kept.night, added.night, jsonb_build_object('night', d.day, 'priceMinor', null)
    ) as night
    from (select p_check_in + i as day from generate_series(0, p_check_out - p_check_in - 1) i) d
    left join (
      select k as night, (k ->> 'night')::date as day from jsonb_array_elements(p_saved) k
    ) kept on kept.day = d.day and (kept.day < p_new_from) is not false
    left join (
      select a as night, (a ->> 'night')::date as day
      from jsonb_array_elements(private.price_stay(p_room_type_id, p_check_in, p_check_out) -> 'nights') a
    ) added on added.day = d.day
  ) priced
$$;

-- The type by which nights of a booking are priced: the one that it is charged as, else that of its room.
create function private.type_to_price(p_booking public.accom_bookings)
returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(
    p_booking.room_type_id, (select r.room_type_id from public.accom_rooms r where r.id = p_booking.room_id)
  )
$$;

-- Other nights have another price. Where one has none, the booking has no price any more. It is a trigger, so that an undone
-- change is priced too.
create function private.price_other_nights()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  saved public.accom_booking_prices;
begin
  delete from public.accom_booking_prices p where p.booking_id = new.id returning p.* into saved;
  if found then
    perform private.save_booking_price(new, private.price_changed_stay(
      saved.nights, private.type_to_price(new), new.check_in_date, new.check_out_date
    ));
  end if;
  return null;
end
$$;

create trigger accom_bookings_price_other_nights
  after update of check_in_date, check_out_date on public.accom_bookings
  for each row when (
    old.check_in_date is distinct from new.check_in_date or old.check_out_date is distinct from new.check_out_date
  )
  execute function private.price_other_nights();

-- The price that a booking had as another type, for the undo of a move that took the price of the new room. No role reads it.
create table private.replaced_booking_prices (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null references public.accom_bookings (id) on delete cascade,
  room_type_id uuid,
  -- Null: it had no price.
  price jsonb,
  constraint replaced_booking_prices_are_one_a_type unique nulls not distinct (booking_id, room_type_id)
);

-- From which night on a move takes the price of the new room: nights that were slept keep theirs.
create function private.first_night_to_price(p_booking public.accom_bookings)
returns date
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.status = 'checked_in'
    then greatest(p_booking.check_in_date, (now() at time zone p.timezone)::date)
    else p_booking.check_in_date
  end
  from public.accom_properties p where p.id = p_booking.property_id
$$;

-- Definer: writes a table that no role may write. A booking that is charged as another type from now on has its price. Undone, it
-- has the price that it had.
create function private.price_other_type()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  saved public.accom_booking_prices;
  earlier private.replaced_booking_prices;
begin
  select * into earlier from private.replaced_booking_prices r
    where r.booking_id = new.id and r.room_type_id is not distinct from new.room_type_id and private.is_undoing();
  if not found and new.room_type_id is null then
    return null;
  end if;
  delete from public.accom_booking_prices p where p.booking_id = new.id returning p.* into saved;
  insert into private.replaced_booking_prices (booking_id, room_type_id, price)
    values (new.id, old.room_type_id, case
      when saved.booking_id is not null then jsonb_build_object('nights', saved.nights, 'totalMinor', saved.total)
    end)
    on conflict on constraint replaced_booking_prices_are_one_a_type do update set price = excluded.price;
  perform private.save_booking_price(new, case
    when earlier.booking_id is not null then earlier.price
    else private.price_changed_stay(
      coalesce(saved.nights, '[]'), new.room_type_id, new.check_in_date, new.check_out_date, private.first_night_to_price(new)
    )
  end);
  return null;
end
$$;

-- Not for a stay on the shelf, which only notes its type, nor where the type is removed.
create trigger accom_bookings_price_other_type
  after update of room_type_id on public.accom_bookings
  for each row when (
    new.room_type_id is distinct from old.room_type_id and new.room_id is not null
    and (new.room_type_id is not null or private.is_undoing())
  )
  execute function private.price_other_type();

-- schemas/bookings/steps.sql

-- The steps of a booking's status. No member may write the column, so none can skip a step:
-- pending -> confirmed or cancelled, confirmed -> checked_in, cancelled or no_show, checked_in -> checked_out. A stay that was entered
-- after its last day begins as checked_out and can be cancelled: what is taken back is the entry.

-- Definer: takes one step, after these statuses only. The row is locked, so of two steps at once one is refused. Returns the
-- booking and the day of today by the clock of its property, for the rules of the step. With the reason, where a stay ends by it, so
-- that both are one entry with one undo.
create function private.step_booking(
  p_booking_id uuid,
  p_from public.booking_status[],
  p_to public.booking_status,
  p_reason public.cancel_reason default null,
  p_note text default '',
  out booking public.accom_bookings,
  out today date
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  select * into booking from public.accom_bookings b where b.id = p_booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_step(booking.status = any (p_from), booking.status::text, p_to::text);
  if p_to = 'checked_in' and booking.room_id is null then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_no_room"}');
  end if;
  update public.accom_bookings b set
    status = p_to,
    cancel_reason = p_reason,
    cancel_note = coalesce(btrim(p_note), '')
  where b.id = p_booking_id;
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = booking.property_id;
end
$$;

-- Definer, to authenticated: the desk accepts a request from the property's page. The bed is held already.
create function public.confirm_booking(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.step_booking(confirm_booking.booking_id, '{pending}', 'confirmed');
end
$$;
grant execute on function public.confirm_booking(uuid) to authenticated;

-- Definer, to authenticated: the guest has arrived, also before the first day: that opens the stay early. Into a room that is not
-- ready only where the desk says so (`despite_room`).
create function public.check_in(booking_id uuid, despite_room boolean default false)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  step record;
begin
  step := private.step_booking(check_in.booking_id, '{confirmed}', 'checked_in');
  if (step.booking).check_out_date < step.today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  perform private.require_ready_room(step.booking, check_in.despite_room);
end
$$;
grant execute on function public.check_in(uuid, boolean) to authenticated;

-- Definer, to authenticated: the guest is here and the room is not. The bags are stored; the guest's page says that the room is
-- being made, and that it is ready as soon as it is. From the first day on, since only then the guest reads a page.
create function public.note_arrival(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  today date;
begin
  select * into booking from public.accom_bookings b where b.id = note_arrival.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_step(
    booking.status = 'confirmed' and booking.arrived_at is null,
    case when booking.arrived_at is null then booking.status::text else 'arrived' end, 'arrived'
  );
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = booking.property_id;
  if booking.check_in_date > today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_not_begun"}');
  end if;
  if booking.check_out_date < today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  update public.accom_bookings b set arrived_at = now() where b.id = booking.id;
end
$$;
grant execute on function public.note_arrival(uuid) to authenticated;

-- Definer, to authenticated: the guest has left. The nights that are left can be booked again.
create function public.check_out(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.step_booking(check_out.booking_id, '{checked_in}', 'checked_out');
end
$$;
grant execute on function public.check_out(uuid) to authenticated;

-- Whether the stay was entered only after its last day. No guest was checked in or out by it.
create function private.is_forgotten_stay(p_booking public.accom_bookings)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_booking.status = 'checked_out'
    and p_booking.check_out_date < (
      select (p_booking.created_at at time zone p.timezone)::date from public.accom_properties p where p.id = p_booking.property_id
    )
$$;

-- Definer, to authenticated: the guest does not come, or the desk refuses the request, and why. The guest's link opens nothing any more.
-- A stay that was entered after its last day is taken back by it. With the status that the caller saw (`seen`) nothing else is cancelled:
-- who refuses a request that a colleague has confirmed meanwhile does not cancel the booking.
create function public.cancel_booking(
  booking_id uuid,
  reason public.cancel_reason default null,
  note text default '',
  seen public.booking_status default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  before public.booking_status[];
begin
  select * into booking from public.accom_bookings b where b.id = cancel_booking.booking_id;
  before := case when private.is_forgotten_stay(booking) then '{checked_out}' else '{pending,confirmed}' end;
  perform private.step_booking(
    cancel_booking.booking_id,
    array(select s from unnest(before) s where cancel_booking.seen is null or s = cancel_booking.seen),
    'cancelled', cancel_booking.reason, cancel_booking.note
  );
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.cancel_booking(uuid, public.cancel_reason, text, public.booking_status) to authenticated;

-- Definer, to authenticated: the guest was expected and did not come. Not before the day of arrival, and not of a guest who is here.
create function public.mark_no_show(
  booking_id uuid, reason public.cancel_reason default null, note text default ''
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  step record;
begin
  step := private.step_booking(
    mark_no_show.booking_id, '{confirmed}', 'no_show', mark_no_show.reason, mark_no_show.note
  );
  if (step.booking).check_in_date > step.today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_not_begun"}');
  end if;
  if (step.booking).arrived_at is not null then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_has_arrived"}');
  end if;
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.mark_no_show(uuid, public.cancel_reason, text) to authenticated;

-- A check-in before the first day let the guest order and report. It is not undone once they did, since their stay would not
-- have begun any more. Only undo_change goes back from checked in.
create function private.keep_early_stay_in_use()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.check_in_date > (select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = new.property_id)
    and (
      exists (select from public.accom_service_orders o where o.booking_id = new.id)
      or exists (select from public.incidents i where i.booking_id = new.id)
    )
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
  end if;
  return new;
end
$$;

create trigger accom_bookings_keep_early_stay_in_use
  before update of status on public.accom_bookings
  for each row when (old.status = 'checked_in' and new.status = 'confirmed' and private.is_undoing())
  execute function private.keep_early_stay_in_use();

-- A stay that takes place after all has no reason against it. The note is not logged, so the undo of the step cannot take it away.
create function private.forget_cancel_note()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.cancel_note := '';
  return new;
end
$$;

create trigger accom_bookings_forget_cancel_note
  before update of status on public.accom_bookings
  for each row when (old.status in ('cancelled', 'no_show') and new.status not in ('cancelled', 'no_show'))
  execute function private.forget_cancel_note();

-- schemas/bookings/people.sql

-- Who stays with the guest who booked. Each is a row of its own, since a document belongs to one person (documents/documents.sql).

create table public.booking_people (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  booking_id uuid not null,
  name text not null,
  is_child boolean not null,
  position smallint not null,
  constraint booking_people_of_booking foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  -- Deferrable, so that one statement may give all of them another order.
  constraint booking_people_position_is_unique unique (booking_id, property_id, position) deferrable,
  constraint booking_people_id_and_booking unique (id, booking_id, property_id),
  constraint booking_people_position_is_sane check (position between 1 and 30),
  constraint booking_people_names_are_short check (length(btrim(name)) between 1 and 200)
);

-- No policy and no grant: the desk reads them with their booking, and writes them with its guest.
alter table public.booking_people enable row level security;

-- The people of a booking, as its screen shows them.
create function private.describe_people(p_booking_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'isChild', p.is_child) order by p.position), '[]')
  from public.booking_people p where p.booking_id = p_booking_id
$$;

-- Makes these the people of a booking, in their order: [{ "id": of one who is there already, "name", "isChild" }]. Whoever is not
-- among them goes. Null leaves them as they are. The caller has locked the booking.
create function private.save_people(p_booking public.accom_bookings, p_people jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  was jsonb;
begin
  if p_people is null then
    return;
  end if;
  if (case when jsonb_typeof(p_people) = 'array' then jsonb_array_length(p_people) <= 30 end) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  select coalesce(jsonb_object_agg(p.id, true), '{}') into was from public.booking_people p where p.booking_id = p_booking.id;
  delete from public.booking_people p
    where p.booking_id = p_booking.id
      and not exists (select from jsonb_array_elements(p_people) one (person) where one.person ->> 'id' = p.id::text);
  insert into public.booking_people (id, property_id, booking_id, name, is_child, position)
    select
      -- The id of nobody else's booking.
      case when was ? (one.person ->> 'id') then (one.person ->> 'id')::uuid else gen_random_uuid() end,
      p_booking.property_id, p_booking.id, btrim(one.person ->> 'name'), coalesce((one.person ->> 'isChild')::boolean, false),
      one.position
    from jsonb_array_elements(p_people) with ordinality one (person, position)
    on conflict (id) do update
      set name = excluded.name, is_child = excluded.is_child, position = excluded.position;
exception
  -- The second is its name from Postgres 18 on.
  when foreign_key_violation or restrict_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "person_has_documents"}');
  when check_violation or not_null_violation or unique_violation or cardinality_violation or invalid_text_representation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;

-- schemas/bookings/desk.sql

-- What the desk does with bookings.

-- Adds a booking with its price. Where the bed was taken meanwhile it says by whom. Whoever calls it has checked that a member of the
-- desk asks. The desk may book any number of nights; a minimum is for guests.
create function private.add_booking(p_booking public.accom_bookings, p_room_type_id uuid)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  insert into public.accom_bookings (
    property_id, group_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
    check_in_date, check_out_date, status, source, notes
  ) values (
    p_booking.property_id, p_booking.group_id, p_booking.room_id, p_booking.bed, p_booking.guest_name,
    p_booking.guest_last_name, p_booking.guest_email, p_booking.guest_phone, p_booking.guest_count,
    p_booking.check_in_date, p_booking.check_out_date, p_booking.status, p_booking.source, p_booking.notes
  ) returning * into booking;
  perform private.save_booking_price(
    booking, private.price_stay(p_room_type_id, booking.check_in_date, booking.check_out_date)
  );
  return jsonb_build_object('id', booking.id, 'bookingCode', booking.booking_code);
exception
  when exclusion_violation then
    perform private.refuse_taken_bed(private.find_obstacle(
      p_booking.room_id, p_booking.bed, private.held_range(p_booking.check_in_date, p_booking.check_out_date), '{}'
    ));
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;

-- Definer, to authenticated: the desk books a stay. One whose last day has passed was forgotten: it is over at once.
create function public.create_booking(
  room_id uuid,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  bed text default '',
  guest_email text default null,
  guest_phone text default null,
  guest_count integer default 1,
  notes text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  booking public.accom_bookings;
begin
  select * into room from public.accom_rooms where id = create_booking.room_id;
  perform private.require_member(room.property_id, 'staff');
  booking.property_id := room.property_id;
  booking.room_id := room.id;
  booking.bed := create_booking.bed;
  booking.guest_name := create_booking.guest_name;
  booking.guest_last_name := create_booking.guest_last_name;
  booking.guest_email := create_booking.guest_email;
  booking.guest_phone := create_booking.guest_phone;
  booking.guest_count := create_booking.guest_count;
  booking.check_in_date := create_booking.check_in;
  booking.check_out_date := create_booking.check_out;
  booking.status := case
    when booking.check_out_date < (select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = room.property_id)
    then 'checked_out' else 'confirmed'
  end;
  booking.source := 'desk';
  booking.notes := create_booking.notes;
  return private.add_booking(booking, room.room_type_id);
end
$$;
grant execute on function public.create_booking(uuid, date, date, text, text, text, text, text, integer, text) to authenticated;

-- Definer, to authenticated: a guest who stands at the desk gets a room from today on and is checked in, in one step. The last
-- name is all that the desk asks for: with the code it opens the stay. Into a room that is not ready only where the desk says so. The
-- check-in is a step of its own, so that the desk can undo it and then cancel.
create function public.book_walk_in(
  room_id uuid, last_name text, nights integer, bed text default '', despite_room boolean default false
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  booking public.accom_bookings;
  made jsonb;
begin
  select * into room from public.accom_rooms where id = book_walk_in.room_id;
  perform private.require_member(room.property_id, 'staff');
  if (book_walk_in.nights between 1 and 365) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  booking.property_id := room.property_id;
  booking.room_id := room.id;
  booking.bed := book_walk_in.bed;
  booking.guest_name := book_walk_in.last_name;
  booking.guest_last_name := book_walk_in.last_name;
  booking.guest_count := 1;
  select (now() at time zone p.timezone)::date into booking.check_in_date
    from public.accom_properties p where p.id = room.property_id;
  booking.check_out_date := booking.check_in_date + book_walk_in.nights;
  booking.status := 'confirmed';
  booking.source := 'walk_in';
  booking.notes := '';
  made := private.add_booking(booking, room.room_type_id);
  booking.id := made ->> 'id';
  perform private.require_ready_room(booking, book_walk_in.despite_room);
  update public.accom_bookings b set status = 'checked_in' where b.id = booking.id;
  return made;
end
$$;
grant execute on function public.book_walk_in(uuid, text, integer, text, boolean) to authenticated;

-- Raises unless this is still the version of the booking that the caller read.
create function private.require_version(p_current timestamptz, p_read timestamptz)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_current is distinct from p_read then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
end
$$;

-- Definer, to authenticated: what the desk knows of the guest, and who else stays (people.sql; null: as it is). It can be changed
-- after the stay too.
create function public.change_booking_guest(
  booking_id uuid,
  version timestamptz,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  notes text,
  people jsonb default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = change_booking_guest.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, change_booking_guest.version);
  perform private.save_people(booking, change_booking_guest.people);
  update public.accom_bookings b set
    guest_name = change_booking_guest.guest_name,
    guest_last_name = change_booking_guest.guest_last_name,
    guest_email = change_booking_guest.guest_email,
    guest_phone = change_booking_guest.guest_phone,
    -- Whoever is named is counted.
    guest_count = greatest(change_booking_guest.guest_count, 1 + nullif((
      select count(*) from public.booking_people p where p.booking_id = booking.id
    ), 0)),
    notes = change_booking_guest.notes
  where b.id = booking.id;
  -- That they were changed, and not to what: entries are never deleted.
  perform private.write_audit(booking.property_id, 'guest_details_changed', 'accom_bookings', booking.id);
exception
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.change_booking_guest(uuid, timestamptz, text, text, text, text, integer, text, jsonb) to authenticated;

-- Definer, to authenticated: other nights or another room. Of a guest who is in house only the day of departure changes, since
-- what was ordered and reported belongs to the room; a stay that is over does not change. `price`: "keep", or "new" for that of the
-- type of the room.
create function public.move_booking(
  booking_id uuid,
  version timestamptz,
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  price text default 'keep'
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = move_booking.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, move_booking.version);
  if booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  if booking.status = 'checked_in' and (move_booking.room_id, move_booking.bed, move_booking.check_in)
    is distinct from (booking.room_id, booking.bed, booking.check_in_date)
  then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}');
  end if;
  if not exists (
    select from public.accom_rooms r where r.id = move_booking.room_id and r.property_id = booking.property_id
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  update public.accom_bookings b set
    room_id = move_booking.room_id,
    bed = move_booking.bed,
    check_in_date = move_booking.check_in,
    check_out_date = move_booking.check_out,
    room_type_id = case
      when move_booking.price = 'new' then (select r.room_type_id from public.accom_rooms r where r.id = move_booking.room_id)
      else b.room_type_id
    end
  where b.id = booking.id;
exception
  when exclusion_violation then
    perform private.refuse_taken_bed(private.find_obstacle(
      move_booking.room_id, move_booking.bed, private.held_range(move_booking.check_in, move_booking.check_out),
      array[booking.id]
    ));
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.move_booking(uuid, timestamptz, uuid, text, date, date, text) to authenticated;

-- Definer, to authenticated: makes a new PIN. It writes a column that nobody may read; the PIN is returned here and shown
-- nowhere else. Returns { pin, stepId }: by the step in the history a screen knows later whether it is still the PIN of now.
create function public.set_booking_pin(booking_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  new_pin text := private.generate_pin();
begin
  select * into booking from public.accom_bookings where id = set_booking_pin.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  update public.accom_bookings set pin_hash = private.hash_pin(new_pin) where id = set_booking_pin.booking_id;
  perform private.write_audit(booking.property_id, 'booking_pin_set', 'accom_bookings', set_booking_pin.booking_id);
  return jsonb_build_object('pin', new_pin, 'stepId', (
    select l.id from public.audit_log l
    where l.row_id = set_booking_pin.booking_id and l.created_at = now() and l.action = 'booking_pin_set'
  ));
end
$$;
grant execute on function public.set_booking_pin(uuid) to authenticated;

-- Definer, to authenticated: the booking has no PIN any more. It writes a column that nobody may read.
create function public.clear_booking_pin(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = clear_booking_pin.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  update public.accom_bookings set pin_hash = null where id = clear_booking_pin.booking_id;
  perform private.write_audit(booking.property_id, 'booking_pin_cleared', 'accom_bookings', clear_booking_pin.booking_id);
end
$$;
grant execute on function public.clear_booking_pin(uuid) to authenticated;

-- schemas/bookings/groups.sql

-- Several rooms that the desk books at once under one name. Each is a stay of its own, with its code, its PIN and its steps; the group
-- is what they have in common.

-- The stays of a booking's group, in the order of their rooms: itself among them. Empty: it was booked on its own.
create function private.describe_group(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'status', b.status,
    'roomNumber', r.room_number, 'bed', b.bed, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date
  ) order by r.sort_order, r.id, b.bed, b.id), '[]')
  from public.accom_bookings b
  left join public.accom_rooms r on r.id = b.room_id
  where b.group_id = p_booking.group_id and b.property_id = p_booking.property_id
$$;

-- What create_group returns: { groupId, bookings: [{ id, bookingCode }] }.
create function private.tell_group(p_group_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('groupId', p_group_id, 'bookings', jsonb_agg(
    jsonb_build_object('id', b.id, 'bookingCode', b.booking_code) order by r.sort_order, r.id, b.bed
  ))
  from public.accom_bookings b
  join public.accom_rooms r on r.id = b.room_id
  where b.group_id = p_group_id
$$;

-- Definer, to authenticated: books these beds for the same nights under one name, all or none. `beds`: 2 to 50 times
-- { "roomId", "bed", "guestCount" }. A second press under the same key gets what the first made. Refused with whoever has one of
-- the beds.
create function public.create_group(
  property_id uuid,
  beds jsonb,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  request_key text,
  guest_email text default null,
  guest_phone text default null,
  notes text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  request constant jsonb := jsonb_build_array(
    beds, check_in, check_out, create_group.guest_name, create_group.guest_last_name, create_group.guest_email,
    create_group.guest_phone, create_group.notes
  );
  scope constant text := 'group:' || create_group.property_id;
  earlier record;
  one record;
  booking public.accom_bookings;
begin
  perform private.require_member(create_group.property_id, 'staff');
  if request_key is null or not private.is_request_key(request_key)
    or (case when jsonb_typeof(beds) = 'array' then jsonb_array_length(beds) between 2 and 50 end) is not true
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_group"}');
  elsif earlier.made_id is not null then
    return private.tell_group(earlier.made_id);
  end if;
  -- All rooms in one order, so that of two groups for the same rooms one waits for the other.
  perform private.lock_rooms(array(select (b ->> 'roomId')::uuid from jsonb_array_elements(beds) b));
  booking.property_id := create_group.property_id;
  booking.group_id := gen_random_uuid();
  booking.guest_name := create_group.guest_name;
  booking.guest_last_name := create_group.guest_last_name;
  booking.guest_email := create_group.guest_email;
  booking.guest_phone := create_group.guest_phone;
  booking.check_in_date := create_group.check_in;
  booking.check_out_date := create_group.check_out;
  booking.status := 'confirmed';
  booking.source := 'desk';
  booking.notes := create_group.notes;
  for one in
    select r.id as room_id, r.room_type_id, coalesce(b ->> 'bed', '') as bed, coalesce((b ->> 'guestCount')::integer, 1) as guest_count
    from jsonb_array_elements(beds) b
    left join public.accom_rooms r on r.id = (b ->> 'roomId')::uuid and r.property_id = create_group.property_id
  loop
    if one.room_id is null then
      perform private.raise_api_error(404, 'not_found');
    end if;
    booking.room_id := one.room_id;
    booking.bed := one.bed;
    booking.guest_count := one.guest_count;
    perform private.add_booking(booking, one.room_type_id);
  end loop;
  perform private.record_request(scope, request_key, request, booking.group_id);
  return private.tell_group(booking.group_id);
exception
  when invalid_text_representation or numeric_value_out_of_range then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.create_group(uuid, jsonb, date, date, text, text, text, text, text, text) to authenticated;

-- Definer, to authenticated: cancels all stays of a booking's group that have not begun, and returns the entry by which all come
-- back at once.
create function public.cancel_group(
  booking_id uuid, reason public.cancel_reason default null, note text default ''
)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  ids uuid[];
  id uuid;
begin
  select * into booking from public.accom_bookings b where b.id = cancel_group.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  ids := array(
    select b.id from public.accom_bookings b
    where b.group_id = booking.group_id and b.property_id = booking.property_id and b.status in ('pending', 'confirmed')
    order by b.id for update
  );
  if cardinality(ids) = 0 then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "nothing_to_cancel"}');
  end if;
  perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  foreach id in array ids loop
    perform private.step_booking(id, '{pending,confirmed}', 'cancelled', cancel_group.reason, cancel_group.note);
  end loop;
  perform set_config('gudbro.chain', '', true);
  return private.find_step_of_now(ids[1]);
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.cancel_group(uuid, public.cancel_reason, text) to authenticated;

-- schemas/calendar/blocking.sql

-- What the desk does with blocks. Each is undone for ten minutes by its author, and later by a manager.

-- What stands in the way of a block on any of its beds. A new one has no id yet.
create function private.find_obstacle_of_block(p_block public.room_blocks)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select o.obstacle
  from unnest(private.beds_of_block(p_block)) b (bed)
  cross join lateral private.find_obstacle(
    p_block.room_id, b.bed, private.held_range(p_block.from_date, p_block.until_date), array_remove(array[p_block.id], null)
  ) o (obstacle)
  where o.obstacle is not null
  limit 1
$$;

-- Writes a new block or a changed one. Whoever calls it has checked the membership. A room of another property is none.
create function private.save_block(p_block public.room_blocks)
returns public.room_blocks
language plpgsql
set search_path = ''
as $$
declare
  saved public.room_blocks;
  obstacle jsonb;
begin
  if not exists (
    select from public.accom_rooms r where r.id = p_block.room_id and r.property_id = p_block.property_id
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if p_block.id is null then
    insert into public.room_blocks as k (property_id, room_id, bed, kind, from_date, until_date, note)
      values (
        p_block.property_id, p_block.room_id, p_block.bed, p_block.kind, p_block.from_date, p_block.until_date, p_block.note
      )
      returning k.* into saved;
  else
    update public.room_blocks k set
      room_id = p_block.room_id, bed = p_block.bed, kind = p_block.kind,
      from_date = p_block.from_date, until_date = p_block.until_date, note = p_block.note
    where k.id = p_block.id
    returning k.* into saved;
  end if;
  return saved;
exception
  when exclusion_violation then
    obstacle := private.find_obstacle_of_block(p_block);
    perform private.refuse_taken_bed(obstacle);
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "block_is_impossible"}');
end
$$;

-- Definer, to authenticated: takes a room, or one bed of a dorm, off the calendar from a day to another. Returns { id, version }.
-- Refuses with 409 bed_is_taken and the obstacle where a stay or a block is.
create function public.add_room_block(
  room_id uuid,
  kind public.room_block_kind,
  from_date date,
  until_date date,
  bed text default null,
  note text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  block.property_id := (select r.property_id from public.accom_rooms r where r.id = add_room_block.room_id);
  perform private.require_member(block.property_id, 'staff');
  block.room_id := add_room_block.room_id;
  block.bed := nullif(add_room_block.bed, '');
  block.kind := add_room_block.kind;
  block.from_date := add_room_block.from_date;
  block.until_date := add_room_block.until_date;
  block.note := btrim(add_room_block.note);
  block := private.save_block(block);
  return jsonb_build_object('id', block.id, 'version', block.updated_at);
end
$$;
grant execute on function public.add_room_block(uuid, public.room_block_kind, date, date, text, text) to authenticated;

-- Definer, to authenticated: other days, another room, another kind or note, at the version that was read. Returns { id, version }.
create function public.change_room_block(
  block_id uuid,
  version timestamptz,
  room_id uuid,
  kind public.room_block_kind,
  from_date date,
  until_date date,
  bed text default null,
  note text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  select * into block from public.room_blocks k where k.id = change_room_block.block_id for update;
  perform private.require_member(block.property_id, 'staff');
  perform private.require_version(block.updated_at, change_room_block.version);
  block.room_id := change_room_block.room_id;
  block.bed := nullif(change_room_block.bed, '');
  block.kind := change_room_block.kind;
  block.from_date := change_room_block.from_date;
  block.until_date := change_room_block.until_date;
  block.note := btrim(change_room_block.note);
  block := private.save_block(block);
  return jsonb_build_object('id', block.id, 'version', block.updated_at);
end
$$;
grant execute on function public.change_room_block(uuid, timestamptz, uuid, public.room_block_kind, date, date, text, text)
  to authenticated;

-- Definer, to authenticated: the room can be booked again.
create function public.remove_room_block(block_id uuid, version timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  select * into block from public.room_blocks k where k.id = remove_room_block.block_id for update;
  perform private.require_member(block.property_id, 'staff');
  perform private.require_version(block.updated_at, remove_room_block.version);
  delete from public.room_blocks k where k.id = block.id;
end
$$;
grant execute on function public.remove_room_block(uuid, timestamptz) to authenticated;

-- schemas/calendar/warnings.sql

-- What the desk is told of a move that is no obstacle to it.

-- When a stay arrives on its first day: at its own hour, or at that of the property.
create function private.arrives_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns time
language sql
immutable
set search_path = ''
as $$
  select coalesce(p_booking.early_from, p_property.checkin_time)
$$;

-- The same for its last day.
create function private.departs_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns time
language sql
immutable
set search_path = ''
as $$
  select coalesce(p_booking.late_until, p_property.checkout_time)
$$;

-- Whom a stay meets in its bed on its first or last day: a guest who leaves after it arrives (`late_departure`), one who arrives
-- before it leaves (`early_arrival`), or one who should have left and is still checked in (`still_occupied`).
create function private.find_neighbours(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', met.kind, 'bookingId', p_booking.id, 'neighbourId', met.id, 'guestName', met.guest_name,
    'roomId', p_booking.room_id, 'bed', p_booking.bed, 'day', met.day,
    'until', to_char(met.leaves, 'HH24:MI'), 'from', to_char(met.comes, 'HH24:MI')
  ) order by met.day, met.id), '[]')
  from public.accom_properties p
  cross join lateral (
    select b.id, b.guest_name, 'late_departure' as kind, p_booking.check_in_date as day,
      private.departs_at(b, p) as leaves, private.arrives_at(p_booking, p) as comes
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.status in ('pending', 'confirmed', 'checked_in') and b.check_out_date = p_booking.check_in_date
      and private.departs_at(b, p) > private.arrives_at(p_booking, p)
    union all
    select b.id, b.guest_name, 'early_arrival', p_booking.check_out_date,
      private.departs_at(p_booking, p), private.arrives_at(b, p)
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.status in ('pending', 'confirmed', 'checked_in') and b.check_in_date = p_booking.check_out_date
      and private.departs_at(p_booking, p) > private.arrives_at(b, p)
    union all
    select b.id, b.guest_name, 'still_occupied', b.check_out_date, null, null
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.property_id = p_booking.property_id and b.status = 'checked_in'
      and b.check_out_date <= p_booking.check_in_date
      and p_booking.check_in_date <= (now() at time zone p.timezone)::date
  ) met
  where p.id = p_booking.property_id
$$;

-- The warnings of all of these stays.
create function private.list_warnings(p_bookings public.accom_bookings[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(w.warning), '[]')
  from unnest(p_bookings) b
  cross join lateral jsonb_array_elements(private.find_neighbours(b)) w (warning)
$$;

-- schemas/calendar/moving.sql

-- Moving stays to other beds and days: drag and drop, keys, a swap, "move the other to …" and whole chains are one call.

-- One stay and where it is to go.
create type private.stay_move as (
  booking_id uuid,
  version timestamptz,
  -- Null: to the shelf.
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  takes_price boolean,
  -- Of a guest in house: into a room that is not clean, and the reports that stay with the room they leave.
  despite_room boolean,
  staying_reports uuid[]
);

-- The moves of a call: 1 to 50 stays, each once. Raises where they can't be read.
create function private.read_moves(p_moves jsonb)
returns private.stay_move[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  moves private.stay_move[];
begin
  if jsonb_typeof(p_moves) = 'array' then
    moves := array(
      select row(
        (m ->> 'bookingId')::uuid, (m ->> 'version')::timestamptz, (m ->> 'roomId')::uuid, coalesce(m ->> 'bed', ''),
        (m ->> 'checkIn')::date, (m ->> 'checkOut')::date, coalesce(m ->> 'price', 'keep') = 'new',
        coalesce((m ->> 'despiteRoom')::boolean, false),
        array(select jsonb_array_elements_text(coalesce(m -> 'stayingReports', '[]'))::uuid)
      )::private.stay_move
      from jsonb_array_elements(p_moves) m
    );
  end if;
  if (cardinality(moves) between 1 and 50) is not true
    or (select count(distinct m.booking_id) from unnest(moves) m) < cardinality(moves)
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "moves_are_impossible"}');
  end if;
  return moves;
exception
  when invalid_text_representation or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "moves_are_impossible"}');
end
$$;

-- Locks these stays, then all rooms that they are in or go to, each in one order, so that chains which cross wait for each other
-- instead of a deadlock. Then the stays hold nothing, so that they can pass through one another's beds. The caller writes each
-- of them, which holds its bed again.
create function private.give_up_beds(p_booking_ids uuid[], p_room_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.accom_bookings b where b.id = any (p_booking_ids) order by b.id for update;
  perform private.lock_rooms(
    p_room_ids || array(select b.room_id from public.accom_bookings b where b.id = any (p_booking_ids))
  );
  delete from private.bed_holds h where h.holder_id = any (p_booking_ids);
end
$$;

-- A stay where it is to go, of a guest in house from now on.
create function private.imagine_move(p_booking public.accom_bookings, p_move private.stay_move)
returns public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  becomes public.accom_bookings := p_booking;
begin
  becomes.room_id := p_move.room_id;
  becomes.bed := case when p_move.room_id is null then '' else p_move.bed end;
  becomes.check_in_date := p_move.check_in;
  becomes.check_out_date := p_move.check_out;
  if private.is_move_in_house(p_booking, becomes) then
    becomes.room_since := now();
  end if;
  return becomes;
end
$$;

-- The stay as it is after its move, or why it does not go there, whoever else is there. A guest who is in house keeps the day of
-- arrival, and some room.
create function private.check_move(p_booking public.accom_bookings, p_move private.stay_move)
returns public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  becomes public.accom_bookings := private.imagine_move(p_booking, p_move);
  which constant jsonb := jsonb_build_object('bookingId', p_booking.id);
begin
  if p_booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}' || which);
  end if;
  if p_booking.status = 'checked_in'
    and (becomes.room_id is null or becomes.check_in_date is distinct from p_booking.check_in_date)
  then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}' || which);
  end if;
  if (p_move.check_out > p_move.check_in and p_move.check_in >= '2000-01-01' and p_move.check_out < '2200-01-01') is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  if isempty(private.held_by_stay(becomes)) then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}' || which);
  end if;
  if becomes.room_id is not null then
    if not exists (
      select from public.accom_rooms r where r.id = becomes.room_id and r.property_id = becomes.property_id
    ) then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if p_move.takes_price then
      becomes.room_type_id := (select r.room_type_id from public.accom_rooms r where r.id = becomes.room_id);
    end if;
  end if;
  return becomes;
end
$$;

-- Raises that this stay can't be where it is to go: somebody has the bed, or only hours of the day on which both meet.
create function private.refuse_obstacle(p_booking public.accom_bookings, p_obstacle jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  which constant jsonb := jsonb_build_object('bookingId', p_booking.id);
begin
  if (p_obstacle ->> 'from')::date < p_booking.check_out_date and (p_obstacle ->> 'until')::date > p_booking.check_in_date then
    perform private.refuse_taken_bed(p_obstacle, which);
  end if;
  perform private.raise_api_error(
    409, 'conflict', '{"reason": "hours_overlap"}' || which || jsonb_build_object('obstacle', p_obstacle)
  );
end
$$;

-- Writes these stays, whose beds are given up, each where it is to be, and names whoever is in the way.
create function private.place_stays(p_bookings public.accom_bookings[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  becomes public.accom_bookings;
  obstacle jsonb;
begin
  foreach becomes in array p_bookings loop
    obstacle := private.find_obstacle(becomes.room_id, becomes.bed, private.held_by_stay(becomes), '{}');
    if obstacle is not null then
      perform private.refuse_obstacle(becomes, obstacle);
    end if;
    update public.accom_bookings b set
      room_id = becomes.room_id, bed = becomes.bed, room_type_id = becomes.room_type_id,
      check_in_date = becomes.check_in_date, check_out_date = becomes.check_out_date,
      early_from = becomes.early_from, late_until = becomes.late_until, room_since = becomes.room_since
    where b.id = becomes.id;
  end loop;
end
$$;

-- The entry by which this transaction's step with a booking is undone.
create function private.find_step_of_now(p_booking_id uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select l.id from public.audit_log l
  where l.row_id = p_booking_id and l.created_at = now() and l.table_name = 'accom_bookings' and l.action = 'changed'
  order by l.id
  limit 1
$$;

-- What a function that changed these stays returns: { undoId, versions, warnings }. By the versions, each under the id of its
-- stay, the next change follows at once, before anybody has read the stays again.
create function private.tell_changed(p_bookings public.accom_bookings[], p_warnings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'undoId', private.find_step_of_now(p_bookings[1].id),
    'versions', (
      select jsonb_object_agg(b.id, b.updated_at)
      from public.accom_bookings b where b.id = any (array(select c.id from unnest(p_bookings) c))
    ),
    'warnings', p_warnings
  )
$$;

-- Moves these stays of a property, all of them or none, and returns what tell_changed does. One that is where it is to go stays as it is.
create function private.apply_moves(p_property_id uuid, p_moves private.stay_move[])
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  move private.stay_move;
  booking public.accom_bookings;
  becomes public.accom_bookings;
  before public.accom_bookings[] := '{}';
  changed public.accom_bookings[] := '{}';
begin
  perform from public.accom_bookings b
    where b.id = any (array(select m.booking_id from unnest(p_moves) m)) order by b.id for update;
  foreach move in array p_moves loop
    select * into booking from public.accom_bookings b where b.id = move.booking_id and b.property_id = p_property_id;
    if not found then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if booking.updated_at is distinct from move.version then
      perform private.raise_api_error(
        409, 'conflict', '{"reason": "changed_meanwhile"}' || jsonb_build_object('bookingId', booking.id)
      );
    end if;
    becomes := private.check_move(booking, move);
    if becomes is distinct from booking then
      before := before || booking;
      changed := changed || becomes;
    end if;
  end loop;
  if cardinality(changed) = 0 then
    return '{"undoId": null, "versions": {}, "warnings": []}';
  end if;
  perform private.give_up_beds(
    array(select c.id from unnest(changed) c), array(select c.room_id from unnest(changed) c)
  );
  if cardinality(changed) > 1 then
    perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  end if;
  perform private.refuse_occupied_beds(before, changed);
  perform private.place_stays(changed);
  perform set_config('gudbro.chain', '', true);
  perform private.finish_moves_in_house(before, changed, p_moves);
  return private.tell_changed(changed, private.list_warnings(changed));
exception
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;

-- Definer, to authenticated: moves stays of a property in one transaction, so that swaps and chains work whose stays pass through one
-- another's beds. `moves`: [{ "bookingId", "version", "roomId": null for the shelf, "bed", "checkIn", "checkOut",
-- "price": "keep" or "new", "despiteRoom", "stayingReports" }]. Kept, the stay is charged as it was booked; new, as the type of its new
-- room, in house from this night on. All or none: refused with the stay (`bookingId`) and whoever is in its way (`obstacle`). The
-- last two are of a guest in house (in_house.sql) and may be left out. Returns { undoId, versions, warnings }: undoing that entry
-- undoes all.
create function public.move_stays(property_id uuid, moves jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(move_stays.property_id, 'staff');
  return private.apply_moves(move_stays.property_id, private.read_moves(move_stays.moves));
end
$$;
grant execute on function public.move_stays(uuid, jsonb) to authenticated;

-- Definer, to authenticated: the stay keeps its days and holds no room for now. Returns what move_stays does, which also brings it
-- back from the shelf.
create function public.put_on_shelf(booking_id uuid, version timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = put_on_shelf.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  return private.apply_moves(booking.property_id, array[
    row(booking.id, put_on_shelf.version, null, '', booking.check_in_date, booking.check_out_date, false, false, '{}')::private.stay_move
  ]);
end
$$;
grant execute on function public.put_on_shelf(uuid, timestamptz) to authenticated;

-- schemas/calendar/in_house.sql

-- A guest who is in house and gets another room or bed is there from now on. Where they slept stays known; code, PIN, phones, guest
-- sessions, open orders and reports go along (taking_along.sql); the old bed is free and has to be made.

-- Whether this is one: the guest is there, and in another bed after it.
create function private.is_move_in_house(p_from public.accom_bookings, p_to public.accom_bookings)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_from.status = 'checked_in' and (p_from.room_id, p_from.bed) is distinct from (p_to.room_id, p_to.bed)
$$;

-- Raises where a guest in house is to have a bed in which somebody else is checked in who is not moved as well. Who should have left
-- holds nothing any more once the last day is over, and is still there. The caller has locked the rooms.
create function private.refuse_occupied_beds(p_from public.accom_bookings[], p_to public.accom_bookings[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  obstacle jsonb;
begin
  for i in 1 .. cardinality(p_to) loop
    if private.is_move_in_house(p_from[i], p_to[i]) then
      select private.describe_obstacle(b.id) into obstacle
        from public.accom_bookings b
        where b.property_id = p_to[i].property_id and b.status = 'checked_in'
          and b.room_id = p_to[i].room_id and b.bed = p_to[i].bed
          and b.id <> all (array(select f.id from unnest(p_from) f))
        limit 1;
      if obstacle is not null then
        perform private.refuse_taken_bed(obstacle, jsonb_build_object('bookingId', p_to[i].id));
      end if;
    end if;
  end loop;
end
$$;

-- After all are placed, since a room that a guest leaves in the same call has to be made: raises where the room of a guest in house is
-- not ready, and gives the rooms that are left their own reports back. Into a room that is not clean a guest is moved only where
-- the desk says so (`despite_room`), never into one that is out of order.
create function private.finish_moves_in_house(
  p_from public.accom_bookings[],
  p_to public.accom_bookings[],
  p_moves private.stay_move[]
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  move private.stay_move;
begin
  for i in 1 .. cardinality(p_to) loop
    if private.is_move_in_house(p_from[i], p_to[i]) then
      select * into move from unnest(p_moves) m where m.booking_id = p_to[i].id;
      perform private.require_ready_room(p_to[i], move.despite_room);
      update public.incidents r set room_id = p_from[i].room_id
        where r.id = any (move.staying_reports) and r.booking_id = p_to[i].id and r.room_id = p_to[i].room_id;
    end if;
  end loop;
end
$$;

-- schemas/calendar/hours.sql

-- Early check-in and late check-out. The hours hold the bed on the day of the arrival and of the departure, and the guest's page
-- shows them.

-- Whether these can be hours of a stay at this property: before its check-in time, and after its check-out time. Null: as everybody.
create function private.are_stay_hours(p_property public.accom_properties, p_early_from time, p_late_until time)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_early_from is null or p_early_from > '00:00' and p_early_from < p_property.checkin_time)
    and (p_late_until is null or p_late_until > p_property.checkout_time and p_late_until < '23:59')
$$;

-- Definer, to authenticated: the guest comes early or leaves late. Both hours are written; null is the time of the property. Of a guest
-- who is in house only the departure changes. Refused where another stay holds the same hours of the bed (409 hours_overlap with
-- the obstacle). Returns { undoId, versions, warnings }: whoever arrives before the guest has left, or leaves after they came, is a warning.
create function public.set_stay_hours(booking_id uuid, version timestamptz, early_from time, late_until time)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  becomes public.accom_bookings;
  property public.accom_properties;
begin
  select * into booking from public.accom_bookings b where b.id = set_stay_hours.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, set_stay_hours.version);
  if booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  becomes := booking;
  becomes.early_from := set_stay_hours.early_from;
  becomes.late_until := set_stay_hours.late_until;
  if becomes is not distinct from booking then
    return '{"undoId": null, "versions": {}, "warnings": []}';
  end if;
  if booking.status = 'checked_in' and becomes.early_from is distinct from booking.early_from then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}');
  end if;
  select * into property from public.accom_properties p where p.id = booking.property_id;
  if not private.are_stay_hours(
    property, nullif(becomes.early_from, booking.early_from), nullif(becomes.late_until, booking.late_until)
  ) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "hours_are_impossible"}');
  end if;
  perform private.give_up_beds(array[booking.id], array[booking.room_id]);
  perform private.place_stays(array[becomes]);
  return private.tell_changed(array[becomes], private.find_neighbours(becomes));
end
$$;
grant execute on function public.set_stay_hours(uuid, timestamptz, time, time) to authenticated;

-- schemas/bookings/listing.sql

-- The bookings as the screens of the desk list them. As definers the functions check the membership once and not for each row.

-- Bookings as a list shows them, in this order. A private room has no bed to name.
create function private.describe_listed_bookings(p_bookings public.accom_bookings[])
returns jsonb
language plpgsql
stable
set search_path = ''
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
  numbers jsonb;
begin
  -- The numbers of all rooms are a few pages of one index, read in one pass: offset 0 keeps the ids out of the scan, since a look-up
  -- for each room reads more, and the settings keep it from the table, which has ten times as many pages.
  select coalesce(jsonb_object_agg(r.id, r.room_number), '{}') into numbers
    from (
      select one.id, one.room_number from public.accom_rooms one
      where one.property_id = p_bookings[1].property_id offset 0
    ) r
    where r.id = any (array(select b.room_id from unnest(p_bookings) b));
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'guestCount', b.guest_count,
      'checkIn', b.check_in_date, 'checkOut', b.check_out_date, 'earlyFrom', to_char(b.early_from, 'HH24:MI'),
      'lateUntil', to_char(b.late_until, 'HH24:MI'), 'status', b.status, 'inGroup', b.group_id is not null,
      'roomId', b.room_id, 'roomNumber', numbers ->> b.room_id::text, 'bed', b.bed, 'roomTypeId', b.room_type_id,
      'source', b.source, 'externalUid', b.external_uid, 'createdAt', b.created_at
    ) order by b.position)
    from unnest(p_bookings) with ordinality b (
      id, property_id, group_id, room_id, bed, room_type_id, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_locale,
      guest_count, check_in_date, check_out_date, early_from, late_until, room_since, status, pin_hash, has_pin, source, external_uid, notes,
      arrived_at, cancel_reason, cancel_note, name_key, last_name_key,
      phone_key, created_at, updated_at, position
    )
  ), '[]');
end
$$;

-- The bookings of a property with this status that leave last before this day and id, of one type or source if it is not null.
create function private.list_departed(
  p_property_id uuid,
  p_status public.booking_status,
  p_before_day date,
  p_before_id uuid,
  p_size integer,
  p_room_type_id uuid,
  p_source text
)
returns setof public.accom_bookings
language sql
stable
set search_path = ''
as $$
  select b.* from public.accom_bookings b
  where b.property_id = p_property_id and b.status = p_status and (b.check_out_date, b.id) < (p_before_day, p_before_id)
    and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
  order by b.check_out_date desc, b.id desc
  limit p_size
$$;

-- One page of the bookings of a view, after this day and id in its order; with a day and no id, from that day on, of who is to come
-- from the day after it on. Who is to come is sorted by the day of arrival, all others by that of departure. Whoever is a week late
-- does not count as arriving, so that a desk that checks nobody in has no endless list; once their last day is over they are among
-- the past. Of one type or source alone, if it is not null: then it reads on in the order of the view until the page is full.
create function private.page_of_bookings(
  p_property_id uuid,
  p_view text,
  p_today date,
  p_after_day date,
  p_after_id uuid,
  p_size integer,
  p_room_type_id uuid default null,
  p_source text default null
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  first_id constant uuid := '00000000-0000-0000-0000-000000000000';
  last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
begin
  -- A statement for each view, so that only the one that is asked for is planned.
  case p_view
    when 'arriving' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status in ('pending', 'confirmed')
        and b.check_in_date between p_today - 7 and p_today and b.check_out_date >= p_today
        and (b.check_in_date, b.id) > (coalesce(p_after_day, p_today - 8), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_in_date, b.id
      limit p_size
    );
    when 'coming' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status in ('pending', 'confirmed')
        and (b.check_in_date, b.id) > (coalesce(p_after_day, p_today), coalesce(p_after_id, last_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_in_date, b.id
      limit p_size
    );
    when 'requested' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'pending'
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'in_house' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'checked_in'
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'leaving' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'checked_in' and b.check_out_date <= p_today
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'past' then return array(
      select b::public.accom_bookings from (
        select * from private.list_departed(
          p_property_id, 'checked_out', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
        union all
        select * from private.list_departed(
          p_property_id, 'confirmed', least(p_after_day, p_today),
          case when p_after_day < p_today then coalesce(p_after_id, last_id) else first_id end, p_size,
          p_room_type_id, p_source
        )
      ) b
      order by b.check_out_date desc, b.id desc
      limit p_size
    );
    when 'cancelled' then return array(
      select b::public.accom_bookings from (
        select * from private.list_departed(
          p_property_id, 'cancelled', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
        union all
        select * from private.list_departed(
          p_property_id, 'no_show', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
      ) b
      order by b.check_out_date desc, b.id desc
      limit p_size
    );
    else return '{}';
  end case;
end
$$;

-- The bookings that match what was typed, the latest arrivals first: as find_bookings finds them, or by the number or
-- label of the room.
create function private.search_bookings(
  p_property public.accom_properties,
  p_text text,
  p_code text,
  p_size integer
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  number constant text := lower(regexp_replace(p_text, '^' || p_property.short_code || '[\s–—-]*', '', 'i'));
  found constant public.accom_bookings[] := private.find_bookings(p_property.id, p_text, p_code, p_size) || array(
    select b::public.accom_bookings from public.accom_rooms r
    cross join lateral (
      select own.* from public.accom_bookings own
      where own.room_id = r.id and own.property_id = r.property_id
      order by own.check_in_date desc, own.id desc
      limit p_size
    ) b
    where r.property_id = p_property.id and lower(r.room_number) collate "C" = number
  );
begin
  return array(
    select one::public.accom_bookings
    from (select distinct on (b.id) b.* from unnest(found) b order by b.id) one
    order by one.check_in_date desc, one.id desc
    limit p_size
  );
end
$$;

-- One page of the bookings of a place, of one view of them, or what matches a text, whatever its view, type and source.
create function private.page_of_list(
  p_property public.accom_properties,
  p_view text,
  p_text text,
  p_code text,
  p_after_day date,
  p_after_at timestamptz,
  p_after_id uuid,
  p_size integer,
  p_room_type_id uuid,
  p_source text
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  typed constant text := left(btrim(p_text), 100);
begin
  if typed <> '' then
    return private.search_bookings(p_property, typed, p_code, p_size);
  elsif p_view = 'newest' then
    return array(
      select b from public.accom_bookings b
      where b.property_id = p_property.id
        and (b.created_at, b.id)
          < (coalesce(p_after_at, 'infinity'), coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.created_at desc, b.id desc
      limit p_size
    );
  end if;
  return private.page_of_bookings(
    p_property.id, p_view, (now() at time zone p_property.timezone)::date, p_after_day, p_after_id, p_size, p_room_type_id,
    p_source
  );
end
$$;

-- Definer, to authenticated: one page of the bookings of a place, of one view of them and if wanted of one room type or source, or
-- what matches a text, whatever its view. `code` is what the caller read as a code of ours in the text, or null. `after_day` and `after_id` are of the last
-- booking of the page before: the day by which the view is sorted; of the newest, `after_at`. `today` is that of the place.
create function public.list_bookings(
  property_id uuid,
  view text default 'newest',
  text text default null,
  code text default null,
  after_day date default null,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21,
  room_type_id uuid default null,
  source text default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
begin
  perform private.require_member(list_bookings.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = list_bookings.property_id;
  return jsonb_build_object(
    'today', (now() at time zone property.timezone)::date,
    'bookings', private.describe_listed_bookings(private.page_of_list(
      property, list_bookings.view, list_bookings.text, list_bookings.code, after_day, after_at, after_id,
      least(greatest(list_bookings.page_size, 1), 101), list_bookings.room_type_id, list_bookings.source
    ))
  );
end
$$;
grant execute on function public.list_bookings(uuid, text, text, text, date, timestamptz, uuid, integer, uuid, text) to authenticated;

-- schemas/bookings/exporting.sql

-- The list of bookings as a file.

-- Definer, to authenticated: one page of the same lists for a file, with all that the desk knows of each guest, and nothing that opens
-- a stay but its code. `totalMinor` is for members who see money; for the others it is missing. The first page is an entry of the
-- log, since the names of many guests leave the product by it; so is a later page of who read no first one within the hour.
create function public.export_bookings(
  property_id uuid,
  view text default 'newest',
  text text default null,
  code text default null,
  after_day date default null,
  after_at timestamptz default null,
  after_id uuid default null,
  room_type_id uuid default null,
  source text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  sees_money boolean;
begin
  perform private.require_member(export_bookings.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = export_bookings.property_id;
  sees_money := property.id in (select private.money_property_ids());
  if after_id is null or not exists (
    select from public.audit_log one
    where one.property_id = property.id and one.account_id = private.current_account_id()
      and one.action = 'bookings_exported' and one.created_at > now() - interval '1 hour'
  ) then
    perform private.write_audit(property.id, 'bookings_exported', 'accom_properties', property.id);
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'lastName', b.guest_last_name, 'email', b.guest_email,
      'phone', b.guest_phone, 'guestCount', b.guest_count, 'people', private.describe_people(b.id),
      'roomNumber', r.room_number, 'bed', b.bed, 'roomType', t.name, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date,
      'status', b.status, 'source', b.source, 'externalUid', b.external_uid, 'notes', b.notes, 'cancelReason', b.cancel_reason,
      'createdAt', b.created_at
    ) || case
      when sees_money then jsonb_build_object('totalMinor', price.total, 'currency', price.currency) else '{}'
    end order by page.ordinality)
    from unnest(private.page_of_list(
      property, export_bookings.view, export_bookings.text, export_bookings.code, after_day, after_at, after_id, 500,
      export_bookings.room_type_id, export_bookings.source
    )) with ordinality page
    join public.accom_bookings b on b.id = page.id
    left join public.accom_rooms r on r.id = b.room_id
    left join public.accom_room_types t on t.id = b.room_type_id
    left join public.accom_booking_prices price on price.booking_id = b.id
  ), '[]');
end
$$;
grant execute on function public.export_bookings(uuid, text, text, text, date, timestamptz, uuid, uuid, text) to authenticated;

-- schemas/bookings/cleaning.sql

-- What has to be cleaned, as everybody who cleans sees it.

-- The rooms that have to be cleaned, those first whose next guest waits or comes today. It tells whether somebody comes, waits or is
-- still in the room, and nothing of who it is, since housekeepers read it. At most 300 rooms.
create function private.describe_rooms_to_clean(p_property_id uuid, p_today date)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'stateId', one.id, 'number', one.room_number, 'floor', one.floor, 'type', one.type, 'state', one.state,
    'dirtyBeds', one.dirty_beds, 'guest', one.guest, 'isOccupied', one.is_occupied
  ) order by one.guest is null, one.guest = 'comes', one.sort_order, one.room_id), '[]')
  from (
    select s.*, r.room_number, r.floor, r.sort_order, t.name as type, coming.guest, exists (
      select from public.accom_bookings b
      where b.property_id = r.property_id and b.status = 'checked_in' and b.room_id = r.id
    ) as is_occupied
    from public.room_states s
    join public.accom_rooms r on r.id = s.room_id
    left join public.accom_room_types t on t.id = r.room_type_id
    left join lateral (
      select case when bool_or(b.arrived_at is not null) then 'waits' when count(*) > 0 then 'comes' end as guest
      from public.accom_bookings b
      where b.property_id = r.property_id and b.room_id = r.id and b.status = 'confirmed'
        and b.check_in_date between p_today - 7 and p_today and b.check_out_date >= p_today
        and not private.is_bed_ready(s, b.bed)
    ) coming on true
    where s.property_id = p_property_id and r.is_active
      and (s.state in ('dirty', 'cleaning') or (s.dirty_beds <> '{}' and s.state <> 'out_of_order'))
    order by coming.guest is null, coming.guest = 'comes', r.sort_order, r.id
    limit 300
  ) one
$$;

-- Definer, to authenticated: housekeepers may not read bookings or rooms.
create function public.list_rooms_to_clean(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_rooms_to_clean.property_id, 'housekeeper');
  return private.describe_rooms_to_clean(list_rooms_to_clean.property_id, (
    select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = list_rooms_to_clean.property_id
  ));
end
$$;
grant execute on function public.list_rooms_to_clean(uuid) to authenticated;

-- schemas/bookings/reading.sql

-- What the desk reads of one booking, of the beds that are free, and of the day.

-- Definer, to authenticated: one booking as its screen shows it, in one call. What it and its orders cost is for members who see money; for
-- the others `price` is missing. It is read at one place, so that the address of another place does not show it.
create function public.read_booking(property_id uuid, booking_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
  room public.accom_rooms;
  sees_money boolean;
  price jsonb;
begin
  select * into booking from public.accom_bookings b
    where b.id = read_booking.booking_id and b.property_id = read_booking.property_id;
  perform private.require_member(booking.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = booking.property_id;
  select * into room from public.accom_rooms r where r.id = booking.room_id;
  sees_money := booking.property_id in (select private.money_property_ids());
  if sees_money then
    select jsonb_build_object('price', jsonb_build_object('totalMinor', p.total, 'currency', p.currency, 'nights', p.nights))
      into price from public.accom_booking_prices p where p.booking_id = booking.id;
    price := coalesce(price, '{"price": null}');
  end if;
  return coalesce(price, '{}') || jsonb_build_object(
    'id', booking.id, 'code', booking.booking_code, 'guestName', booking.guest_name, 'lastName', booking.guest_last_name,
    'email', booking.guest_email, 'phone', booking.guest_phone, 'guestCount', booking.guest_count,
    'checkIn', booking.check_in_date, 'checkOut', booking.check_out_date, 'status', booking.status,
    'hasPin', booking.has_pin, 'source', booking.source, 'externalUid', booking.external_uid, 'notes', booking.notes,
    'language', booking.guest_locale, 'createdAt', booking.created_at, 'version', booking.updated_at,
    'roomId', room.id, 'roomNumber', room.room_number, 'bed', booking.bed,
    'obstacle', private.find_room_obstacle(booking), 'arrivedAt', booking.arrived_at,
    'cancelReason', booking.cancel_reason, 'cancelNote', booking.cancel_note, 'isForgotten', private.is_forgotten_stay(booking),
    'roomType', (
      select t.name from public.accom_room_types t
      where t.id = case when booking.room_id is null then booking.room_type_id else room.room_type_id end
    ),
    'earlyFrom', to_char(booking.early_from, 'HH24:MI'), 'lateUntil', to_char(booking.late_until, 'HH24:MI'),
    'today', (now() at time zone property.timezone)::date,
    'leavesAt', private.format_instant(private.leaves_at(booking, null, property)),
    'locks', private.describe_locks(booking.property_id, booking.room_id, booking.id),
    'phones', private.describe_phones(booking.property_id, booking.id, null),
    'people', private.describe_people(booking.id),
    'group', private.describe_group(booking),
    'mails', private.describe_guest_mails(booking),
    'orders', private.describe_stay_orders(booking.id, booking.property_id, sees_money),
    'reports', private.describe_stay_reports(booking.id, booking.property_id),
    'history', private.describe_stay_history('accom_bookings', booking.id)
  );
end
$$;
grant execute on function public.read_booking(uuid, uuid) to authenticated;

-- Definer, to authenticated: the beds of rooms in use that are free in these nights, of stays and of blocks, in the order of the rooms. A private room
-- has one bed without a name. `freeUntil` is the day on which the next guest of the bed comes or a block of it begins. `isOccupied`: somebody is still
-- checked in there, whose last day may be over. `isReady`: it is clean now. `except_booking` is the one that is about to be moved,
-- whose own bed is free for it. The total is for members who see money.
create function public.list_free_beds(
  property_id uuid,
  check_in date,
  check_out date,
  except_booking uuid default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  totals jsonb := '{}';
begin
  perform private.require_member(list_free_beds.property_id, 'staff');
  if (check_in >= '2000-01-01' and check_out > check_in and check_out < '2200-01-01' and check_out <= check_in + 365) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  if list_free_beds.property_id in (select private.money_property_ids()) then
    select coalesce(jsonb_object_agg(t.id, private.price_stay(t.id, check_in, check_out) -> 'totalMinor'), '{}') into totals
      from public.accom_room_types t where t.property_id = list_free_beds.property_id;
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'roomId', r.id, 'roomNumber', r.room_number, 'bed', beds.bed, 'type', t.name, 'capacity', r.capacity,
      'freeUntil', coming.day, 'isOccupied', coalesce(occupied.is_occupied, false),
      'isReady', private.is_bed_ready(condition, beds.bed),
      'totalMinor', totals -> r.room_type_id::text
    ) order by r.sort_order, r.id, beds.position)
    from public.accom_rooms r
    join public.room_states condition on condition.room_id = r.id and condition.property_id = r.property_id
    left join public.accom_room_types t on t.id = r.room_type_id
    cross join lateral (
      select b.bed, b.position
      from unnest(case when r.beds = '{}' then array[''] else r.beds end) with ordinality b (bed, position)
    ) beds
    left join lateral (
      select min(lower(h.held))::date as day from private.bed_holds h
      where h.room_id = r.id and h.bed = beds.bed
        and h.held && tsrange(list_free_beds.check_out, null) and lower(h.held) >= list_free_beds.check_out
        and h.holder_id is distinct from except_booking
    ) coming on true
    left join lateral (
      select true as is_occupied from public.accom_bookings b
      where b.property_id = r.property_id and b.status = 'checked_in' and b.room_id = r.id and b.bed = beds.bed
        and b.id is distinct from except_booking
      limit 1
    ) occupied on true
    where r.property_id = list_free_beds.property_id and r.is_active
      and (condition.state <> 'out_of_order' or r.id = (
        select own.room_id from public.accom_bookings own where own.id = except_booking
      ))
      and not exists (
        select from private.bed_holds h
        where h.room_id = r.id and h.bed = beds.bed
          and h.held && private.held_range(list_free_beds.check_in, list_free_beds.check_out)
          and h.holder_id is distinct from except_booking
      )
  ), '[]');
end
$$;
grant execute on function public.list_free_beds(uuid, date, date, uuid) to authenticated;

-- Definer, to authenticated: the guests of today: who waits for an answer, for whatever day, who is to arrive, who leaves, who
-- stays, and the rooms that have to be cleaned for them; with the orders and reports that wait for somebody. Of each the first
-- hundred; the lists of the bookings have the others. `obstacles` has what is in the way of an arrival's room, `arrived` since
-- when its guest waits, and `leavesAt` when the guest of a departure has to leave.
create function public.read_guests_of_today(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  today date;
  arrivals public.accom_bookings[];
  departures public.accom_bookings[];
begin
  perform private.require_member(read_guests_of_today.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = read_guests_of_today.property_id;
  today := (now() at time zone property.timezone)::date;
  arrivals := private.page_of_bookings(read_guests_of_today.property_id, 'arriving', today, null, null, 100);
  departures := private.page_of_bookings(read_guests_of_today.property_id, 'leaving', today, null, null, 100);
  return jsonb_build_object(
    'today', today,
    'requests', private.describe_listed_bookings(
      private.page_of_bookings(read_guests_of_today.property_id, 'requested', today, null, null, 100)
    ),
    'arrivals', private.describe_listed_bookings(arrivals),
    'obstacles', (
      select coalesce(jsonb_object_agg(a.id, private.find_room_obstacle(a)), '{}') from unnest(arrivals) a
    ),
    'arrived', (
      select coalesce(jsonb_object_agg(a.id, a.arrived_at) filter (where a.arrived_at is not null), '{}')
      from unnest(arrivals) a
    ),
    'orders', private.describe_new_orders(read_guests_of_today.property_id),
    'reports', private.describe_reports_of_today(read_guests_of_today.property_id),
    'locks', private.describe_locks(read_guests_of_today.property_id, null, null),
    'rooms', private.describe_rooms_to_clean(read_guests_of_today.property_id, today),
    'departures', private.describe_listed_bookings(departures),
    'leavesAt', (
      select coalesce(jsonb_object_agg(d.id, private.format_instant(private.leaves_at(d, null, property))), '{}')
      from unnest(departures) d
    ),
    'staying', private.describe_listed_bookings(
      private.page_of_bookings(
        read_guests_of_today.property_id, 'in_house', today, today, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100
      )
    )
  );
end
$$;
grant execute on function public.read_guests_of_today(uuid) to authenticated;

-- schemas/bookings/last_names.sql

-- How well the last name protects the rooms of a property, by its own bookings.

-- Definer, to authenticated: reads the property's bookings of a year, by a form of names that no member may call. It is for
-- the page of the access settings, so for those who may change them. `roomsOpened` of `rooms` would open to a stranger who
-- tries the five most common last names, if in each bed were the guest who came last. A name is common if three different
-- guests have it: less is chance, and one guest may come often. From 30 guests on there are enough to tell (`isEnough`). Then, from
-- a tenth of the rooms on, the PIN is proposed, if the property asks for last names.
create function public.measure_last_names(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  settings jsonb;
  today date;
  measured record;
  is_enough boolean;
begin
  perform private.require_member(measure_last_names.property_id, 'manager');
  select p.access_settings, (now() at time zone p.timezone)::date into settings, today
    from public.accom_properties p where p.id = measure_last_names.property_id;
  with stays as materialized (
    select
      b.room_id, b.bed, b.check_in_date, b.guest_last_name as last_name,
      private.normalise_name(b.guest_last_name) as compared, private.normalise_name(b.guest_name) as full_name
    from public.accom_bookings b
    where b.property_id = measure_last_names.property_id
      and b.status in ('confirmed', 'checked_in', 'checked_out')
      and b.check_out_date > today - 365
  ), common as (
    select s.compared, mode() within group (order by s.last_name) as name, count(distinct s.full_name) as guests
    from stays s group by s.compared having count(distinct s.full_name) >= 3
    order by guests desc, s.compared limit 5
  ), latest as (
    select distinct on (s.room_id, s.bed) s.room_id, s.compared
    from stays s where s.check_in_date <= today and s.room_id is not null
    order by s.room_id, s.bed, s.check_in_date desc
  )
  select
    (select count(distinct (s.compared, s.full_name)) from stays s) as guests,
    (select coalesce(jsonb_agg(c.name order by c.guests desc, c.compared), '[]') from common c) as names,
    (select count(distinct l.room_id) from latest l) as rooms,
    (select count(distinct l.room_id) from latest l where l.compared in (select c.compared from common c)) as rooms_opened
    into measured;
  is_enough := measured.guests >= 30;
  return jsonb_build_object(
    'guests', measured.guests,
    'commonNames', measured.names,
    'rooms', measured.rooms,
    'roomsOpened', measured.rooms_opened,
    'isEnough', is_enough,
    'proposesPin', is_enough
      and measured.rooms_opened * 10 >= measured.rooms
      and exists (
        select from public.accom_rooms r
        where r.property_id = measure_last_names.property_id
          and private.effective_method(settings, r.beds) = 'last_name'
      )
  );
end
$$;
grant execute on function public.measure_last_names(uuid) to authenticated;

-- schemas/guest_sessions.sql

-- A stay without a booking in the system: the desk hands out an access code for one room.

create table public.guest_sessions (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  access_code text not null,
  -- Whom the desk gave it to. For the desk alone: the guest's page greets nobody by it.
  guest_name text not null default '',
  expires_at timestamptz not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint guest_sessions_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade,
  constraint guest_sessions_access_code_is_unique unique (access_code),
  constraint guest_sessions_id_and_property unique (id, property_id),
  constraint guest_sessions_access_code_has_its_form check (access_code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  constraint guest_sessions_guest_name_is_short check (length(guest_name) <= 100)
);

create index guest_sessions_room on public.guest_sessions (room_id, property_id);
create index guest_sessions_property on public.guest_sessions (property_id, created_at desc, id desc);

-- Those that may still open their stay, for the first list of the desk.
create index guest_sessions_open on public.guest_sessions (property_id, created_at desc, id desc) where active;

-- Definer: draws a code and reads all sessions to see that none has it.
create function private.give_access_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.access_code := coalesce(new.access_code, private.claim_code('public.guest_sessions', 'access_code', '', 8));
  return new;
end
$$;

create trigger guest_sessions_give_access_code
  before insert on public.guest_sessions
  for each row execute function private.give_access_code();

create trigger guest_sessions_touch_updated_at
  before update on public.guest_sessions
  for each row execute function private.touch_updated_at();

-- Neither the code nor the name is logged.
create trigger guest_sessions_steps
  after insert or update on public.guest_sessions
  for each row execute function private.audit_step('staff', 'active', 'expires_at');

alter table public.guest_sessions enable row level security;

grant select on public.guest_sessions to authenticated;

-- The desk hands the codes out.
create policy "members see the guest sessions of their properties" on public.guest_sessions
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/limits/rate_limits.sql

-- Hits per key and window, shared by any number of servers. Unlogged: after a crash all counts start at zero.

create unlogged table public.rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

create index rate_limits_window on public.rate_limits (window_start);

-- No policy and no grant: only definer functions use it.
alter table public.rate_limits enable row level security;

-- Seconds until then, for Retry-After: whole ones, and at least one.
create function private.seconds_left(p_until timestamptz)
returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(ceil(extract(epoch from p_until - now())), 1)::integer
$$;

-- Reads the limit without counting. 0: allowed; else the seconds until the window ends.
create function private.wait_for(p_key text, p_limit integer, p_window interval)
returns integer
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select private.seconds_left(r.window_start + p_window)
      from public.rate_limits r
      where r.key = p_key and r.window_start = date_bin(p_window, now(), 'epoch') and r.hits >= p_limit
    ),
    0
  )
$$;

-- Counts one hit, and returns what wait_for returns. It reads first, so that a limited call writes nothing and waits for
-- nobody; the count itself is one statement, so that calls at the same time are all counted.
create function private.take_hit(p_key text, p_limit integer, p_window interval)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  this_window timestamptz := date_bin(p_window, now(), 'epoch');
  seconds integer := private.wait_for(p_key, p_limit, p_window);
begin
  if seconds > 0 then
    return seconds;
  end if;
  insert into public.rate_limits as r (key, window_start) values (p_key, this_window)
    on conflict (key, window_start) do update set hits = r.hits + 1 where r.hits < p_limit;
  if found then
    return 0;
  end if;
  return private.seconds_left(this_window + p_window);
end
$$;

-- schemas/properties/create_property.sql

-- How a place comes to be: by whoever signs in and needs one.

-- The address of a place, from its name: Beach View Đà Nẵng is beach-view-da-nang. A name in another script gives the type.
create function private.derive_slug(p_name text, p_type public.accom_property_type)
returns text
language sql
stable
set search_path = ''
as $$
  select case when length(slug) < 3 then trim(both '-' from slug || '-' || p_type) else slug end
  from (
    select trim(both '-' from left(
      trim(both '-' from regexp_replace(lower(extensions.unaccent('extensions.unaccent', normalize(p_name, nfkc))), '[^a-z0-9]+', '-', 'g')), 50
    )) as slug
  ) derived
$$;

-- Short codes for a place of this name, the best first: its initials, then its first letters. Fewer where the name has few.
create function private.derive_short_codes(p_name text)
returns text[]
language sql
stable
set search_path = ''
as $$
  with words as (
    select word, position
    from regexp_split_to_table(upper(extensions.unaccent('extensions.unaccent', normalize(p_name, nfkc))), '[^A-Z]+') with ordinality w (word, position)
    where word <> ''
  ), parts as (
    select
      coalesce(string_agg(left(word, 1), '' order by position), '') as initials,
      coalesce(string_agg(word, '' order by position), '') as letters
    from words
  )
  select array(
    select code
    from parts, unnest(array[left(initials, 5), left(letters, 3), left(letters, 4), left(letters, 5)]) with ordinality c (code, rank)
    where length(code) >= 3
    order by rank
  )
$$;

-- A random short code of five letters.
create function private.draw_short_code()
returns text
language sql
volatile
set search_path = ''
as $$
  select string_agg(chr(65 + get_byte(extensions.gen_random_bytes(1), 0) % 26), '') from generate_series(1, 5)
$$;

-- The first number after this one that makes the slug a free one.
create function private.next_slug_number(p_base text, p_number integer)
returns integer
language sql
stable
set search_path = ''
as $$
  -- In the list of columns, where the series is made only as far as it is read.
  select s.n from (select generate_series(p_number + 1, p_number + 1000000) as n) s
  where not exists (select from public.accom_properties p where p.slug = p_base || '-' || s.n)
  limit 1
$$;

-- Definer, to authenticated: makes a place and, by the trigger of members, its owner, in one step, with the settings of its type
-- and country. Nobody may insert a property otherwise. Slug and short code are free ones that follow from the name: where
-- another call takes one at the same moment, this one waits for it and tries the next. The account must still have a
-- confirmed address. Three places a day, so that a stranger cannot fill the database.
create function public.create_property(
  name text, type public.accom_property_type, country text, timezone text, currency text, default_locale text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  title constant text := trim(create_property.name);
  slug_base constant text := private.derive_slug(title, create_property.type);
  first_slug constant integer := case when private.is_reserved_slug(slug_base) then 2 else 1 end;
  short_codes constant text[] := private.derive_short_codes(title);
  slug_number integer := first_slug;
  code_number integer := 1;
  seconds integer;
  candidate text;
  made public.accom_properties;
begin
  if account is null then
    perform private.raise_api_error(401, 'session_expired');
  end if;
  if not exists (select from auth.users u where u.id = auth.uid() and u.email_confirmed_at is not null) then
    perform private.raise_api_error(403, 'email_not_confirmed');
  end if;
  seconds := private.take_hit('place:' || account, 3, '1 day');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  loop
    candidate := slug_base || case when slug_number > 1 then '-' || slug_number else '' end;
    insert into public.accom_properties (
      owner_id, slug, short_code, name, type, country, timezone, currency, default_locale, setup_step
    ) values (
      account, candidate, coalesce(short_codes[code_number], private.draw_short_code()), title, create_property.type,
      create_property.country, create_property.timezone, create_property.currency, create_property.default_locale, 2
    ) on conflict do nothing returning * into made;
    exit when made.id is not null;
    -- Of the two that may be taken, try another one of each that is.
    if exists (select from public.accom_properties p where p.slug = candidate) then
      -- The first free number, for a name that hundreds have.
      slug_number := private.next_slug_number(slug_base, slug_number);
    else
      code_number := code_number + 1;
    end if;
  end loop;
  perform private.write_audit(made.id, 'place_created', 'accom_properties', made.id, '{}');
  return jsonb_build_object('propertyId', made.id, 'slug', made.slug, 'shortCode', made.short_code);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "place_is_impossible"}');
end
$$;
grant execute on function public.create_property(text, public.accom_property_type, text, text, text, text) to authenticated;

-- schemas/limits/call_limits.sql

-- How often a caller may call guest functions.

-- A client is the salted hash of the caller's address, so no address is stored. Without one nothing can be limited.
create function private.require_client(p_client text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(length(p_client), 0) not between 16 and 128 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "client_is_missing"}');
  end if;
end
$$;

-- The seconds to wait after too many misses: 30 a minute or 300 a day stop an address from looking up any code.
create function private.wait_after_misses(p_client text)
returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(
    private.wait_for('miss/minute:' || p_client, 30, '1 minute'),
    private.wait_for('miss/day:' || p_client, 300, '1 day')
  )
$$;

-- Counts a look-up of a code that does not exist.
create function private.count_miss(p_client text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.take_hit('miss/minute:' || p_client, 30, '1 minute');
  perform private.take_hit('miss/day:' || p_client, 300, '1 day');
end
$$;

-- Limits look-ups of codes: 600 a minute and address, and none after too many misses. Returns the refusal, or null. Misses
-- are read twice: first because that is cheap, and again after counting, which makes calls of one address wait for each
-- other, so that a burst of calls does not guess past the limit.
create function private.limit_lookup(p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  seconds integer;
begin
  perform private.require_client(p_client);
  seconds := private.wait_after_misses(p_client);
  if seconds = 0 then
    seconds := private.take_hit('lookup:' || p_client, 600, '1 minute');
  end if;
  if seconds = 0 then
    seconds := private.wait_after_misses(p_client);
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) end;
end
$$;

-- Limits verification: 5 tries a minute of one address for one room or code, 60 for all of them. The phones on a stay have
-- limits of their own: then `p_client` is their source (access_attempts.sql). Both limits are read before either is
-- counted, so a limited call writes nothing. Returns the refusal, or null.
create function private.limit_verification(p_code text, p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  one_key constant text := 'verify:' || p_code || ':' || p_client;
  all_key constant text := 'verify:' || p_client;
  seconds integer;
begin
  perform private.require_client(p_client);
  seconds := greatest(private.wait_for(one_key, 5, '1 minute'), private.wait_for(all_key, 60, '1 minute'));
  if seconds = 0 then
    seconds := private.take_hit(one_key, 5, '1 minute');
  end if;
  if seconds = 0 then
    seconds := private.take_hit(all_key, 60, '1 minute');
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) end;
end
$$;

-- The same where the code itself could be guessed: an address with too many misses is refused as well. Misses are read
-- again after counting, for the reason given at limit_lookup.
create function private.limit_verification_and_misses(p_code text, p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  seconds integer;
  refusal jsonb;
begin
  perform private.require_client(p_client);
  seconds := private.wait_after_misses(p_client);
  if seconds = 0 then
    refusal := private.limit_verification(p_code, p_client);
    seconds := private.wait_after_misses(p_client);
  end if;
  return coalesce(refusal, case when seconds > 0 then private.refuse_for_now(seconds) end);
end
$$;

-- schemas/limits/access_attempts.sql

-- Wrong answers to one code (of a room or a booking), and the locks they lead to. They are counted by source, so that nobody
-- locks out a guest who answers from elsewhere:
--
--   the hash of an address   10 in a row lock it for 15 minutes, doubling up to a day; 20 a day for the rest of that day
--   'stay:' and its id       the phones that proved this stay before, together: the same
--   'all'                    50 a day of all addresses together lock the code for every address; not for those phones
--
-- An address has fewer tries a day than all of them have, so one address cannot use up everybody's.

create table public.access_attempts (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  source text not null,
  -- In a row.
  failures integer not null default 0,
  locks integer not null default 0,
  -- A day begins with its first wrong answer. A right answer does not lower this count.
  failures_of_day integer not null default 0,
  day_ends_at timestamptz,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_attempts_are_unique unique (code, source)
);

create index access_attempts_updated on public.access_attempts (updated_at);

-- The locks that hold now, for the desk. Few of the counts are locks.
create index access_attempts_locked on public.access_attempts (locked_until) where locked_until is not null;

create trigger access_attempts_touch_updated_at
  before update on public.access_attempts
  for each row execute function private.touch_updated_at();

-- No policy and no grant: only definer functions use it.
alter table public.access_attempts enable row level security;

-- Whether this source is a stay whose phones are known. The others are addresses.
create function private.is_known_source(p_source text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select starts_with(p_source, 'stay:')
$$;

-- The seconds that a lock of this source has left, or one of all addresses. 0: there is none.
create function private.wait_for_attempt(p_code text, p_source text)
returns integer
language sql
stable
set search_path = ''
as $$
  select coalesce(max(private.seconds_left(a.locked_until)), 0)
  from public.access_attempts a
  where a.code = p_code
    and a.source in (p_source, case when not private.is_known_source(p_source) then 'all' end)
    and a.locked_until > now()
$$;

-- Makes the verifications of one code happen one after the other, so that a hundred sent at once count as a hundred. Phones
-- of a known stay do not wait for strangers. Returns what wait_for_attempt returns. It reads first: a caller who is locked
-- out waits for nobody.
create function private.enter_attempt(p_code text, p_source text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  queue constant text := p_code || case when private.is_known_source(p_source) then p_source else '' end;
  seconds integer := private.wait_for_attempt(p_code, p_source);
begin
  if seconds = 0 then
    perform pg_advisory_xact_lock(hashtextextended('access_attempts:' || queue, 0));
    seconds := private.wait_for_attempt(p_code, p_source);
  end if;
  return seconds;
end
$$;

-- Counts one wrong answer, in a row and in the day.
create function private.count_failure(p_code text, p_source text)
returns public.access_attempts
language sql
volatile
set search_path = ''
as $$
  insert into public.access_attempts as a (code, source, failures, failures_of_day, day_ends_at)
    values (p_code, p_source, 1, 1, now() + interval '1 day')
    on conflict (code, source) do update set
      failures = a.failures + 1,
      failures_of_day = case when a.day_ends_at > now() then a.failures_of_day else 0 end + 1,
      day_ends_at = case when a.day_ends_at > now() then a.day_ends_at else excluded.day_ends_at end
    returning a.*
$$;

-- Counts a wrong answer and locks where a limit is reached. Returns the tries that this source has left.
create function private.fail_attempt(p_code text, p_source text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  own constant public.access_attempts := private.count_failure(p_code, p_source);
  everybodys public.access_attempts;
  tries_left integer := greatest(least(10 - own.failures, 20 - own.failures_of_day), 0);
begin
  if tries_left = 0 then
    update public.access_attempts a set
      failures = 0,
      locks = a.locks + 1,
      locked_until = greatest(
        now() + least(interval '15 minutes' * power(2, least(a.locks, 10)), interval '24 hours'),
        case when own.failures_of_day >= 20 then a.day_ends_at end
      )
    where a.id = own.id;
  end if;
  if not private.is_known_source(p_source) then
    everybodys := private.count_failure(p_code, 'all');
    tries_left := least(tries_left, greatest(50 - everybodys.failures_of_day, 0));
    if everybodys.failures_of_day >= 50 then
      update public.access_attempts a set locked_until = a.day_ends_at where a.id = everybodys.id;
    end if;
  end if;
  return tries_left;
end
$$;

-- After a right answer the wrong ones before it are no longer in a row, and the next lock is short again. Those of the day
-- stay counted, so that a guest of a dorm cannot use their own right answer to get more guesses at a neighbour's.
create function private.pass_attempt(p_code text, p_source text)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.access_attempts a set failures = 0, locks = 0
    where a.code = p_code and a.source = p_source and (a.failures > 0 or a.locks > 0)
$$;

-- Who is locked out of a place now, the last to be let in first: by the code of a room or of a booking, whether it is one address or
-- several, everybody, or the phones of a stay, whose guest has a name. Addresses are counted and not told apart, since no
-- member needs to. Of one room and booking, or of the whole place.
create function private.describe_locks(p_property_id uuid, p_room_id uuid, p_booking_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'roomId', one.room_id, 'roomNumber', one.room_number, 'bookingId', one.booking_id, 'locked', one.locked,
    'guestName', one.guest_name, 'count', one.count, 'until', one.until
  ) order by one.until desc, one.room_number, one.locked), '[]')
  from (
    select
      coalesce(own.id, booked.id) as room_id, coalesce(own.room_number, booked.room_number) as room_number,
      b.id as booking_id, kind.locked, coalesce(b.guest_name, known.guest_name) as guest_name,
      count(*) as count, max(a.locked_until) as until
    from public.access_attempts a
    left join public.accom_rooms own on own.room_code = a.code
    left join public.accom_bookings b on b.booking_code = a.code
    left join public.accom_rooms booked on booked.id = b.room_id
    cross join lateral (
      select case when a.source = 'all' then 'everybody' when private.is_known_source(a.source) then 'stay' else 'address' end
    ) kind (locked)
    left join public.accom_bookings known on known.id = case when kind.locked = 'stay' then substr(a.source, 6)::uuid end
    where a.locked_until > now() and p_property_id in (own.property_id, b.property_id)
      and (p_room_id is null or p_room_id = own.id or p_booking_id = b.id)
    group by 1, 2, 3, 4, 5
  ) one
$$;

-- Definer, to authenticated: the locks of a place, or of one of its rooms.
create function public.list_locks(property_id uuid, room_id uuid default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_locks.property_id, 'staff');
  return private.describe_locks(list_locks.property_id, list_locks.room_id, null);
end
$$;
grant execute on function public.list_locks(uuid, uuid) to authenticated;

-- Definer, to authenticated: the desk lifts all locks of a room's code, and its counts start over.
create function public.lift_room_lock(room_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
begin
  select * into room from public.accom_rooms where id = lift_room_lock.room_id;
  perform private.require_member(room.property_id, 'staff');
  delete from public.access_attempts where code = room.room_code;
  perform private.write_audit(
    room.property_id, 'room_lock_lifted', 'accom_rooms', lift_room_lock.room_id,
    jsonb_build_object('roomNumber', room.room_number)
  );
end
$$;
grant execute on function public.lift_room_lock(uuid) to authenticated;

-- Definer, to authenticated: the same for a booking's code.
create function public.lift_booking_lock(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = lift_booking_lock.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  delete from public.access_attempts where code = booking.booking_code;
  perform private.write_audit(booking.property_id, 'booking_lock_lifted', 'accom_bookings', lift_booking_lock.booking_id);
end
$$;
grant execute on function public.lift_booking_lock(uuid) to authenticated;

-- schemas/limits/sign_in.sql

-- How often somebody may try to get into the backoffice. Supabase Auth limits by address only, and all tries come to it from the
-- address of our server.

-- Counts a try: the limit of one address for one account and of one address for all accounts are for 15 minutes, that of all
-- addresses for one account is for an hour. All three arguments are salted hashes or random: account of the e-mail address,
-- client of the caller's address, device of a browser that has signed in to this account before, or null. Such a browser has
-- tries of its own, so that a flood of tries for an account does not keep its owner out.
create function private.admit_try(
  p_kind text, p_account text, p_client text, p_device text, p_pair_limit integer, p_client_limit integer, p_account_limit integer
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  device_key constant text := p_kind || '/device:' || p_device || ':' || p_account;
  client_key constant text := p_kind || '/client:' || p_client;
  pair_key constant text := p_kind || '/client:' || p_client || ':' || p_account;
  account_key constant text := p_kind || '/account:' || p_account;
  seconds integer;
begin
  perform private.require_client(p_client);
  perform private.require_client(p_account);
  if p_device is not null then
    perform private.require_client(p_device);
    seconds := private.take_hit(device_key, p_pair_limit, '15 minutes');
  else
    -- All are read before one is counted, so that a refused try does not use up the account's.
    seconds := greatest(
      private.wait_for(pair_key, p_pair_limit, '15 minutes'),
      private.wait_for(client_key, p_client_limit, '15 minutes'),
      private.wait_for(account_key, p_account_limit, '1 hour')
    );
    if seconds = 0 then
      seconds := greatest(
        private.take_hit(pair_key, p_pair_limit, '15 minutes'),
        private.take_hit(client_key, p_client_limit, '15 minutes'),
        private.take_hit(account_key, p_account_limit, '1 hour')
      );
    end if;
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) else jsonb_build_object('ok', true) end;
end
$$;

-- Definer, to backoffice_api: counts a try with a password, a mailed code or a link before Supabase Auth is asked, the right
-- ones too. Returns { ok: true } or a refusal, the same for an address with an account and one without.
create function public.admit_sign_in(account text, client text, device text default null)
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.admit_try('sign-in', admit_sign_in.account, admit_sign_in.client, admit_sign_in.device, 10, 60, 200)
$$;
grant execute on function public.admit_sign_in(text, text, text) to backoffice_api;

-- Definer, to backoffice_api: counts a request for a mail, which is a sign-up, a code or a new password, before Supabase Auth is
-- asked. Few, so that nobody can fill a stranger's mailbox or use up what the deployment may send; counted for every address,
-- so that the response does not tell which has an account. One caller alone, with three in a quarter of an hour, does not use up the
-- fifteen an hour of an address. At most one a minute for one address, as Supabase Auth wants it.
create function public.admit_mail(account text, client text, device text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  minute_key constant text := 'mail/minute:' || admit_mail.account;
  seconds integer;
  outcome jsonb;
begin
  perform private.require_client(admit_mail.account);
  seconds := private.wait_for(minute_key, 1, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  outcome := private.admit_try('mail', admit_mail.account, admit_mail.client, admit_mail.device, 3, 20, 15);
  if outcome ->> 'ok' = 'false' then
    return outcome;
  end if;
  -- Of two at the same moment only one is admitted.
  seconds := private.take_hit(minute_key, 1, '1 minute');
  return case when seconds > 0 then private.refuse_for_now(seconds) else outcome end;
end
$$;
grant execute on function public.admit_mail(text, text, text) to backoffice_api;

-- schemas/request_keys.sql

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

-- schemas/stays/stays.sql

-- Whose stay is in a room, and the state of a stay at an instant. Nothing here checks who may know it; the callers do.

-- pending: a request that waits for the desk. upcoming: confirmed, before its first day by the property's clock. live: from
-- that day on, or from the moment the desk checked the guest in. ended: checked out, readable until its last day is over.
-- other: the subject carries the code of another stay.
create type private.stay_state as enum ('pending', 'upcoming', 'live', 'ended', 'other');

-- The stays that are on in this room, those that the desk checked in early included. The current one is first: checked in
-- before only confirmed; on turnover day the leaving stay until the property's check-out time and the arriving one from
-- then on; a stay that has begun before one that was checked in early; else the latest to arrive. A late check-out counts as
-- the leaving stay's own check-out time.
create function private.find_stays(p_room_id uuid, p_timezone text, p_checkout_time time, p_at timestamptz)
returns setof public.accom_bookings
language sql
stable
set search_path = ''
as $$
  select b.*
  from public.accom_bookings b, (select p_at at time zone p_timezone) as clock (here)
  where b.room_id = p_room_id
    and b.status in ('confirmed', 'checked_in')
    and (b.check_in_date <= here::date or b.status = 'checked_in')
    and b.check_out_date >= here::date
  order by
    b.status = 'checked_in' desc,
    b.check_out_date = here::date and here::time < coalesce(b.late_until, p_checkout_time) desc,
    b.check_in_date <= here::date desc,
    b.check_in_date desc,
    b.id
$$;

-- A stay counts to the end of its check-out day, by the property's clock.
create function private.stay_ends_at(p_check_out date, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_check_out + 1)::timestamp at time zone p_timezone
$$;

-- When the guest of a stay leaves, by the property's clock: at check-out, or when the guest session ends. From then on a stay
-- can still be read, but nothing can be ordered for later.
create function private.leaves_at(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_property public.accom_properties
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (p_booking.check_out_date + coalesce(p_booking.late_until, p_property.checkout_time)) at time zone p_property.timezone,
    p_session.expires_at
  )
$$;

-- The only rule for the state of a booking at this instant. Null: it gives no access, and nobody learns that it exists. A stay
-- without a room has not begun, whatever the day is.
create function private.state_of_booking(
  p_booking public.accom_bookings,
  p_property public.accom_properties,
  p_at timestamptz
)
returns private.stay_state
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when p_at >= private.stay_ends_at(p_booking.check_out_date, p_property.timezone) then null
    when p_booking.status = 'confirmed'
      and (p_booking.room_id is null or (p_at at time zone p_property.timezone)::date < p_booking.check_in_date)
    then 'upcoming'
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
    when p_booking.status = 'pending' then 'pending'
  end::private.stay_state
$$;

-- The same rule for a guest session, which has no state but live.
create function private.state_of_session(
  p_session public.guest_sessions,
  p_property public.accom_properties,
  p_at timestamptz
)
returns private.stay_state
language sql
stable
set search_path = ''
as $$
  select case
    when p_property.is_active and p_session.active and p_session.expires_at > p_at then 'live'
  end::private.stay_state
$$;

-- What stands in for the room of a stay that has none yet: the type it is for, and no number.
create function private.room_to_come(p_booking public.accom_bookings)
returns public.accom_rooms
language plpgsql
immutable
set search_path = ''
as $$
declare
  room public.accom_rooms;
begin
  room.property_id := p_booking.property_id;
  room.room_type_id := p_booking.room_type_id;
  room.room_number := '';
  room.beds := '{}';
  return room;
end
$$;

-- A property that hides its pages until verification hides them from a pending request as well: anybody can make one.
create function private.is_hidden_from(p_property public.accom_properties, p_state private.stay_state)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state = 'pending' and (p_property.access_settings ->> 'browse_requires_verification')::boolean
$$;

-- schemas/stays/phones.sql

-- The phones on a stay: the browsers that proved it. Its guest sees them and signs one out, and so does the desk. A phone on
-- the stay has tries of its own, so that nobody else's wrong answers keep it out.

create table public.stay_phones (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  booking_id uuid,
  guest_session_id uuid,
  -- Of the secret in the phone's cookie, which never reaches the database.
  key_hash text not null,
  -- Device and browser, such as "iPhone, Safari". Empty where they are not known.
  label text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  constraint stay_phones_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint stay_phones_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete cascade,
  constraint stay_phones_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint stay_phones_are_unique unique nulls not distinct (booking_id, guest_session_id, key_hash),
  constraint stay_phones_key_hash_has_its_form check (key_hash ~ '^[0-9a-f]{64}$'),
  constraint stay_phones_label_is_short check (length(label) <= 60)
);

create index stay_phones_booking on public.stay_phones (booking_id, property_id);
create index stay_phones_session on public.stay_phones (guest_session_id, property_id);
create index stay_phones_property on public.stay_phones (property_id);
create index stay_phones_key on public.stay_phones (key_hash);

alter table public.stay_phones enable row level security;

-- Without the hash, which nobody needs to read. Functions write.
grant select (id, property_id, booking_id, guest_session_id, label, created_at, last_seen_at)
  on public.stay_phones to authenticated;

-- The desk helps a guest who lost a phone, or who finds one on the list that is not theirs.
create policy "members see the phones on the stays of their properties" on public.stay_phones
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Adds the phone that has just proved this stay, { keyHash, label }, and returns its id, which its token names. The same
-- phone keeps its row. A stay has at most a hundred phones: of more, those leave that were seen longest ago.
create function private.add_phone(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_phone jsonb
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  phone_id uuid;
begin
  if p_phone is null then
    return null;
  end if;
  insert into public.stay_phones as s (property_id, booking_id, guest_session_id, key_hash, label)
    values (
      coalesce(p_booking.property_id, p_session.property_id), p_booking.id, p_session.id,
      p_phone ->> 'keyHash', left(p_phone ->> 'label', 60)
    )
    on conflict (booking_id, guest_session_id, key_hash) do update set label = excluded.label, last_seen_at = now()
    returning s.id into phone_id;
  delete from public.stay_phones s
    where s.id in (
      select o.id from public.stay_phones o
      where o.booking_id = p_booking.id or o.guest_session_id = p_session.id
      order by o.id = phone_id desc, o.last_seen_at desc
      offset 100
    );
  return phone_id;
end
$$;

-- Whether the phone of this subject is still on the stay. A token that was signed before there were phones names none.
create function private.is_phone_on_stay(p_subject jsonb, p_stay_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select not p_subject ? 'phoneId' or exists (
    select from public.stay_phones s
    where s.id = (p_subject ->> 'phoneId')::uuid and p_stay_id in (s.booking_id, s.guest_session_id)
  )
$$;

-- The stay that a code leads to, if this phone is on it. A room's code leads to the stays that are on there now: the phone
-- of a guest who left yesterday is a stranger's.
create function private.find_known_stay(p_code text, p_phone jsonb)
returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(b.id, g.id)
  from public.stay_phones s
  join public.accom_properties p on p.id = s.property_id
  left join public.accom_bookings b on b.id = s.booking_id
  left join public.accom_rooms r on r.id = b.room_id
  left join public.guest_sessions g on g.id = s.guest_session_id
  where s.key_hash = p_phone ->> 'keyHash'
    and (
      p_code in (b.booking_code, g.access_code)
      or p_code = r.room_code
        and b.id in (select f.id from private.find_stays(r.id, p.timezone, p.checkout_time, now()) f)
    )
  limit 1
$$;

-- Writes down that the phone of this subject was seen, at most every three minutes: pages are opened often.
create function private.see_phone(p_subject jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.stay_phones s set last_seen_at = now()
    where s.id = (p_subject ->> 'phoneId')::uuid and s.last_seen_at < now() - interval '3 minutes'
$$;

-- Takes a phone off its stay, by its guest or by the desk. Its token counts no more, and it is a stranger's again.
create function private.remove_phone(p_phone public.stay_phones)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.stay_phones s where s.id = p_phone.id;
  perform private.write_audit(
    p_phone.property_id, 'phone_signed_out', 'stay_phones', p_phone.id,
    jsonb_strip_nulls(jsonb_build_object('bookingId', p_phone.booking_id, 'sessionId', p_phone.guest_session_id))
  );
end
$$;

-- Definer, to authenticated: the desk signs a phone out for a guest.
create function public.sign_out_phone(phone_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  phone public.stay_phones;
begin
  select * into phone from public.stay_phones where id = sign_out_phone.phone_id;
  perform private.require_member(phone.property_id, 'staff');
  perform private.remove_phone(phone);
end
$$;
grant execute on function public.sign_out_phone(uuid) to authenticated;

-- The phones on a booking or on a guest session, those first that were seen last, as the desk reads them.
create function private.describe_phones(p_property_id uuid, p_booking_id uuid, p_session_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'label', s.label, 'since', s.created_at, 'lastSeenAt', s.last_seen_at
  ) order by s.last_seen_at desc, s.id), '[]')
  from public.stay_phones s
  where s.property_id = p_property_id
    and (s.booking_id = p_booking_id or s.guest_session_id = p_session_id)
$$;

-- schemas/stays/subjects.sql

-- A subject is whom a full token names: { propertyId, bookingId } or { propertyId, sessionId }, and the phone that proved
-- the stay, phoneId. Every full-tier function begins by looking it up, since a token outlives a cancellation.

-- The stay of a subject, with its state now. No state: it no longer counts, or never did, or its phone was signed out. A
-- subject may carry the code it was asked under. Another stay's code makes its state `other`; so does the room's own code
-- unless the stay is live: no request, no stay before its first day and no guest who has left opens the room, or finds out
-- here which code it has.
create function private.find_subject(
  p_subject jsonb,
  -- The booking's or the session's.
  out id uuid,
  out booking public.accom_bookings,
  out session public.guest_sessions,
  out room public.accom_rooms,
  out property public.accom_properties,
  out state private.stay_state
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  asked_code constant text := p_subject ->> 'code';
begin
  if p_subject ? 'bookingId' then
    select b as booking, r as room, p as property into hit
      from public.accom_bookings b
      left join public.accom_rooms r on r.id = b.room_id
      join public.accom_properties p on p.id = b.property_id
      where b.id = (p_subject ->> 'bookingId')::uuid and b.property_id = (p_subject ->> 'propertyId')::uuid
        and private.is_phone_on_stay(p_subject, b.id);
    booking := hit.booking;
    state := private.state_of_booking(booking, hit.property, now());
  elsif p_subject ? 'sessionId' then
    select s as session, r as room, p as property into hit
      from public.guest_sessions s
      join public.accom_rooms r on r.id = s.room_id
      join public.accom_properties p on p.id = s.property_id
      where s.id = (p_subject ->> 'sessionId')::uuid and s.property_id = (p_subject ->> 'propertyId')::uuid
        and private.is_phone_on_stay(p_subject, s.id);
    session := hit.session;
    state := private.state_of_session(session, hit.property, now());
  end if;
  if state is null then
    booking := null;
    session := null;
    return;
  end if;
  id := coalesce(booking.id, session.id);
  room := hit.room;
  if room.id is null then
    room := private.room_to_come(booking);
  end if;
  property := hit.property;
  if asked_code <> coalesce(booking.booking_code, session.access_code)
    and (state <> 'live' or asked_code <> room.room_code)
  then
    state := 'other';
  end if;
exception when invalid_text_representation then
  -- An id that is not a uuid belongs to nobody.
  return;
end
$$;

-- Why a subject in this state may not read, or null.
create function private.refuse_reading(p_state private.stay_state)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when p_state is null then private.refuse('session_expired')
    when p_state = 'other' then private.refuse('wrong_stay')
  end
$$;

-- Why a subject in this state may not write, or null. `p_begins_on`: the first day of its booking.
create function private.refuse_writing(p_state private.stay_state, p_begins_on date)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_state
    when 'live' then null
    when 'ended' then private.refuse('stay_ended')
    when 'upcoming' then private.refuse('stay_not_begun', jsonb_build_object('beginsOn', p_begins_on))
    when 'pending' then private.refuse('illegal_step', '{"reason": "stay_is_not_confirmed"}')
    else private.refuse_reading(p_state)
  end
$$;

-- schemas/guest_session_desk.sql

-- What the desk does with guest sessions.

-- When a session ends that the desk ends then by the clock of the place. Raises unless that is ahead, and within a year.
create function private.read_session_end(p_property_id uuid, p_ends_at timestamp)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  ends_at timestamptz;
begin
  select p_ends_at at time zone p.timezone into ends_at from public.accom_properties p where p.id = p_property_id;
  if (ends_at > now() and ends_at < now() + interval '1 year') is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_end_is_impossible"}');
  end if;
  return ends_at;
end
$$;

-- The room of this number in a place, however it is typed: the exact number first.
create function private.find_room_by_number(p_property_id uuid, p_number text)
returns public.accom_rooms
language sql
stable
set search_path = ''
as $$
  select r.* from public.accom_rooms r
  where r.property_id = p_property_id and lower(r.room_number) collate "C" = lower(btrim(p_number))
  order by r.room_number = btrim(p_number) desc, r.id
  limit 1
$$;

-- Definer, to authenticated: an access code for a guest without a booking. A number without a room is refused, so that a slip makes
-- no room; managers may say that the room is to be added (`add_room`), since they decide which rooms there are. A retry under its key
-- returns the code that its first try made.
create function public.create_guest_session(
  property_id uuid,
  room_number text,
  guest_name text,
  ends_at timestamp,
  add_room boolean default false,
  request_key text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  request constant jsonb := jsonb_build_array(
    create_guest_session.room_number, create_guest_session.guest_name, create_guest_session.ends_at, add_room
  );
  scope constant text := 'session:' || create_guest_session.property_id;
  earlier record;
  room public.accom_rooms;
  made public.guest_sessions;
  new_end timestamptz;
begin
  perform private.require_member(create_guest_session.property_id, 'staff');
  if not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_session"}');
  elsif earlier.made_id is not null then
    select * into made from public.guest_sessions s where s.id = earlier.made_id;
    return jsonb_build_object('id', made.id, 'accessCode', made.access_code);
  end if;
  new_end := private.read_session_end(create_guest_session.property_id, create_guest_session.ends_at);
  room := private.find_room_by_number(create_guest_session.property_id, create_guest_session.room_number);
  if room.id is null then
    if add_room is not true then
      perform private.raise_api_error(409, 'conflict', '{"reason": "no_such_room"}');
    end if;
    perform private.require_member(create_guest_session.property_id, 'manager');
    insert into public.accom_rooms (property_id, room_number)
      values (create_guest_session.property_id, btrim(create_guest_session.room_number)) returning * into room;
  end if;
  if not room.is_active then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_switched_off"}');
  end if;
  if exists (select from public.room_states s where s.room_id = room.id and s.state = 'out_of_order') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  insert into public.guest_sessions (property_id, room_id, guest_name, expires_at)
    values (room.property_id, room.id, btrim(create_guest_session.guest_name), new_end)
    returning * into made;
  perform private.record_request(scope, request_key, request, made.id);
  return jsonb_build_object('id', made.id, 'accessCode', made.access_code);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
end
$$;
grant execute on function public.create_guest_session(uuid, text, text, timestamp, boolean, text) to authenticated;

-- The end of a session by the clock of its place, to the minute, as forms have it.
create function private.describe_session_end(p_session public.guest_sessions)
returns timestamp
language sql
stable
set search_path = ''
as $$
  select date_trunc('minute', p_session.expires_at at time zone p.timezone)
  from public.accom_properties p where p.id = p_session.property_id
$$;

-- Definer, to authenticated: another name or another end. A session that has ended goes on with its code, as the guest has it, until an
-- end that is ahead, and only where the caller says so (`reopen`): a form that was open when somebody ended it does not.
create function public.change_guest_session(
  session_id uuid,
  version timestamptz,
  guest_name text,
  ends_at timestamp,
  reopen boolean default false
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
  new_end timestamptz;
begin
  select * into session from public.guest_sessions s where s.id = change_guest_session.session_id for update;
  perform private.require_member(session.property_id, 'staff');
  if not change_guest_session.reopen and not (session.active and session.expires_at > now()) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "code_has_ended"}');
  end if;
  perform private.require_version(session.updated_at, change_guest_session.version);
  -- A form has no seconds, so an end that was not changed stays as it is.
  new_end := case
    when change_guest_session.ends_at = private.describe_session_end(session) and session.expires_at > now() then session.expires_at
    else private.read_session_end(session.property_id, change_guest_session.ends_at)
  end;
  update public.guest_sessions s set
    guest_name = btrim(change_guest_session.guest_name),
    expires_at = new_end,
    active = true
  where s.id = session.id;
  if btrim(change_guest_session.guest_name) <> session.guest_name then
    perform private.write_audit(session.property_id, 'guest_details_changed', 'guest_sessions', session.id);
  end if;
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
end
$$;
grant execute on function public.change_guest_session(uuid, timestamptz, text, timestamp, boolean) to authenticated;

-- Definer, to authenticated: the code opens nothing any more, nor does any phone that it opened.
create function public.end_guest_session(session_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
begin
  select * into session from public.guest_sessions s where s.id = end_guest_session.session_id for update;
  perform private.require_member(session.property_id, 'staff');
  perform private.require_step(session.active, case when session.active then 'open' else 'ended' end, 'ended');
  update public.guest_sessions s set active = false where s.id = session.id;
end
$$;
grant execute on function public.end_guest_session(uuid) to authenticated;

-- A session as the desk reads it. `isOpen`: its code opens the stay now.
create function private.describe_desk_session(p_session public.guest_sessions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_session.id, 'code', p_session.access_code, 'guestName', p_session.guest_name,
    'roomId', r.id, 'roomNumber', r.room_number, 'expiresAt', p_session.expires_at, 'createdAt', p_session.created_at,
    'isOpen', p_session.active and p_session.expires_at > now(),
    'phoneCount', (select count(*) from public.stay_phones s where s.guest_session_id = p_session.id)
  )
  from public.accom_rooms r where r.id = p_session.room_id
$$;

-- Definer, to authenticated: one page of a place's sessions, the newest first: those that are open, or those that have ended.
-- `after_at` and `after_id` are those of the last one of the page before.
create function public.list_guest_sessions(
  property_id uuid,
  is_open boolean default true,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  size constant integer := least(greatest(list_guest_sessions.page_size, 1), 101);
  found public.guest_sessions[];
begin
  perform private.require_member(list_guest_sessions.property_id, 'staff');
  if is_open then
    found := array(
      select s from public.guest_sessions s
      where s.property_id = list_guest_sessions.property_id and s.active and s.expires_at > now()
        and (s.created_at, s.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by s.created_at desc, s.id desc
      limit size
    );
  else
    found := array(
      select s from public.guest_sessions s
      where s.property_id = list_guest_sessions.property_id and not (s.active and s.expires_at > now())
        and (s.created_at, s.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by s.created_at desc, s.id desc
      limit size
    );
  end if;
  return coalesce((
    select jsonb_agg(private.describe_desk_session(s) order by s.created_at desc, s.id desc) from unnest(found) s
  ), '[]');
end
$$;
grant execute on function public.list_guest_sessions(uuid, boolean, timestamptz, uuid, integer) to authenticated;

-- Definer, to authenticated: one session as its screen shows it, with its phones and its history. It is read at one place, so that the
-- address of another place does not show it.
create function public.read_guest_session(property_id uuid, session_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
begin
  select * into session from public.guest_sessions s
    where s.id = read_guest_session.session_id and s.property_id = read_guest_session.property_id;
  perform private.require_member(session.property_id, 'staff');
  return private.describe_desk_session(session) || jsonb_build_object(
    'version', session.updated_at,
    'endsAt', to_char(private.describe_session_end(session), 'YYYY-MM-DD"T"HH24:MI'),
    'phones', private.describe_phones(session.property_id, null, session.id),
    'history', private.describe_stay_history('guest_sessions', session.id)
  );
end
$$;
grant execute on function public.read_guest_session(uuid, uuid) to authenticated;

-- schemas/guest_content/services.sql

-- What a guest can order: categories of items. Prices are whole minor units of the property's currency.

create table public.accom_service_categories (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  name text not null,
  description text not null default '',
  icon text,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_service_categories_id_and_property unique (id, property_id),
  constraint accom_service_categories_name_is_short check (length(name) between 1 and 80),
  constraint accom_service_categories_texts_are_short check (length(description) <= 2000 and length(icon) <= 60),
  constraint accom_service_categories_translations_have_their_shape check (private.is_translations(translations))
);

create table public.accom_service_items (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  category_id uuid not null,
  name text not null,
  description text not null default '',
  image text,
  price integer not null,
  available_from time,
  available_to time,
  max_quantity integer not null default 20,
  is_sold_out boolean not null default false,
  -- When it can be ordered again by itself. Null: when somebody says so.
  sold_out_until timestamptz,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_service_items_category_of_property foreign key (category_id, property_id)
    references public.accom_service_categories (id, property_id) on delete cascade,
  constraint accom_service_items_id_and_property unique (id, property_id),
  constraint accom_service_items_name_is_short check (length(name) between 1 and 120),
  constraint accom_service_items_image_has_its_form check (private.is_picture(image)),
  constraint accom_service_items_description_is_short check (length(description) <= 2000),
  constraint accom_service_items_price_is_sane check (price between 0 and 1000000000),
  constraint accom_service_items_max_quantity_is_sane check (max_quantity between 1 and 99),
  constraint accom_service_items_until_is_of_sold_out check (sold_out_until is null or is_sold_out),
  constraint accom_service_items_hours_come_in_pairs check ((available_from is null) = (available_to is null)),
  constraint accom_service_items_translations_have_their_shape check (private.is_translations(translations))
);

create index accom_service_categories_property on public.accom_service_categories (property_id, sort_order);
create index accom_service_items_category on public.accom_service_items (category_id, property_id);
-- For a page of the items of one category in their order, however many it has.
create index accom_service_items_order on public.accom_service_items (category_id, sort_order, id);
create index accom_service_items_property on public.accom_service_items (property_id, sort_order);

create trigger accom_service_categories_place
  before insert on public.accom_service_categories
  for each row execute function private.place_last('property_id');

create trigger accom_service_categories_touch_updated_at
  before update on public.accom_service_categories
  for each row execute function private.touch_updated_at();

create trigger accom_service_categories_audit
  after insert or update or delete on public.accom_service_categories
  for each row execute function private.audit_row_change('manager');

create trigger accom_service_items_place
  before insert on public.accom_service_items
  for each row execute function private.place_last('category_id');

create trigger accom_service_items_touch_updated_at
  before update on public.accom_service_items
  for each row execute function private.touch_updated_at();

create trigger accom_service_items_audit
  after insert or update or delete on public.accom_service_items
  for each row execute function private.audit_row_change('manager');
create trigger accom_service_items_note_pictures
  after insert or delete or update of image on public.accom_service_items
  for each row execute function private.note_picture_uses('image');

alter table public.accom_service_categories enable row level security;
alter table public.accom_service_items enable row level security;

grant select, insert, delete on public.accom_service_categories, public.accom_service_items to authenticated;

grant update (name, description, icon, sort_order, is_active, translations)
  on public.accom_service_categories to authenticated;

grant update (
  category_id, name, description, image, price, available_from, available_to, max_quantity, is_sold_out, sold_out_until,
  sort_order, is_active, translations
) on public.accom_service_items to authenticated;

-- Everybody who works at a property sees its categories.
create policy "members see the categories of their properties" on public.accom_service_categories
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers decide what the categories are: they add them,
create policy "managers add categories" on public.accom_service_categories
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change categories" on public.accom_service_categories
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them.
create policy "managers remove categories" on public.accom_service_categories
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The same for items: everybody who works at a property sees them,
create policy "members see the items of their properties" on public.accom_service_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- managers add them,
create policy "managers add items" on public.accom_service_items
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them, never to another property,
create policy "managers change items" on public.accom_service_items
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them. Orders have their own copy of name and price.
create policy "managers remove items" on public.accom_service_items
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- Whether an item is served at this time of the property. Hours may pass midnight (18:00 to 02:00); from an hour to the same
-- hour is all day.
create function private.is_served(p_from time, p_to time, p_local_time time)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case
    when p_from is null then true
    when p_from < p_to then p_local_time >= p_from and p_local_time < p_to
    else p_local_time >= p_from or p_local_time < p_to
  end
$$;

-- Whether an item is sold out at this instant.
create function private.is_sold_out(p_item public.accom_service_items, p_at timestamptz)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_item.is_sold_out and coalesce(p_item.sold_out_until > p_at, true)
$$;

-- Until when an item is sold out, by the property's clock: a time, with its date unless that is today. Null where it is not, or
-- nobody knows.
create function private.describe_sold_out_until(p_until timestamptz, p_at timestamptz, p_timezone text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case when p_until > p_at then jsonb_build_object(
    'time', to_char(p_until at time zone p_timezone, 'HH24:MI'),
    'date', nullif((p_until at time zone p_timezone)::date, (p_at at time zone p_timezone)::date)
  ) end
$$;

-- One item as a guest reads it, at this instant.
create function private.describe_item(p_item public.accom_service_items, p_at timestamptz, p_timezone text, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select private.in_locale(
    jsonb_build_object('name', p_item.name, 'description', p_item.description), p_item.translations, p_locale
  ) || jsonb_build_object(
    'id', p_item.id,
    'priceMinor', p_item.price,
    'soldOut', private.is_sold_out(p_item, p_at),
    'soldOutUntil', private.describe_sold_out_until(p_item.sold_out_until, p_at, p_timezone),
    'availableNow', not private.is_sold_out(p_item, p_at)
      and private.is_served(p_item.available_from, p_item.available_to, (p_at at time zone p_timezone)::time),
    'availableFrom', to_char(p_item.available_from, 'HH24:MI'),
    'availableTo', to_char(p_item.available_to, 'HH24:MI'),
    'maxQuantity', p_item.max_quantity,
    'image', p_item.image
  )
$$;

-- The catalogue as a guest reads it: active items by category. A category without any is not shown.
create function private.describe_services(p_property public.accom_properties, p_at timestamptz, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('currency', p_property.currency, 'categories', coalesce(jsonb_agg(
    private.in_locale(
      jsonb_build_object('name', c.name, 'description', c.description), c.translations, p_locale
    ) || jsonb_build_object('id', c.id, 'icon', c.icon, 'items', listed.items)
    order by c.sort_order, c.name
  ), '[]'))
  from public.accom_service_categories c
  cross join lateral (
    select jsonb_agg(
      private.describe_item(i, p_at, p_property.timezone, p_locale) order by i.sort_order, i.name
    ) as items
    from public.accom_service_items i
    where i.category_id = c.id and i.is_active
  ) listed
  where c.property_id = p_property.id and c.is_active and listed.items is not null
$$;

-- Definer: the one thing that staff may change of an item, because the kitchen runs out while no manager is there. `until` is
-- when it can be ordered again, by the property's clock; without it, when somebody says so.
create function public.set_item_sold_out(item_id uuid, sold_out boolean, until timestamp default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  item public.accom_service_items;
  until_instant timestamptz;
begin
  select * into item from public.accom_service_items i where i.id = set_item_sold_out.item_id for update;
  perform private.require_member(item.property_id, 'staff');
  select until at time zone p.timezone into until_instant from public.accom_properties p where p.id = item.property_id;
  if until_instant not between now() and now() + interval '60 days' then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "time_is_not_ahead"}');
  end if;
  update public.accom_service_items i
    set is_sold_out = coalesce(sold_out, false), sold_out_until = case when sold_out then until_instant end
    where i.id = item.id;
end
$$;
grant execute on function public.set_item_sold_out(uuid, boolean, timestamp) to authenticated;

-- schemas/guest_content/deals.sql

-- What partners around the property offer its guests.

create table public.accom_local_deals (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  partner text not null,
  title text not null,
  description text not null default '',
  discount text,
  valid_from date,
  valid_until date,
  link text,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_local_deals_texts_are_short check (length(partner) between 1 and 120 and length(title) between 1 and 160),
  constraint accom_local_deals_discount_is_short check (length(discount) between 1 and 80),
  constraint accom_local_deals_description_is_short check (length(description) <= 2000),
  constraint accom_local_deals_link_is_https check (private.is_web_link(link)),
  constraint accom_local_deals_days_are_sane check (
    coalesce(valid_from between '2000-01-01' and '2199-12-31', true)
    and coalesce(valid_until between '2000-01-01' and '2199-12-31', true)
  ),
  constraint accom_local_deals_end_after_they_start check (valid_until >= valid_from),
  constraint accom_local_deals_translations_have_their_shape check (private.is_translations(translations))
);

create index accom_local_deals_property on public.accom_local_deals (property_id, sort_order);

create trigger accom_local_deals_place
  before insert on public.accom_local_deals
  for each row execute function private.place_last('property_id');

create trigger accom_local_deals_touch_updated_at
  before update on public.accom_local_deals
  for each row execute function private.touch_updated_at();

create trigger accom_local_deals_audit
  after insert or update or delete on public.accom_local_deals
  for each row execute function private.audit_row_change('manager');

alter table public.accom_local_deals enable row level security;

grant select, insert, delete on public.accom_local_deals to authenticated;

grant update (partner, title, description, discount, valid_from, valid_until, link, sort_order, is_active, translations)
  on public.accom_local_deals to authenticated;

-- Everybody who works at a property sees its deals.
create policy "members see the deals of their properties" on public.accom_local_deals
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers decide what the deals are: they add them,
create policy "managers add deals" on public.accom_local_deals
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change deals" on public.accom_local_deals
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them.
create policy "managers remove deals" on public.accom_local_deals
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The deals that are valid today, by the property's calendar.
create function private.describe_deals(p_property public.accom_properties, p_at timestamptz, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.in_locale(
      jsonb_build_object('title', d.title, 'description', d.description, 'discount', d.discount), d.translations, p_locale
    ) || jsonb_build_object('id', d.id, 'partner', d.partner, 'validUntil', d.valid_until, 'link', d.link)
    order by d.sort_order, d.title
  ), '[]')
  from public.accom_local_deals d, (select (p_at at time zone p_property.timezone)::date) as clock (today)
  where d.property_id = p_property.id and d.is_active
    and coalesce(d.valid_from <= clock.today, true) and coalesce(d.valid_until >= clock.today, true)
$$;

-- schemas/guest_content/useful_numbers.sql

-- Whom to call: emergency, taxi, doctor.

create table public.accom_useful_numbers (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  category text not null,
  label text not null,
  phone text not null,
  sort_order integer not null default 0,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_useful_numbers_texts_are_short check (length(category) between 1 and 60 and length(label) between 1 and 120),
  constraint accom_useful_numbers_phone_has_its_form check (phone ~ '^\+?[0-9][0-9 ()./-]{1,30}$'),
  constraint accom_useful_numbers_translations_have_their_shape check (private.is_translations(translations))
);

create index accom_useful_numbers_property on public.accom_useful_numbers (property_id, sort_order);

create trigger accom_useful_numbers_place
  before insert on public.accom_useful_numbers
  for each row execute function private.place_last('property_id');

create trigger accom_useful_numbers_touch_updated_at
  before update on public.accom_useful_numbers
  for each row execute function private.touch_updated_at();

create trigger accom_useful_numbers_audit
  after insert or update or delete on public.accom_useful_numbers
  for each row execute function private.audit_row_change('manager');

alter table public.accom_useful_numbers enable row level security;

grant select, insert, delete on public.accom_useful_numbers to authenticated;

grant update (category, label, phone, sort_order, translations) on public.accom_useful_numbers to authenticated;

-- Everybody who works at a property sees its numbers.
create policy "members see the numbers of their properties" on public.accom_useful_numbers
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers decide what the numbers are: they add them,
create policy "managers add numbers" on public.accom_useful_numbers
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change numbers" on public.accom_useful_numbers
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them.
create policy "managers remove numbers" on public.accom_useful_numbers
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The numbers as a guest reads them.
create function private.describe_numbers(p_property_id uuid, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.in_locale(jsonb_build_object('category', n.category, 'label', n.label), n.translations, p_locale)
      || jsonb_build_object('phone', n.phone)
    order by n.sort_order, n.label
  ), '[]')
  from public.accom_useful_numbers n
  where n.property_id = p_property_id
$$;

-- schemas/guest_content/descriptions.sql

-- What a guest reads, as the JSON that the guest API returns. The keys are those of the API, so that nothing is renamed on
-- the way. `p_locale` is the reader's language; a text without a translation stays in the property's own language.

-- What anybody with the room's code may know of the room.
create function private.describe_room(p_room public.accom_rooms, p_locale text default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_room.id,
    'code', p_room.room_code,
    'number', p_room.room_number,
    'type', coalesce(type.texts ->> 'name', ''),
    'floor', p_room.floor
  ) || case when type.texts ? 'translated' then '{"translated": ["type"]}' else '{}' end::jsonb
  from (values (p_room.room_type_id)) as room (room_type_id)
  left join lateral (
    select private.in_locale(jsonb_build_object('name', t.name), t.translations, p_locale) as texts
    from public.accom_room_types t where t.id = room.room_type_id
  ) type on true
$$;

-- What anybody with a room's code may know of the property.
create function private.describe_property(p_property public.accom_properties, p_locale text default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_property.id,
    'slug', p_property.slug,
    'type', p_property.type,
    'contactPhone', p_property.contact_phone,
    'contactWhatsapp', p_property.contact_whatsapp,
    'contactEmail', p_property.contact_email,
    'checkinTime', to_char(p_property.checkin_time, 'HH24:MI'),
    'checkoutTime', to_char(p_property.checkout_time, 'HH24:MI'),
    'timezone', p_property.timezone,
    'currency', p_property.currency,
    'defaultLocale', p_property.default_locale,
    'images', p_property.images,
    'ordersArriveMinutes', p_property.orders_arrive_minutes,
    'ordersPaid', p_property.orders_paid,
    'hasLinkedFnb', p_property.linked_fnb_slug is not null,
    'linkedFnbSlug', p_property.linked_fnb_slug
  ) || private.in_locale(
    jsonb_build_object(
      'name', p_property.name,
      'description', p_property.description,
      'address', p_property.address,
      'houseRules', p_property.house_rules,
      'amenities', p_property.amenities
    ), p_property.translations, p_locale
  )
$$;

-- What a property that hides its pages shows before verification: its name, the numbers of its desk, since a guest who cannot
-- verify is sent there, and its slug, since its privacy notice is read before anything is typed. Whoever holds the room's code
-- gets them, and nothing else of the property.
create function private.describe_hidden_property(p_property public.accom_properties, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select (private.in_locale(jsonb_build_object('name', p_property.name), p_property.translations, p_locale) - 'translated')
    || jsonb_build_object(
      'slug', p_property.slug, 'contactPhone', p_property.contact_phone, 'contactWhatsapp', p_property.contact_whatsapp
    )
$$;

-- The network of one zone of the property.
create function private.describe_zone(p_zone jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'network', p_zone ->> 'network', 'password', p_zone ->> 'password', 'source', 'zone', 'label', texts ->> 'name'
  ) || case when texts ? 'translated' then '{"translated": ["label"]}' else '{}' end::jsonb
  from private.in_locale(jsonb_build_object('name', p_zone -> 'name'), p_zone -> 'translations', p_locale) texts
$$;

-- The room's own network, else the property's zones with the primary one first, else the property's one network.
create function private.describe_wifi(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_locale text default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_room.wifi_ssid is not null then jsonb_build_object(
      'primary', jsonb_build_object(
        'network', p_room.wifi_ssid, 'password', p_room.wifi_password, 'source', 'room', 'label', 'Your room WiFi'
      ),
      'zones', '[]'::jsonb
    )
    when jsonb_array_length(p_property.wifi_zones) > 0 then (
      select jsonb_build_object('primary', zones -> 0, 'zones', zones - 0)
      from (
        select jsonb_agg(
          private.describe_zone(z.zone, p_locale)
          order by coalesce((z.zone ->> 'primary')::boolean, false) desc, z.position
        ) as zones
        from jsonb_array_elements(p_property.wifi_zones) with ordinality as z (zone, position)
      ) ordered
    )
    when p_property.wifi_network is not null then jsonb_build_object(
      'primary', jsonb_build_object(
        'network', p_property.wifi_network, 'password', p_property.wifi_password,
        'source', 'property', 'label', p_property.name
      ),
      'zones', '[]'::jsonb
    )
    else '{"primary": null, "zones": []}'
  end
$$;

-- The settings that decide what a guest of this room is asked; the others are the owner's alone.
create function private.describe_settings(p_room public.accom_rooms, p_property public.accom_properties)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'browseRequiresVerification', (p_property.access_settings ->> 'browse_requires_verification')::boolean,
    'orderRequiresVerification', (p_property.access_settings ->> 'order_requires_verification')::boolean,
    'verificationMethod', private.effective_method(p_property.access_settings, p_room.beds)
  )
$$;

-- A booking as its own guest reads it. Only for callers who have proved to be that guest.
create function private.describe_booking(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'code', p_booking.booking_code,
    'bed', nullif(p_booking.bed, ''),
    'guestFirstName', private.first_name(p_booking.guest_name, p_booking.guest_last_name),
    'checkIn', p_booking.check_in_date,
    'checkOut', p_booking.check_out_date,
    'nights', p_booking.check_out_date - p_booking.check_in_date,
    'status', p_booking.status,
    'guestCount', p_booking.guest_count
  ) || coalesce(
    (
      select jsonb_build_object('totalMinor', p.total, 'currency', p.currency)
      from public.accom_booking_prices p where p.booking_id = p_booking.id
    ),
    '{"totalMinor": null, "currency": null}'
  )
$$;

-- The catalogue, the deals and the numbers in one object.
create function private.describe_content(p_property public.accom_properties, p_at timestamptz, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'services', private.describe_services(p_property, p_at, p_locale),
    'deals', private.describe_deals(p_property, p_at, p_locale),
    'numbers', private.describe_numbers(p_property.id, p_locale)
  )
$$;

-- schemas/guest_access/scan.sql

-- What a code or a printed link leads to.

-- The room behind a code, and whether a stay is in it. The stays that began last come first in the index; before them only
-- those that the desk checked in early. In a private room, if any stay is on, one of the first two is: at most one leaves
-- today and one arrives. In a dorm any number can be on. A stay that was moved here in house began before others of the room.
create function private.locate_room(
  p_room_code text,
  p_at timestamptz,
  out room public.accom_rooms,
  out property public.accom_properties,
  out has_stay boolean
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  today date;
begin
  select r as room, p as property into hit
    from public.accom_rooms r
    join public.accom_properties p on p.id = r.property_id
    where r.room_code = p_room_code and r.is_active and p.is_active;
  has_stay := false;
  if not found then
    return;
  end if;
  room := hit.room;
  property := hit.property;
  today := (p_at at time zone property.timezone)::date;
  has_stay := exists (
    select from (
      select b.check_out_date
      from public.accom_bookings b
      where b.room_id = room.id and b.status in ('confirmed', 'checked_in')
        and (b.check_in_date <= today or b.status = 'checked_in')
      order by b.check_in_date desc
      limit case when cardinality(room.beds) = 0 then 2 end
    ) newest
    where newest.check_out_date >= today
  ) or exists (
    select from public.accom_bookings b
    where b.room_id = room.id and b.status = 'checked_in' and b.room_since is not null and b.check_out_date >= today
  );
end
$$;

-- Definer, to guest_api: what anybody who scanned the code may see, and never a person's data. `with_content` adds the
-- catalogue, the deals and the numbers. Where the property hides its occupancy, nothing here depends on whether a stay is
-- on: a WiFi that is for stays only is then shown to verified guests only.
create function public.resolve_room_access(
  room_code text,
  client text,
  with_content boolean default false,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  located record;
  settings jsonb;
  -- Null: not told.
  has_stay boolean;
begin
  if refusal is not null then
    return refusal;
  end if;
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    -- No miss, as a code that opens a room is none: a replaced code was drawn too, so it is as hard to guess. The guests of a
    -- house whose signs still hang would use up the misses of its one address.
    if exists (select from public.retired_room_codes c where c.room_code = resolve_room_access.room_code) then
      return private.refuse('room_code_replaced');
    end if;
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  settings := (located.property).access_settings;
  if not (settings ->> 'occupancy_hidden')::boolean then
    has_stay := located.has_stay;
  end if;
  if (settings ->> 'browse_requires_verification')::boolean then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(settings, (located.room).beds),
      'property', private.describe_hidden_property(located.property, locale)
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room, locale),
    'property', private.describe_property(located.property, locale),
    'wifi', case
      when has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property, locale) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  ) || case when with_content then private.describe_content(located.property, now(), locale) else '{}' end;
end
$$;
grant execute on function public.resolve_room_access(text, text, boolean, text) to guest_api;

-- Definer, to guest_api: QRs printed before rooms had codes name a property and a room by id; this turns them into the code
-- they have led to since, for as long as the room has that code. Every scan tells both ids: a link that followed the room to
-- a new code would let in whomever the owner locked out by replacing it. It is counted like any other look-up, so that ids
-- can't be tried out here either.
create function public.resolve_checkin_link(property_id uuid, room_id uuid, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  current_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into current_code
    from public.accom_rooms r
    join public.accom_properties p on p.id = r.property_id
    where r.id = resolve_checkin_link.room_id and p.id = resolve_checkin_link.property_id
      and r.old_link_code = r.room_code and r.is_active and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', current_code);
end
$$;
grant execute on function public.resolve_checkin_link(uuid, uuid, text) to guest_api;

-- Definer, to guest_api: the code of the room with this readable name (BVA-203), where the owner lets the name open it. It
-- can be guessed, which the owner has accepted, and is counted like any other look-up, so that nobody lists a property's rooms.
create function public.resolve_room_label(label text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  wanted_short_code constant text := upper(split_part(label, '-', 1));
  wanted_number constant text := substr(label, strpos(label, '-') + 1);
  found_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into found_code
    from public.accom_properties p
    join public.accom_rooms r on r.property_id = p.id
    where p.short_code = wanted_short_code and lower(r.room_number) = lower(wanted_number)
      and (p.access_settings ->> 'readable_room_links')::boolean
      and p.is_active and r.is_active
    -- "2a" and "2A" may be two rooms: the one with exactly this number goes first.
    order by r.room_number = wanted_number desc
    limit 1;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', found_code);
end
$$;
grant execute on function public.resolve_room_label(text, text) to guest_api;

-- schemas/guest_access/stay_description.sql

-- A stay as its own guest reads it: only for callers who have proved it, or whose token names it.

-- The room of one's own stay. Only a live stay shows the room's code, which opens the room's page, and its id, which an old
-- printed link turns into the code. A pending request may be anybody's, a stay before its first day may still be cancelled,
-- and a guest who has left must not get a code that was replaced since.
create function private.describe_own_room(p_room public.accom_rooms, p_state private.stay_state, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_room(p_room, p_locale)
    || case when p_state = 'live' then '{}' else '{"id": null, "code": null}' end::jsonb
$$;

-- The property of one's own stay, with the stay's own check-in and check-out time where it has one, and without the house rules
-- where the property hides its pages from this stay.
create function private.describe_own_property(
  p_property public.accom_properties,
  p_booking public.accom_bookings,
  p_state private.stay_state,
  p_locale text
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_property(p_property, p_locale)
    || jsonb_strip_nulls(jsonb_build_object(
      'checkinTime', to_char(p_booking.early_from, 'HH24:MI'), 'checkoutTime', to_char(p_booking.late_until, 'HH24:MI')
    ))
    || case when private.is_hidden_from(p_property, p_state) then '{"houseRules": []}' else '{}' end::jsonb
$$;

-- A proved stay, of a booking or of a session: whose token to sign (`subject`), how long it lives, and what to greet its
-- guest with. The token names the room only if the stay is live.
create function private.describe_stay(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_state private.stay_state,
  p_phone_id uuid,
  p_locale text
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'subject', jsonb_strip_nulls(jsonb_build_object(
      'propertyId', p_property.id,
      'roomId', case when p_state = 'live' then p_room.id end,
      'roomCode', case when p_state = 'live' then p_room.room_code end,
      'bookingId', p_booking.id,
      'sessionId', p_session.id,
      'phoneId', p_phone_id,
      'checkoutDate', p_booking.check_out_date
    )),
    'expiresAt', private.format_instant(
      coalesce(private.stay_ends_at(p_booking.check_out_date, p_property.timezone), p_session.expires_at)
    ),
    'booking', case when p_booking.id is not null then private.describe_booking(p_booking) end,
    'session', case when p_session.id is not null then jsonb_build_object(
      'code', p_session.access_code, 'expiresAt', private.format_instant(p_session.expires_at)
    ) end,
    'room', private.describe_own_room(p_room, p_state, p_locale),
    'property', private.describe_own_property(p_property, p_booking, p_state, p_locale)
  )
$$;

-- What a guest who is noted as here reads of the own room until the desk checks them in: `being_made`, or `ready`. Null: nobody noted
-- that the guest is here, or the guest is checked in.
create function private.describe_room_wait(p_booking public.accom_bookings)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.status <> 'confirmed' or p_booking.arrived_at is null then null
    when private.find_room_obstacle(p_booking) is null then 'ready'
    else 'being_made'
  end
$$;

-- Another one whenever what a guest reads of the own stay may have changed: by the desk, by the day, or as the room got ready.
create function private.stay_version(
  p_state private.stay_state,
  p_booking public.accom_bookings,
  p_session public.guest_sessions
)
returns text
language sql
stable
set search_path = ''
as $$
  select concat_ws(
    ' ', p_state, private.describe_room_wait(p_booking),
    extract(epoch from coalesce(p_booking.updated_at, p_session.updated_at))
  )
$$;

-- schemas/guest_access/answers.sql

-- Answers to the verification question: their form, and whose stay they prove.

-- Whether this has the form of an answer to the method's question, and is not too long. If not, the call is refused and not
-- counted as a try: a PIN with a digit too few is a slip and no guess.
create function private.is_answer_to(p_method text, p_answer jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case p_method
    when 'none' then true
    when 'last_name' then jsonb_typeof(p_answer -> 'lastName') = 'string' and length(p_answer ->> 'lastName') <= 200
    when 'room_number' then jsonb_typeof(p_answer -> 'roomNumber') = 'string' and length(p_answer ->> 'roomNumber') <= 40
    when 'pin' then jsonb_typeof(p_answer -> 'pin') = 'string' and p_answer ->> 'pin' ~ '^[0-9]{6}$'
  end, false)
$$;

-- The words of a name, each in the form in which names are compared. The slash stands between them meanwhile, since
-- normalise_name takes spaces and hyphens away.
create function private.split_name(p_name text)
returns text[]
language sql
stable
set search_path = ''
as $$
  select array_remove(
    string_to_array(
      private.normalise_name(regexp_replace(normalize(coalesce(p_name, ''), nfkd), '[\s,;.·・‐‑–—-]+', '/', 'g')),
      '/'
    ),
    ''
  )
$$;

-- The words of a full name that are not the last name. The last name is cut off at the beginning or the end, wherever
-- spaces and hyphens stand in it. A name in a script without spaces is cut between its characters.
create function private.split_given_names(p_name text, p_last_name text)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  words constant text[] := private.split_name(p_name);
  last_name constant text := array_to_string(private.split_name(p_last_name), '');
  count constant integer := cardinality(words);
begin
  for size in 1..count loop
    if array_to_string(words[1:size], '') = last_name then
      return words[size + 1:];
    elsif array_to_string(words[count - size + 1:], '') = last_name then
      return words[:count - size];
    end if;
  end loop;
  if count = 1 and starts_with(words[1], last_name)
    and normalize(p_name, nfc) ~ '^\s*[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]+\s*$'
  then
    return array[substr(words[1], length(last_name) + 1)];
  end if;
  return words;
end
$$;

-- Whether a guest who typed this typed their last name: alone, or with given names of theirs, in any order. Given names
-- alone are not enough: everybody at the table hears them. Which functions it calls does not depend on the booking, which
-- may be nobody's.
create function private.is_name_of(p_typed text, p_name text, p_last_name text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  typed_words constant text[] := private.split_name(p_typed);
  last_words constant text[] := private.split_name(p_last_name);
  given_words constant text[] := private.split_given_names(p_name, p_last_name);
  typed constant text := array_to_string(typed_words, '');
  last_name constant text := array_to_string(last_words, '');
  given_name constant text := array_to_string(given_words, '');
  without_given_names text;
begin
  select string_agg(t.word, '' order by t.place) into without_given_names
    from unnest(typed_words) with ordinality as t (word, place) where t.word <> all (given_words);
  return last_name <> '' and (
    -- Spaces and hyphens may stand elsewhere: "O Brien", "vanderBerg Pieter", "山田太郎".
    typed in (last_name, given_name || last_name, last_name || given_name)
    or coalesce(without_given_names = last_name, false)
    -- Words in any order: each of the last name, and of the given names any. "García Ana López".
    or not exists (
      select from (
        select word, 'typed' as origin from unnest(typed_words) as t (word)
        union all select word, 'last' from unnest(last_words) as l (word)
        union all select word, 'given' from unnest(given_words) as g (word)
      ) w
      group by w.word
      having count(*) filter (where origin = 'typed')
        not between count(*) filter (where origin = 'last') and count(*) filter (where origin <> 'typed')
    )
  );
end
$$;

-- Whether the answer proves this stay, by the room's method only. If the booking has no PIN, the answer is hashed all the
-- same, with a salt of the same cost that no PIN hashes to: bcrypt takes so long that a caller could measure the
-- difference.
create function private.proves_stay(
  p_method text,
  p_answer jsonb,
  p_room public.accom_rooms,
  p_booking public.accom_bookings
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case p_method
    when 'none' then true
    when 'last_name' then
      private.is_name_of(p_answer ->> 'lastName', p_booking.guest_name, p_booking.guest_last_name)
    when 'room_number' then
      private.normalise_name(p_answer ->> 'roomNumber') = private.normalise_name(p_room.room_number)
    when 'pin' then coalesce(
      extensions.crypt(p_answer ->> 'pin', coalesce(p_booking.pin_hash, '$2a$08$GudBroStaysNobodysPinu')) = p_booking.pin_hash,
      false
    )
    else false
  end
$$;

-- The one stay in this room that the answer proves now. No row: it proves none, or stays of two different beds. An
-- answer is always compared as often as in a full room: twice in a private room, where one guest may leave as another
-- arrives, and once for each bed in a dorm. So the time of a refusal does not reveal whether anybody is in the room.
create function private.match_stay(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_method text,
  p_answer jsonb,
  p_at timestamptz
)
returns setof public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  nobody public.accom_bookings;
  candidate public.accom_bookings;
  compared integer := 0;
  matching public.accom_bookings[] := '{}';
begin
  for candidate in
    select * from private.find_stays(p_room.id, p_property.timezone, p_property.checkout_time, p_at)
  loop
    compared := compared + 1;
    if private.proves_stay(p_method, p_answer, p_room, candidate) then
      matching := matching || candidate;
    end if;
  end loop;
  for missing in compared + 1 .. greatest(2, cardinality(p_room.beds)) loop
    perform private.proves_stay(p_method, p_answer, p_room, nobody);
  end loop;
  if (select count(distinct m.bed) from unnest(matching) m) = 1 then
    return next matching[1];
  end if;
end
$$;

-- schemas/guest_access/verification.sql

-- Verification, the step from browse to full: by the room's code and the answer its property asks for, by the booking's
-- code and a last name, or by an access code from the desk.

-- Where the owner wants it, a verified guest is checked in. Returns the booking as it is after that: meanwhile the desk may
-- have checked the guest in, or cancelled the stay.
create function private.check_in_verified(p_booking public.accom_bookings, p_settings jsonb)
returns public.accom_bookings
language plpgsql
volatile
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  if p_booking.status <> 'confirmed' or not (p_settings ->> 'auto_checkin_on_verify')::boolean then
    return p_booking;
  end if;
  update public.accom_bookings b set status = 'checked_in'
    where b.id = p_booking.id and b.status = 'confirmed'
      and exists (select from public.room_states s where s.room_id = b.room_id and private.is_bed_ready(s, b.bed))
    returning b.* into booking;
  if not found then
    select b.* into booking from public.accom_bookings b where b.id = p_booking.id;
  end if;
  return booking;
end
$$;

-- The stay in this room that the answer proves, if it is live; else null. Where the owner wants it, the guest is checked in.
create function private.prove_stay(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_method text,
  p_answer jsonb
)
returns public.accom_bookings
language plpgsql
volatile
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from private.match_stay(p_room, p_property, p_method, p_answer, now());
  if booking.id is not null then
    booking := private.check_in_verified(booking, p_property.access_settings);
  end if;
  return case when private.state_of_booking(booking, p_property, now()) = 'live' then booking end;
end
$$;

-- Whose tries a verification uses up: those of a stay whose phone this is, else those of the caller's address. A phone on
-- the stay is not counted apart from the others on it: in a dorm each would bring more guesses at a neighbour's name.
create function private.find_attempt_source(p_code text, p_phone jsonb, p_client text)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_client(p_client);
  return coalesce('stay:' || private.find_known_stay(p_code, p_phone), p_client);
end
$$;

-- Counts a wrong answer and says how many tries are left; with the last one, how long the lock is.
create function private.refuse_failed(p_code text, p_source text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  tries_left integer := private.fail_attempt(p_code, p_source);
begin
  if tries_left > 0 then
    return private.refuse('verification_failed', jsonb_build_object('triesLeft', tries_left));
  end if;
  return private.refuse('verification_failed', jsonb_build_object(
    'triesLeft', 0,
    'retryAfterSeconds', private.wait_for_attempt(p_code, p_source)
  ));
end
$$;

-- Definer, to guest_api: verification in the room. The answer may prove any stay that is on there, and each guest gets
-- their own. `has_scanned`: the caller's token says that they opened this room, so its code is no guess of theirs, and the
-- misses of others behind the same address do not stop them. Their tries are counted all the same.
create function public.verify_room_access(
  room_code text,
  answer jsonb,
  client text,
  locale text default null,
  phone jsonb default null,
  has_scanned boolean default false
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  source text;
  located record;
  method text;
  seconds integer;
  booking public.accom_bookings;
begin
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  source := private.find_attempt_source(room_code, phone, client);
  refusal := case
    when has_scanned then private.limit_verification(room_code, source)
    else private.limit_verification_and_misses(room_code, source)
  end;
  if refusal is not null then
    return refusal;
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  method := private.effective_method((located.property).access_settings, (located.room).beds);
  if not private.is_answer_to(method, answer) then
    return private.refuse('verification_required', jsonb_build_object('method', method));
  end if;
  -- A method that asks nothing cannot be guessed, so it never locks: otherwise a stranger's taps in an empty room would
  -- lock out the next guest.
  if method <> 'none' then
    seconds := private.enter_attempt(room_code, source);
    if seconds > 0 then
      return private.refuse_for_now(seconds, true);
    end if;
  end if;
  booking := private.prove_stay(located.room, located.property, method, answer);
  if booking.id is null and method = 'none' then
    return private.refuse('verification_failed');
  elsif booking.id is null then
    return private.refuse_failed(room_code, source);
  end if;
  perform private.pass_attempt(room_code, source);
  return private.describe_stay(
    booking, null, located.room, located.property, 'live', private.add_phone(booking, null, phone), locale
  );
end
$$;
grant execute on function public.verify_room_access(text, jsonb, text, text, jsonb, boolean) to guest_api;

-- Definer, to guest_api: verification by the booking link, for a pending request and before the first day as well. An unknown
-- code, a wrong name and an ended stay get the same error, so nobody can find out here which codes exist. That is why misses
-- of other codes do not count here.
create function public.verify_booking_access(
  booking_code text,
  last_name text,
  client text,
  locale text default null,
  phone jsonb default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  source text;
  seconds integer;
  hit record;
  booking public.accom_bookings;
  is_guests_name boolean;
  state private.stay_state;
begin
  if coalesce(booking_code !~ '^BK-[A-HJ-NP-Z2-9]{6}$', true) then
    return private.refuse('invalid_code');
  end if;
  source := private.find_attempt_source(booking_code, phone, client);
  refusal := private.limit_verification(booking_code, source);
  if refusal is not null then
    return refusal;
  end if;
  seconds := private.enter_attempt(booking_code, source);
  if seconds > 0 then
    return private.refuse_for_now(seconds, true);
  end if;
  select b as booking, r as room, p as property into hit
    from public.accom_bookings b
    left join public.accom_rooms r on r.id = b.room_id
    join public.accom_properties p on p.id = b.property_id
    where b.booking_code = verify_booking_access.booking_code;
  booking := hit.booking;
  -- Both are computed before either decides, so that a wrong name and an ended stay take the same time.
  is_guests_name := private.proves_stay(
    'last_name', jsonb_build_object('lastName', left(last_name, 200)), hit.room, booking
  );
  state := private.state_of_booking(booking, hit.property, now());
  if (is_guests_name and state in ('live', 'upcoming', 'pending')) is not true then
    return private.refuse_failed(booking_code, source);
  end if;
  if state = 'live' then
    booking := private.check_in_verified(booking, (hit.property).access_settings);
    if private.state_of_booking(booking, hit.property, now()) is distinct from 'live' then
      return private.refuse_failed(booking_code, source);
    end if;
  end if;
  perform private.pass_attempt(booking_code, source);
  return private.describe_stay(
    booking, null, case when booking.room_id is null then private.room_to_come(booking) else hit.room end, hit.property, state, private.add_phone(booking, null, phone), locale
  );
end
$$;
grant execute on function public.verify_booking_access(text, text, text, text, jsonb) to guest_api;

-- Definer, to guest_api: verification by an access code. The code is the only proof, so guessing it is limited like
-- guessing a room code. An unknown, an expired and a deactivated code get the same error.
create function public.open_guest_session(
  access_code text,
  client text,
  locale text default null,
  phone jsonb default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  hit record;
begin
  if coalesce(access_code !~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$', true) then
    return private.refuse('invalid_code');
  end if;
  refusal := private.limit_verification_and_misses(
    access_code, private.find_attempt_source(access_code, phone, client)
  );
  if refusal is not null then
    return refusal;
  end if;
  select s as session, r as room, p as property into hit
    from public.guest_sessions s
    join public.accom_rooms r on r.id = s.room_id
    join public.accom_properties p on p.id = s.property_id
    where s.access_code = open_guest_session.access_code;
  if private.state_of_session(hit.session, hit.property, now()) is distinct from 'live' then
    perform private.count_miss(client);
    return private.refuse('verification_failed');
  end if;
  return private.describe_stay(
    null, hit.session, hit.room, hit.property, 'live', private.add_phone(null, hit.session, phone), locale
  );
end
$$;
grant execute on function public.open_guest_session(text, text, text, jsonb) to guest_api;

-- schemas/guest_access/own_stay.sql

-- What a valid token may read. `subject` is what the token names; see stays/subjects.sql.

-- Definer, to guest_api: whether a full token still counts, the code of its booking, and the version of the stay. It is called every
-- few seconds while a page is on the screen, so it reads little else.
create function public.check_stay(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  return coalesce(
    private.refuse_reading(stay.state),
    jsonb_build_object(
      'ok', true, 'state', stay.state, 'bookingCode', (stay.booking).booking_code,
      'roomWait', private.describe_room_wait(stay.booking),
      'version', private.stay_version(stay.state, stay.booking, stay.session)
    )
  );
end
$$;
grant execute on function public.check_stay(jsonb) to guest_api;

-- Whether the page of a stay has documents: the place asks for them, or has asked before. A guest session has no booking for them.
-- It is not checked when it is made, since documents come in a later file.
create function private.has_documents(p_booking public.accom_bookings, p_property public.accom_properties)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return p_booking.id is not null and (
    p_property.access_settings ->> 'documents' <> 'off'
    or exists (select from public.accom_guest_documents d where d.booking_id = p_booking.id and d.stored_at is not null)
  );
end
$$;

-- Definer, to guest_api: the page of one's own stay. A checked-out stay can be read but not written to. A request and a
-- stay before its first day read no WiFi. Opening the page is when the phone is seen.
create function public.get_own_stay(subject jsonb, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  perform private.see_phone(subject);
  return private.describe_stay(
      stay.booking, stay.session, stay.room, stay.property, stay.state, (subject ->> 'phoneId')::uuid, locale
    )
    || jsonb_build_object(
      'state', stay.state,
      'roomWait', private.describe_room_wait(stay.booking),
      'hasDocuments', private.has_documents(stay.booking, stay.property),
      'version', private.stay_version(stay.state, stay.booking, stay.session),
      'leavesAt', private.format_instant(private.leaves_at(stay.booking, stay.session, stay.property)),
      'accessSettings', private.describe_settings(stay.room, stay.property),
      'wifi', case
        when stay.state in ('pending', 'upcoming') then '{"primary": null, "zones": [], "hidden": true}'
        else private.describe_wifi(stay.room, stay.property, locale) || '{"hidden": false}'
      end
    )
    || case
      when private.is_hidden_from(stay.property, stay.state) then jsonb_build_object(
        'services', jsonb_build_object('currency', (stay.property).currency, 'categories', '[]'::jsonb),
        'deals', '[]'::jsonb,
        'numbers', '[]'::jsonb
      )
      else private.describe_content(stay.property, now(), locale)
    end;
end
$$;
grant execute on function public.get_own_stay(jsonb, text) to guest_api;

-- Definer, to guest_api: one part of what a guest reads, for a token of either tier: 'property', 'services', 'deals' or
-- 'numbers'. A browse token names the room that was scanned, { propertyId, roomCode }: a code that was replaced since
-- opens nothing, and a property that hides its pages names the method that the room asks for.
create function public.get_stay_content(subject jsonb, part text, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  property public.accom_properties;
  room public.accom_rooms;
  own_booking public.accom_bookings;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    property := stay.property;
    room := stay.room;
    own_booking := stay.booking;
    is_hidden := private.is_hidden_from(property, stay.state);
  else
    select p.* into property from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    select r.* into room from public.accom_rooms r
      where r.room_code = subject ->> 'roomCode' and r.property_id = property.id and r.is_active;
    if room.id is null then
      return private.refuse('session_expired');
    end if;
    is_hidden := (property.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(property.access_settings, room.beds)
    ));
  end if;
  if part is null or part not in ('property', 'services', 'deals', 'numbers') then
    return private.refuse('invalid_request');
  end if;
  return jsonb_build_object('ok', true, 'content', case part
    when 'property' then private.describe_own_property(property, own_booking, null, locale)
    when 'services' then private.describe_services(property, now(), locale)
    when 'deals' then private.describe_deals(property, now(), locale)
    when 'numbers' then private.describe_numbers(property.id, locale)
  end);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_stay_content(jsonb, text, text) to guest_api;

-- schemas/guest_access/own_phones.sql

-- What a guest does with the phones on their stay. Whoever may read the stay may sign a phone out, a guest who has not
-- arrived or has left included: it only takes access away.

-- Definer, to guest_api: the phones on the subject's stay, its own first.
create function public.list_own_phones(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  return coalesce(private.refuse_reading(stay.state), jsonb_build_object('ok', true, 'phones', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', s.id,
          'label', s.label,
          'firstSeenAt', private.format_instant(s.created_at),
          'lastSeenAt', private.format_instant(s.last_seen_at),
          'isThisPhone', s.id::text is not distinct from subject ->> 'phoneId'
        )
        order by s.id::text is not distinct from subject ->> 'phoneId' desc, s.last_seen_at desc, s.id
      ),
      '[]'
    )
    from public.stay_phones s
    where s.booking_id = (stay.booking).id or s.guest_session_id = (stay.session).id
  )));
end
$$;
grant execute on function public.list_own_phones(jsonb) to guest_api;

-- Definer, to guest_api: signs a phone of the subject's stay out, which may be its own. A phone of another stay is refused
-- like one that does not exist.
create function public.sign_out_own_phone(subject jsonb, phone_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  phone public.stay_phones;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select s.* into phone from public.stay_phones s
    where s.id = sign_out_own_phone.phone_id
      and (s.booking_id = (stay.booking).id or s.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  perform private.remove_phone(phone);
  return '{"ok": true}';
end
$$;
grant execute on function public.sign_out_own_phone(jsonb, uuid) to guest_api;

-- schemas/orders/orders.sql

-- Orders of guests. Names and prices are copied when the order is placed and stay as they were.

create type public.order_status as enum ('pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected');

create table public.accom_service_orders (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- What people call it by: 1, 2, 3 … of its property. A trigger counts.
  number integer not null,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  status public.order_status not null default 'pending',
  total bigint not null,
  currency text not null,
  notes text not null default '',
  -- When the guest wants it. Null: as soon as it is ready.
  wanted_at timestamptz,
  reject_reason text,
  -- When the desk read that the guest cancelled. Until then the order stays on the board: somebody may have begun it.
  cancellation_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_service_orders_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_service_orders_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint accom_service_orders_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint accom_service_orders_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint accom_service_orders_id_and_property unique (id, property_id),
  constraint accom_service_orders_one_a_number unique (property_id, number),
  constraint accom_service_orders_notes_are_short check (length(notes) <= 500),
  constraint accom_service_orders_rejection_has_a_reason check (status <> 'rejected' or length(reject_reason) between 1 and 500),
  constraint accom_service_orders_only_a_cancellation_is_seen check (cancellation_seen_at is null or status = 'cancelled')
);

create index accom_service_orders_room on public.accom_service_orders (room_id, property_id);
create index accom_service_orders_booking on public.accom_service_orders (booking_id, property_id);
create index accom_service_orders_session on public.accom_service_orders (guest_session_id, property_id);
create index accom_service_orders_board on public.accom_service_orders (property_id, status, created_at desc);

-- Those that wait for a hand at the desk, which every open screen counts every few seconds.
create index accom_service_orders_waiting on public.accom_service_orders (property_id, created_at desc) include (status)
  where status = 'pending' or (status = 'cancelled' and cancellation_seen_at is null);

-- Those that ended, last first, for the end of the board and the list of all of them.
create index accom_service_orders_ended on public.accom_service_orders (property_id, updated_at desc, id desc)
  where status in ('delivered', 'rejected', 'cancelled');

create table public.accom_service_order_items (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null once the item is gone from the catalogue: the order keeps its own name and price.
  service_item_id uuid,
  name text not null,
  quantity integer not null,
  unit_price integer not null,
  total bigint not null,
  position integer not null,
  created_at timestamptz not null default now(),
  constraint accom_service_order_items_order_of_property foreign key (order_id, property_id)
    references public.accom_service_orders (id, property_id) on delete cascade,
  constraint accom_service_order_items_item_of_property foreign key (service_item_id, property_id)
    references public.accom_service_items (id, property_id) on delete set null (service_item_id),
  constraint accom_service_order_items_quantity_is_sane check (quantity between 1 and 99),
  constraint accom_service_order_items_total_is_right check (total = quantity::bigint * unit_price)
);

create index accom_service_order_items_order on public.accom_service_order_items (order_id, position);
create index accom_service_order_items_order_of_property on public.accom_service_order_items (order_id, property_id);
create index accom_service_order_items_item on public.accom_service_order_items (service_item_id, property_id);
create index accom_service_order_items_property on public.accom_service_order_items (property_id);

-- The number that a property's newest order has. No role reads it.
create table private.order_numbers (
  property_id uuid primary key references public.accom_properties (id) on delete cascade,
  last_number integer not null
);

-- Definer, for the trigger, whoever inserts. Orders of one property that are placed at once wait here for each other, so that
-- each number is given once and none is left out.
create function private.number_order()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.order_numbers as n (property_id, last_number) values (new.property_id, 1)
  on conflict (property_id) do update set last_number = n.last_number + 1
  returning n.last_number into new.number;
  return new;
end
$$;

create trigger accom_service_orders_number
  before insert on public.accom_service_orders
  for each row execute function private.number_order();

create trigger accom_service_orders_touch_updated_at
  before update on public.accom_service_orders
  for each row execute function private.touch_updated_at();

-- The steps an order can take, whoever takes them. The guest may cancel until the desk confirms; the desk may reject until
-- the order is delivered.
create function private.is_order_step(p_from public.order_status, p_to public.order_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('pending', 'confirmed'), ('confirmed', 'preparing'), ('preparing', 'delivered'),
    ('pending', 'cancelled'),
    ('pending', 'rejected'), ('confirmed', 'rejected'), ('preparing', 'rejected')
  )
$$;

-- For the trigger, which enforces the steps for every role that writes, also for service_role.
create function private.check_order_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(
    private.is_order_step(old.status, new.status) or private.is_undoing(), old.status::text, new.status::text
  );
  return new;
end
$$;

create trigger accom_service_orders_check_step
  before update of status on public.accom_service_orders
  for each row when (old.status is distinct from new.status) execute function private.check_order_step();

create trigger accom_service_orders_steps
  after insert or update on public.accom_service_orders
  for each row execute function private.audit_step('staff', 'status', 'reject_reason', 'cancellation_seen_at');

alter table public.accom_service_orders enable row level security;
alter table public.accom_service_order_items enable row level security;

-- Without the money, which get_order_money returns to those who see it.
grant select (
  id, property_id, number, room_id, booking_id, guest_session_id, status, currency, notes, wanted_at, reject_reason, cancellation_seen_at,
  created_at, updated_at
) on public.accom_service_orders to authenticated;

grant select (id, order_id, property_id, service_item_id, name, quantity, position, created_at)
  on public.accom_service_order_items to authenticated;

-- The desk works with all orders of its property.
create policy "members see the orders of their properties" on public.accom_service_orders
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk reads their lines as well. Only the functions of this folder write either table.
create policy "members see what was ordered at their properties" on public.accom_service_order_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An order as its guest reads it, with where it is brought. Its lines have the names they were ordered under, in the property's own language, which
-- is what the desk reads. An order that was brought to an earlier room has no bed: nobody wrote down which it was. The guest reads a translated name where the item is still called the same.
create function private.describe_order(p_order public.accom_service_orders, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'number', p_order.number,
    'status', p_order.status,
    'totalMinor', p_order.total,
    'currency', p_order.currency,
    'notes', p_order.notes,
    'wantedAt', private.format_instant(p_order.wanted_at),
    'roomNumber', (select r.room_number from public.accom_rooms r where r.id = p_order.room_id),
    'bed', (
      select nullif(b.bed, '') from public.accom_bookings b where b.id = p_order.booking_id and b.room_id = p_order.room_id
    ),
    'rejectReason', p_order.reject_reason,
    'createdAt', private.format_instant(p_order.created_at),
    'updatedAt', private.format_instant(p_order.updated_at),
    'items', coalesce((
      select jsonb_agg(
        private.in_locale(jsonb_build_object('name', line.name), item.translations, p_locale) || jsonb_build_object(
          'itemId', line.service_item_id,
          'quantity', line.quantity,
          'unitPriceMinor', line.unit_price,
          'totalMinor', line.total
        ) order by line.position
      )
      from public.accom_service_order_items line
      left join public.accom_service_items item on item.id = line.service_item_id and item.name = line.name
      where line.order_id = p_order.id
    ), '[]')
  )
$$;

-- schemas/orders/placing.sql

-- How a guest's cart becomes an order.

-- The cart with the names and prices of now, and what is wrong with each line: gone, sold_out, closed, too_many. `p_at` is when
-- it is wanted.
create function private.price_cart(p_property public.accom_properties, p_items jsonb, p_at timestamptz)
returns table (item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer)
language sql
stable
set search_path = ''
as $$
  select
    asked.item_id,
    coalesce(i.name, ''),
    asked.quantity,
    i.price,
    case
      when i.id is null or not i.is_active or not c.is_active then 'gone'
      -- Now, for whenever it is wanted: the page offers no item that is sold out.
      when private.is_sold_out(i, now()) then 'sold_out'
      when not private.is_served(i.available_from, i.available_to, (p_at at time zone p_property.timezone)::time) then 'closed'
      when asked.quantity > i.max_quantity then 'too_many'
    end,
    i.max_quantity,
    asked.line::integer
  from (
    -- The same item on two lines becomes one line.
    select (e.value ->> 'itemId')::uuid as item_id, sum((e.value ->> 'quantity')::integer)::integer as quantity, min(e.line) as line
    from jsonb_array_elements(p_items) with ordinality as e (value, line)
    group by 1
  ) asked
  left join public.accom_service_items i on i.id = asked.item_id and i.property_id = p_property.id
  left join public.accom_service_categories c on c.id = i.category_id
  order by asked.line
$$;

-- One to fifty lines of an item and a quantity.
create function private.is_cart(p_items jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_items) = 'array'
    and jsonb_array_length(p_items) between 1 and 50
    and not exists (
      select from jsonb_array_elements(case when jsonb_typeof(p_items) = 'array' then p_items else '[]' end) e (value)
      where not coalesce(
        jsonb_typeof(e.value -> 'quantity') = 'number'
        and e.value ->> 'quantity' ~ '^[1-9][0-9]?$'
        and pg_input_is_valid(e.value ->> 'itemId', 'uuid'),
        false
      )
    ),
    false
  )
$$;

-- Why an order cannot be wanted at this time, or null. Whether it is served then is decided for each item.
create function private.refuse_wanted_time(p_wanted_at timestamptz, p_leaves_at timestamptz, p_at timestamptz)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when p_wanted_at < p_at then private.refuse('conflict', '{"reason": "wanted_time_has_passed"}')
    when p_wanted_at > p_leaves_at then private.refuse('conflict', '{"reason": "wanted_time_is_after_check_out"}')
  end
$$;

-- One line of a priced cart.
create type private.priced_line as (
  item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer
);

-- Writes the order, or returns why it cannot be placed: the lines that are unavailable, or a total that differs from the
-- one that the guest saw (`p_expected`), which the guest has to confirm first. Prices are read once, so that an owner who
-- changes one meanwhile does not make the total differ from its lines. The items are locked first, so that none is removed
-- before its line is written.
create function private.insert_order(
  p_booking_id uuid,
  p_session_id uuid,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_items jsonb,
  p_notes text,
  p_wanted_at timestamptz,
  p_expected bigint,
  out placed public.accom_service_orders,
  out refusal jsonb
)
language plpgsql
volatile
set search_path = ''
as $$
declare
  lines private.priced_line[];
  problems jsonb;
  total bigint;
begin
  perform from public.accom_service_items i
    where i.property_id = p_property.id
      and i.id in (select (e.value ->> 'itemId')::uuid from jsonb_array_elements(p_items) e (value))
    order by i.id
    for key share;
  select
    array_agg((c.item_id, c.name, c.quantity, c.unit_price, c.problem, c.max_quantity, c.line)::private.priced_line),
    jsonb_agg(
      jsonb_build_object('itemId', c.item_id, 'name', c.name, 'problem', c.problem, 'maxQuantity', c.max_quantity)
      order by c.line
    ) filter (where c.problem is not null),
    sum(c.quantity::bigint * c.unit_price)
    into lines, problems, total
    from private.price_cart(p_property, p_items, coalesce(p_wanted_at, now())) c;
  if problems is not null then
    refusal := private.refuse('item_unavailable', jsonb_build_object('items', problems));
    return;
  end if;
  if total <> p_expected then
    refusal := private.refuse('conflict', jsonb_build_object('reason', 'total_changed', 'totalMinor', total));
    return;
  end if;
  insert into public.accom_service_orders (
      property_id, room_id, booking_id, guest_session_id, total, currency, notes, wanted_at
    )
    values (
      p_property.id, p_room.id, p_booking_id, p_session_id, total, p_property.currency, p_notes, p_wanted_at
    )
    returning * into placed;
  insert into public.accom_service_order_items (order_id, property_id, service_item_id, name, quantity, unit_price, total, position)
    select placed.id, p_property.id, l.item_id, l.name, l.quantity, l.unit_price, l.quantity::bigint * l.unit_price, l.line
    from unnest(lines) l;
end
$$;

-- Definer, to guest_api: the only way to place an order. Prices come from the catalogue, never from the client. Of many
-- requests under one key the first places the order and the others return the same one; a replay is not counted. `wanted_at`
-- belongs to the content: the same cart for another time is another order.
create function public.place_service_order(
  subject jsonb,
  idempotency_key text,
  items jsonb,
  notes text default '',
  expected_total bigint default null,
  locale text default null,
  wanted_at timestamptz default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  scope text;
  request constant jsonb := jsonb_build_array(items, coalesce(notes, ''), private.format_instant(wanted_at));
  earlier record;
  time_refusal jsonb;
  insertion record;
  placed public.accom_service_orders;
  seconds integer;
begin
  if idempotency_key is null or not private.is_request_key(idempotency_key) or length(notes) > 500
    or not private.is_cart(items)
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  scope := 'order:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_order"}');
  elsif earlier.made_id is not null then
    select o.* into placed from public.accom_service_orders o where o.id = earlier.made_id;
    return jsonb_build_object('ok', true, 'replayed', true, 'order', private.describe_order(placed, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('order:' || stay.id, 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  time_refusal := private.refuse_wanted_time(
    wanted_at, private.leaves_at(stay.booking, stay.session, stay.property), now()
  );
  if time_refusal is not null then
    return time_refusal;
  end if;
  select * into insertion from private.insert_order(
    (stay.booking).id, (stay.session).id, stay.room, stay.property, items, coalesce(notes, ''), wanted_at,
    expected_total
  );
  if insertion.refusal is not null then
    return insertion.refusal;
  end if;
  perform private.record_request(scope, idempotency_key, request, (insertion.placed).id);
  return jsonb_build_object('ok', true, 'replayed', false, 'order', private.describe_order(insertion.placed, locale));
end
$$;
grant execute on function public.place_service_order(jsonb, text, jsonb, text, bigint, text, timestamptz) to guest_api;

-- schemas/orders/steps.sql

-- What happens to a placed order.

-- Definer, to guest_api: a guest's own orders, newest first, or the one that is named. Another guest's order is not found.
create function public.list_own_orders(subject jsonb, order_id uuid default null, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  own jsonb;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select jsonb_agg(private.describe_order(newest, locale) order by newest.created_at desc) into own
    from (
      select o.* from public.accom_service_orders o
      where (o.booking_id = (stay.booking).id or o.guest_session_id = (stay.session).id)
        and (list_own_orders.order_id is null or o.id = list_own_orders.order_id)
      order by o.created_at desc
      limit 100
    ) newest;
  if list_own_orders.order_id is not null and own is null then
    return private.refuse('not_found');
  end if;
  return jsonb_build_object('ok', true, 'orders', coalesce(own, '[]'));
end
$$;
grant execute on function public.list_own_orders(jsonb, uuid, text) to guest_api;

-- Definer, to guest_api: cancels one's own order until the desk confirms it. The row is locked, so of a cancellation and a
-- confirmation at once one is refused.
create function public.cancel_service_order(subject jsonb, order_id uuid, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_service_orders;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select o.* into own from public.accom_service_orders o
    where o.id = cancel_service_order.order_id
      and (o.booking_id = (stay.booking).id or o.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  if own.status not in ('pending', 'cancelled') then
    return private.refuse('illegal_step', jsonb_build_object('from', own.status, 'to', 'cancelled'));
  end if;
  if own.status = 'pending' then
    update public.accom_service_orders o set status = 'cancelled' where o.id = own.id returning * into own;
  end if;
  return jsonb_build_object('ok', true, 'order', private.describe_order(own, locale));
end
$$;
grant execute on function public.cancel_service_order(jsonb, uuid, text) to guest_api;

-- Definer, to authenticated: the desk's steps. No role may write orders directly, so none can skip a step.
create function public.set_order_status(order_id uuid, status public.order_status, reason text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_order public.accom_service_orders;
begin
  select * into found_order from public.accom_service_orders o where o.id = set_order_status.order_id for update;
  perform private.require_member(found_order.property_id, 'staff');
  if set_order_status.status = 'cancelled' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guests_cancel_the_desk_rejects"}');
  end if;
  -- The trigger checks changes only; the same status again would overwrite a reason that the guest has read.
  perform private.require_step(
    private.is_order_step(found_order.status, set_order_status.status),
    found_order.status::text, set_order_status.status::text
  );
  if set_order_status.status = 'rejected' and coalesce(length(btrim(reason)), 0) not between 1 and 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rejection_needs_a_reason"}');
  end if;
  update public.accom_service_orders o set
    status = set_order_status.status,
    reject_reason = case when set_order_status.status = 'rejected' then btrim(reason) end
  where o.id = found_order.id;
end
$$;
grant execute on function public.set_order_status(uuid, public.order_status, text) to authenticated;

-- Definer, to authenticated: the desk has read that the guest cancelled this order, and takes it off the board. Two who do so at
-- once, or one who does so twice, find it done.
create function public.acknowledge_cancellation(order_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_order public.accom_service_orders;
begin
  select * into found_order from public.accom_service_orders o where o.id = acknowledge_cancellation.order_id for update;
  perform private.require_member(found_order.property_id, 'staff');
  perform private.require_step(found_order.status = 'cancelled', found_order.status::text, 'acknowledged');
  update public.accom_service_orders o set cancellation_seen_at = now()
    where o.id = found_order.id and o.cancellation_seen_at is null;
end
$$;
grant execute on function public.acknowledge_cancellation(uuid) to authenticated;

-- Definer, to authenticated: what these orders of a property cost, for members who see money: no member may read the columns.
-- `lines` has each line by its id. At most 500 orders at once.
create function public.get_order_money(property_id uuid, order_ids uuid[])
returns table (order_id uuid, total bigint, lines jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_money(get_order_money.property_id, 'staff');
  return query
    select o.id, o.total, (
      select jsonb_object_agg(i.id, jsonb_build_object('unitPrice', i.unit_price, 'total', i.total))
      from public.accom_service_order_items i where i.order_id = o.id
    )
    from public.accom_service_orders o
    where o.property_id = get_order_money.property_id and o.id = any (get_order_money.order_ids[:500]);
end
$$;
grant execute on function public.get_order_money(uuid, uuid[]) to authenticated;

-- schemas/orders/board.sql

-- The board on which the desk and the kitchen work through orders.

-- The caller's own step that ended as the row is now, while it can be undone plainly: the newest entry of the order's history.
create function private.find_own_step(p_order_id uuid, p_account_id uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select case
      when newest.account_id = p_account_id and newest.undo_role is not null and newest.undoes is null
        and newest.created_at > now() - interval '10 minutes'
      then newest.id
    end
  from (
    select l.* from public.audit_log l where l.row_id = p_order_id order by l.created_at desc limit 1
  ) newest
$$;

-- An order as the desk reads it: in the property's own language, with its guest, and with money for those who see it.
create function private.describe_board_order(
  p_order public.accom_service_orders, p_sees_money boolean, p_account_id uuid
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'number', p_order.number,
    'status', p_order.status,
    'roomNumber', (select r.room_number from public.accom_rooms r where r.id = p_order.room_id),
    'bed', (
      select nullif(b.bed, '') from public.accom_bookings b where b.id = p_order.booking_id and b.room_id = p_order.room_id
    ),
    'guestName', (select b.guest_name from public.accom_bookings b where b.id = p_order.booking_id),
    'notes', p_order.notes,
    'wantedAt', private.format_instant(p_order.wanted_at),
    'rejectReason', p_order.reject_reason,
    'cancellationSeenAt', private.format_instant(p_order.cancellation_seen_at),
    'createdAt', private.format_instant(p_order.created_at),
    'changedAt', private.format_instant(p_order.updated_at),
    'currency', p_order.currency,
    'totalMinor', case when p_sees_money then p_order.total end,
    'ownStep', private.find_own_step(p_order.id, p_account_id),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', line.name,
        'quantity', line.quantity,
        'totalMinor', case when p_sees_money then line.total end,
        'categoryId', item.category_id
      ) order by line.position), '[]')
      from public.accom_service_order_items line
      left join public.accom_service_items item on item.id = line.service_item_id
      where line.order_id = p_order.id
    )
  )
$$;

-- The orders that are under way, oldest first, those that a guest cancelled and nobody at the desk has acknowledged, and the
-- twenty of the last day that ended last.
create function private.find_board_orders(p_property_id uuid)
returns setof public.accom_service_orders
language sql
stable
set search_path = ''
as $$
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status in ('pending', 'confirmed', 'preparing')
    order by o.created_at
    limit 200
  )
  union all
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status = 'cancelled' and o.cancellation_seen_at is null
    order by o.created_at
    limit 50
  )
  union all
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status in ('delivered', 'rejected', 'cancelled')
      and (o.status <> 'cancelled' or o.cancellation_seen_at is not null)
      and o.updated_at > now() - interval '1 day'
    order by o.updated_at desc
    limit 20
  )
$$;

-- The orders of a property that wait for a first step, oldest first, as the desk's Today lists them, at most 100; with the minutes
-- after which one is slow and late. `bed` is as on the board.
create function private.describe_new_orders(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'slowMinutes', p.orders_slow_minutes,
    'lateMinutes', p.orders_late_minutes,
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', one.id, 'number', one.number, 'status', one.status, 'roomNumber', r.room_number, 'bed', nullif(b.bed, ''),
        'createdAt', private.format_instant(one.created_at), 'wantedAt', private.format_instant(one.wanted_at)
      ) order by one.created_at, one.id), '[]')
      from (
        select * from public.accom_service_orders o
        where o.property_id = p.id and o.status = 'pending'
        order by o.created_at
        limit 100
      ) one
      join public.accom_rooms r on r.id = one.room_id
      left join public.accom_bookings b on b.id = one.booking_id and b.room_id = one.room_id
    )
  )
  from public.accom_properties p where p.id = p_property_id
$$;

-- Definer, to authenticated: what stands on the board of a property, with the categories by which it is filtered and the minutes
-- after which an order is slow and late; or of its orders the one that is named. No member may read the columns of money, so it
-- returns them to those who see them.
create function public.read_order_board(property_id uuid, order_id uuid default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  sees_money boolean;
  orders jsonb;
begin
  perform private.require_member(read_order_board.property_id, 'staff');
  sees_money := read_order_board.property_id in (select private.money_property_ids());
  if read_order_board.order_id is null then
    select jsonb_agg(private.describe_board_order(o, sees_money, account) order by o.created_at) into orders
      from private.find_board_orders(read_order_board.property_id) o;
  else
    select jsonb_agg(private.describe_board_order(o, sees_money, account)) into orders
      from public.accom_service_orders o
      where o.id = read_order_board.order_id and o.property_id = read_order_board.property_id;
  end if;
  return (
    select jsonb_build_object(
      'slowMinutes', p.orders_slow_minutes,
      'lateMinutes', p.orders_late_minutes,
      'categories', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.sort_order, c.id), '[]')
        from public.accom_service_categories c where c.property_id = p.id
      ),
      'orders', coalesce(orders, '[]')
    )
    from public.accom_properties p where p.id = read_order_board.property_id
  );
end
$$;
grant execute on function public.read_order_board(uuid, uuid) to authenticated;

-- Definer, to authenticated: the orders of a property that ended, last first, and after this one: { …an order as on the board,
-- endedAt }, where endedAt is what the next page is asked for with.
create function public.list_ended_orders(
  property_id uuid,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  size constant integer := least(greatest(list_ended_orders.page_size, 1), 101);
  sees_money boolean;
begin
  perform private.require_member(list_ended_orders.property_id, 'staff');
  sees_money := list_ended_orders.property_id in (select private.money_property_ids());
  return coalesce((
    select jsonb_agg(
      private.describe_board_order(o, sees_money, account) || jsonb_build_object('endedAt', o.updated_at)
      order by o.updated_at desc, o.id desc
    )
    from (
      select * from public.accom_service_orders o
      where o.property_id = list_ended_orders.property_id and o.status in ('delivered', 'rejected', 'cancelled')
        and (o.updated_at, o.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by o.updated_at desc, o.id desc
      limit size
    ) o
  ), '[]');
end
$$;
grant execute on function public.list_ended_orders(uuid, timestamptz, uuid, integer) to authenticated;

-- What the guest of a booking ordered, for the booking's screen: how many orders, and the ten latest. Their money is for who sees it.
create function private.describe_stay_orders(p_booking_id uuid, p_property_id uuid, p_sees_money boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'count', (
      select count(*) from public.accom_service_orders o
      where o.booking_id = p_booking_id and o.property_id = p_property_id
    ),
    'latest', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', latest.id, 'number', latest.number, 'status', latest.status,
          'createdAt', private.format_instant(latest.created_at)
        ) || case
          when p_sees_money then jsonb_build_object(
            'price', jsonb_build_object('totalMinor', latest.total, 'currency', latest.currency)
          )
          else '{}'
        end order by latest.created_at desc, latest.number desc
      ), '[]')
      from (
        select * from public.accom_service_orders o
        where o.booking_id = p_booking_id and o.property_id = p_property_id
        order by o.created_at desc, o.number desc
        limit 10
      ) latest
    )
  )
$$;

-- schemas/incidents/areas.sql

-- The property's own list of areas where something can be broken: pool, lift, garden.
create table public.areas (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  name text not null,
  sort_order integer not null default 0,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint areas_id_and_property unique (id, property_id),
  constraint areas_name_is_unique unique (property_id, name),
  constraint areas_name_is_short check (length(name) between 1 and 80),
  constraint areas_translations_have_their_shape check (private.is_translations(translations))
);

create index areas_property on public.areas (property_id, sort_order);

create trigger areas_place
  before insert on public.areas
  for each row execute function private.place_last('property_id');

create trigger areas_touch_updated_at
  before update on public.areas for each row execute function private.touch_updated_at();

create trigger areas_audit
  after insert or update or delete on public.areas
  for each row execute function private.audit_row_change('manager');

alter table public.areas enable row level security;

grant select, insert, delete on public.areas to authenticated;

grant update (name, sort_order, translations) on public.areas to authenticated;

-- Everybody who works at a property sees its areas.
create policy "members see the areas of their properties" on public.areas
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers decide what the areas are: they add them,
create policy "managers add areas" on public.areas
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- rename them,
create policy "managers change areas" on public.areas
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them. Incidents reported there stay, without an area.
create policy "managers remove areas" on public.areas
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The areas a guest chooses from.
create function private.describe_areas(p_property_id uuid, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object('id', a.id) || private.in_locale(jsonb_build_object('name', a.name), a.translations, p_locale)
    order by a.sort_order, a.name
  ), '[]')
  from public.areas a
  where a.property_id = p_property_id
$$;

-- schemas/incidents/incidents.sql

-- What guests report as broken, and the conversation about it.

create type public.incident_status as enum ('open', 'in_progress', 'resolved', 'closed');
create type public.incident_priority as enum ('low', 'medium', 'high', 'urgent');

create table public.incidents (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  area_id uuid,
  title text not null,
  description text not null default '',
  priority public.incident_priority not null default 'medium',
  status public.incident_status not null default 'open',
  photos text[] not null default '{}',
  -- Who of the team sees to it.
  assignee_id uuid,
  -- Until when it should be resolved, and from when on that is near: private.set_incident_due.
  due_at timestamptz not null,
  escalates_at timestamptz not null,
  -- It took its room out of order, which lasts until the room is back in use; and the block of the calendar that it made.
  closes_room boolean not null default false,
  closing_block_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint incidents_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint incidents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint incidents_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint incidents_block_of_property foreign key (closing_block_id, property_id)
    references public.room_blocks (id, property_id) on delete set null (closing_block_id),
  constraint incidents_area_of_property foreign key (area_id, property_id)
    references public.areas (id, property_id) on delete set null (area_id),
  -- Who leaves the team has nothing assigned any more.
  constraint incidents_assignee_of_property foreign key (property_id, assignee_id)
    references public.property_members (property_id, account_id) on delete set null (assignee_id),
  constraint incidents_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint incidents_id_and_property unique (id, property_id),
  constraint incidents_texts_are_short check (length(title) between 1 and 120 and length(description) <= 2000),
  constraint incidents_have_three_photos_at_most check (cardinality(photos) <= 3)
);

create table public.incident_updates (
  id uuid primary key default gen_random_uuid(),
  incident_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the guest wrote it.
  account_id uuid references public.accounts (id) on delete set null,
  author public.audit_actor not null,
  message text not null default '',
  status public.incident_status,
  created_at timestamptz not null default now(),
  constraint incident_updates_incident_of_property foreign key (incident_id, property_id)
    references public.incidents (id, property_id) on delete cascade,
  constraint incident_updates_say_something check (message <> '' or status is not null),
  constraint incident_updates_message_is_short check (length(message) <= 2000)
);

-- What the team tells itself about an incident. In a table of its own, so that no function for guests can return it.
create table public.incident_notes (
  id uuid primary key default gen_random_uuid(),
  incident_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  account_id uuid references public.accounts (id) on delete set null,
  note text not null,
  created_at timestamptz not null default now(),
  constraint incident_notes_incident_of_property foreign key (incident_id, property_id)
    references public.incidents (id, property_id) on delete cascade,
  constraint incident_notes_are_short check (length(note) between 1 and 2000)
);

create index incidents_room on public.incidents (room_id, property_id);
create index incidents_booking on public.incidents (booking_id, property_id);
create index incidents_session on public.incidents (guest_session_id, property_id);
create index incidents_area on public.incidents (area_id, property_id);
create index incidents_board on public.incidents (property_id, status, created_at desc);
create index incidents_block on public.incidents (closing_block_id, property_id);
-- Those that somebody has to see to, by when they become urgent: every open screen counts them every few seconds.
create index incidents_escalating on public.incidents (property_id, escalates_at) include (status)
  where status in ('open', 'in_progress');
-- Those that ended, last first, for the list of all of them.
create index incidents_ended on public.incidents (property_id, updated_at desc, id desc)
  where status in ('resolved', 'closed');
create index incidents_assignee on public.incidents (property_id, assignee_id);
create index incident_notes_incident on public.incident_notes (incident_id, property_id, created_at);
create index incident_notes_property on public.incident_notes (property_id);
create index incident_notes_account on public.incident_notes (account_id);
create index incident_updates_incident on public.incident_updates (incident_id, property_id, created_at);
create index incident_updates_property on public.incident_updates (property_id);
create index incident_updates_account on public.incident_updates (account_id);

create trigger incidents_touch_updated_at
  before update on public.incidents for each row execute function private.touch_updated_at();

-- For the trigger below: how soon an incident should be resolved follows from its priority, counted from the report, from the last
-- change of the priority, or from when it was opened again. In the last quarter of that time the screens are louder about it.
create function private.set_incident_due()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  since constant timestamptz := case when tg_op = 'INSERT' then new.created_at else now() end;
  wait constant interval := case new.priority
    when 'urgent' then interval '1 hour'
    when 'high' then interval '4 hours'
    when 'medium' then interval '1 day'
    else interval '3 days'
  end;
begin
  new.due_at := since + wait;
  new.escalates_at := since + wait * 0.75;
  return new;
end
$$;

create trigger incidents_set_due
  before insert on public.incidents for each row execute function private.set_incident_due();

create trigger incidents_renew_due
  before update of priority, status on public.incidents
  for each row
  when (new.priority <> old.priority or (new.status = 'open' and old.status <> 'open'))
  execute function private.set_incident_due();

-- The steps an incident can take, whoever takes them.
create function private.is_incident_step(p_from public.incident_status, p_to public.incident_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('open', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
    -- Opened again: it came back, or was not repaired after all.
    ('resolved', 'open'), ('closed', 'open')
  )
$$;

-- For the trigger, which enforces the steps for every role that writes, also for service_role.
create function private.check_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(
    private.is_incident_step(old.status, new.status) or private.is_undoing(), old.status::text, new.status::text
  );
  return new;
end
$$;

create trigger incidents_check_step
  before update of status on public.incidents
  for each row when (old.status is distinct from new.status) execute function private.check_incident_step();

-- For the trigger below: a step that is undone was told to the guest, and is untold. A message that went with it stays: the guest
-- may have read it.
create function private.untell_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  told uuid;
begin
  select u.id into told from public.incident_updates u
    where u.incident_id = new.id and u.status = old.status
    order by u.created_at desc
    limit 1;
  delete from public.incident_updates u where u.id = told and u.message = '';
  update public.incident_updates u set status = null where u.id = told;
  return null;
end
$$;

create trigger incidents_untell_step
  after update of status on public.incidents
  for each row when (old.status is distinct from new.status and private.is_undoing())
  execute function private.untell_incident_step();

create trigger incidents_steps
  after insert or update on public.incidents
  for each row execute function private.audit_step('staff', 'status', 'priority', 'assignee_id');

-- That there is a new message, for the screens, and not what it says.
create trigger incident_updates_steps
  after insert on public.incident_updates
  for each row execute function private.audit_step('staff');

-- That there is a new note, and not what it says.
create trigger incident_notes_steps
  after insert on public.incident_notes
  for each row execute function private.audit_step('staff');

alter table public.incidents enable row level security;
alter table public.incident_updates enable row level security;
alter table public.incident_notes enable row level security;

grant select on public.incidents, public.incident_updates, public.incident_notes to authenticated;

grant update (priority, assignee_id) on public.incidents to authenticated;

-- The desk works with all incidents of its property.
create policy "members see the incidents of their properties" on public.incidents
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk decides how urgent it is and who sees to it. Its status changes by set_incident_status alone.
create policy "members sort the incidents of their properties" on public.incidents
  for update to authenticated
  using (property_id in (select private.member_property_ids()))
  with check (property_id in (select private.member_property_ids()));

-- What the team noted, the team reads. note_incident writes it.
create policy "members see the notes of their properties" on public.incident_notes
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk reads the conversations as well. Only the functions of this folder write either table.
create policy "members see what was said at their properties" on public.incident_updates
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An incident as its guest reads it. It does not name who at the desk replied.
create function private.describe_incident(p_incident public.incidents, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_incident.id,
    'title', p_incident.title,
    'description', p_incident.description,
    'priority', p_incident.priority,
    'status', p_incident.status,
    'photoCount', cardinality(p_incident.photos),
    'area', (
      select jsonb_build_object('id', a.id)
        || private.in_locale(jsonb_build_object('name', a.name), a.translations, p_locale)
      from public.areas a where a.id = p_incident.area_id
    ),
    'createdAt', private.format_instant(p_incident.created_at),
    'updatedAt', private.format_instant(p_incident.updated_at),
    'updates', coalesce((
      select jsonb_agg(
        jsonb_build_object(
          'id', u.id,
          'from', case when u.author = 'guest' then 'guest' else 'desk' end,
          'message', u.message,
          'status', u.status,
          'createdAt', private.format_instant(u.created_at)
        ) order by u.created_at, u.id
      )
      from public.incident_updates u where u.incident_id = p_incident.id
    ), '[]')
  )
$$;

-- What the guest of a booking reported, for the booking's screen: how many reports, and the ten latest.
create function private.describe_stay_reports(p_booking_id uuid, p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'count', (
      select count(*) from public.incidents i
      where i.booking_id = p_booking_id and i.property_id = p_property_id
    ),
    'latest', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', latest.id, 'title', latest.title, 'status', latest.status,
        'createdAt', private.format_instant(latest.created_at)
      ) order by latest.created_at desc, latest.id), '[]')
      from (
        select * from public.incidents i
        where i.booking_id = p_booking_id and i.property_id = p_property_id
        order by i.created_at desc, i.id
        limit 10
      ) latest
    )
  )
$$;

-- schemas/incidents/assigning.sql

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

-- schemas/incidents/closing.sql

-- A defect that closes its room.

-- Definer, to authenticated: the room of a report is closed. From today on: it is out of order until somebody puts it back in use.
-- With a last day, or from a later day on: it is blocked for maintenance in the calendar, which is refused where somebody is booked.
-- One undo takes both back. Returns { stateId, blockId }, of which one may be null.
create function public.close_room_by_report(incident_id uuid, from_date date, until_date date default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  state public.room_states;
  block public.room_blocks;
  today date;
begin
  select * into incident from public.incidents i where i.id = close_room_by_report.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = incident.property_id;
  if (from_date >= today and (until_date > from_date or until_date is null and from_date = today)) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "block_is_impossible"}');
  end if;
  perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  select * into state from public.room_states s where s.room_id = incident.room_id for update;
  if from_date = today and state.state <> 'out_of_order' then
    update public.room_states s set state = 'out_of_order' where s.id = state.id;
  end if;
  if until_date is not null then
    block.property_id := incident.property_id;
    block.room_id := incident.room_id;
    block.kind := 'maintenance';
    block.from_date := close_room_by_report.from_date;
    block.until_date := close_room_by_report.until_date;
    block.note := '';
    block := private.save_block(block);
  end if;
  perform set_config('gudbro.chain', '', true);
  update public.incidents i set
    closes_room = i.closes_room or from_date = today,
    closing_block_id = coalesce(block.id, i.closing_block_id)
  where i.id = incident.id;
  perform private.write_audit(
    incident.property_id, 'room_closed_by_report', 'incidents', incident.id,
    jsonb_strip_nulls(jsonb_build_object(
      'name', (select r.room_number from public.accom_rooms r where r.id = incident.room_id),
      'from_date', from_date, 'until_date', until_date
    ))
  );
  return jsonb_build_object('stateId', case when from_date = today then state.id end, 'blockId', block.id);
end
$$;
grant execute on function public.close_room_by_report(uuid, date, date) to authenticated;

-- Definer, for whoever puts the room back in use, an undo included: no report closes it any more.
create function private.reopen_room_of_reports()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.incidents i set closes_room = false where i.room_id = new.room_id and i.closes_room;
  return null;
end
$$;

create trigger room_states_reopen_of_reports
  after update of state on public.room_states
  for each row when (old.state = 'out_of_order' and new.state <> 'out_of_order')
  execute function private.reopen_room_of_reports();

-- The reports of a property that nobody has begun, and those whose time is nearly over or is over, the most urgent first, as the
-- desk's Today lists them. At most 100.
create function private.describe_reports_of_today(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', one.id, 'title', one.title, 'priority', one.priority, 'status', one.status, 'roomNumber', one.room_number,
    'dueAt', one.due_at, 'createdAt', one.created_at, 'escalatesAt', one.escalates_at, 'hasAssignee', one.assignee_id is not null
  ) order by one.due_at, one.id), '[]')
  from (
    select i.*, r.room_number
    from public.incidents i
    join public.accom_rooms r on r.id = i.room_id
    where i.property_id = p_property_id and i.status in ('open', 'in_progress')
      and (i.status = 'open' or i.escalates_at <= now())
    order by i.due_at, i.id
    limit 100
  ) one
$$;

-- schemas/calendar/taking_along.sql

-- What goes along when a guest in house gets another room. It follows from the booking's row, so an undo takes it all back.

-- For orders and reports as they are made: they belong to the room where the guest is, also where the guest's phone read another
-- one a moment ago. The lock makes an order wait for a move that is under way.
create function private.follow_guest()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  present_room uuid;
begin
  if new.booking_id is not null then
    select b.room_id into present_room from public.accom_bookings b where b.id = new.booking_id for key share;
  else
    select s.room_id into present_room from public.guest_sessions s where s.id = new.guest_session_id for key share;
  end if;
  new.room_id := coalesce(present_room, new.room_id);
  return new;
end
$$;

create trigger accom_service_orders_follow_guest
  before insert on public.accom_service_orders
  for each row execute function private.follow_guest();

create trigger incidents_follow_guest
  before insert on public.incidents
  for each row execute function private.follow_guest();

-- Takes the open orders and reports of a stay, and of these guest sessions, from one room to another. What has ended stays where it
-- was brought or repaired.
create function private.move_open_things(p_booking_id uuid, p_session_ids uuid[], p_from_room uuid, p_to_room uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.accom_service_orders o set room_id = p_to_room
    where o.room_id = p_from_room and o.status in ('pending', 'confirmed', 'preparing')
      and (o.booking_id = p_booking_id or o.guest_session_id = any (p_session_ids));
  update public.incidents i set room_id = p_to_room
    where i.room_id = p_from_room and i.status in ('open', 'in_progress')
      and (i.booking_id = p_booking_id or i.guest_session_id = any (p_session_ids));
end
$$;

-- Takes these guest sessions to another room. They are locked as no order of theirs can be made meanwhile.
create function private.move_sessions(p_session_ids uuid[], p_to_room uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.guest_sessions s where s.id = any (p_session_ids) order by s.id for update;
  update public.guest_sessions s set room_id = p_to_room where s.id = any (p_session_ids);
end
$$;

-- The guest sessions that belong to a private room's guest, who leaves it at this instant. In a dorm a session is of the room, and
-- nobody knows of which bed. Of two guests who swap rooms, the first one's sessions are here already when the second one leaves.
create function private.sessions_of_bed(p_room_id uuid, p_bed text, p_at timestamptz)
returns uuid[]
language sql
stable
set search_path = ''
as $$
  select array(
    select s.id from public.guest_sessions s
    where s.room_id = p_room_id and p_bed = '' and s.active and s.expires_at > now()
      and not exists (
        select from public.stay_past_rooms p
        where p.property_id = s.property_id and p.until_at = p_at and s.id = any (p.session_ids)
      )
    order by s.id
  )
$$;

-- The guest has left this bed for another one, so it has to be made.
create function private.vacate_bed(p_room_id uuid, p_bed text)
returns void
language sql
set search_path = ''
as $$
  select private.mark_room_dirty(p_room_id, p_bed)
$$;

-- Definer: writes tables that no role may write. A move in house has a later `room_since` than before, its undo an earlier one or
-- none. The code, the PIN and the phones are the booking's own, so nothing has to be done for them.
create function private.take_guest_along()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  past public.stay_past_rooms;
  chain constant text := current_setting('gudbro.chain', true);
begin
  -- What follows from the move of a stay is undone with that, and so is no entry of its chain.
  perform set_config('gudbro.chain', '', true);
  if new.room_since > coalesce(old.room_since, '-infinity') then
    past.session_ids := private.sessions_of_bed(old.room_id, old.bed, new.room_since);
    insert into public.stay_past_rooms (property_id, booking_id, room_id, bed, from_at, until_at, session_ids)
      values (new.property_id, new.id, old.room_id, old.bed, old.room_since, new.room_since, past.session_ids);
    perform private.vacate_bed(old.room_id, old.bed);
  else
    delete from public.stay_past_rooms s where s.booking_id = new.id and s.until_at = old.room_since returning s.* into past;
    perform private.unmark_room_dirty(new.room_id, new.bed, (
      select l.created_at from public.audit_log l where l.id = nullif(current_setting('gudbro.undoes', true), '')::uuid
    ));
  end if;
  perform private.move_sessions(past.session_ids, new.room_id);
  perform private.move_open_things(new.id, past.session_ids, old.room_id, new.room_id);
  perform set_config('gudbro.chain', coalesce(chain, ''), true);
  return null;
end
$$;

create trigger accom_bookings_take_guest_along
  after update of room_id, bed on public.accom_bookings
  for each row when (
    old.status = 'checked_in' and new.status = 'checked_in'
    and (old.room_id, old.bed) is distinct from (new.room_id, new.bed)
  )
  execute function private.take_guest_along();

-- schemas/calendar/preview.sql

-- What moves would come to, before anybody makes them.

-- The price of a stay where it is to go, as it was booked (`keptMinor`) and as the type of the room there (`newMinor`). Null where
-- there is nothing to compare: on the shelf, and for who sees no money. A kept price is null where the stay has none.
create function private.preview_price(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'currency', p.currency,
    'keptMinor', k.total, 'newMinor', n.total, 'differenceMinor', n.total - k.total
  )
  from public.accom_rooms r
  join public.accom_properties p on p.id = r.property_id
  left join public.accom_booking_prices saved on saved.booking_id = p_booking.id
  cross join lateral (
    select case when saved.booking_id is not null then (private.price_changed_stay(
      saved.nights, private.type_to_price(p_booking), p_booking.check_in_date, p_booking.check_out_date
    ) ->> 'totalMinor')::bigint end as total
  ) k
  cross join lateral (
    select (private.price_changed_stay(
      coalesce(saved.nights, '[]'), r.room_type_id, p_booking.check_in_date, p_booking.check_out_date,
      private.first_night_to_price(p_booking)
    ) ->> 'totalMinor')::bigint as total
  ) n
  where r.id = p_booking.room_id and p_booking.property_id in (select private.money_property_ids())
$$;

-- What is in the way of a guest in this bed, where all of these stays are moved: a bed that one of them leaves has to be made.
create function private.find_room_obstacle_after(p_booking public.accom_bookings, p_moved uuid[])
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when exists (
      select from public.accom_bookings b
      where b.id = any (p_moved) and b.id <> p_booking.id and b.status = 'checked_in'
        and b.room_id = p_booking.room_id and b.bed = p_booking.bed
    ) then (
      select case when s.state = 'out_of_order' then 'out_of_order' else 'dirty' end
      from public.room_states s where s.room_id = p_booking.room_id
    )
    else private.find_room_obstacle(p_booking)
  end
$$;

-- What the desk decides on when a guest in house gets another room: that the room is not ready (`roomObstacle`, as at a check-in), and
-- which open reports are on the room that the guest leaves (`openReports`, of which some may stay with it).
create function private.describe_move_in_house(
  p_from public.accom_bookings,
  p_to public.accom_bookings,
  p_moved uuid[]
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case when private.is_move_in_house(p_from, p_to) then jsonb_build_object(
    'roomObstacle', private.find_room_obstacle_after(p_to, p_moved),
    'openReports', (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title) order by i.created_at, i.id), '[]')
      from public.incidents i
      where i.booking_id = p_from.id and i.property_id = p_from.property_id and i.room_id = p_from.room_id
        and i.status in ('open', 'in_progress')
    )
  ) else '{"roomObstacle": null, "openReports": []}' end
$$;

-- Definer, to authenticated: what these moves would meet and cost, for the question before they are made. Takes what move_stays takes,
-- and changes nothing. Of the stays in the list none is in the way of
-- another. Returns { moves: [{ bookingId, obstacle, price, roomObstacle, openReports }], warnings }; `obstacle` is null where the way is
-- free, `price` is { currency, keptMinor, newMinor, differenceMinor } or null.
create function public.preview_moves(property_id uuid, moves jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  wanted constant private.stay_move[] := private.read_moves(preview_moves.moves);
  ids constant uuid[] := array(select m.booking_id from unnest(wanted) m);
  move private.stay_move;
  booking public.accom_bookings;
  becomes public.accom_bookings;
  all_moved public.accom_bookings[] := '{}';
  told jsonb := '[]';
begin
  perform private.require_member(preview_moves.property_id, 'staff');
  foreach move in array wanted loop
    select * into booking from public.accom_bookings b
      where b.id = move.booking_id and b.property_id = preview_moves.property_id;
    if not found or move.room_id is not null and not exists (
      select from public.accom_rooms r where r.id = move.room_id and r.property_id = preview_moves.property_id
    ) then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if (move.check_out > move.check_in and move.check_in >= '2000-01-01' and move.check_out < '2200-01-01') is not true then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
    end if;
    becomes := private.imagine_move(booking, move);
    all_moved := all_moved || becomes;
    told := told || (jsonb_build_object(
      'bookingId', becomes.id,
      'obstacle', private.find_obstacle(becomes.room_id, becomes.bed, private.held_by_stay(becomes), ids),
      'price', private.preview_price(becomes)
    ) || private.describe_move_in_house(booking, becomes, ids));
  end loop;
  return jsonb_build_object('moves', told, 'warnings', (
    select coalesce(jsonb_agg(w.warning), '[]')
    from jsonb_array_elements(private.list_warnings(all_moved)) w (warning)
    where (w.warning ->> 'neighbourId')::uuid <> all (ids)
  ));
end
$$;
grant execute on function public.preview_moves(uuid, jsonb) to authenticated;

-- schemas/guest_content/arranging.sql

-- The order of a property's lists: of what it offers and of its types, which guests read in it, and of its rooms.

-- Definer, to authenticated: moves a row to this place of its list and numbers the list from 1 on. The first place is 1; a place
-- after the last is the last. Only rows whose number changes are written, so that nobody's open form is out of date for nothing.
-- The rows are locked, so that of two who sort a list at the same time the second sorts what the first left.
create function public.move_content(kind text, row_id uuid, place integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  -- The table, what its lists have in common, and what sorts rows of one number.
  source constant text[] := case move_content.kind
    when 'categories' then array['accom_service_categories', 'property_id', 'name']
    when 'items' then array['accom_service_items', 'category_id', 'name']
    when 'deals' then array['accom_local_deals', 'property_id', 'title']
    when 'numbers' then array['accom_useful_numbers', 'property_id', 'label']
    when 'areas' then array['areas', 'property_id', 'name']
    when 'types' then array['accom_room_types', 'property_id', 'id']
    when 'rooms' then array['accom_rooms', 'property_id', 'id']
  end;
  property_id uuid;
begin
  if source is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  execute format('select property_id from public.%I where id = $1', source[1])
    into property_id using move_content.row_id;
  perform private.require_member(property_id, 'manager');
  execute format(
    'select from public.%1$I t where t.%2$I = (select m.%2$I from public.%1$I m where m.id = $1) order by t.id for update',
    source[1], source[2]
  ) using move_content.row_id;
  execute format(
    $sql$
      with listed as (
        select t.id, row_number() over (order by t.sort_order, t.%3$I, t.id) as place
        from public.%1$I t
        where t.%2$I = (select moved.%2$I from public.%1$I moved where moved.id = $1)
      ),
      numbered as (
        select l.id, row_number() over (order by case
          when l.id <> $1 then l.place
          when l.place < $2 then $2 + 0.5
          else $2 - 0.5
        end) as place
        from listed l
      )
      update public.%1$I t set sort_order = n.place from numbered n where t.id = n.id and t.sort_order <> n.place
    $sql$,
    source[1], source[2], source[3]
  ) using move_content.row_id, move_content.place;
end
$$;
grant execute on function public.move_content(text, uuid, integer) to authenticated;

-- schemas/incidents/reporting.sql

-- How an incident is reported, read and replied to.

-- What report_incident returns, for a first try and for a retry: with the paths of its photos. Under these a first try may
-- store them; a retry asks renew_incident_photo for another path.
create function private.describe_report(p_incident public.incidents, p_is_replayed boolean, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'replayed', p_is_replayed,
    'incident', private.describe_incident(p_incident, p_locale),
    'photoPaths', p_incident.photos
  )
$$;

-- Definer, to guest_api: reports an incident from one's own room. It gives out the paths of the photos, and only these can
-- be uploaded. Of many requests under one key the first makes the report and the others return the same one; a replay is
-- not counted.
create function public.report_incident(
  subject jsonb,
  title text,
  description text,
  priority public.incident_priority,
  area_id uuid default null,
  photo_count integer default 0,
  idempotency_key text default null,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  scope text;
  request constant jsonb := jsonb_build_array(
    btrim(title), coalesce(description, ''), priority, area_id, coalesce(photo_count, 0)
  );
  earlier record;
  reported public.incidents;
  seconds integer;
begin
  if coalesce(length(btrim(title)), 0) not between 1 and 120 or length(description) > 2000 or priority is null
    or coalesce(photo_count, 0) not between 0 and 3 or not private.is_request_key(idempotency_key)
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  scope := 'incident:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_report"}');
  elsif earlier.made_id is not null then
    select i.* into reported from public.incidents i where i.id = earlier.made_id;
    return private.describe_report(reported, true, locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('incident:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if area_id is not null and not exists (
    select from public.areas a where a.id = report_incident.area_id and a.property_id = (stay.property).id
  ) then
    return private.refuse('invalid_request');
  end if;
  insert into public.incidents (
    property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, photos
  ) values (
    (stay.property).id, (stay.room).id, (stay.booking).id, (stay.session).id, report_incident.area_id, btrim(title),
    coalesce(description, ''), priority,
    (select coalesce(array_agg((stay.property).id || '/' || stay.id || '/' || gen_random_uuid() || '.webp'), '{}')
      from generate_series(1, coalesce(photo_count, 0)))
  ) returning * into reported;
  perform private.record_request(scope, idempotency_key, request, reported.id);
  return private.describe_report(reported, false, locale);
end
$$;
grant execute on function public.report_incident(jsonb, text, text, public.incident_priority, uuid, integer, text, text)
  to guest_api;

-- Definer, to guest_api: replies to the desk under one's own incident. It counts like a report; a replay is not counted.
create function public.reply_to_incident(
  subject jsonb,
  incident_id uuid,
  message text,
  locale text default null,
  idempotency_key text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  scope text;
  request constant jsonb := to_jsonb(btrim(message));
  earlier record;
  reply_id uuid;
  seconds integer;
begin
  if coalesce(length(btrim(message)), 0) not between 1 and 2000 or not private.is_request_key(idempotency_key) then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select i.* into own from public.incidents i
    where i.id = reply_to_incident.incident_id
      and (i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id)
    for update;
  scope := 'reply:' || own.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.made_id is not null then
    return jsonb_build_object('ok', true, 'replayed', true, 'incident', private.describe_incident(own, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  seconds := private.take_hit('incident:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  insert into public.incident_updates (incident_id, property_id, author, message)
    values (own.id, own.property_id, 'guest', btrim(message))
    returning id into reply_id;
  perform private.record_request(scope, idempotency_key, request, reply_id);
  update public.incidents i set updated_at = now() where i.id = own.id returning i.* into own;
  return jsonb_build_object('ok', true, 'replayed', false, 'incident', private.describe_incident(own, locale));
end
$$;
grant execute on function public.reply_to_incident(jsonb, uuid, text, text, text) to guest_api;

-- Definer, to guest_api: a guest's own incidents with their conversations, newest first, and the areas to choose from.
create function public.list_own_incidents(subject jsonb, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  return jsonb_build_object(
    'ok', true,
    'areas', private.describe_areas((stay.property).id, locale),
    'incidents', coalesce((
      select jsonb_agg(private.describe_incident(newest, locale) order by newest.created_at desc)
      from (
        select i.* from public.incidents i
        where i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id
        order by i.created_at desc
        limit 100
      ) newest
    ), '[]')
  );
end
$$;
grant execute on function public.list_own_incidents(jsonb, text) to guest_api;

-- Definer, to authenticated: the desk changes the status of an incident, replies to it, or both. The same status again
-- without a message is refused: it is a second tap. A retry under its key says nothing twice.
create function public.set_incident_status(
  incident_id uuid,
  status public.incident_status default null,
  message text default '',
  request_key text default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(message, E' \t\r\n'), '');
  request constant jsonb := jsonb_build_array(set_incident_status.status, words);
  scope constant text := 'desk_reply:' || set_incident_status.incident_id;
  earlier record;
  next_status public.incident_status;
  update_id uuid;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and words = '' or length(words) > 2000 or not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.made_id is not null then
    return;
  end if;
  next_status := nullif(set_incident_status.status, incident.status);
  if next_status is null and words = '' then
    perform private.require_step(false, incident.status::text, incident.status::text);
  end if;
  update public.incidents i set status = coalesce(next_status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (incident.id, incident.property_id, 'account', private.current_account_id(), words, next_status)
    returning id into update_id;
  perform private.record_request(scope, request_key, request, update_id);
end
$$;
grant execute on function public.set_incident_status(uuid, public.incident_status, text, text) to authenticated;

-- Definer, to authenticated: writes a note of the team under an incident, which its guest never reads. A retry under its key writes
-- nothing twice.
create function public.note_incident(incident_id uuid, note text, request_key text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(note, E' \t\r\n'), '');
  scope constant text := 'note:' || note_incident.incident_id;
  earlier record;
  note_id uuid;
begin
  select * into incident from public.incidents i where i.id = note_incident.incident_id;
  perform private.require_member(incident.property_id, 'staff');
  if words = '' or length(words) > 2000 or not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, to_jsonb(words));
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_note"}');
  elsif earlier.made_id is not null then
    return;
  end if;
  insert into public.incident_notes (incident_id, property_id, account_id, note)
    values (incident.id, incident.property_id, private.current_account_id(), words)
    returning id into note_id;
  perform private.record_request(scope, request_key, to_jsonb(words), note_id);
end
$$;
grant execute on function public.note_incident(uuid, text, text) to authenticated;

-- schemas/incidents/photos.sql

-- The photos of incidents: a private bucket. The stays server may only create objects, and only under a path that
-- report_incident gave out.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('incident-photos', 'incident-photos', false, 5242880, '{image/webp}')
on conflict (id) do nothing;

create index incidents_photos on public.incidents using gin (photos);

-- Definer: guest_api reads no table, and the policy below has to look the path up. guest_api may execute this through the
-- policy, but can't call it: it may not use the schema.
create function private.is_promised_photo(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.incidents i where i.photos @> array[p_name] and i.created_at > now() - interval '1 hour')
$$;
grant execute on function private.is_promised_photo(text) to guest_api;

-- Only a path that was given out in the last hour. No policy lets guest_api read, delete or replace a stored photo. Two
-- uploads of one path that overlap may both succeed: see renew_incident_photo.
create policy "the stays server stores photos a report gave out" on storage.objects
  for insert to guest_api
  with check (bucket_id = 'incident-photos' and private.is_promised_photo(name));

-- The first folder of a path is the property's id.
create policy "members see the photos of their properties" on storage.objects
  for select to authenticated
  using (
    bucket_id = 'incident-photos'
    and (storage.foldername(name))[1] in (select id::text from private.member_property_ids() as member (id))
  );

-- Definer, to guest_api: called before the server decodes a report's photos, which is the most expensive thing a guest can
-- request. Refuses a subject that may not report, such as a pending request, which anybody can make, and more than ten
-- calls a minute. Admits an ended stay: it may be sending a report again, and report_incident decides about that.
create function public.admit_incident_photos(subject jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('photos:' || stay.id, 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return '{"ok": true}';
end
$$;
grant execute on function public.admit_incident_photos(jsonb) to guest_api;

-- For the two functions below: replaces the path of a photo that is not stored, or removes it if `p_next` is null. Returns
-- `isLost`: false, and nothing is changed, if the photo is stored under this path, or if another try has replaced the path.
-- Admits an ended stay for the reason given at admit_incident_photos.
create function private.replace_lost_photo(p_subject jsonb, p_incident_id uuid, p_path text, p_next text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  is_lost boolean;
begin
  select * into stay from private.find_subject(p_subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select i.* into own from public.incidents i
    where i.id = p_incident_id
      and (i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  is_lost := p_path = any (own.photos) and not exists (
    select from storage.objects o where o.bucket_id = 'incident-photos' and o.name = p_path
  );
  if is_lost then
    update public.incidents i
      set photos = array_remove(array_replace(i.photos, p_path, p_next), null)
      where i.id = own.id;
  end if;
  return jsonb_build_object('ok', true, 'isLost', is_lost);
end
$$;

-- Definer, to guest_api: gives out a fresh path for another try to store a photo, and closes the old one; `path` is null if
-- the photo needs no other try. Of two uploads of one path that overlap, Storage may keep either (its releases before
-- September 2026 keep the last one), so no path is used twice.
create function public.renew_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  fresh constant text := regexp_replace(path, '[^/]*$', gen_random_uuid() || '.webp');
  outcome constant jsonb := private.replace_lost_photo(subject, incident_id, path, fresh);
begin
  if (outcome ->> 'ok')::boolean then
    return jsonb_build_object('ok', true, 'path', case when (outcome ->> 'isLost')::boolean then fresh end);
  end if;
  return outcome;
end
$$;
grant execute on function public.renew_incident_photo(jsonb, uuid, text) to guest_api;

-- Definer, to guest_api: removes the path of a photo that could not be stored. Without this the desk would see a photo that
-- does not open.
create function public.forget_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.replace_lost_photo(subject, incident_id, path, null)
$$;
grant execute on function public.forget_incident_photo(jsonb, uuid, text) to guest_api;

-- schemas/guest_content/own_language.sql

-- The language in which a place's own texts are.

-- Exchanges a row's own texts with their translations into another language: the row, with what changes of it. A text
-- without such a translation stays the row's own, in whatever language it is.
create function private.exchange_language(p_row jsonb, p_texts text[], p_from text, p_to text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  with exchanged as (
    select jsonb_object_agg(t.key, t.value) as arriving, jsonb_object_agg(t.key, p_row -> t.key) as leaving
    from jsonb_each(p_row -> 'translations' -> p_to) t
    where t.key = any (p_texts) and jsonb_typeof(t.value) = jsonb_typeof(p_row -> t.key) and t.value not in ('""', '[]')
  )
  select p_row || coalesce(e.arriving, '{}') || jsonb_build_object(
    'translations', (p_row -> 'translations') - p_to || case
      when e.leaving is null then '{}'
      else jsonb_build_object(p_from, coalesce(p_row -> 'translations' -> p_from, '{}') || e.leaving)
    end
  )
  from exchanged e
$$;

-- Makes another language that of a place's own texts, and exchanges them with their translations in one step: no guest reads
-- half of each. `version` is that of the place which was read. Definer, to authenticated: a manager may write each of these texts on
-- its own, and the language by this function alone.
create function public.change_own_language(property_id uuid, locale text, version timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- The tables and the texts of their rows that are translated.
  source constant jsonb := '{
    "accom_room_types": ["name", "description"],
    "accom_room_type_seasons": ["name"],
    "accom_service_categories": ["name", "description"],
    "accom_service_items": ["name", "description"],
    "accom_local_deals": ["title", "description", "discount"],
    "accom_useful_numbers": ["label", "category"],
    "areas": ["name"],
    "pictures": ["alt"]
  }';
  table_name text;
  texts text[];
  before text;
  now_version timestamptz;
begin
  perform private.require_member(change_own_language.property_id, 'manager');
  select p.default_locale, p.updated_at into before, now_version
  from public.accom_properties p where p.id = change_own_language.property_id for update;
  if now_version is distinct from change_own_language.version then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if before = change_own_language.locale then
    return;
  end if;

  -- Their translations have "houseRules" for the column house_rules.
  update public.accom_properties p
  set (default_locale, translations, description, address, house_rules, amenities) = (
    select change_own_language.locale, e.translations, e.description, e.address, e."houseRules", e.amenities
    from jsonb_to_record(private.exchange_language(
      to_jsonb(p) || jsonb_build_object('houseRules', p.house_rules),
      '{description,address,houseRules,amenities}', before, change_own_language.locale
    )) as e (translations jsonb, description text, address text, "houseRules" text[], amenities text[])
  )
  where p.id = change_own_language.property_id;

  update public.accom_properties p
  set wifi_zones = (
    select jsonb_agg(private.exchange_language(
      z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}')),
      '{name}', before, change_own_language.locale
    ) order by z.position)
    from jsonb_array_elements(p.wifi_zones) with ordinality as z (zone, position)
  )
  where p.id = change_own_language.property_id and p.wifi_zones <> '[]';

  for table_name, texts in
    select s.key, array(select jsonb_array_elements_text(s.value)) from jsonb_each(source) s
  loop
    execute format(
      $sql$
        update public.%1$I r
        set (translations, %2$s) = (
          select e.translations, %3$s from jsonb_populate_record(r, private.exchange_language(to_jsonb(r), $2, $3, $4)) e
        )
        where r.property_id = $1 and r.translations ? $4
      $sql$,
      table_name, array_to_string(texts, ', '), 'e.' || array_to_string(texts, ', e.')
    ) using change_own_language.property_id, texts, before, change_own_language.locale;
  end loop;
end
$$;
grant execute on function public.change_own_language(uuid, text, timestamptz) to authenticated;

-- schemas/properties/country.sql

-- The country, the currency and the language of a place, and until when they can be changed.

-- Whether the place has amounts of money: a price of a room or of an item, or what a guest owes. They keep no currency of their own, or
-- that of their day, so another currency would change what they mean. An item that costs nothing costs nothing in every currency.
create function private.has_amounts(p_property_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select from public.accom_service_items i where i.property_id = p_property_id and i.price > 0)
    or exists (select from public.accom_room_types t where t.property_id = p_property_id and t.price is not null)
    or exists (select from public.accom_room_type_seasons s where s.property_id = p_property_id)
    or exists (select from public.accom_booking_prices b where b.property_id = p_property_id)
    or exists (select from public.accom_service_orders o where o.property_id = p_property_id)
$$;

-- Whether anybody has stayed or booked at the place. The law about their IDs is that of its country.
create function private.has_guests(p_property_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select from public.accom_bookings b where b.property_id = p_property_id)
    or exists (select from public.guest_sessions s where s.property_id = p_property_id)
$$;

-- Which of the country and the currency of a place are fixed. A country that nobody has said yet (ZZ) is not.
create function private.list_fixed(p_property public.accom_properties)
returns text[]
language sql
stable
set search_path = ''
as $$
  select array_remove(array[
    case when p_property.country <> 'ZZ' and private.has_guests(p_property.id) then 'country' end,
    case when private.has_amounts(p_property.id) then 'currency' end
  ], null)
$$;

-- Definer: counts rows that the writer may not read, such as the prices of bookings. It is a trigger, so that an undo is refused too.
create function private.refuse_fixed()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  fixed constant text[] := private.list_fixed(old);
begin
  if old.country <> new.country and 'country' = any (fixed) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "country_is_fixed"}');
  end if;
  if old.currency <> new.currency and 'currency' = any (fixed) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "currency_is_fixed"}');
  end if;
  return new;
end
$$;

create trigger accom_properties_refuse_fixed
  before update of country, currency on public.accom_properties
  for each row
  when (old.country <> new.country or old.currency <> new.currency)
  execute function private.refuse_fixed();

-- Definer, to authenticated: says which of the country and the currency of a place can no longer be changed, by rows of which a
-- manager may not see all.
create function public.list_fixed_settings(property_id uuid)
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_fixed_settings.property_id, 'manager');
  return (
    select private.list_fixed(p) from public.accom_properties p where p.id = list_fixed_settings.property_id
  );
end
$$;
grant execute on function public.list_fixed_settings(uuid) to authenticated;

-- Saves what the set-up asks about the country, in one step: the texts of the place change their language with it. Definer, to
-- authenticated: the language of a place is written by change_own_language alone.
create function public.save_country(
  property_id uuid, version timestamptz, country text, timezone text, currency text, locale text, access_settings jsonb, setup_step integer
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform public.change_own_language(save_country.property_id, save_country.locale, save_country.version);
  update public.accom_properties p
  set
    country = save_country.country, timezone = save_country.timezone, currency = save_country.currency,
    access_settings = save_country.access_settings, setup_step = save_country.setup_step
  where p.id = save_country.property_id;
end
$$;
grant execute on function public.save_country(uuid, timestamptz, text, text, text, text, jsonb, integer) to authenticated;

-- schemas/property_page/page.sql

-- The property's own page: what it is, what is free, and what may be requested. Anybody may read it, so it shows no
-- personal data, no room code and no room id.

create type private.free_bed as (room_id uuid, bed text);

-- The beds that are free in these nights. A private room has one bed without a name. A room that is out of order is not offered.
create function private.find_free_beds(p_property_id uuid, p_check_in date, p_check_out date)
returns setof private.free_bed
language sql
stable
set search_path = ''
as $$
  select r.id, bed.name
  from public.accom_rooms r
  cross join lateral unnest(case when cardinality(r.beds) = 0 then array[''] else r.beds end) as bed (name)
  where r.property_id = p_property_id and r.is_active
    and not exists (select from public.room_states s where s.room_id = r.id and s.state = 'out_of_order')
    and not exists (
      select from private.bed_holds h
      where h.room_id = r.id and h.bed = bed.name and h.held && private.held_range(p_check_in, p_check_out)
    )
$$;

-- Whether these nights may be requested: from today by the property's calendar, a year ahead, ninety at most.
create function private.are_bookable_nights(p_check_in date, p_check_out date, p_today date)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    p_check_in >= p_today and p_check_in <= p_today + 365
    and p_check_out > p_check_in and p_check_out - p_check_in <= 90,
    false
  )
$$;

-- The types of rooms that a property offers, free or not, then its rooms without a type by how many they sleep. `beds` is how
-- many beds the largest dorm of the type has, where it is booked by the bed, and 0 for private rooms.
create function private.describe_offers(p_property_id uuid, p_today date, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(
      private.describe_room_type(t, p_locale) || jsonb_build_object(
        'images', t.images, 'pictures', private.describe_pictures(t.images, p_locale),
        'capacity', t.capacity, 'beds', r.beds,
        'fromMinor', private.lowest_price(t, p_today), 'minimumNights', t.minimum_nights
      ) order by t.sort_order, t.id
    )
    from public.accom_room_types t
    join (
      select r.room_type_id, max(cardinality(r.beds)) as beds
      from public.accom_rooms r
      where r.property_id = p_property_id and r.is_active
      group by r.room_type_id
    ) r on r.room_type_id = t.id
    where t.is_active
  ), '[]') || coalesce((
    select jsonb_agg(distinct jsonb_build_object(
      'roomType', '', 'description', '', 'images', '[]'::jsonb, 'pictures', '[]'::jsonb, 'capacity', r.capacity,
      'beds', cardinality(r.beds), 'fromMinor', null, 'minimumNights', 1
    ))
    from public.accom_rooms r
    where r.property_id = p_property_id and r.is_active and r.room_type_id is null
  ), '[]')
$$;

-- Definer, to guest_api: what the page shows. Looking up a slug is counted like looking up a code.
create function public.get_property_page(slug text, client text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
  today date;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_property_page.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if (property.access_settings ->> 'browse_requires_verification')::boolean then
    -- A property that hides its rooms' pages still shows its own, without the house rules.
    property.house_rules := '{}';
  end if;
  today := (now() at time zone property.timezone)::date;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, locale),
    'today', today,
    'isListed', property.is_listed,
    'country', property.country,
    -- The languages in which the page has texts of its own.
    'locales', (
      select jsonb_agg(distinct l.locale)
      from (
        select property.default_locale as locale
        union all select t.key from jsonb_each(property.translations) t where t.value ->> 'description' <> ''
      ) l
    ),
    'pictures', private.describe_pictures(property.images, locale),
    'rooms', private.describe_offers(property.id, today, locale)
  );
end
$$;
grant execute on function public.get_property_page(text, text, text) to guest_api;

create type private.free_room as (
  offer_id uuid,
  room_type_id uuid,
  capacity integer,
  beds text[],
  sort_order integer
);

-- What is free in these nights for this many guests. Private rooms that are alike are one offer, so that the page is as short
-- for 3,000 rooms as for three, and does not tell how many are free. A dorm's bed takes one guest, who may choose it.
create function private.find_free_rooms(p_property_id uuid, p_check_in date, p_check_out date, p_guests integer)
returns setof private.free_room
language sql
stable
set search_path = ''
as $$
  select distinct on (r.room_type_id, r.capacity, case when cardinality(r.beds) > 0 then r.id end)
    r.offer_id, r.room_type_id, r.capacity, free.beds, r.sort_order
  from public.accom_rooms r
  join (
    select f.room_id, array_agg(f.bed order by f.bed) filter (where f.bed <> '') as beds
    from private.find_free_beds(p_property_id, p_check_in, p_check_out) f
    group by f.room_id
  ) free on free.room_id = r.id
  where case when cardinality(r.beds) = 0 then r.capacity >= p_guests else p_guests = 1 end
  order by r.room_type_id, r.capacity, case when cardinality(r.beds) > 0 then r.id end, r.sort_order, r.id
$$;

-- Definer, to guest_api: rooms with a free bed for these nights and this many guests, with what the nights cost. Types that
-- are free but only for longer stays are named apart, because they cannot be requested.
create function public.get_availability(
  slug text,
  check_in date,
  check_out date,
  guests integer,
  client text,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_availability.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if guests not between 1 and 50
    or not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
  then
    return private.refuse('invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  return (
    with free as materialized (
      select f.* from private.find_free_rooms(property.id, check_in, check_out, guests) f
    ), priced as materialized (
      -- Once for each type, not for each room of it.
      select t.id, t.sort_order, t.is_active,
        private.describe_room_type(t, locale) - 'description' as texts,
        private.price_stay(t.id, check_in, check_out, locale) as price
      from public.accom_room_types t
      where t.id in (select f.room_type_id from free f)
    ), offered as (
      select f.*, p.sort_order as type_order,
        coalesce(p.texts, '{"roomType": ""}') as texts,
        coalesce(p.price, '{"totalMinor": null, "minimumNights": 1, "nights": []}') as price
      from free f
      left join priced p on p.id = f.room_type_id
      where p.is_active is not false
    )
    select jsonb_build_object(
      'ok', true,
      'currency', property.currency,
      'options', coalesce(jsonb_agg(
        o.texts || jsonb_build_object(
          'offerId', o.offer_id, 'beds', o.beds, 'capacity', o.capacity,
          'price', case when o.price ->> 'totalMinor' is not null then o.price - 'minimumNights' end
        ) order by o.type_order, o.capacity, o.sort_order, o.offer_id
      ) filter (where (o.price ->> 'minimumNights')::integer <= check_out - check_in), '[]'),
      'longerOnly', (
        select coalesce(jsonb_agg(p.texts || jsonb_build_object('minimumNights', p.price -> 'minimumNights')
          order by p.sort_order, p.id), '[]')
        from priced p
        where p.is_active and (p.price ->> 'minimumNights')::integer > check_out - check_in
      )
    )
    from offered o
  );
end
$$;
grant execute on function public.get_availability(text, date, date, integer, text, text) to guest_api;

-- schemas/property_page/requests.sql

-- A booking request from the property's page.

-- What request_booking returns, for a first try and for a retry.
create function private.describe_request(p_booking public.accom_bookings, p_is_replayed boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true, 'bookingCode', p_booking.booking_code, 'status', p_booking.status, 'replayed', p_is_replayed,
    'totalMinor', (select p.total from public.accom_booking_prices p where p.booking_id = p_booking.id)
  )
$$;

-- Whether a request has the guest's names and a way to reach them, in a valid form.
create function private.is_guest(p_name text, p_last_name text, p_email text, p_phone text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    length(btrim(p_name)) between 1 and 200
    and private.normalise_name(p_last_name) <> '' and length(btrim(p_last_name)) <= 100
    and btrim(p_email) ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(p_email) <= 254
    and coalesce(length(p_phone), 0) <= 40,
    false
  )
$$;

-- Definer, to guest_api: requests a bed from the property's page. The pending booking holds the bed until it is confirmed
-- or cancelled. If the bed was taken meanwhile, that is returned and not raised, so that the hit stays counted.
-- `shown_price` is what the guest was shown, { "totalMinor": … } with null for no price: if the nights cost something else
-- now, nothing is requested. The booking keeps its price, whatever the owner changes later. One
-- address may hold ten beds a day at one property, so that one person with a form cannot fill it. `locale` is the language of the
-- page, in which the guest is mailed the answer.
create function public.request_booking(
  slug text,
  offer_id uuid,
  bed text,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  client text,
  request_key text default null,
  shown_price jsonb default null,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  room public.accom_rooms;
  booking public.accom_bookings;
  request constant jsonb := jsonb_build_array(
    slug, offer_id, coalesce(bed, ''), check_in, check_out, btrim(guest_last_name), btrim(guest_email)
  );
  -- A form that was changed and sent again under its key requests something else, so what it requests is part of the
  -- scope. The guest's name and address are in it too: a guessed key must not return somebody else's booking code.
  scope constant text := 'booking:' || private.hash_request(request);
  earlier record;
  price jsonb;
  seconds integer;
begin
  perform private.require_client(client);
  if not private.is_request_key(request_key) then
    return private.refuse('invalid_request');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  select b.* into booking from public.accom_bookings b where b.id = earlier.made_id and b.status = 'pending';
  if found then
    return private.describe_request(booking, true);
  end if;
  seconds := private.take_hit('booking:' || client, 5, '1 hour');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  select p.* into property from public.accom_properties p where p.slug = request_booking.slug and p.is_active;
  select r.* into room from public.accom_rooms r
    where r.offer_id = request_booking.offer_id and r.property_id = property.id and r.is_active
      -- A type that is switched off is not offered.
      and not exists (select from public.accom_room_types t where t.id = r.room_type_id and not t.is_active);
  if room.id is null then
    return private.refuse('not_found');
  end if;
  if not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
    or not private.is_guest(guest_name, guest_last_name, guest_email, guest_phone)
    or (guest_count between 1 and case when cardinality(room.beds) = 0 then room.capacity else 1 end) is not true
    or not (coalesce(bed, '') = any (case when cardinality(room.beds) = 0 then array[''] else room.beds end))
  then
    return private.refuse('invalid_request');
  end if;
  price := private.price_stay(room.room_type_id, check_in, check_out);
  if check_out - check_in < (price ->> 'minimumNights')::integer then
    return private.refuse(
      'invalid_request', jsonb_build_object('reason', 'stay_is_too_short', 'minimumNights', price -> 'minimumNights')
    );
  end if;
  if shown_price is not null and shown_price -> 'totalMinor' is distinct from price -> 'totalMinor' then
    return private.refuse('conflict', jsonb_strip_nulls(jsonb_build_object(
      'reason', 'total_changed', 'totalMinor', price -> 'totalMinor'
    )));
  end if;
  -- Only a request that holds a bed counts, so the limit is read here and counted below.
  seconds := private.wait_for('held/day:' || property.id || ':' || client, 10, '1 day');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  begin
    insert into public.accom_bookings (
      property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
      check_in_date, check_out_date, status, source, guest_locale
    ) values (
      property.id, room.id, coalesce(bed, ''), btrim(guest_name), btrim(guest_last_name), btrim(guest_email),
      nullif(btrim(guest_phone), ''), guest_count, check_in, check_out, 'pending', 'direct',
      case when locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$' then locale end
    ) returning * into booking;
    perform private.save_booking_price(booking, price);
  -- Taken meanwhile, or out of order meanwhile.
  exception when exclusion_violation or sqlstate 'PT409' then
    return private.refuse('conflict', '{"reason": "bed_is_taken"}');
  end;
  perform private.record_request(scope, request_key, request, booking.id);
  perform private.take_hit('held/day:' || property.id || ':' || client, 10, '1 day');
  return private.describe_request(booking, false);
end
$$;
grant execute on function public.request_booking(
  text, uuid, text, date, date, text, text, text, text, integer, text, text, jsonb, text
) to guest_api;

-- schemas/documents/documents.sql

-- The documents of guests: passports, visas, IDs. What a document says and its picture are encrypted by the app's server before
-- they come here, each with a key of its own. The keys are wrapped by a key of the place, and that one by the master key, which no
-- database has. Erasing is dropping the wrapped key; the bytes in Storage are unreadable from then on.

create type public.document_status as enum ('pending', 'verified', 'rejected');

create table public.accom_guest_documents (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  booking_id uuid not null,
  -- Null: of the guest who booked.
  person_id uuid,
  document_type public.document_type not null,
  status public.document_status not null default 'pending',
  -- What warnings and lists need. Only where the law of the place lets it be kept.
  nationality text,
  visa_type text,
  visa_expiry_date date,
  -- The other fields, encrypted, with their wrapped key; and which ones they are.
  sealed_fields text,
  fields_key text,
  field_names text[] not null default '{}',
  -- A keyed hash of the number, by which the desk sees the same document twice. Nobody without the place's key can compute it.
  number_digest text,
  -- The picture: the name of its object, its wrapped key, how many pages it has. A new name for each try to store it.
  storage_path text,
  image_key text,
  pages smallint,
  file_size integer,
  -- The version of the place's key by which the keys are wrapped.
  key_version integer not null,
  -- Until when Storage takes the picture, and since when the document is complete. Only then anybody sees it.
  promised_until timestamptz not null default now() + interval '1 hour',
  stored_at timestamptz,
  -- The picture is gone, and since when.
  purged_at timestamptz,
  -- Until when each is kept, and the rule that says so (private.set_document_clocks).
  image_until timestamptz,
  image_rule text,
  fields_until timestamptz not null,
  fields_rule text not null,
  -- What the guest agreed to, in which language.
  consent_version text not null,
  consent_locale text not null,
  rejection_reason text,
  reviewed_at timestamptz,
  reviewed_by uuid references public.accounts (id) on delete restrict,
  -- Which fields the reviewer said agree, each by itself or all that were left at once. Of a verified one these are all.
  confirmed_fields text[] not null default '{}',
  -- Somebody of the desk saw the document itself.
  seen_at timestamptz,
  seen_by uuid references public.accounts (id) on delete restrict,
  -- The guest asks the place to erase it.
  erasure_asked_at timestamptz,
  -- While a reason stands here, nothing is erased by time.
  hold_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_guest_documents_id_and_property unique (id, property_id),
  constraint accom_guest_documents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  -- Whoever has a document stays among the people of the booking: else it would become that of the guest who booked.
  constraint accom_guest_documents_person_of_booking foreign key (person_id, booking_id, property_id)
    references public.booking_people (id, booking_id, property_id) on delete restrict,
  constraint accom_guest_documents_path_is_unique unique (storage_path),
  constraint accom_guest_documents_texts_are_short check (
    nationality ~ '^[A-Z]{2}$' and length(visa_type) between 1 and 60 and length(sealed_fields) <= 4000
    and length(rejection_reason) between 1 and 500 and length(hold_reason) between 1 and 500
    and length(fields_key) <= 200 and length(image_key) <= 200 and length(number_digest) <= 100
    and length(consent_version) <= 100 and length(consent_locale) between 2 and 10
  ),
  constraint accom_guest_documents_visa_dates_are_sane check (
    visa_expiry_date >= '2000-01-01' and visa_expiry_date < '2200-01-01'
  ),
  constraint accom_guest_documents_pages_are_few check (pages between 1 and 4 and file_size between 1 and 10485760),
  constraint accom_guest_documents_rejections_have_a_reason check (
    (status = 'rejected') = (rejection_reason is not null) and (status = 'pending') = (reviewed_at is null)
  ),
  constraint accom_guest_documents_confirmed_fields_are_its_own check (
    confirmed_fields <@ field_names and cardinality(confirmed_fields) <= cardinality(field_names)
  ),
  -- No picture without its key, and no key without its picture.
  constraint accom_guest_documents_pictures_have_keys check (
    stored_at is null or num_nulls(storage_path, image_key, pages, file_size) in (0, 4)
  ),
  constraint accom_guest_documents_fields_have_keys check ((sealed_fields is null) = (fields_key is null)),
  constraint accom_guest_documents_witnesses_are_named check ((seen_at is null) = (seen_by is null))
);

create index accom_guest_documents_booking on public.accom_guest_documents (booking_id, property_id, created_at desc);
create index accom_guest_documents_person on public.accom_guest_documents (person_id, booking_id, property_id) where person_id is not null;
-- The desk's queue and its badge, the oldest first.
create index accom_guest_documents_waiting on public.accom_guest_documents (property_id, created_at)
  where status = 'pending' and stored_at is not null;
create index accom_guest_documents_list on public.accom_guest_documents (property_id, created_at desc, id desc);
create index accom_guest_documents_numbers on public.accom_guest_documents (property_id, number_digest)
  where number_digest is not null;
create index accom_guest_documents_visas on public.accom_guest_documents (visa_expiry_date) where visa_expiry_date is not null;
create index accom_guest_documents_image_due on public.accom_guest_documents (image_until) where image_until is not null;
create index accom_guest_documents_fields_due on public.accom_guest_documents (fields_until);
create index accom_guest_documents_unfinished on public.accom_guest_documents (promised_until) where stored_at is null;
create index accom_guest_documents_reviewer on public.accom_guest_documents (reviewed_by);
create index accom_guest_documents_witness on public.accom_guest_documents (seen_by);

create trigger accom_guest_documents_touch_updated_at
  before update on public.accom_guest_documents
  for each row execute function private.touch_updated_at();

-- Nothing of the document itself, but which fields were confirmed: an entry of the log is never deleted.
create trigger accom_guest_documents_steps
  after update on public.accom_guest_documents
  for each row when (old.stored_at is not null) execute function private.audit_step('staff', 'status', 'seen_at', 'confirmed_fields');

-- No policy and no grant: functions alone reach it, each with the check of who sees documents.
alter table public.accom_guest_documents enable row level security;

-- The key of a place by which those of its documents are wrapped, itself wrapped by a master key. Rotation adds a version.
create table public.document_keys (
  property_id uuid not null references public.accom_properties (id) on delete restrict,
  version integer not null default 1,
  wrapped_key text not null,
  -- Which master key wrapped it.
  master_key_id text not null,
  created_at timestamptz not null default now(),
  primary key (property_id, version),
  constraint document_keys_have_their_form check (
    length(wrapped_key) between 40 and 400 and master_key_id ~ '^[a-zA-Z0-9_-]{1,40}$'
  )
);

create index document_keys_master on public.document_keys (master_key_id);

alter table public.document_keys enable row level security;

-- The key of a place as the apps' servers take it.
create function private.describe_key(p_key public.document_keys)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('version', p_key.version, 'wrappedKey', p_key.wrapped_key, 'masterKeyId', p_key.master_key_id)
$$;

-- What was erased, without a word of what it said. An entry is never changed, but for when Storage was seen to have the object no
-- more, and when managers were told that it still has it.
create table public.document_erasures (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete restrict,
  document_id uuid not null,
  booking_id uuid not null,
  -- 'image', 'fields', or 'upload': a try that came to nothing.
  part text not null,
  rule text not null,
  -- What a person gave as the reason.
  reason text,
  actor public.audit_actor not null,
  account_id uuid references public.accounts (id) on delete restrict,
  storage_path text,
  erased_at timestamptz not null default now(),
  verified_gone_at timestamptz,
  warned_at timestamptz,
  constraint document_erasures_part_is_known check (part in ('image', 'fields', 'upload')),
  constraint document_erasures_reason_is_short check (length(reason) <= 500)
);

create index document_erasures_property on public.document_erasures (property_id, erased_at desc);
create index document_erasures_document on public.document_erasures (document_id, erased_at desc);
create index document_erasures_booking on public.document_erasures (booking_id, erased_at desc);
create index document_erasures_account on public.document_erasures (account_id);
create index document_erasures_unverified on public.document_erasures (erased_at)
  where storage_path is not null and verified_gone_at is null and warned_at is null;
create index document_erasures_path on public.document_erasures (storage_path) where storage_path is not null;

alter table public.document_erasures enable row level security;

-- Definer: raises unless the caller is a member of at least this role who sees documents.
create function private.require_sight_of_documents(p_property_id uuid, p_minimum_role public.member_role default 'staff')
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not (private.require_membership(p_property_id, p_minimum_role)).sees_documents then
    perform private.raise_api_error(403, 'forbidden');
  end if;
end
$$;

-- What is asked of guests at a place: its mode, the fields that it keeps by its own choice and its law's, and how long. The version
-- changes with whatever a guest agrees to.
create function private.describe_document_policy(p_property public.accom_properties)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select policy || jsonb_build_object('consentVersion', '1.' || left(md5(policy::text), 8))
  from (
    select jsonb_build_object(
      'mode', p_property.access_settings ->> 'documents',
      'country', p_property.country,
      'fields', to_jsonb(kept.fields),
      'leadFields', to_jsonb(rule.lead_fields),
      'daysAfterDeparture', p_property.document_retention_days,
      'imageMonths', rule.image_months,
      'fieldsMonths', rule.fields_months,
      'fieldsAfter', rule.fields_after,
      'mustBeSeen', rule.must_be_seen
    ) as policy
    from private.document_rule(p_property.country) rule
    cross join lateral (
      select coalesce(array_agg(f.name order by f.position), '{}') as fields
      from unnest(rule.fields) with ordinality f (name, position)
      where f.name = any (coalesce(p_property.document_fields, rule.fields))
    ) kept
  ) described
$$;

-- Which fields of a document are kept: some are for the guest who booked alone.
create function private.list_kept_fields(p_policy jsonb, p_is_lead boolean)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_agg(f.name), '{}') from jsonb_array_elements_text(p_policy -> 'fields') f (name)
  where p_is_lead or not (p_policy -> 'leadFields') ? f.name
$$;

-- A moment that is later by the calendar of the place: its days may have 23 or 25 hours, and its months end at another moment than
-- those of the server's time zone.
create function private.add_by_calendar(p_at timestamptz, p_time interval, p_timezone text)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select ((p_at at time zone p_timezone) + p_time) at time zone p_timezone
$$;

-- schemas/documents/clocks.sql

-- Until when the picture and the fields of a document are kept, and the rule that says so. Both follow the stay and the place.

-- When the stay of a document is over for its clocks: at the end of its last day by the clock of the place.
create function private.document_stay_ends_at(p_booking public.accom_bookings, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_booking.check_out_date + 1)::timestamp at time zone p_timezone
$$;

-- When the days are over for which a place keeps documents after a stay.
create function private.document_days_end_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select private.add_by_calendar(
    private.document_stay_ends_at(p_booking, p_property.timezone),
    make_interval(days => p_property.document_retention_days), p_property.timezone
  )
$$;

-- How long a reviewed picture stays, so that a review can be undone.
create function private.review_undo_time()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '10 minutes'
$$;

-- When the picture goes: at the earliest of these events. A picture that the law wants is kept that long.
create function private.image_clock(
  p_document public.accom_guest_documents, p_booking public.accom_bookings, p_property public.accom_properties,
  out until timestamptz, out rule text
)
language sql
stable
set search_path = ''
as $$
  select clock.until, clock.rule
  from private.document_rule(p_property.country) law
  cross join lateral (values
    (case when law.image_months is not null and p_document.status <> 'rejected'
      then private.add_by_calendar(p_document.created_at, make_interval(months => law.image_months), p_property.timezone) end, 'law', 1),
    (case when p_document.status = 'verified' then p_document.reviewed_at + private.review_undo_time() end, 'verified', 2),
    (case when p_document.status = 'rejected' then p_document.reviewed_at + private.review_undo_time() end, 'rejected', 2),
    (private.document_days_end_at(p_booking, p_property), 'days_after_departure', 2),
    (case when p_booking.status in ('cancelled', 'no_show') then p_booking.updated_at + interval '1 day' end, 'stay_cancelled', 2)
  ) as clock (until, rule, rank)
  where clock.until is not null
  order by clock.rank, clock.until
  limit 1
$$;

-- Until when the law of the place wants the data of a stay, and at least to its end. Null: it does not say.
create function private.law_until(
  p_booking public.accom_bookings, p_property public.accom_properties, p_recorded_at timestamptz
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case when law.fields_months is not null then greatest(
    private.add_by_calendar(
      case law.fields_after
        when 'arrival' then p_booking.check_in_date::timestamp at time zone p_property.timezone
        when 'departure' then private.document_stay_ends_at(p_booking, p_property.timezone)
        else p_recorded_at
      end,
      make_interval(months => law.fields_months), p_property.timezone
    ),
    private.document_stay_ends_at(p_booking, p_property.timezone)
  ) end
  from private.document_rule(p_property.country) law
$$;

-- When the fields go: after the time for which the law wants them, or else with the days of the place. Those of a stay that does
-- not take place go a day later.
create function private.fields_clock(
  p_document public.accom_guest_documents, p_booking public.accom_bookings, p_property public.accom_properties,
  out until timestamptz, out rule text
)
language sql
stable
set search_path = ''
as $$
  select
    case clock.rule
      when 'stay_cancelled' then p_booking.updated_at + interval '1 day'
      when 'law' then private.law_until(p_booking, p_property, p_document.created_at)
      else private.document_days_end_at(p_booking, p_property)
    end,
    clock.rule
  from private.document_rule(p_property.country) law
  cross join lateral (
    select case
      when p_booking.status in ('cancelled', 'no_show') then 'stay_cancelled'
      when law.fields_months is not null and p_document.status <> 'rejected' then 'law'
      else 'days_after_departure'
    end as rule
  ) clock
$$;

-- Definer: reads the booking and the place, whoever writes the document. A review that is taken back has no reviewer any more. The
-- picture goes with the fields at the latest, since those go with the whole document.
create function private.set_document_clocks()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
begin
  if new.status = 'pending' then
    new.reviewed_at := null;
    new.reviewed_by := null;
    new.rejection_reason := null;
    new.confirmed_fields := '{}';
  end if;
  if new.seen_at is null then
    new.seen_by := null;
  end if;
  select * into booking from public.accom_bookings b where b.id = new.booking_id;
  select * into property from public.accom_properties p where p.id = new.property_id;
  select * into new.fields_until, new.fields_rule from private.fields_clock(new, booking, property);
  if new.storage_path is null then
    new.image_until := null;
    new.image_rule := null;
  else
    select * into new.image_until, new.image_rule from private.image_clock(new, booking, property);
    if new.image_until > new.fields_until then
      new.image_until := new.fields_until;
      new.image_rule := new.fields_rule;
    end if;
  end if;
  return new;
end
$$;

create trigger accom_guest_documents_set_clocks
  before insert or update on public.accom_guest_documents
  for each row execute function private.set_document_clocks();

-- Definer: whoever changes a stay or a place writes no document. Their clocks run by its days, so they are set anew.
create function private.renew_document_clocks()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_table_name = 'accom_bookings' then
    update public.accom_guest_documents d set fields_rule = d.fields_rule where d.booking_id = new.id;
  else
    update public.accom_guest_documents d set fields_rule = d.fields_rule where d.property_id = new.id;
  end if;
  return null;
end
$$;

create trigger accom_bookings_renew_document_clocks
  after update on public.accom_bookings
  for each row when (
    old.check_in_date <> new.check_in_date or old.check_out_date <> new.check_out_date or old.status <> new.status
  )
  execute function private.renew_document_clocks();

create trigger accom_properties_renew_document_clocks
  after update on public.accom_properties
  for each row when (
    old.document_retention_days <> new.document_retention_days or old.timezone <> new.timezone or old.country <> new.country
  )
  execute function private.renew_document_clocks();

-- schemas/property_page/privacy.sql

-- The privacy notice of a property: who is responsible, and what is kept of documents by its settings. Anybody may read it.

-- Definer, to guest_api: what the notice is made from. It is public also where the rooms' pages are hidden, since a guest reads
-- it before giving anything away. Looking up a slug is counted like looking up a code.
create function public.get_privacy_notice(slug text, client text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_privacy_notice.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  return jsonb_build_object(
    'ok', true,
    'place', (private.in_locale(
      jsonb_build_object('name', property.name, 'address', property.address), property.translations, locale
    ) - 'translated') || jsonb_build_object(
      'slug', property.slug,
      'phone', property.contact_phone,
      'whatsapp', property.contact_whatsapp,
      'email', property.contact_email
    ),
    'policy', private.describe_document_policy(property)
  );
end
$$;
grant execute on function public.get_privacy_notice(text, text, text) to guest_api;

-- schemas/jobs/guest_mails.sql

-- Mails to guests: the answer to a request from the property's page, and the code of a booking. What they tell is read when they are
-- sent, so an answer that was undone meanwhile is not told.

-- What a guest was last told of the answer to their request.
create table public.request_answers (
  booking_id uuid not null,
  property_id uuid not null,
  answer text not null,
  told_at timestamptz not null default now(),
  primary key (booking_id, property_id),
  constraint request_answers_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint request_answers_are_known check (answer in ('confirmed', 'refused', 'expired', 'cancelled', 'open'))
);

-- No policy and no grant: functions alone reach it.
alter table public.request_answers enable row level security;

-- How long an answer waits before it is mailed: who undoes a step does so in the first minute, and nothing was told then.
create function private.answer_delay()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '60 seconds'
$$;

-- What the answer to a request is now: 'open' while the desk has not decided. Null where there is nothing to tell, since the guest has
-- been here. A cancelled booking that was told to be confirmed is 'cancelled', and 'expired' one that the sweep ended.
create function private.answer_to_request(p_booking public.accom_bookings, p_told text)
returns text
language sql
stable
set search_path = ''
as $$
  select case p_booking.status
    when 'pending' then 'open'
    when 'confirmed' then 'confirmed'
    when 'cancelled' then case
      when p_told = 'confirmed' then 'cancelled'
      when p_told = 'cancelled' then 'cancelled'
      when (
        select l.actor from public.audit_log l
        where l.row_id = p_booking.id and l.detail -> 'to' ->> 'status' = 'cancelled'
        order by l.created_at desc, l.id desc limit 1
      ) = 'job' then 'expired'
      else 'refused'
    end
  end
$$;

-- Definer: whoever takes or undoes the step of a request, the guest is to be told. An answer that is still waiting waits a minute
-- anew, since what it will tell is read when it is sent.
create function private.enqueue_request_answer()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.jobs j set run_at = now() + private.answer_delay()
    where j.about_id = new.id and j.kind = 'request_answer_mail'
      and j.done_at is null and j.dead_at is null and j.claim is null;
  if not found then
    perform private.enqueue_job(
      'request_answer_mail', new.id || ' ' || new.status || ' ' || extract(epoch from now()), new.property_id, new.id, '{}',
      now() + private.answer_delay()
    );
  end if;
  return null;
end
$$;

create trigger accom_bookings_tell_answer
  after update of status on public.accom_bookings
  for each row when (
    new.source = 'direct' and new.guest_email is not null and old.status <> new.status
    and old.status in ('pending', 'confirmed', 'cancelled') and new.status in ('pending', 'confirmed', 'cancelled')
  )
  execute function private.enqueue_request_answer();

-- A property as mails to its guests name it: how it is found and reached, in the reader's language.
create function private.describe_place_of_mail(p_property public.accom_properties, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'name', p_property.name,
    'address', private.in_locale(
      jsonb_build_object('address', p_property.address), p_property.translations, p_locale
    ) ->> 'address',
    'phone', nullif(p_property.contact_phone, ''),
    'whatsapp', nullif(p_property.contact_whatsapp, ''),
    'email', nullif(p_property.contact_email, ''),
    'checkInTime', to_char(p_property.checkin_time, 'HH24:MI')
  )
$$;

-- What a mail about a booking says. Null where it can reach nobody or its stay is over.
create function private.describe_booking_of_mail(p_booking public.accom_bookings)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  property public.accom_properties;
  locale text;
begin
  select * into property from public.accom_properties p where p.id = p_booking.property_id;
  if coalesce(p_booking.guest_email, '') = '' or p_booking.check_out_date < (now() at time zone property.timezone)::date then
    return null;
  end if;
  locale := coalesce(p_booking.guest_locale, property.default_locale);
  return jsonb_build_object(
    'to', p_booking.guest_email, 'locale', locale, 'code', p_booking.booking_code, 'guestName', p_booking.guest_name,
    'checkIn', p_booking.check_in_date, 'checkOut', p_booking.check_out_date,
    'place', private.describe_place_of_mail(property, locale)
  );
end
$$;

-- Definer, to jobs_api: the answer to a request as it is now, for the job that this process holds, and what the guest was told before.
-- Null where they know it already. The job remembers what it tells, for when it is done.
create function public.read_request_answer_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_request_answer_mail.job_id, read_request_answer_mail.claim, 'request_answer_mail'
  );
  booking public.accom_bookings;
  told text;
  answer text;
  mail jsonb;
begin
  select * into booking from public.accom_bookings b where b.id = job.about_id and b.property_id = job.property_id;
  select a.answer into told from public.request_answers a where a.booking_id = booking.id;
  answer := private.answer_to_request(booking, told);
  mail := private.describe_booking_of_mail(booking);
  if answer is null or answer = coalesce(told, 'open') or mail is null then
    return null;
  end if;
  update public.jobs j set payload = jsonb_build_object('answer', answer) where j.id = job.id;
  return mail || jsonb_build_object('answer', answer, 'told', told);
end
$$;
grant execute on function public.read_request_answer_mail(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: a booking whose code the desk mails, for the job that this process holds. Null where the code opens nothing
-- any more.
create function public.read_booking_code_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_booking_code_mail.job_id, read_booking_code_mail.claim, 'booking_code_mail'
  );
begin
  return (
    select private.describe_booking_of_mail(b) from public.accom_bookings b
    where b.id = job.about_id and b.property_id = job.property_id and b.status in ('confirmed', 'checked_in')
  );
end
$$;
grant execute on function public.read_booking_code_mail(uuid, uuid) to jobs_api;

-- Definer, to authenticated: the desk mails a booking's code and link to its guest. Two taps in one minute are one mail, and five
-- mails an hour are the most for one booking.
create function public.mail_booking_code(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  seconds integer;
begin
  select * into booking from public.accom_bookings b where b.id = mail_booking_code.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  if booking.status not in ('confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_not_confirmed"}');
  end if;
  if coalesce(booking.guest_email, '') = '' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "guest_has_no_address"}');
  end if;
  seconds := private.take_hit('code-mail:' || booking.id, 5, '1 hour');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  perform private.enqueue_job(
    'booking_code_mail', booking.id || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), booking.property_id, booking.id
  );
  perform private.write_audit(booking.property_id, 'booking_code_mailed', 'accom_bookings', booking.id);
end
$$;
grant execute on function public.mail_booking_code(uuid) to authenticated;

-- Definer: the end of a mail to a guest, in the history of the booking, so that screens of it show it. Jobs are changed by
-- jobs_api, which writes nothing else.
create function private.note_end_of_guest_mail()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.accom_bookings b where b.id = new.about_id and b.property_id = new.property_id
  ) then
    return null;
  end if;
  if new.outcome = 'told' and new.payload ? 'answer' then
    insert into public.request_answers as a (booking_id, property_id, answer)
      values (new.about_id, new.property_id, new.payload ->> 'answer')
      on conflict (booking_id, property_id) do update set answer = excluded.answer, told_at = now();
  end if;
  perform private.write_audit(
    new.property_id, case when new.dead_at is null then 'guest_told' else 'guest_not_told' end, 'accom_bookings', new.about_id,
    jsonb_strip_nulls(jsonb_build_object('kind', new.kind, 'answer', new.payload -> 'answer'))
  );
  return null;
end
$$;

create trigger jobs_note_end_of_guest_mail
  after update of done_at, dead_at on public.jobs
  for each row when (
    new.kind in ('request_answer_mail', 'booking_code_mail')
    and (new.outcome = 'told' and old.done_at is null or new.dead_at is not null and old.dead_at is null)
  )
  execute function private.note_end_of_guest_mail();

-- The mails about a booking as its screen shows them, newest first: 'sent', 'waiting' or 'failed', and why. What was not true any
-- more when it was about to be sent is not among them, nor what waits to tell an answer that the guest knows.
create function private.describe_guest_mails(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', j.id, 'kind', j.kind, 'answer', coalesce(j.payload ->> 'answer', now_is.answer),
    'state', case when j.done_at is not null then 'sent' when j.dead_at is not null then 'failed' else 'waiting' end,
    'at', coalesce(j.done_at, j.dead_at, j.run_at), 'attempts', j.attempts, 'error', j.last_error
  ) order by j.created_at desc, j.id), '[]')
  from (
    select * from public.jobs j
    where j.about_id = p_booking.id and j.property_id = p_booking.property_id
      and j.kind in ('request_answer_mail', 'booking_code_mail') and j.outcome is distinct from 'untold'
    order by j.created_at desc, j.id
    limit 10
  ) j
  left join public.request_answers told on told.booking_id = p_booking.id and told.property_id = p_booking.property_id
  cross join lateral (select private.answer_to_request(p_booking, told.answer) as answer) now_is
  where j.kind <> 'request_answer_mail' or j.done_at is not null or j.dead_at is not null
    or now_is.answer <> coalesce(told.answer, 'open')
$$;

-- schemas/jobs/invitation_mails.sql

-- Definer, to jobs_api: what the mail of an invitation says, with a secret of its own, for the job that this process holds. Null
-- where the invitation opens nothing any more.
create function public.read_invitation_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_invitation_mail.job_id, read_invitation_mail.claim, 'invitation_mail'
  );
  secret constant text := encode(extensions.gen_random_bytes(32), 'hex');
  invitation public.invitations;
begin
  select * into invitation from public.invitations i
    where i.id = job.about_id and i.property_id = job.property_id and i.used_at is null and i.expires_at > now()
      and private.may_give_role(i.invited_by, i.property_id, i.role, i.sees_documents, i.sees_money);
  if invitation.email is null then
    return null;
  end if;
  insert into public.invitation_mail_secrets (secret_hash, invitation_id)
    values (private.hash_invitation_secret(secret), invitation.id);
  return (
    select jsonb_build_object(
      'to', invitation.email, 'secret', secret, 'place', p.name, 'role', invitation.role,
      'invitedBy', coalesce(nullif(inviter.display_name, ''), inviter.email), 'replyTo', inviter.email,
      'lastDay', (invitation.expires_at at time zone p.timezone)::date
    )
    from public.accom_properties p, public.accounts inviter
    where p.id = invitation.property_id and inviter.id = invitation.invited_by
  );
end
$$;
grant execute on function public.read_invitation_mail(uuid, uuid) to jobs_api;

-- schemas/jobs/failed_jobs.sql

-- What could not be told: the jobs of a property that are dead, for its managers, who try them again or drop them.

-- Definer, to authenticated: the newest hundred, with what they are about. Managers work with the bookings and invitations that are
-- named here.
create function public.list_failed_jobs(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_failed_jobs.property_id, 'manager');
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', dead.id, 'kind', dead.kind, 'failedAt', dead.dead_at, 'attempts', dead.attempts,
      'error', dead.last_error, 'status', dead.last_status,
      'booking', (
        select jsonb_build_object('id', b.id, 'code', b.booking_code, 'guestName', b.guest_name)
        from public.accom_bookings b where b.id = dead.about_id and b.property_id = dead.property_id
      ),
      'invitation', (
        select jsonb_build_object('id', i.id, 'note', i.note)
        from public.invitations i where i.id = dead.about_id and i.property_id = dead.property_id
      )
    ) order by dead.dead_at desc, dead.id desc), '[]')
    from (
      select * from public.jobs j
      where j.property_id = list_failed_jobs.property_id and j.dead_at is not null
      order by j.dead_at desc, j.id desc
      limit 100
    ) dead
  );
end
$$;
grant execute on function public.list_failed_jobs(uuid) to authenticated;

-- Definer: the dead job of a property that the caller works at, locked, so that of two who try it again one finds it.
create function private.lock_failed_job(p_job_id uuid, p_role public.member_role)
returns public.jobs
language plpgsql
security definer
set search_path = ''
as $$
declare
  job public.jobs;
begin
  select * into job from public.jobs j where j.id = p_job_id for update;
  perform private.require_member(job.property_id, p_role);
  if job.dead_at is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  return job;
end
$$;

-- Definer, to authenticated: a job that failed is tried again, from the first try on. The desk does so for what its guests are told,
-- for example once their address is mended; managers for everything.
create function public.retry_failed_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.lock_failed_job(retry_failed_job.job_id, 'staff');
begin
  if job.kind not in ('request_answer_mail', 'booking_code_mail') then
    perform private.require_member(job.property_id, 'manager');
  end if;
  update public.jobs j set dead_at = null, attempts = 0, run_at = now() where j.id = job.id;
  perform private.write_audit(job.property_id, 'message_tried_again', 'jobs', job.id, jsonb_build_object('kind', job.kind));
end
$$;
grant execute on function public.retry_failed_job(uuid) to authenticated;

-- Definer, to authenticated: a manager gives up a job that failed, for example once the guest was called.
create function public.drop_failed_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.lock_failed_job(drop_failed_job.job_id, 'manager');
begin
  delete from public.jobs j where j.id = job.id;
  perform private.write_audit(job.property_id, 'message_dropped', 'jobs', job.id, jsonb_build_object('kind', job.kind));
end
$$;
grant execute on function public.drop_failed_job(uuid) to authenticated;

-- schemas/notifications/notifications.sql

-- What members are told: one row for each member, kind and thing, made in the transaction of the event. A row has ids alone. Its text is
-- made when it is read, by what the member may read then, so nothing of a guest is stored here.

-- What each tells of: an order (order_…), a report (report_…), a request from the property's page, a job that was given up, a
-- document (document_…, visa_…), or an erased one whose object is still in Storage (document_not_gone).
create type public.notification_kind as enum (
  'order_new', 'order_late', 'order_cancelled',
  'report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue',
  'request_new', 'job_failed',
  'document_new', 'document_erasure', 'document_not_gone', 'visa_14', 'visa_7', 'visa_3', 'visa_short'
);

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  account_id uuid not null,
  kind public.notification_kind not null,
  -- Not a foreign key: it is in the table of its kind.
  thing_id uuid not null,
  -- Whether it is in the inbox. False where the member wants this kind by mail or push alone.
  is_shown boolean not null,
  -- When it happened last. A second reply under a report renews the row of the first.
  happened_at timestamptz not null default now(),
  read_at timestamptz,
  -- Since when nothing is left to do: somebody did it, or it was taken back. Null again where that step is undone.
  settled_at timestamptz,
  -- The mail that it went into.
  mail_job_id uuid,
  -- Who leaves the team has no notifications any more.
  constraint notifications_of_a_member foreign key (property_id, account_id)
    references public.property_members (property_id, account_id) on delete cascade,
  constraint notifications_are_told_once unique (account_id, kind, thing_id)
);

-- The inbox, newest first.
create index notifications_inbox on public.notifications (property_id, account_id, happened_at desc, id desc) where is_shown;

-- What every open screen counts every few seconds.
create index notifications_unread on public.notifications (property_id, account_id)
  where is_shown and read_at is null and settled_at is null;

create index notifications_member on public.notifications (property_id, account_id);
create index notifications_thing on public.notifications (thing_id, kind);
create index notifications_age on public.notifications (happened_at);

-- No policy and no grant: the functions of this folder read and write each member's own rows.
alter table public.notifications enable row level security;

-- The lowest role that is told of this, which is the lowest that may read the thing.
create function private.role_told(p_kind public.notification_kind)
returns public.member_role
language sql
immutable
set search_path = ''
as $$
  select case when p_kind in ('job_failed', 'document_not_gone') then 'manager' else 'staff' end::public.member_role
$$;

-- Whether only those are told of this who see documents.
create function private.is_of_documents(p_kind public.notification_kind)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_kind in ('document_new', 'document_erasure', 'visa_14', 'visa_7', 'visa_3', 'visa_short')
$$;

-- Whether a member may be told of this: whoever may read the thing.
create function private.may_be_told(p_kind public.notification_kind, p_role public.member_role, p_sees_documents boolean)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_role >= private.role_told(p_kind) and (p_sees_documents or not private.is_of_documents(p_kind))
$$;

-- How many of a member's notifications wait to be read, up to ten. What is
-- settled does not count, so the number is about as large as what waits for a hand.
create function private.count_unread(p_property_id uuid, p_account_id uuid)
returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer from (
    select from public.notifications n
    where n.property_id = p_property_id and n.account_id = p_account_id
      and n.is_shown and n.read_at is null and n.settled_at is null
    limit 10
  ) one
$$;

-- schemas/notifications/preferences.sql

-- How a member wants to be told at one place: which kinds in the app, by mail and by push, and when not to be disturbed.

create table public.notification_preferences (
  property_id uuid not null,
  account_id uuid not null,
  -- The kinds about which the member has decided. For the others, such as those of a role that came later, the defaults hold.
  decided public.notification_kind[] not null,
  in_app public.notification_kind[] not null,
  by_mail public.notification_kind[] not null,
  by_push public.notification_kind[] not null,
  -- By the clock of the place; over midnight where the first is the later one. Both null: no quiet hours.
  quiet_from time,
  quiet_to time,
  -- Whether an urgent report is told in quiet hours all the same.
  urgent_passes boolean not null,
  -- The language of mails and pushes.
  locale text not null,
  updated_at timestamptz not null default now(),
  primary key (property_id, account_id),
  constraint notification_preferences_of_a_member foreign key (property_id, account_id)
    references public.property_members (property_id, account_id) on delete cascade,
  constraint notification_preferences_quiet_hours_have_two_ends check (
    num_nonnulls(quiet_from, quiet_to) = 0 or (num_nonnulls(quiet_from, quiet_to) = 2 and quiet_from <> quiet_to)
  ),
  constraint notification_preferences_locale_is_ours check (locale in ('en', 'vi'))
);

create trigger notification_preferences_touch_updated_at
  before update on public.notification_preferences
  for each row execute function private.touch_updated_at();

-- No policy and no grant: the functions below read and write the caller's own row.
alter table public.notification_preferences enable row level security;

-- How somebody is told: what was chosen, or the defaults.
create type private.notification_choice as (
  in_app public.notification_kind[],
  by_mail public.notification_kind[],
  by_push public.notification_kind[],
  quiet_from time,
  quiet_to time,
  urgent_passes boolean,
  locale text
);

-- The kinds that are mailed to somebody who has chosen nothing: what can wait for a mail and must not be missed, to those who
-- answer for the place. In the app and by push all kinds are on: a push goes only to a browser that asked for it.
create function private.is_mailed_by_default(p_kind public.notification_kind, p_role public.member_role)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_role >= 'manager' and p_kind in ('report_due_soon', 'report_overdue', 'request_new', 'job_failed', 'document_erasure', 'document_not_gone', 'visa_3', 'visa_short')
$$;

-- What a member chose, with the defaults for whatever they have not decided, and no kind that their role is not told of.
create function private.read_choice(p_member public.property_members)
returns private.notification_choice
language sql
stable
set search_path = ''
as $$
  select row(
    coalesce(array_agg(one.kind) filter (where case when one.is_decided then one.kind = any (p.in_app) else true end), '{}'),
    coalesce(array_agg(one.kind) filter (
      where case when one.is_decided then one.kind = any (p.by_mail) else private.is_mailed_by_default(one.kind, p_member.role) end
    ), '{}'),
    coalesce(array_agg(one.kind) filter (where case when one.is_decided then one.kind = any (p.by_push) else true end), '{}'),
    p.quiet_from,
    p.quiet_to,
    coalesce(p.urgent_passes, true),
    coalesce(p.locale, (
      select case when place.default_locale = 'vi' then 'vi' else 'en' end
      from public.accom_properties place where place.id = p_member.property_id
    ))
  )::private.notification_choice
  from (select p_member.property_id as place_id, p_member.account_id as person_id) member
  left join public.notification_preferences p on p.property_id = member.place_id and p.account_id = member.person_id
  cross join lateral (
    select k as kind, coalesce(k = any (p.decided), false) as is_decided
    from unnest(enum_range(null::public.notification_kind)) k
    where private.may_be_told(k, p_member.role, p_member.sees_documents)
  ) one
  group by p.property_id, p.account_id
$$;

-- When the quiet hours end that are on at this moment, by the clock of the place. Null where none are. On a day whose clock jumps
-- over the end, they end with the jump.
create function private.quiet_until(p_from time, p_to time, p_timezone text, p_at timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when p_from < p_to and here.at::time >= p_from and here.at::time < p_to
      or p_from > p_to and here.at::time < p_to
      then (here.at::date + p_to) at time zone p_timezone
    when p_from > p_to and here.at::time >= p_from
      then (here.at::date + 1 + p_to) at time zone p_timezone
  end
  from (select p_at at time zone p_timezone as at) here
$$;

-- Definer, to authenticated: how the caller is told at this place, with the kinds that their role is told of, and until when it
-- is quiet now.
create function public.get_notification_preferences(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(get_notification_preferences.property_id, 'staff');
  choice constant private.notification_choice := private.read_choice(member);
begin
  return jsonb_build_object(
    'kinds', (
      select jsonb_agg(k order by k) from unnest(enum_range(null::public.notification_kind)) k
      where private.may_be_told(k, member.role, member.sees_documents)
    ),
    'inApp', to_jsonb(choice.in_app),
    'byMail', to_jsonb(choice.by_mail),
    'byPush', to_jsonb(choice.by_push),
    'quietFrom', to_char(choice.quiet_from, 'HH24:MI'),
    'quietTo', to_char(choice.quiet_to, 'HH24:MI'),
    'quietUntil', (
      select private.format_instant(private.quiet_until(choice.quiet_from, choice.quiet_to, p.timezone, now()))
      from public.accom_properties p where p.id = member.property_id
    ),
    'urgentPasses', choice.urgent_passes,
    'locale', choice.locale
  );
end
$$;
grant execute on function public.get_notification_preferences(uuid) to authenticated;

-- Definer, to authenticated: saves how the caller is told at this place. They decide about the kinds that their role is told of.
-- The kinds are texts, since a client need not know how an array of an enum is sent.
create function public.save_notification_preferences(
  property_id uuid,
  in_app text[],
  by_mail text[],
  by_push text[],
  quiet_from time,
  quiet_to time,
  urgent_passes boolean,
  locale text
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(save_notification_preferences.property_id, 'staff');
  told constant public.notification_kind[] := array(
    select k from unnest(enum_range(null::public.notification_kind)) k where private.may_be_told(k, member.role, member.sees_documents)
  );
begin
  if (
    in_app <@ told::text[] and by_mail <@ told::text[] and by_push <@ told::text[]
    and greatest(cardinality(in_app), cardinality(by_mail), cardinality(by_push)) <= cardinality(told)
    and urgent_passes is not null and locale in ('en', 'vi')
    and (num_nonnulls(quiet_from, quiet_to) = 0 or quiet_from <> quiet_to)
  ) is not true
  then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  insert into public.notification_preferences as p (
    property_id, account_id, decided, in_app, by_mail, by_push, quiet_from, quiet_to, urgent_passes, locale
  ) values (
    member.property_id, member.account_id, told, in_app::public.notification_kind[], by_mail::public.notification_kind[],
    by_push::public.notification_kind[], quiet_from, quiet_to, urgent_passes, locale
  )
  on conflict on constraint notification_preferences_pkey do update set
    decided = excluded.decided, in_app = excluded.in_app, by_mail = excluded.by_mail, by_push = excluded.by_push,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, urgent_passes = excluded.urgent_passes,
    locale = excluded.locale;
end
$$;
grant execute on function public.save_notification_preferences(
  uuid, text[], text[], text[], time, time, boolean, text
) to authenticated;

-- schemas/notifications/push.sql

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

-- schemas/notifications/inbox.sql

-- What a member reads of their notifications, and marks as read.

-- What a notification says of its thing as it is now. Null where the thing is gone. All of it may be read from the role on that is
-- told of the kind.
create function private.describe_thing(p_kind public.notification_kind, p_thing_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_kind in ('order_new', 'order_late', 'order_cancelled') then (
      select jsonb_build_object('room', r.room_number, 'status', o.status)
      from public.accom_service_orders o join public.accom_rooms r on r.id = o.room_id
      where o.id = p_thing_id
    )
    when p_kind in ('report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue') then (
      select jsonb_build_object('room', r.room_number, 'status', i.status, 'title', i.title, 'priority', i.priority)
      from public.incidents i join public.accom_rooms r on r.id = i.room_id
      where i.id = p_thing_id
    )
    when p_kind = 'request_new' then (
      select jsonb_build_object(
        'room', r.room_number, 'status', b.status, 'guest', b.guest_name, 'from', b.check_in_date, 'to', b.check_out_date
      )
      from public.accom_bookings b join public.accom_rooms r on r.id = b.room_id
      where b.id = p_thing_id
    )
    -- The room, and no word of the document.
    when private.is_of_documents(p_kind) then (
      select jsonb_build_object('room', r.room_number, 'status', d.status)
      from public.accom_guest_documents d
      join public.accom_bookings b on b.id = d.booking_id
      left join public.accom_rooms r on r.id = b.room_id
      where d.id = p_thing_id
    )
    else '{}'
  end
$$;

-- Definer, to authenticated: a page of the caller's own inbox, newest first, those after this row; of the kinds alone that their role
-- is told of now. One more than a page has, so that its reader knows whether there is another.
create function public.list_notifications(
  property_id uuid, after_at timestamptz default null, after_id uuid default null
)
returns table (
  id uuid, kind public.notification_kind, thing_id uuid, happened_at timestamptz, read_at timestamptz, settled_at timestamptz,
  thing jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  member constant public.property_members := private.require_membership(list_notifications.property_id, 'staff');
begin
  return query
    select n.id, n.kind, n.thing_id, n.happened_at, n.read_at, n.settled_at, private.describe_thing(n.kind, n.thing_id)
    from (
      select * from public.notifications own
      where own.property_id = member.property_id and own.account_id = member.account_id and own.is_shown
        and private.may_be_told(own.kind, member.role, member.sees_documents)
        and (after_at is null or (own.happened_at, own.id) < (after_at, after_id))
      order by own.happened_at desc, own.id desc
      limit 51
    ) n
    order by n.happened_at desc, n.id desc;
end
$$;
grant execute on function public.list_notifications(uuid, timestamptz, uuid) to authenticated;

-- Definer, to authenticated: marks one of the caller's own notifications as read, or all of them, and says what the one was about.
-- Another member's is not found. Rows that are being settled at this moment are left out: they stop waiting anyway.
create function public.mark_notifications_read(property_id uuid, notification_id uuid default null)
returns table (kind public.notification_kind, thing_id uuid)
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(mark_notifications_read.property_id, 'staff');
begin
  if notification_id is null then
    update public.notifications n set read_at = now()
      where n.id in (
        select own.id from public.notifications own
        where own.property_id = member.property_id and own.account_id = member.account_id
          and own.is_shown and own.read_at is null
        for update skip locked
      );
    return;
  end if;
  return query
    update public.notifications n set read_at = coalesce(n.read_at, now())
      where n.id = notification_id and n.property_id = member.property_id and n.account_id = member.account_id
      returning n.kind, n.thing_id;
  if not found then
    perform private.raise_api_error(404, 'not_found');
  end if;
end
$$;
grant execute on function public.mark_notifications_read(uuid, uuid) to authenticated;

-- schemas/notifications/sending.sql

-- How notifications reach somebody who does not look at the app: which jobs are written for one, and what the process for jobs
-- reads for each when it is about to send it.

-- Whether this is about a report that its guest marked as urgent.
create function private.is_urgent(p_kind public.notification_kind, p_thing_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_kind in ('report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue')
    and exists (select from public.incidents i where i.id = p_thing_id and i.priority = 'urgent')
$$;

-- Until when this is held back for a member: the end of the quiet hours that are on now, or null.
create function private.held_until(
  p_member public.property_members,
  p_choice private.notification_choice,
  p_kind public.notification_kind,
  p_thing_id uuid
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select private.quiet_until(p_choice.quiet_from, p_choice.quiet_to, p.timezone, now())
  from public.accom_properties p
  where p.id = p_member.property_id and not (p_choice.urgent_passes and private.is_urgent(p_kind, p_thing_id))
$$;

-- Has a member mailed what they have not read. All that happens until then goes into one mail, so the key is its time: in two
-- minutes, or at the end of the quiet hours. Half a minute more, so that each transaction that began before then has ended.
create function private.enqueue_notification_mail(p_member public.property_members, p_held_until timestamptz)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_mail', concat_ws(':', p_member.id, extract(epoch from due.at)), p_member.property_id, null,
    jsonb_build_object('memberId', p_member.id), due.at
  )
  from (
    select coalesce(p_held_until, date_bin('2 minutes', now(), 'epoch') + interval '2 minutes') + interval '30 seconds' as at
  ) due
$$;

-- Has a kind of notifications pushed to each browser of a member. Those that are held back become one message a kind.
create function private.enqueue_notification_push(
  p_member public.property_members, p_kind public.notification_kind, p_held_until timestamptz, p_about text
)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_push',
    concat_ws(':', s.id, p_member.id, p_kind, case when p_held_until is null then p_about else extract(epoch from p_held_until)::text end),
    p_member.property_id, null,
    jsonb_build_object('subscriptionId', s.id, 'memberId', p_member.id, 'kind', p_kind),
    coalesce(p_held_until, now())
  )
  from private.find_push_subscriptions(p_member.account_id) s
$$;

-- Writes the jobs for one notification, by what its member chose.
create function private.send_notification(
  p_notification public.notifications, p_member public.property_members, p_choice private.notification_choice
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  held_until constant timestamptz :=
    private.held_until(p_member, p_choice, p_notification.kind, p_notification.thing_id);
begin
  if p_notification.kind = any (p_choice.by_mail) then
    perform private.enqueue_notification_mail(p_member, held_until);
  end if;
  if p_notification.kind = any (p_choice.by_push) then
    perform private.enqueue_notification_push(
      p_member, p_notification.kind, held_until,
      concat_ws(':', p_notification.id, extract(epoch from p_notification.happened_at))
    );
  end if;
end
$$;

-- The notifications of a member that wait to be read, newest first.
create function private.find_unread(p_member public.property_members)
returns setof public.notifications
language sql
stable
set search_path = ''
as $$
  select n.* from public.notifications n
  where n.property_id = p_member.property_id and n.account_id = p_member.account_id
    and n.read_at is null and n.settled_at is null
    and private.may_be_told(n.kind, p_member.role, p_member.sees_documents)
  order by n.happened_at desc, n.id desc
$$;

-- The member of a job, or nothing where they have left the place or cannot sign in any more.
create function private.find_member_of_job(p_job public.jobs)
returns public.property_members
language sql
stable
set search_path = ''
as $$
  select m from public.property_members m
  join public.accounts a on a.id = m.account_id
  where m.id = (p_job.payload ->> 'memberId')::uuid and m.property_id = p_job.property_id and a.auth_id is not null
$$;

-- Takes into this mail what is to be mailed to the member and is in none yet. What is held back is left for a mail at the end of the
-- quiet hours.
create function private.fill_notification_mail(
  p_job public.jobs, p_member public.property_members, p_choice private.notification_choice
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  held record;
begin
  for held in
    select n.id, private.held_until(p_member, p_choice, n.kind, n.thing_id) as until
    from private.find_unread(p_member) n
    where n.kind = any (p_choice.by_mail) and n.mail_job_id is null and n.happened_at > now() - interval '7 days'
  loop
    if held.until is null then
      -- Another mail of this person may take it at the same moment.
      update public.notifications n set mail_job_id = p_job.id where n.id = held.id and n.mail_job_id is null;
    else
      perform private.enqueue_notification_mail(p_member, held.until);
    end if;
  end loop;
end
$$;

-- Definer, to jobs_api: the mail of this job: to whom, and what of it still waits. Null where nothing does. It names no guest and
-- says nothing that one wrote: a mail stays where it was read. A second try has the same notifications.
create function public.read_notification_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(read_notification_mail.job_id, read_notification_mail.claim, 'notification_mail');
  member constant public.property_members := private.find_member_of_job(job);
  choice private.notification_choice;
begin
  if member.id is null then
    return null;
  end if;
  choice := private.read_choice(member);
  perform private.fill_notification_mail(job, member, choice);
  return (
    select jsonb_build_object(
      'to', a.email, 'locale', choice.locale, 'place', p.name, 'slug', p.slug, 'timezone', p.timezone,
      'notifications', waiting.rows
    )
    from public.accounts a, public.accom_properties p, (
      select jsonb_agg(jsonb_build_object(
        'id', n.id, 'kind', n.kind, 'happenedAt', private.format_instant(n.happened_at),
        'room', private.describe_thing(n.kind, n.thing_id) ->> 'room'
      ) order by n.happened_at desc, n.id desc) as rows
      from private.find_unread(member) n
      where n.mail_job_id = job.id
    ) waiting
    where a.id = member.account_id and p.id = member.property_id and waiting.rows is not null
  );
end
$$;
grant execute on function public.read_notification_mail(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: the message of this job: to which browser, how many of the kind wait, and the newest. Null where none does,
-- where the person is signed out there, or where it is quiet by now: then it is sent later.
create function public.read_notification_push(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(read_notification_push.job_id, read_notification_push.claim, 'notification_push');
  member constant public.property_members := private.find_member_of_job(job);
  pushed_kind constant public.notification_kind := job.payload ->> 'kind';
  choice private.notification_choice;
  newest public.notifications;
  held_until timestamptz;
begin
  select n.* into newest from private.find_unread(member) n where n.kind = pushed_kind limit 1;
  choice := private.read_choice(member);
  if newest.id is null or (pushed_kind = any (choice.by_push)) is not true then
    return null;
  end if;
  held_until := private.held_until(member, choice, pushed_kind, newest.thing_id);
  if held_until is not null then
    perform private.enqueue_notification_push(member, pushed_kind, held_until, '');
    return null;
  end if;
  return (
    select jsonb_build_object(
      'endpoint', s.endpoint, 'p256dh', s.p256dh, 'authSecret', s.auth_secret, 'locale', choice.locale,
      'place', p.name, 'slug', p.slug, 'kind', pushed_kind, 'notificationId', newest.id,
      'isUrgent', private.is_urgent(pushed_kind, newest.thing_id),
      'count', (select count(*) from private.find_unread(member) n where n.kind = pushed_kind),
      'unread', private.count_unread(member.property_id, member.account_id)
    )
    from private.find_push_subscriptions(member.account_id) s, public.accom_properties p
    where s.id = (job.payload ->> 'subscriptionId')::uuid and p.id = member.property_id
  );
end
$$;
grant execute on function public.read_notification_push(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: the push service does not know the browser of this job any more, so nothing is sent to it again.
create function public.forget_push_subscription(job_id uuid, claim uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(forget_push_subscription.job_id, forget_push_subscription.claim, 'notification_push');
begin
  delete from public.push_subscriptions s where s.id = (job.payload ->> 'subscriptionId')::uuid;
end
$$;
grant execute on function public.forget_push_subscription(uuid, uuid) to jobs_api;

-- schemas/notifications/telling.sql

-- Who is told what, and when a thing that was told of is settled.

-- Tells all members whose role may read the thing, or the one who is named, except whoever did it, and writes what sends it to
-- them. A thing that happens again renews the row. `p_thing_id` is in the table of the kind.
create function private.notify(
  p_property_id uuid,
  p_kind public.notification_kind,
  p_thing_id uuid,
  p_account_id uuid default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  member public.property_members;
  choice private.notification_choice;
  told public.notifications;
begin
  for member in
    select m.* from public.property_members m
    where m.property_id = p_property_id
      and private.may_be_told(p_kind, m.role, m.sees_documents)
      and (p_account_id is null or m.account_id = p_account_id)
      and m.account_id is distinct from private.current_account_id()
    -- In one order, since of two events at once the second waits where the first has enqueued the same mail.
    order by m.id
  loop
    choice := private.read_choice(member);
    continue when p_kind <> all (choice.in_app || choice.by_mail || choice.by_push);
    insert into public.notifications (property_id, account_id, kind, thing_id, is_shown)
      values (p_property_id, member.account_id, p_kind, p_thing_id, p_kind = any (choice.in_app))
      on conflict on constraint notifications_are_told_once do update set
        is_shown = excluded.is_shown, happened_at = now(), read_at = null, settled_at = null, mail_job_id = null
      returning * into told;
    perform private.send_notification(told, member, choice);
  end loop;
end
$$;

-- Settles what was told of a thing, to everybody or to the one who is named, or takes that back. Settled, it waits for nobody,
-- and what was not sent yet is not sent.
create function private.settle(
  p_kinds public.notification_kind[],
  p_thing_id uuid,
  p_is_settled boolean,
  p_account_id uuid default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.notifications n set settled_at = case when p_is_settled then now() end
  where n.thing_id = p_thing_id and n.kind = any (p_kinds)
    and (n.settled_at is null) = p_is_settled
    and (p_account_id is null or n.account_id = p_account_id)
$$;

-- schemas/notifications/late.sql

-- What is told because time passes: a job waits until the thing is late, and looks then.

-- When a thing that waits will be late: an order that nobody has answered, or a report that is not resolved. A report is told of
-- twice: while there is still time to resolve it, and once that time is over. Null where it waits no more, or is overdue already
-- and so is due soon no more.
create function private.late_at(p_kind public.notification_kind, p_thing_id uuid)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when p_kind = 'order_late' then (
      select o.created_at + make_interval(mins => p.orders_late_minutes)
      from public.accom_service_orders o join public.accom_properties p on p.id = o.property_id
      where o.id = p_thing_id and o.status = 'pending'
    )
    when p_kind = 'report_due_soon' then (
      select i.escalates_at from public.incidents i
      where i.id = p_thing_id and i.status in ('open', 'in_progress') and i.due_at > now()
    )
    when p_kind = 'report_overdue' then (
      select i.due_at from public.incidents i where i.id = p_thing_id and i.status in ('open', 'in_progress')
    )
  end
$$;

-- Has somebody look at the moment when the thing will be late.
create function private.enqueue_late_check(p_property_id uuid, p_kind public.notification_kind, p_thing_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_late', concat_ws(':', p_kind, p_thing_id, extract(epoch from late.at)), p_property_id, p_thing_id,
    jsonb_build_object('kind', p_kind), late.at
  )
  from (select private.late_at(p_kind, p_thing_id) as at) late
  where late.at is not null
$$;

-- Definer, to jobs_api: tells of the thing of this job if it is late now; where it will be later, as it was put off meanwhile, the
-- job is enqueued for then. Returns whether it was told.
create function public.tell_if_late(job_id uuid, claim uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(tell_if_late.job_id, tell_if_late.claim, 'notification_late');
  late_kind constant public.notification_kind := job.payload ->> 'kind';
  late_at constant timestamptz := private.late_at(late_kind, job.about_id);
begin
  if late_at is null then
    return false;
  end if;
  if late_at > now() then
    perform private.enqueue_late_check(job.property_id, late_kind, job.about_id);
    return false;
  end if;
  -- A second try of a job whose first one told of it.
  if not exists (
    select from public.notifications n
    where n.thing_id = job.about_id and n.kind = late_kind and n.settled_at is null
  ) then
    perform private.notify(job.property_id, late_kind, job.about_id);
  end if;
  -- What told that a report is due soon gives way to what tells that it is overdue.
  if late_kind = 'report_overdue' then
    perform private.settle('{report_due_soon}', job.about_id, true);
  end if;
  return true;
end
$$;
grant execute on function public.tell_if_late(uuid, uuid) to jobs_api;

-- schemas/notifications/events.sql

-- Which events are told, and which steps settle what was told.

-- Definer: the guest or the member whose transaction this is may write no notification.
create function private.tell_of_order()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'order_new', new.id);
    perform private.enqueue_late_check(new.property_id, 'order_late', new.id);
    return null;
  end if;
  perform private.settle('{order_new,order_late}', new.id, new.status <> 'pending');
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.notify(new.property_id, 'order_cancelled', new.id);
  else
    perform private.settle('{order_cancelled}', new.id, new.cancellation_seen_at is not null);
  end if;
  return null;
end
$$;

create trigger accom_service_orders_tell
  after insert on public.accom_service_orders
  for each row when (new.status = 'pending') execute function private.tell_of_order();

create trigger accom_service_orders_settle
  after update of status, cancellation_seen_at on public.accom_service_orders
  for each row
  when (old.status is distinct from new.status or old.cancellation_seen_at is distinct from new.cancellation_seen_at)
  execute function private.tell_of_order();

-- Whether a guest waits for a reply: what was said last under the report is theirs, and the report is not over.
create function private.is_reply_awaited(p_incident_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select i.status in ('open', 'in_progress') and coalesce((
    select u.author = 'guest' from public.incident_updates u
    where u.incident_id = i.id and u.message <> ''
    order by u.created_at desc, u.id desc
    limit 1
  ), false)
  from public.incidents i where i.id = p_incident_id
$$;

-- Definer: the guest or the member whose transaction this is may write no notification.
create function private.tell_of_report()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  is_over constant boolean := new.status in ('resolved', 'closed');
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'report_new', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_due_soon', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
    return null;
  end if;
  if new.due_at <> old.due_at then
    perform private.enqueue_late_check(new.property_id, 'report_due_soon', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
  end if;
  perform private.settle('{report_new}', new.id, new.status <> 'open');
  perform private.settle('{report_due_soon}', new.id, is_over or new.escalates_at > now() or new.due_at <= now());
  perform private.settle('{report_overdue}', new.id, is_over or new.due_at > now());
  perform private.settle('{report_reply}', new.id, private.is_reply_awaited(new.id) is not true);
  if is_over or new.assignee_id is distinct from old.assignee_id then
    perform private.settle('{report_assigned}', new.id, true);
  end if;
  if new.assignee_id is null or is_over then
    return null;
  end if;
  if new.assignee_id is distinct from old.assignee_id and not private.is_undoing() then
    perform private.notify(new.property_id, 'report_assigned', new.id, new.assignee_id);
  else
    perform private.settle('{report_assigned}', new.id, false, new.assignee_id);
  end if;
  return null;
end
$$;

create trigger incidents_tell
  after insert on public.incidents
  for each row when (new.status = 'open') execute function private.tell_of_report();

create trigger incidents_settle
  after update of status, priority, assignee_id on public.incidents
  for each row
  when (
    old.status is distinct from new.status or old.due_at is distinct from new.due_at
    or old.assignee_id is distinct from new.assignee_id
  )
  execute function private.tell_of_report();

-- Definer: as above. A reply of the guest is told, and one of the desk settles it.
create function private.tell_of_reply()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.author = 'guest' then
    perform private.notify(new.property_id, 'report_reply', new.incident_id);
  else
    perform private.settle('{report_reply}', new.incident_id, true);
  end if;
  return null;
end
$$;

create trigger incident_updates_tell
  after insert on public.incident_updates
  for each row when (new.message <> '') execute function private.tell_of_reply();

-- Definer: as above. A request is told until somebody responds, the guest takes it back or its time is over.
create function private.tell_of_request()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'request_new', new.id);
  else
    perform private.settle('{request_new}', new.id, new.status <> 'pending');
  end if;
  return null;
end
$$;

create trigger accom_bookings_tell
  after insert on public.accom_bookings
  for each row when (new.status = 'pending') execute function private.tell_of_request();

create trigger accom_bookings_settle
  after update of status on public.accom_bookings
  for each row when (old.status is distinct from new.status) execute function private.tell_of_request();

-- Definer: the process for jobs may write no notification. A job of a place that is given up is told until somebody has it tried
-- again or drops it. One that would have notified somebody is not: that news would fail the same way.
create function private.tell_of_dead_job()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.dead_at is not null then
    perform private.notify(new.property_id, 'job_failed', new.id);
  else
    perform private.settle('{job_failed}', old.id, true);
  end if;
  return null;
end
$$;

create trigger jobs_tell
  after update of dead_at on public.jobs
  for each row
  when ((old.dead_at is null) <> (new.dead_at is null) and new.property_id is not null and new.kind not like 'notification%')
  execute function private.tell_of_dead_job();

create trigger jobs_untell
  after delete on public.jobs
  for each row when (old.dead_at is not null) execute function private.tell_of_dead_job();

-- Definer: whoever changes a membership may write no notification. What a member may not be told of any more goes, since it would count
-- as waiting for them.
create function private.forget_notifications()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.notifications n
    where n.property_id = new.property_id and n.account_id = new.account_id
      and not private.may_be_told(n.kind, new.role, new.sees_documents);
  return null;
end
$$;

create trigger property_members_forget_notifications
  after update of role, sees_documents on public.property_members
  for each row when (new.role < old.role or (old.sees_documents and not new.sees_documents))
  execute function private.forget_notifications();

-- schemas/documents/erasing.sql

-- How documents are erased. What is erased is unreadable from this transaction on, since its key is dropped in it; that the object
-- in Storage goes too is done by a job and verified.

-- Notes an erasure.
create function private.note_erasure(p_document public.accom_guest_documents, p_part text, p_rule text, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
begin
  insert into public.document_erasures (
    property_id, document_id, booking_id, part, rule, reason, actor, account_id, storage_path
  ) values (
    p_document.property_id, p_document.id, p_document.booking_id, p_part, p_rule, p_reason,
    private.actor_of(account), account, case when p_part <> 'fields' then p_document.storage_path end
  );
end
$$;

-- Has the object of a document removed, now and once more a day later: an upload that was under way when it was removed may end after.
create function private.queue_document_object(p_path text)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.storage_removals (bucket, name, again_after)
    select 'guest-documents', p_path, now() + interval '1 day' where p_path is not null
    on conflict (bucket, name) do nothing
$$;

-- Erases the picture of a document. Without one it does nothing.
create function private.erase_document_image(p_document public.accom_guest_documents, p_rule text, p_reason text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_document.storage_path is null then
    return;
  end if;
  perform private.note_erasure(
    p_document, case when p_document.stored_at is null then 'upload' else 'image' end, p_rule, p_reason
  );
  perform private.queue_document_object(p_document.storage_path);
  update public.accom_guest_documents d
    set storage_path = null, image_key = null, pages = null, file_size = null, purged_at = now()
    where d.id = p_document.id;
end
$$;

-- Erases a whole document: its picture, its fields and its row. What was told of it waits for nobody any more.
create function private.erase_document(p_document public.accom_guest_documents, p_rule text, p_reason text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.erase_document_image(p_document, p_rule, p_reason);
  if p_document.stored_at is not null then
    perform private.note_erasure(p_document, 'fields', p_rule, p_reason);
  end if;
  delete from public.accom_guest_documents d where d.id = p_document.id;
  perform private.settle('{document_new,document_erasure,visa_14,visa_7,visa_3,visa_short}', p_document.id, true);
end
$$;

-- For the sweep: erases what is past its time, and tries to upload that came to nothing. Rows that somebody works on are left for the
-- next sweep; nobody reads a picture past its time, whether it is swept or not. Returns how many.
create function private.purge_documents()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due public.accom_guest_documents;
  purged integer := 0;
begin
  for due in
    select d.* from public.accom_guest_documents d
    where d.hold_reason is null and (
      d.image_until <= now() or d.fields_until <= now() or (d.stored_at is null and d.promised_until <= now())
    )
    order by d.id
    for update skip locked
  loop
    if due.stored_at is null then
      perform private.erase_document(due, 'never_finished');
    elsif due.fields_until <= now() then
      perform private.erase_document(due, due.fields_rule);
    else
      perform private.erase_document_image(due, due.image_rule);
    end if;
    purged := purged + 1;
  end loop;
  return purged;
end
$$;

-- Definer, to authenticated: a manager who sees documents erases one now, and says why. Not what the law wants kept, nor what is held.
create function public.erase_document_now(document_id uuid, reason text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  select * into document from public.accom_guest_documents d where d.id = erase_document_now.document_id for update;
  perform private.require_sight_of_documents(document.property_id, 'manager');
  if (length(btrim(erase_document_now.reason)) between 1 and 500) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "erasure_needs_a_reason"}');
  end if;
  if document.hold_reason is not null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "document_is_held"}');
  end if;
  if document.fields_rule = 'law' and document.status = 'verified' then
    -- The picture goes all the same, unless the law wants that one too.
    if document.image_rule is distinct from 'law' and document.storage_path is not null then
      perform private.erase_document_image(document, 'erased_by_desk', btrim(erase_document_now.reason));
      perform private.settle('{document_erasure}', document.id, true);
      perform private.write_audit(
        document.property_id, 'document_image_erased', 'accom_guest_documents', document.id, '{}'
      );
      return;
    end if;
    perform private.raise_api_error(409, 'conflict', jsonb_build_object(
      'reason', 'document_is_kept_by_law', 'until', private.format_instant(document.fields_until)
    ));
  end if;
  perform private.erase_document(document, 'erased_by_desk', btrim(erase_document_now.reason));
  perform private.write_audit(document.property_id, 'document_erased', 'accom_guest_documents', document.id, '{}');
end
$$;
grant execute on function public.erase_document_now(uuid, text) to authenticated;

-- Definer, to authenticated: an owner stops or lets go on what time erases of a document, for example while the police ask for it.
-- Null lets it go on.
create function public.hold_document(document_id uuid, reason text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  select * into document from public.accom_guest_documents d where d.id = hold_document.document_id for update;
  perform private.require_sight_of_documents(document.property_id, 'owner');
  update public.accom_guest_documents d set hold_reason = nullif(left(btrim(hold_document.reason), 500), '')
    where d.id = document.id;
  perform private.write_audit(
    document.property_id, case when nullif(btrim(hold_document.reason), '') is null then 'document_released' else 'document_held' end,
    'accom_guest_documents', document.id, '{}'
  );
end
$$;
grant execute on function public.hold_document(uuid, text) to authenticated;

-- For the sweep: compares the rows of documents with what Storage has, both ways. An object that no row names has come from an upload
-- that was cut off or ended late: it is removed once no upload can be under way. A picture whose object is gone can't be shown again, so
-- its row says that it is lost. Returns how many of both.
create function private.reconcile_documents()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  orphan text;
  lost public.accom_guest_documents;
  found_both integer := 0;
begin
  for orphan in
    select o.name from storage.objects o
    where o.bucket_id = 'guest-documents' and o.created_at <= now() - interval '2 hours'
      and not exists (select from public.accom_guest_documents d where d.storage_path = o.name)
      and not exists (select from public.storage_removals r where r.bucket = o.bucket_id and r.name = o.name)
    order by o.name
    limit 1000
  loop
    -- It was removed before and came back: the job of then is done, and a job is enqueued once.
    delete from public.jobs j
      where j.kind = 'storage_removal' and j.done_at is not null
        and j.job_key in (concat_ws('/', 'guest-documents', orphan), concat_ws('/', 'guest-documents', orphan, 'again'));
    perform private.queue_document_object(orphan);
    found_both := found_both + 1;
  end loop;
  for lost in
    select d.* from public.accom_guest_documents d
    where d.stored_at <= now() - interval '2 hours' and d.storage_path is not null
      and not exists (select from storage.objects o where o.bucket_id = 'guest-documents' and o.name = d.storage_path)
    order by d.id
    limit 1000
    for update of d skip locked
  loop
    perform private.erase_document_image(lost, 'object_lost');
    found_both := found_both + 1;
  end loop;
  return found_both;
end
$$;

-- schemas/documents/own_documents.sql

-- What guests read of their own documents.

-- Who looked at a document, and when, newest first. What a guest may know of the team is a name.
create function private.list_document_views(p_document_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('by', v.name, 'at', private.format_instant(v.at)) order by v.at desc), '[]')
  from (
    select coalesce(nullif(a.display_name, ''), '') as name, max(l.created_at) as at
    from public.audit_log l join public.accounts a on a.id = l.account_id
    where l.row_id = p_document_id and l.action in ('document_viewed', 'document_image_viewed')
    group by a.id, date_trunc('hour', l.created_at)
    order by max(l.created_at) desc
    limit 20
  ) v
$$;

-- A document as its guest sees it: never what it says.
create function private.describe_own_document(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_document.id, 'documentType', p_document.document_type, 'status', p_document.status,
    'personId', p_document.person_id,
    'hasPicture', p_document.storage_path is not null,
    'fieldNames', to_jsonb(p_document.field_names),
    'rejectionReason', p_document.rejection_reason,
    'createdAt', private.format_instant(p_document.created_at),
    'pictureUntil', private.format_instant(p_document.image_until),
    'pictureRule', p_document.image_rule,
    'pictureErasedAt', private.format_instant(p_document.purged_at),
    'fieldsUntil', private.format_instant(p_document.fields_until),
    'fieldsRule', p_document.fields_rule,
    'erasureAskedAt', private.format_instant(p_document.erasure_asked_at),
    'isHeld', p_document.hold_reason is not null,
    'views', private.list_document_views(p_document.id)
  )
$$;

-- Definer, to guest_api: the documents of one's own booking, what the place asks for, and whose they can be. A stay that is over is
-- still read: it says when each of them will be gone.
create function public.list_own_documents(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  return jsonb_build_object(
    'ok', true,
    'policy', private.describe_document_policy(stay.property) || jsonb_build_object(
      'place', (stay.property).name,
      'email', nullif((stay.property).contact_email, ''),
      'phone', nullif((stay.property).contact_phone, ''),
      'canAdd', (stay.booking).id is not null and stay.state = 'live' and (stay.property).access_settings ->> 'documents' <> 'off'
    ),
    'people', case when (stay.booking).id is null then '[]' else private.describe_people((stay.booking).id) end,
    'documents', (
      select coalesce(jsonb_agg(private.describe_own_document(d) order by d.created_at desc, d.id), '[]')
      from public.accom_guest_documents d
      where d.booking_id = (stay.booking).id and d.stored_at is not null
    )
  );
end
$$;
grant execute on function public.list_own_documents(jsonb) to guest_api;

-- The visa that counts for one person of a booking: the one that ends last. Of all people, the one whose visa ends first.
create function private.find_visa(p_booking_id uuid)
returns public.accom_guest_documents
language sql
stable
set search_path = ''
as $$
  select d from (
    select distinct on (v.person_id) v.* from public.accom_guest_documents v
    where v.booking_id = p_booking_id and v.visa_expiry_date is not null and v.stored_at is not null and v.status <> 'rejected'
    order by v.person_id, v.visa_expiry_date desc, v.id
  ) latest
  join public.accom_guest_documents d on d.id = latest.id
  order by d.visa_expiry_date, d.id
  limit 1
$$;

-- Definer, to guest_api: until when the visas of one's own party are valid, by the first that ends, and whether that is before the
-- last day of the stay. Null without one, and where the law of the place lets no end be kept.
create function public.get_visa_status(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  visa public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  visa := private.find_visa((stay.booking).id);
  return jsonb_build_object('ok', true, 'visa', case when visa.id is not null then jsonb_build_object(
    'expiryDate', visa.visa_expiry_date,
    'daysRemaining', visa.visa_expiry_date - (now() at time zone (stay.property).timezone)::date,
    'endsBeforeCheckOut', visa.visa_expiry_date < (stay.booking).check_out_date,
    'personId', visa.person_id
  ) end);
end
$$;
grant execute on function public.get_visa_status(jsonb) to guest_api;

-- Definer, to guest_api: a guest asks the place to erase a document that it has checked. The desk answers with what it may.
create function public.ask_for_erasure(subject jsonb, document_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = ask_for_erasure.document_id and d.booking_id = (stay.booking).id and d.stored_at is not null
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  if own.erasure_asked_at is null then
    update public.accom_guest_documents d set erasure_asked_at = now() where d.id = own.id returning * into own;
    perform private.notify(own.property_id, 'document_erasure', own.id);
  end if;
  return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
end
$$;
grant execute on function public.ask_for_erasure(jsonb, uuid) to guest_api;

-- schemas/documents/uploading.sql

-- How a guest's document comes in: a row that nobody sees, then its object in Storage, then the row is complete. Whatever is cut off
-- in between is erased an hour later.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('guest-documents', 'guest-documents', false, 10485760, '{application/octet-stream}')
on conflict (id) do nothing;

-- Definer: guest_api reads no table, and the policy below has to look the path up.
create function private.is_promised_document(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.accom_guest_documents d
    where d.storage_path = p_name and d.stored_at is null and d.promised_until > now()
  )
$$;
grant execute on function private.is_promised_document(text) to guest_api;

-- Only what a document announced, and only until it is complete. No policy lets guest_api read, list, replace or delete an object.
create policy "the stays server stores pictures of documents" on storage.objects
  for insert to guest_api
  with check (bucket_id = 'guest-documents' and private.is_promised_document(name));

-- The key of a place: the offered one, if there is none yet. Of two first documents at once both get the same.
create function private.take_document_key(p_property_id uuid, p_offered jsonb)
returns public.document_keys
language plpgsql
volatile
set search_path = ''
as $$
declare
  newest public.document_keys;
begin
  select * into newest from public.document_keys k where k.property_id = p_property_id order by k.version desc limit 1;
  if newest.property_id is null then
    insert into public.document_keys (property_id, wrapped_key, master_key_id)
      values (p_property_id, p_offered ->> 'wrappedKey', p_offered ->> 'masterKeyId')
      on conflict do nothing;
    select * into newest from public.document_keys k where k.property_id = p_property_id order by k.version desc limit 1;
  end if;
  return newest;
end
$$;

-- What may be done with the documents of a stay. Returns the refusal, or null. A guest session has no booking to which a document
-- could belong.
create function private.refuse_document(p_booking public.accom_bookings, p_property public.accom_properties, p_has_picture boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.id is null then private.refuse('illegal_step', '{"reason": "documents_need_a_booking"}')
    when mode = 'off' then private.refuse('illegal_step', '{"reason": "documents_are_off"}')
    when mode = 'fields_only' and p_has_picture then private.refuse('illegal_step', '{"reason": "no_pictures_here"}')
    when mode = 'image' and not p_has_picture then private.refuse('illegal_step', '{"reason": "picture_is_missing"}')
  end
  from (select p_property.access_settings ->> 'documents' as mode) asked
$$;

-- The person of a document: one of the booking's, or somebody whom the guest names now. Null in `id` and false: nobody such.
create function private.take_document_person(
  p_booking public.accom_bookings, p_person_id uuid, p_new_person jsonb, out id uuid, out is_known boolean
)
language plpgsql
volatile
set search_path = ''
as $$
begin
  is_known := true;
  if p_person_id is not null then
    select p.id into id from public.booking_people p where p.id = p_person_id and p.booking_id = p_booking.id;
    is_known := found;
  elsif p_new_person is not null then
    -- Two people at once get different places.
    perform from public.accom_bookings b where b.id = p_booking.id for update;
    select p.id into id from public.booking_people p
      where p.booking_id = p_booking.id and lower(p.name) = lower(btrim(p_new_person ->> 'name'));
    if found then
      return;
    end if;
    insert into public.booking_people (property_id, booking_id, name, is_child, position)
      select p_booking.property_id, p_booking.id, btrim(p_new_person ->> 'name'),
        coalesce((p_new_person ->> 'isChild')::boolean, false), coalesce(max(p.position), 0) + 1
      from public.booking_people p where p.booking_id = p_booking.id
      returning booking_people.id into id;
  end if;
exception when check_violation or not_null_violation or invalid_text_representation then
  is_known := false;
end
$$;

-- Definer, to guest_api: announces a document. `document`: { documentType, personId?, newPerson?: { name, isChild }, nationality?,
-- visaType?, visaExpiryDate?, consentVersion, consentLocale }. Returns its id, the place's key, which fields may be kept, and the path
-- under which the picture may be stored, a fresh one for each try: of two uploads of one path that overlap, Storage may keep either.
-- A request that is sent again under its key goes on with the same document; `document` in the response means it is complete.
create function public.begin_guest_document(
  subject jsonb, document jsonb, has_picture boolean, offered_key jsonb, idempotency_key text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  policy jsonb;
  refusal jsonb;
  person record;
  kept text[];
  scope text;
  earlier record;
  key public.document_keys;
  announced public.accom_guest_documents;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if not private.is_request_key(idempotency_key) or has_picture is null then
    return private.refuse('invalid_request');
  end if;
  refusal := private.refuse_document(stay.booking, stay.property, has_picture);
  if refusal is not null then
    return refusal;
  end if;
  policy := private.describe_document_policy(stay.property);
  scope := 'document:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, document);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_document"}');
  end if;
  select * into announced from public.accom_guest_documents d where d.id = earlier.made_id for update;
  if announced.stored_at is not null then
    return jsonb_build_object('ok', true, 'document', private.describe_own_document(announced));
  end if;
  seconds := private.take_hit('document:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if document ->> 'consentVersion' is distinct from policy ->> 'consentVersion' then
    return private.refuse('conflict', '{"reason": "consent_changed"}');
  end if;
  if announced.id is null then
    if (select count(*) from public.accom_guest_documents d where d.booking_id = (stay.booking).id) >= 60 then
      return private.refuse('illegal_step', '{"reason": "too_many_documents"}');
    end if;
    select * into person from private.take_document_person(
      stay.booking, (document ->> 'personId')::uuid, document -> 'newPerson'
    );
    if not person.is_known then
      return private.refuse('invalid_request');
    end if;
    kept := private.list_kept_fields(policy, person.id is null);
    key := private.take_document_key((stay.property).id, offered_key);
    insert into public.accom_guest_documents (
      property_id, booking_id, person_id, document_type, nationality, visa_type, visa_expiry_date, key_version,
      consent_version, consent_locale
    ) values (
      (stay.property).id, (stay.booking).id, person.id, (document ->> 'documentType')::public.document_type,
      case when 'nationality' = any (kept) then document ->> 'nationality' end,
      case when 'visaType' = any (kept) then document ->> 'visaType' end,
      case when 'visaExpiryDate' = any (kept) then (document ->> 'visaExpiryDate')::date end,
      key.version, document ->> 'consentVersion', document ->> 'consentLocale'
    ) returning * into announced;
    perform private.record_request(scope, idempotency_key, document, announced.id);
  else
    kept := private.list_kept_fields(policy, announced.person_id is null);
    select * into key from public.document_keys k
      where k.property_id = announced.property_id and k.version = announced.key_version;
    perform private.queue_document_object(announced.storage_path);
  end if;
  update public.accom_guest_documents d
    set promised_until = now() + interval '1 hour',
      storage_path = case when has_picture then d.property_id || '/' || d.booking_id || '/' || gen_random_uuid() end
    where d.id = announced.id
    returning * into announced;
  return jsonb_build_object(
    'ok', true, 'id', announced.id, 'propertyId', announced.property_id, 'path', announced.storage_path, 'keptFields', kept,
    'key', private.describe_key(key)
  );
exception
  -- The last one: the person was taken off the booking at this moment.
  when invalid_text_representation or check_violation or not_null_violation or datetime_field_overflow or invalid_datetime_format
    or foreign_key_violation
  then
    return private.refuse('invalid_request');
end
$$;
grant execute on function public.begin_guest_document(jsonb, jsonb, boolean, jsonb, text) to guest_api;

-- Definer, to guest_api: the document is complete. `sealed`: { path?, imageKey?, pages?, bytes?, fields?, fieldsKey?, fieldNames?,
-- numberDigest? }. The picture has to be in Storage under the path of this try: another try has replaced it otherwise.
create function public.finish_guest_document(subject jsonb, document_id uuid, sealed jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
  policy jsonb;
  names text[];
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = finish_guest_document.document_id and d.booking_id = (stay.booking).id
    for update;
  if own.id is null or (own.stored_at is null and own.storage_path is distinct from sealed ->> 'path') then
    return private.refuse('not_found');
  end if;
  if own.stored_at is not null then
    return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
  end if;
  if own.storage_path is not null and not exists (
    select from storage.objects o where o.bucket_id = 'guest-documents' and o.name = own.storage_path
  ) then
    return private.refuse('unavailable');
  end if;
  policy := private.describe_document_policy(stay.property);
  names := array(select jsonb_array_elements_text(coalesce(sealed -> 'fieldNames', '[]')));
  -- The place asks for something else since the document was announced, or the server is not ours.
  if own.consent_version is distinct from policy ->> 'consentVersion'
    or not names <@ private.list_kept_fields(policy, own.person_id is null)
  then
    return private.refuse('conflict', '{"reason": "consent_changed"}');
  end if;
  update public.accom_guest_documents d
    set stored_at = now(), image_key = sealed ->> 'imageKey', pages = (sealed ->> 'pages')::smallint,
      file_size = (sealed ->> 'bytes')::integer, sealed_fields = sealed ->> 'fields', fields_key = sealed ->> 'fieldsKey',
      field_names = names,
      -- Where the number may not be kept, no hash of it is either.
      number_digest = case when 'documentNumber' = any (names) then sealed ->> 'numberDigest' end
    where d.id = own.id
    returning * into own;
  perform private.write_audit(own.property_id, 'document_added', 'accom_guest_documents', own.id, '{}');
  perform private.notify(own.property_id, 'document_new', own.id);
  return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
exception when invalid_text_representation or check_violation or not_null_violation or numeric_value_out_of_range then
  return private.refuse('invalid_request');
end
$$;
grant execute on function public.finish_guest_document(jsonb, uuid, jsonb) to guest_api;

-- Definer, to guest_api: called before the server reads and decodes a picture, which is what costs. Refuses a stay that may not add
-- one, and more than ten calls a minute.
create function public.admit_guest_document(subject jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if private.refuse_document(stay.booking, stay.property, true) is not null then
    return private.refuse_document(stay.booking, stay.property, true);
  end if;
  seconds := private.take_hit('document-file:' || stay.id, 10, '1 minute');
  return case when seconds > 0 then private.refuse_for_now(seconds) else '{"ok": true}' end;
end
$$;
grant execute on function public.admit_guest_document(jsonb) to guest_api;

-- schemas/documents/removing.sql

-- How a document that came in goes again, by its guest, or by the server that could not store it.

-- Definer, to guest_api: a guest takes back what the desk has not checked.
create function public.remove_guest_document(subject jsonb, document_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = remove_guest_document.document_id and d.booking_id = (stay.booking).id and d.stored_at is not null
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  if own.status <> 'pending' then
    return private.refuse('illegal_step', jsonb_build_object('from', own.status, 'to', 'removed'));
  end if;
  if own.hold_reason is not null then
    return private.refuse('conflict', '{"reason": "document_is_held"}');
  end if;
  perform private.erase_document(own, 'removed_by_guest');
  perform private.write_audit(own.property_id, 'document_removed', 'accom_guest_documents', own.id, '{}');
  return '{"ok": true}';
end
$$;
grant execute on function public.remove_guest_document(jsonb, uuid) to guest_api;

-- Definer, to guest_api: the server could not store what it announced. Nothing is given up that is complete, or that another try of the
-- same request has taken over under another path. What is not given up here is erased by the sweep.
create function public.give_up_document(subject jsonb, document_id uuid, path text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = give_up_document.document_id and d.booking_id = (stay.booking).id
      and d.stored_at is null and coalesce(d.storage_path, '') = give_up_document.path
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  perform private.erase_document(own, 'never_finished');
  return '{"ok": true}';
end
$$;
grant execute on function public.give_up_document(jsonb, uuid, text) to guest_api;

-- schemas/documents/reviewing.sql

-- What the desk does with documents: members of staff who see documents, and nobody else.

-- The name of whose document it is, for the desk.
create function private.name_of_document(p_document public.accom_guest_documents)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (select p.name from public.booking_people p where p.id = p_document.person_id),
    (select b.guest_name from public.accom_bookings b where b.id = p_document.booking_id)
  )
$$;

-- A document in the desk's lists: never what it says. `looksLike`: how many others of the place have the same number.
create function private.describe_document(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_document.id, 'bookingId', p_document.booking_id, 'documentType', p_document.document_type,
    'status', p_document.status, 'name', private.name_of_document(p_document), 'personId', p_document.person_id,
    'isChild', coalesce((select p.is_child from public.booking_people p where p.id = p_document.person_id), false),
    'room', (select r.room_number from public.accom_rooms r where r.id = b.room_id),
    'bookingCode', b.booking_code, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date, 'stayStatus', b.status,
    'pages', coalesce(p_document.pages, 0), 'fieldNames', to_jsonb(p_document.field_names),
    'nationality', p_document.nationality, 'visaType', p_document.visa_type, 'visaExpiryDate', p_document.visa_expiry_date,
    'createdAt', p_document.created_at, 'version', p_document.updated_at,
    'rejectionReason', p_document.rejection_reason, 'reviewedAt', p_document.reviewed_at,
    'confirmedFields', to_jsonb(p_document.confirmed_fields),
    'reviewedBy', (select private.name_account(a) from public.accounts a where a.id = p_document.reviewed_by),
    'seenAt', p_document.seen_at,
    'seenBy', (select private.name_account(a) from public.accounts a where a.id = p_document.seen_by),
    'imageUntil', p_document.image_until, 'imageRule', p_document.image_rule, 'imageErasedAt', p_document.purged_at,
    'imageErasedRule', (
      select e.rule from public.document_erasures e
      where e.document_id = p_document.id and e.part = 'image' order by e.erased_at desc limit 1
    ),
    'fieldsUntil', p_document.fields_until, 'fieldsRule', p_document.fields_rule,
    'erasureAskedAt', p_document.erasure_asked_at, 'holdReason', p_document.hold_reason,
    'sameNumber', case when p_document.number_digest is null then '[]' else (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', other.id, 'bookingId', other.booking_id, 'name', private.name_of_document(other)
      ) order by other.created_at desc), '[]')
      from (
        select * from public.accom_guest_documents o
        where o.property_id = p_document.property_id and o.number_digest = p_document.number_digest
          and o.id <> p_document.id and o.stored_at is not null
        order by o.created_at desc
        limit 5
      ) other
    ) end
  )
  from public.accom_bookings b where b.id = p_document.booking_id
$$;

-- Definer, to authenticated: the documents of a place, those that wait first and the oldest of them first, then the others, the newest
-- first; or those of one booking. A hundred at most, after the ones that are skipped.
create function public.list_documents(
  property_id uuid, booking_id uuid default null, status public.document_status default null, skipped integer default 0
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_documents(list_documents.property_id);
  return (
    select coalesce(jsonb_agg(private.describe_document(one.document) order by one.place), '[]')
    from (
      select d as document, row_number() over (
        order by d.status = 'pending' desc, case when d.status = 'pending' then d.created_at end, d.created_at desc, d.id
      ) as place
      from public.accom_guest_documents d
      where d.property_id = list_documents.property_id and d.stored_at is not null
        and (list_documents.booking_id is null or d.booking_id = list_documents.booking_id)
        and (list_documents.status is null or d.status = list_documents.status)
      order by place
      offset greatest(list_documents.skipped, 0) limit 101
    ) one
  );
end
$$;
grant execute on function public.list_documents(uuid, uuid, public.document_status, integer) to authenticated;

-- Definer: a document that the caller may see, at one place. What another place has is not found.
create function private.lock_document(p_property_id uuid, p_document_id uuid)
returns public.accom_guest_documents
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  perform private.require_sight_of_documents(p_property_id);
  select * into document from public.accom_guest_documents d
    where d.id = p_document_id and d.property_id = p_property_id and d.stored_at is not null
    for update;
  if document.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return document;
end
$$;

-- Definer, to authenticated: the desk has checked a document. `version` is the one that it looked at: of two who review at once the
-- second learns what the first has done. `confirmed` are the fields that it says agree, each by itself or all that are left at once: all of them where it is verified.
create function public.review_document(
  property_id uuid, document_id uuid, version timestamptz, status public.document_status, reason text default null,
  confirmed text[] default '{}'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents :=
    private.lock_document(review_document.property_id, review_document.document_id);
  why constant text := nullif(btrim(review_document.reason), '');
begin
  if date_trunc('milliseconds', document.updated_at) <> date_trunc('milliseconds', review_document.version) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  perform private.require_step(
    document.status = 'pending' and review_document.status <> 'pending', document.status::text, review_document.status::text
  );
  if (review_document.status = 'rejected') <> (why is not null) or length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rejection_needs_a_reason"}');
  end if;
  if not coalesce(review_document.confirmed <@ document.field_names, false) then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  if review_document.status = 'verified' and not review_document.confirmed @> document.field_names then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "fields_are_unconfirmed"}');
  end if;
  update public.accom_guest_documents d
    set status = review_document.status, rejection_reason = why, reviewed_at = now(),
      reviewed_by = private.current_account_id(),
      -- Each once, in the order of the document.
      confirmed_fields = array(
        select f.name from unnest(d.field_names) with ordinality f (name, position)
        where f.name = any (review_document.confirmed) order by f.position
      )
    where d.id = document.id;
end
$$;
grant execute on function public.review_document(uuid, uuid, timestamptz, public.document_status, text, text[]) to authenticated;

-- Definer: the member whose transaction this is may write no notification. It is a trigger, so that a review that is undone waits for
-- the desk again. Which visa of a guest decides may change with a review.
create function private.settle_document()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.settle('{document_new}', new.id, new.status <> 'pending');
  perform private.settle_visa_warnings(new.property_id);
  return null;
end
$$;

create trigger accom_guest_documents_settle
  after update of status on public.accom_guest_documents
  for each row when (old.status <> new.status) execute function private.settle_document();

-- Definer, to authenticated: somebody of the desk has seen the document itself, in the guest's hand. It is an event of its own: a
-- picture alone never is that.
create function public.see_document(property_id uuid, document_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents := private.lock_document(see_document.property_id, see_document.document_id);
begin
  if document.seen_at is null then
    update public.accom_guest_documents d set seen_at = now(), seen_by = private.current_account_id() where d.id = document.id;
  end if;
end
$$;
grant execute on function public.see_document(uuid, uuid) to authenticated;

-- schemas/documents/desk.sql

-- What the desk writes down from a document in its hand, for example read by a scanner. It is checked and seen in person at once, and has
-- no picture.

-- Definer, to authenticated: what a member of the desk needs before: the fields that may be kept of the guest who booked and of the others,
-- and the key of the place, the offered one if there is none yet.
create function public.prepare_desk_document(property_id uuid, offered_key jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  key public.document_keys;
begin
  perform private.require_sight_of_documents(prepare_desk_document.property_id);
  select * into property from public.accom_properties p where p.id = prepare_desk_document.property_id;
  key := private.take_document_key(property.id, offered_key);
  return jsonb_build_object(
    'policy', private.describe_document_policy(property),
    'key', private.describe_key(key)
  );
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.prepare_desk_document(uuid, jsonb) to authenticated;

-- Definer, to authenticated: adds it. `document`: { id, documentType, personId?, nationality?, visaType?, visaExpiryDate?, keyVersion };
-- `sealed`: { fields?, fieldsKey?, fieldNames, numberDigest? }. Only for a stay that is on or to come. Sent twice it is one document.
create function public.add_desk_document(property_id uuid, booking_id uuid, document jsonb, sealed jsonb)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
  person uuid;
  names text[];
  made uuid;
begin
  perform private.require_sight_of_documents(add_desk_document.property_id);
  -- Here, and not where they are declared: what has another form is refused below.
  person := (document ->> 'personId')::uuid;
  names := array(select jsonb_array_elements_text(coalesce(sealed -> 'fieldNames', '[]')));
  select * into booking from public.accom_bookings b
    where b.id = add_desk_document.booking_id and b.property_id = add_desk_document.property_id;
  if booking.id is null or (person is not null and not exists (
    select from public.booking_people p where p.id = person and p.booking_id = booking.id
  )) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if booking.status not in ('confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  select * into property from public.accom_properties p where p.id = booking.property_id;
  if property.access_settings ->> 'documents' = 'off' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "documents_are_off"}');
  end if;
  if not names <@ private.list_kept_fields(private.describe_document_policy(property), person is null) then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  insert into public.accom_guest_documents as own (
    id, property_id, booking_id, person_id, document_type, status, nationality, visa_type, visa_expiry_date, sealed_fields, fields_key,
    field_names, confirmed_fields, number_digest, key_version, stored_at, consent_version, consent_locale, reviewed_at, reviewed_by,
    seen_at, seen_by
  ) values (
    (document ->> 'id')::uuid, booking.property_id, booking.id, person, (document ->> 'documentType')::public.document_type, 'verified',
    case when 'nationality' = any (names) then document ->> 'nationality' end,
    case when 'visaType' = any (names) then document ->> 'visaType' end,
    case when 'visaExpiryDate' = any (names) then (document ->> 'visaExpiryDate')::date end,
    sealed ->> 'fields', sealed ->> 'fieldsKey', names, names,
    -- Where the number may not be kept, no hash of it is either.
    case when 'documentNumber' = any (names) then sealed ->> 'numberDigest' end, (document ->> 'keyVersion')::integer,
    -- Nobody agreed to anything: the desk registers by the rule of the place.
    now(), 'desk', 'en', now(), private.current_account_id(), now(), private.current_account_id()
  )
  -- Whoever did not see the response may have corrected something before they sent the form again.
  on conflict (id) do update set
    person_id = excluded.person_id, document_type = excluded.document_type, nationality = excluded.nationality,
    visa_type = excluded.visa_type, visa_expiry_date = excluded.visa_expiry_date, sealed_fields = excluded.sealed_fields,
    fields_key = excluded.fields_key, field_names = excluded.field_names, confirmed_fields = excluded.confirmed_fields,
    number_digest = excluded.number_digest, key_version = excluded.key_version
  where own.booking_id = excluded.booking_id and own.consent_version = 'desk' and own.reviewed_by = excluded.reviewed_by
    and own.sealed_fields is not null and own.erasure_asked_at is null and own.hold_reason is null
  returning own.id into made;
  if made is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  perform private.write_audit(booking.property_id, 'document_written', 'accom_guest_documents', made, '{}');
  return made;
exception
  when invalid_text_representation or invalid_parameter_value or numeric_value_out_of_range or check_violation or not_null_violation
    or datetime_field_overflow or invalid_datetime_format then
    perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.add_desk_document(uuid, uuid, jsonb, jsonb) to authenticated;

-- schemas/documents/viewing.sql

-- How a document is looked at. Each look is written to the log before anything of it leaves the database, and its guest reads that.

-- The right to load one page of a picture, once and within five minutes.
create table public.document_grants (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  document_id uuid not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  page smallint not null,
  expires_at timestamptz not null default now() + interval '5 minutes',
  used_at timestamptz,
  constraint document_grants_document_of_property foreign key (document_id, property_id)
    references public.accom_guest_documents (id, property_id) on delete cascade,
  constraint document_grants_page_is_sane check (page between 1 and 4)
);

create index document_grants_document on public.document_grants (document_id, property_id);
create index document_grants_account on public.document_grants (account_id, used_at);
create index document_grants_age on public.document_grants (expires_at);

alter table public.document_grants enable row level security;

-- The keys with which the app's server opens what it got from here.
create function private.describe_document_key(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_key(k)
  from public.document_keys k
  where k.property_id = p_document.property_id and k.version = p_document.key_version
$$;

-- How long one look goes on: an open screen reads its document again whenever something changes at the place.
create function private.look_time()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '15 minutes'
$$;

-- Writes to the log that the caller looks at a document.
create function private.log_look(p_document public.accom_guest_documents)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.write_audit(p_document.property_id, 'document_viewed', 'accom_guest_documents', p_document.id, '{}');
$$;

-- Definer: logs a look at a document, unless a look of the same person has begun so recently that this is
-- still the same one. Nobody reads one without an entry of their own that is that young.
create function private.note_look(p_document public.accom_guest_documents)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.audit_log l
    where l.row_id = p_document.id and l.created_at > now() - private.look_time()
      and l.action = 'document_viewed' and l.account_id = private.current_account_id()
  ) then
    perform private.log_look(p_document);
  end if;
end
$$;

-- Definer, to authenticated: one document with its sealed fields, and a grant for each page of its picture. A picture past its time is
-- not shown, whether it was erased yet or not.
create function public.open_document(property_id uuid, document_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents := private.lock_document(open_document.property_id, open_document.document_id);
  grants jsonb := '[]';
begin
  perform private.note_look(document);
  if document.storage_path is not null and (document.image_until > now() or document.hold_reason is not null) then
    with made as (
      insert into public.document_grants (property_id, document_id, account_id, page)
        select document.property_id, document.id, private.current_account_id(), page
        from generate_series(1, document.pages) page
        returning id, page
    )
    select jsonb_agg(made.id order by made.page) into grants from made;
  end if;
  return private.describe_document(document) || jsonb_build_object(
    'sealedFields', document.sealed_fields, 'fieldsKey', document.fields_key, 'key', private.describe_document_key(document),
    'grants', grants, 'guestLocale', document.consent_locale,
    'views', private.list_document_views(document.id)
  );
end
$$;
grant execute on function public.open_document(uuid, uuid) to authenticated;

-- Definer, to authenticated: uses a grant. It is the caller's own, not used yet and not past its time. Returns where the object is and
-- the keys of it; a grant that opens nothing is not found.
create function public.use_document_grant(property_id uuid, grant_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  used public.document_grants;
  document public.accom_guest_documents;
begin
  perform private.require_sight_of_documents(use_document_grant.property_id);
  update public.document_grants g set used_at = now()
    where g.id = use_document_grant.grant_id and g.property_id = use_document_grant.property_id
      and g.account_id = private.current_account_id() and g.used_at is null and g.expires_at > now()
    returning * into used;
  select * into document from public.accom_guest_documents d
    where d.id = used.document_id and d.storage_path is not null and (d.image_until > now() or d.hold_reason is not null)
    for share;
  if document.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  perform private.write_audit(document.property_id, 'document_image_viewed', 'accom_guest_documents', document.id, '{}');
  return jsonb_build_object(
    'documentId', document.id, 'path', document.storage_path, 'imageKey', document.image_key, 'page', used.page,
    'key', private.describe_document_key(document),
    'viewer', (select private.name_account(a) from public.accounts a where a.id = used.account_id),
    'viewedAt', private.format_instant(now()),
    'timezone', (select p.timezone from public.accom_properties p where p.id = document.property_id)
  );
end
$$;
grant execute on function public.use_document_grant(uuid, uuid) to authenticated;

-- Definer: looks the grant up for the policy below.
create function private.is_document_granted(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.accom_guest_documents d
    join public.document_grants g on g.document_id = d.id
    join public.property_members m on m.property_id = d.property_id and m.account_id = g.account_id
    where d.storage_path = p_name and d.stored_at is not null
      and (d.image_until > now() or d.hold_reason is not null)
      and g.account_id = private.current_account_id() and g.used_at > now() - interval '1 minute'
      and m.role >= 'staff' and m.sees_documents
  )
$$;
grant execute on function private.is_document_granted(text) to authenticated;

-- Who has just used a grant downloads the object, which is encrypted. No policy lets anybody list, sign or copy one.
create policy "who has used a grant downloads that object" on storage.objects
  for select to authenticated
  using (
    bucket_id = 'guest-documents'
    and storage.allow_only_operation('object.get_authenticated')
    and private.is_document_granted(name)
  );

-- For the sweep: deletes grants a day after their end. Returns how many.
create function private.drop_old_document_grants()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.document_grants g where g.expires_at <= now() - interval '1 day';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- schemas/documents/warnings.sql

-- Warnings that a visa is about to end. Each is told once, by the days of the place.

create table public.document_warnings (
  document_id uuid not null,
  property_id uuid not null,
  kind public.notification_kind not null,
  warned_at timestamptz not null default now(),
  primary key (document_id, kind),
  constraint document_warnings_document_of_property foreign key (document_id, property_id)
    references public.accom_guest_documents (id, property_id) on delete cascade,
  constraint document_warnings_are_of_visas check (kind in ('visa_14', 'visa_7', 'visa_3', 'visa_short'))
);

create index document_warnings_document on public.document_warnings (document_id, property_id);

alter table public.document_warnings enable row level security;

-- The visas of guests who are or will be in the house, with how many days they have left by the calendar of the place. Of several of one
-- person, the one that ends last.
create function private.list_visas(p_property_id uuid default null)
returns table (document_id uuid, property_id uuid, booking_id uuid, days_left integer, is_short boolean)
language sql
stable
set search_path = ''
as $$
  select distinct on (d.booking_id, d.person_id)
    d.id, d.property_id, d.booking_id, d.visa_expiry_date - (now() at time zone p.timezone)::date,
    d.visa_expiry_date < b.check_out_date
  from public.accom_guest_documents d
  join public.accom_bookings b on b.id = d.booking_id
  join public.accom_properties p on p.id = d.property_id
  where d.visa_expiry_date is not null and d.stored_at is not null and d.status <> 'rejected'
    -- Nobody who was expected and has never come.
    and (b.status = 'checked_in' or b.status = 'confirmed' and b.check_out_date >= (now() at time zone p.timezone)::date)
    and (p_property_id is null or d.property_id = p_property_id)
  order by d.booking_id, d.person_id, d.visa_expiry_date desc, d.id
$$;

-- The warning that a visa is due for: the nearest of three, so that one that came late is not told of thrice.
create function private.visa_warning(p_days_left integer)
returns public.notification_kind
language sql
immutable
set search_path = ''
as $$
  select case
    when p_days_left between 0 and 3 then 'visa_3'
    when p_days_left between 4 and 7 then 'visa_7'
    when p_days_left between 8 and 14 then 'visa_14'
  end::public.notification_kind
$$;

-- The warnings that are due now, of one place or of all, whether they were told or not.
create function private.list_visa_warnings(p_property_id uuid default null)
returns table (document_id uuid, property_id uuid, kind public.notification_kind)
language sql
stable
set search_path = ''
as $$
  select v.document_id, v.property_id, w.kind
  from private.list_visas(p_property_id) v
  cross join lateral (values
    (private.visa_warning(v.days_left)), (case when v.is_short then 'visa_short'::public.notification_kind end)
  ) as w (kind)
  where w.kind is not null
$$;

-- Of the warnings that were told, those wait that are still due: not an earlier one of the same visa, nor one of a visa that decides nothing
-- any more, since its guest has a longer one or has left.
create function private.settle_visa_warnings(p_property_id uuid default null)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.notifications n set settled_at = case when due.kind is null then now() end
  from public.document_warnings w
  left join private.list_visa_warnings(p_property_id) due on due.document_id = w.document_id and due.kind = w.kind
  where n.thing_id = w.document_id and n.kind = w.kind and (n.settled_at is null) = (due.kind is null)
    and (p_property_id is null or w.property_id = p_property_id)
$$;

-- For the sweep. Returns how many warnings were told.
create function private.warn_of_visas()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due record;
  told integer := 0;
begin
  for due in
    select v.* from private.list_visa_warnings() v
    where not exists (select from public.document_warnings s where s.document_id = v.document_id and s.kind = v.kind)
    order by v.document_id, v.kind
  loop
    insert into public.document_warnings (document_id, property_id, kind)
      values (due.document_id, due.property_id, due.kind)
      on conflict do nothing;
    if found then
      perform private.notify(due.property_id, due.kind, due.document_id);
      told := told + 1;
    end if;
  end loop;
  perform private.settle_visa_warnings();
  return told;
end
$$;

-- Definer, to authenticated: the visas that end within fourteen days or before the guest leaves, for Today.
create function public.list_ending_visas(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_documents(list_ending_visas.property_id);
  return (
    select coalesce(jsonb_agg(private.describe_document(d) || jsonb_build_object('daysLeft', v.days_left, 'isShort', v.is_short)
      order by v.days_left, d.id), '[]')
    from private.list_visas(list_ending_visas.property_id) v
    join public.accom_guest_documents d on d.id = v.document_id
    where v.days_left <= 14 or v.is_short
  );
end
$$;
grant execute on function public.list_ending_visas(uuid) to authenticated;

-- For the sweep: tells managers of objects that Storage still has a day after they were erased. They are unreadable, and somebody has
-- to look. Each is told once, also where nobody wants to hear of it. Returns how many.
create function private.warn_of_remaining_objects()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  remaining public.document_erasures;
  told integer := 0;
begin
  for remaining in
    select e.* from public.document_erasures e
    where e.storage_path is not null and e.verified_gone_at is null and e.warned_at is null
      and e.erased_at <= now() - interval '1 day'
    order by e.erased_at, e.id
    limit 100
    for update skip locked
  loop
    update public.document_erasures e set warned_at = now() where e.id = remaining.id;
    perform private.notify(remaining.property_id, 'document_not_gone', remaining.id);
    told := told + 1;
  end loop;
  return told;
end
$$;

-- schemas/documents/person_data.sql

-- What a place has of one guest: to see all of it, and to erase what may be erased. It is asked for by the booking.

-- Bookings of whose guest something is left to erase, after somebody asked for it, and when that is tried. Apart from the bookings: a
-- column and an index there would make each search among them read more.
create table public.people_to_erase (
  booking_id uuid not null,
  property_id uuid not null,
  due_at timestamptz not null,
  primary key (booking_id, property_id),
  constraint people_to_erase_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade
);

create index people_to_erase_due on public.people_to_erase (due_at);

-- No policy and no grant: functions alone reach it.
alter table public.people_to_erase enable row level security;

-- Definer: the booking of a place, for a manager who sees documents. Of another place it is not found.
create function private.lock_person(p_property_id uuid, p_booking_id uuid)
returns public.accom_bookings
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  perform private.require_sight_of_documents(p_property_id, 'manager');
  select * into booking from public.accom_bookings b
    where b.id = p_booking_id and b.property_id = p_property_id
    for update;
  if booking.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return booking;
end
$$;

-- Definer, to authenticated: everything that a place has of the people of a booking, in one object. Documents come sealed, with grants
-- for their pages. It is a look at each of them, also where the caller had it open just before.
create function public.read_person_data(property_id uuid, booking_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking constant public.accom_bookings := private.lock_person(read_person_data.property_id, read_person_data.booking_id);
begin
  perform private.write_audit(booking.property_id, 'person_data_read', 'accom_bookings', booking.id, '{}');
  perform private.log_look(d)
    from public.accom_guest_documents d where d.booking_id = booking.id and d.stored_at is not null;
  return jsonb_build_object(
    'booking', jsonb_build_object(
      'code', booking.booking_code, 'guestName', booking.guest_name, 'lastName', booking.guest_last_name,
      'email', booking.guest_email, 'phone', booking.guest_phone, 'language', booking.guest_locale,
      'guestCount', booking.guest_count, 'checkIn', booking.check_in_date, 'checkOut', booking.check_out_date,
      'status', booking.status, 'source', booking.source, 'notes', booking.notes,
      'cancelNote', booking.cancel_note, 'createdAt', booking.created_at
    ),
    'people', private.describe_people(booking.id),
    'phones', private.describe_phones(booking.property_id, booking.id, null),
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', o.number, 'status', o.status, 'notes', o.notes, 'createdAt', o.created_at, 'items', (
          select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'quantity', i.quantity) order by i.position), '[]')
          from public.accom_service_order_items i where i.order_id = o.id
        )
      ) order by o.created_at), '[]')
      from public.accom_service_orders o where o.booking_id = booking.id
    ),
    'reports', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'title', i.title, 'description', i.description, 'status', i.status, 'photos', i.photos, 'createdAt', i.created_at, 'replies', (
          select coalesce(jsonb_agg(jsonb_build_object('from', u.author, 'message', u.message, 'createdAt', u.created_at)
            order by u.created_at), '[]')
          from public.incident_updates u where u.incident_id = i.id and u.message <> ''
        )
      ) order by i.created_at), '[]')
      from public.incidents i where i.booking_id = booking.id
    ),
    'documents', (
      select coalesce(jsonb_agg(public.open_document(d.property_id, d.id) order by d.created_at, d.id), '[]')
      from public.accom_guest_documents d where d.booking_id = booking.id and d.stored_at is not null
    ),
    'erasures', (
      select coalesce(
        jsonb_agg(jsonb_build_object('part', e.part, 'rule', e.rule, 'erasedAt', e.erased_at) order by e.erased_at), '[]'
      )
      from public.document_erasures e where e.booking_id = booking.id
    )
  );
end
$$;
grant execute on function public.read_person_data(uuid, uuid) to authenticated;

-- Whether anything is left of a part of a guest's data. A dash stands where words were erased.
create function private.has_of_person(p_booking public.accom_bookings, p_what text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case p_what
    when 'names' then p_booking.guest_name <> '–' or exists (
      select from public.booking_people p where p.booking_id = p_booking.id and p.name <> '–'
    )
    when 'contact' then num_nonnulls(p_booking.guest_email, p_booking.guest_phone, p_booking.guest_locale) > 0
    when 'notes' then p_booking.notes <> '' or p_booking.cancel_note <> ''
    when 'orders' then exists (
      select from public.accom_service_orders o where o.booking_id = p_booking.id and o.notes <> ''
    )
    when 'reports' then exists (
      select from public.incidents i
      where i.booking_id = p_booking.id and (i.title <> '–' or i.description <> '' or i.photos <> '{}' or exists (
        select from public.incident_updates u where u.incident_id = i.id and u.author = 'guest' and u.message not in ('', '–')
      ))
    )
    when 'phones' then exists (select from public.stay_phones s where s.booking_id = p_booking.id)
  end
$$;

-- What becomes of each part if the guest is erased now: `until` and `rule` say what has to be kept and why; no rule: it goes. While a stay
-- is on or to come the desk needs to know who comes, and each part may still get something. After that only what is left is named.
create function private.plan_erasure(p_booking public.accom_bookings)
returns table (what text, document_id uuid, until timestamptz, rule text)
language sql
stable
set search_path = ''
as $$
  with stay as (
    select p_booking.status in ('pending', 'confirmed', 'checked_in') as is_on,
      private.document_stay_ends_at(p_booking, p.timezone) as ends_at,
      case when p_booking.status = 'checked_out' then private.law_until(p_booking, p, p_booking.created_at) end as law_until
    from public.accom_properties p where p.id = p_booking.property_id
  )
  select part.what, null::uuid,
    case when stay.is_on then stay.ends_at when part.what = 'names' and stay.law_until > now() then stay.law_until end,
    case when stay.is_on then 'stay_is_on' when part.what = 'names' and stay.law_until > now() then 'law' end
  from stay cross join unnest(array['names', 'contact', 'notes', 'orders', 'reports', 'phones']) as part (what)
  where stay.is_on or private.has_of_person(p_booking, part.what)
  union all
  select part.what, d.id,
    case when d.hold_reason is null and part.is_kept then part.until end,
    case when d.hold_reason is not null then 'held' when part.is_kept then 'law' end
  from public.accom_guest_documents d
  cross join lateral (values
    ('picture', d.image_rule = 'law' and d.image_until > now(), d.image_until, d.storage_path is not null),
    ('fields', d.fields_rule = 'law' and d.status = 'verified' and d.fields_until > now(), d.fields_until, true)
  ) as part (what, is_kept, until, is_there)
  where d.booking_id = p_booking.id and d.stored_at is not null and part.is_there
$$;

-- Erases what a plan lets go, and sets when the rest is tried again. The words of a guest become a dash: the bill, the board and the
-- history of the room keep their rows.
create function private.erase_person(p_booking public.accom_bookings, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  gone text[];
  kept_fields uuid[];
  kept_pictures uuid[];
  document public.accom_guest_documents;
begin
  select
    coalesce(array_agg(p.what) filter (where p.document_id is null and p.rule is null), '{}'),
    coalesce(array_agg(p.document_id) filter (where p.what = 'fields' and p.rule is not null), '{}'),
    coalesce(array_agg(p.document_id) filter (where p.what = 'picture' and p.rule is not null), '{}')
    into gone, kept_fields, kept_pictures
    from private.plan_erasure(p_booking) p;
  for document in
    select d.* from public.accom_guest_documents d where d.booking_id = p_booking.id and d.stored_at is not null for update
  loop
    if document.id <> all (kept_fields) then
      perform private.erase_document(document, 'erased_for_guest', p_reason);
    elsif document.id <> all (kept_pictures) then
      perform private.erase_document_image(document, 'erased_for_guest', p_reason);
    end if;
  end loop;
  if 'phones' = any (gone) then
    delete from public.stay_phones s where s.booking_id = p_booking.id;
  end if;
  if 'orders' = any (gone) then
    update public.accom_service_orders o set notes = '' where o.booking_id = p_booking.id and o.notes <> '';
  end if;
  if 'reports' = any (gone) then
    -- No photo may come between what is listed for removal and what is emptied.
    perform from public.incidents i where i.booking_id = p_booking.id for update;
    insert into public.storage_removals (bucket, name, again_after)
      select 'incident-photos', photo, now() + interval '1 day'
      from public.incidents i cross join unnest(i.photos) photo where i.booking_id = p_booking.id
      on conflict (bucket, name) do nothing;
    update public.incidents i set title = '–', description = '', photos = '{}' where i.booking_id = p_booking.id;
    update public.incident_updates u set message = '–'
      where u.author = 'guest' and u.message <> ''
        and u.incident_id in (select i.id from public.incidents i where i.booking_id = p_booking.id);
  end if;
  if 'names' = any (gone) then
    update public.booking_people p set name = '–' where p.booking_id = p_booking.id;
  end if;
  update public.accom_bookings b
    set guest_name = case when 'names' = any (gone) then '–' else b.guest_name end,
      guest_last_name = case when 'names' = any (gone) then '–' else b.guest_last_name end,
      guest_email = case when 'contact' = any (gone) then null else b.guest_email end,
      guest_phone = case when 'contact' = any (gone) then null else b.guest_phone end,
      guest_locale = case when 'contact' = any (gone) then null else b.guest_locale end,
      notes = case when 'notes' = any (gone) then '' else b.notes end,
      cancel_note = case when 'notes' = any (gone) then '' else b.cancel_note end
    where b.id = p_booking.id;
  delete from public.people_to_erase e where e.booking_id = p_booking.id;
  -- A guest may stay longer than they booked: what waits for their departure is tried again the next day, and so is what is held.
  insert into public.people_to_erase (booking_id, property_id, due_at)
    select p_booking.id, p_booking.property_id, min(case when p.until > now() then p.until else now() + interval '1 day' end)
    from private.plan_erasure(p_booking) p where p.rule is not null
    having count(*) > 0;
end
$$;

-- Definer, to authenticated: what would become of each part, or, with a reason, erases what may go. What has to be kept is erased by the
-- sweep when its time is over. `isAsked`: somebody asked for that before.
create function public.erase_person_data(property_id uuid, booking_id uuid, reason text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking constant public.accom_bookings := private.lock_person(erase_person_data.property_id, erase_person_data.booking_id);
  why constant text := nullif(btrim(erase_person_data.reason), '');
  plan jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
    'what', p.what, 'documentId', p.document_id, 'until', private.format_instant(p.until), 'rule', p.rule,
    'isAsked', exists (select from public.people_to_erase e where e.booking_id = booking.id)
  ) order by p.document_id nulls first, p.what), '[]') into plan from private.plan_erasure(booking) p;
  if length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
  end if;
  if why is not null then
    perform private.erase_person(booking, why);
    perform private.write_audit(
      booking.property_id, 'person_erased', 'accom_bookings', booking.id, jsonb_build_object('to', jsonb_build_object('erase_reason', why))
    );
  end if;
  return plan;
end
$$;
grant execute on function public.erase_person_data(uuid, uuid, text) to authenticated;

-- For the sweep: erases of guests who asked for it what had to be kept until now. Returns of how many.
create function private.erase_due_people()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due public.accom_bookings;
  erased integer := 0;
begin
  for due in
    select b.* from public.people_to_erase e join public.accom_bookings b on b.id = e.booking_id
    where e.due_at <= now()
    for update skip locked
  loop
    perform private.erase_person(due, null);
    erased := erased + 1;
  end loop;
  return erased;
end
$$;

-- schemas/calendar/reading.sql

-- What the calendar shows of some days: rooms and beds by type, and who or what has them.

-- The stays of a place that touch some days, whatever number it has before and after them; and those on the shelf.
create index accom_bookings_days on public.accom_bookings
  using gist (property_id, daterange(check_in_date, check_out_date, '[)'))
  where status in ('pending', 'confirmed', 'checked_in', 'checked_out');
create index accom_bookings_shelf on public.accom_bookings (property_id, check_in_date, id)
  where room_id is null and status in ('pending', 'confirmed');

-- All rooms, by type and then in their own order, those without a type last.
create function private.describe_calendar_rooms(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'number', r.room_number, 'typeId', r.room_type_id, 'beds', r.beds, 'isActive', r.is_active,
    'state', s.state, 'dirtyBeds', s.dirty_beds
  ) order by t.sort_order nulls last, t.id, r.sort_order, r.id), '[]')
  from public.accom_rooms r
  join public.room_states s on s.room_id = r.id and s.property_id = r.property_id
  left join public.accom_room_types t on t.id = r.room_type_id
  where r.property_id = p_property_id
$$;

-- A stay as a bar: with the first day in its present room, which is a later one where the guest was moved in house.
create function private.describe_calendar_stay(p_booking public.accom_bookings, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_booking.id, 'name', p_booking.guest_name, 'status', p_booking.status, 'roomId', p_booking.room_id,
    'bed', p_booking.bed, 'from', p_booking.check_in_date, 'to', p_booking.check_out_date,
    'roomFrom', greatest(p_booking.check_in_date, (p_booking.room_since at time zone p_timezone)::date),
    'typeId', p_booking.room_type_id, 'earlyFrom', p_booking.early_from, 'lateUntil', p_booking.late_until,
    'version', p_booking.updated_at
  )
$$;

-- The stays that touch these days, and all that wait for a room, whenever that is. Whoever cancelled or did not come has none.
create function private.describe_calendar_stays(p_property_id uuid, p_days daterange, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.describe_calendar_stay(one::public.accom_bookings, p_timezone) order by one.check_in_date, one.id
  ), '[]')
  from (
    select b.* from public.accom_bookings b
    where b.property_id = p_property_id
      and daterange(b.check_in_date, b.check_out_date, '[)') && p_days
      and b.status in ('pending', 'confirmed', 'checked_in', 'checked_out')
    union
    (
      select b.* from public.accom_bookings b
      where b.property_id = p_property_id and b.room_id is null and b.status in ('pending', 'confirmed')
        and b.check_in_date >= (now() at time zone p_timezone)::date - 7
      order by b.check_in_date, b.id
      limit 100
    )
  ) one
$$;

-- Where guests slept before they were moved in house, in these days.
create function private.describe_calendar_past_rooms(p_property_id uuid, p_days daterange, p_timezone text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', one.id, 'bookingId', one.booking_id, 'roomId', one.room_id, 'bed', one.bed,
    'from', one.from_day, 'to', one.until_day
  ) order by one.from_day, one.id), '[]')
  from (
    select p.*, (p.until_at at time zone p_timezone)::date as until_day,
      coalesce((p.from_at at time zone p_timezone)::date, b.check_in_date) as from_day
    from public.stay_past_rooms p
    join public.accom_bookings b on b.id = p.booking_id
    where p.property_id = p_property_id
      and p.until_at >= lower(p_days)::timestamp at time zone p_timezone
      and b.check_in_date < upper(p_days)
  ) one
  where one.from_day < least(one.until_day, upper(p_days))
$$;

-- The blocks that touch these days.
create function private.describe_calendar_blocks(p_property_id uuid, p_days daterange)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', k.id, 'kind', k.kind, 'note', k.note, 'roomId', k.room_id, 'bed', k.bed,
    'from', k.from_date, 'to', k.until_date, 'version', k.updated_at
  ) order by k.from_date, k.id), '[]')
  from public.room_blocks k
  where k.property_id = p_property_id and k.until_date > lower(p_days) and k.from_date < upper(p_days)
$$;

-- Definer, to authenticated: the rooms of a place, and what is in them from one day to the morning of another, in one call. Names
-- of guests are for the desk, so housekeepers have no calendar. As a definer it checks the membership once and not for each row.
create function public.read_calendar(property_id uuid, from_day date, to_day date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  days daterange;
begin
  perform private.require_member(read_calendar.property_id, 'staff');
  if (from_day >= '2000-01-01' and to_day < '2200-01-01' and to_day - from_day between 1 and 400) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "days_cannot_be_shown"}');
  end if;
  select * into property from public.accom_properties p where p.id = read_calendar.property_id;
  days := daterange(from_day, to_day, '[)');
  return jsonb_build_object(
    'today', (now() at time zone property.timezone)::date,
    'readAt', clock_timestamp(),
    'types', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort_order, t.id), '[]')
      from public.accom_room_types t where t.property_id = property.id
    ),
    'rooms', private.describe_calendar_rooms(property.id),
    'stays', private.describe_calendar_stays(property.id, days, property.timezone),
    'pastRooms', private.describe_calendar_past_rooms(property.id, days, property.timezone),
    'blocks', private.describe_calendar_blocks(property.id, days)
  );
end
$$;
grant execute on function public.read_calendar(uuid, date, date) to authenticated;

-- schemas/live.sql

-- What the screens of a place ask for every few seconds.

-- Requests that wait for the desk, for its badge.
create index accom_bookings_requested on public.accom_bookings (property_id) where status = 'pending';

-- Definer, to authenticated: when something was last logged at the property, and how many things wait for a hand. A screen reads
-- anew what it shows when the answer is another one. A transaction that began earlier may be logged later under an earlier
-- time; the counts notice the new orders, cancellations, reports and requests among them. More than 99 is counted as 100.
-- The newest order tells that another one came while the count stayed the same. Of the orders, `newOrders` wait for a first step.
-- `unread` is of the caller's own notifications. `escalated` are the reports whose time is nearly over. `documents` are those that
-- have to be checked, for members who see documents. Housekeepers learn the version and how many rooms have to be cleaned, and no
-- other number.
-- Every open screen asks for it every three seconds. One plan serves all of its calls on a connection: planning reads more
-- than the answer does.
create function public.desk_pulse(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
declare
  member constant public.property_members := private.require_membership(desk_pulse.property_id, 'housekeeper');
  newest timestamptz;
  orders integer;
  new_orders integer;
  newest_order timestamptz;
  reports integer;
  escalated integer;
begin
  select l.created_at into newest from public.audit_log l
    where l.property_id = desk_pulse.property_id
    order by l.created_at desc
    limit 1;
  if member.role < 'staff' then
    return jsonb_build_object('version', newest, 'rooms', (
      select count(*) from (
        select from public.room_states s
        where s.property_id = desk_pulse.property_id
          and (s.state in ('dirty', 'cleaning') or (s.dirty_beds <> '{}' and s.state <> 'out_of_order'))
        limit 100
      ) one
    ));
  end if;
  select count(*), count(*) filter (where one.status = 'pending'), max(one.created_at)
    into orders, new_orders, newest_order from (
    select o.created_at, o.status from public.accom_service_orders o
    where o.property_id = desk_pulse.property_id
      and (o.status = 'pending' or (o.status = 'cancelled' and o.cancellation_seen_at is null))
    order by o.created_at desc
    limit 100
  ) one;
  select count(*) filter (where one.status = 'open'), count(*) filter (where one.escalates_at <= now())
    into reports, escalated from (
      select i.status, i.escalates_at from public.incidents i
      where i.property_id = desk_pulse.property_id and i.status in ('open', 'in_progress')
      order by i.escalates_at
      limit 100
    ) one;
  return jsonb_build_object(
    'version', newest,
    'orders', orders,
    'newOrders', new_orders,
    'newestOrder', newest_order,
    'reports', reports,
    'escalated', escalated,
    'requests', (
      select count(*) from (
        select from public.accom_bookings b
        where b.property_id = desk_pulse.property_id and b.status = 'pending' limit 100
      ) one
    ),
    'unread', private.count_unread(member.property_id, member.account_id)
  ) || case when not member.sees_documents then '{}' else jsonb_build_object('documents', (
    select count(*) from (
      select from public.accom_guest_documents d
      where d.property_id = desk_pulse.property_id and d.status = 'pending' and d.stored_at is not null limit 100
    ) one
  )) end;
end
$$;
grant execute on function public.desk_pulse(uuid) to authenticated;

-- schemas/find.sql

-- Find anything: one field of the backoffice that searches all of a place.

-- The end of the texts that begin with this one: `key between text and private.end_of_prefix(text)` reads an index of the
-- collation "C" also where the text is not known when the query is planned, which LIKE does not. It is followed by the last
-- character there is.
create function private.end_of_prefix(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select p_text || chr(1114111)
$$;

-- The rooms whose number, label or code begins with what was typed: `203`, `SUN-203`, `RM-SUNSET22`.
create function private.find_rooms(p_property public.accom_properties, p_text text, p_code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'room', 'id', r.id, 'title', p_property.short_code || '-' || r.room_number, 'detail', r.room_number
  ) order by r.room_number collate "C"), '[]')
  from (
    (
      select one.id, one.room_number from public.accom_rooms one
      where one.property_id = p_property.id and one.room_code = p_code
    )
    union
    (
      select one.id, one.room_number
      from (
        select lower(regexp_replace(p_text, '^' || p_property.short_code || '[\s–—-]*', '', 'i')) as number
      ) typed, public.accom_rooms one
      where one.property_id = p_property.id
        and lower(one.room_number) collate "C" between typed.number and private.end_of_prefix(typed.number)
      order by lower(one.room_number) collate "C"
      limit 8
    )
  ) r
$$;

-- The bookings whose guest's name, last name, phone number, email address or code is what was typed, or their number at the source
-- that they came from; of each kind so many, and of a common name or address the latest arrivals. One that matches twice is in it
-- twice. A phone number is compared from its end, without a leading zero; an address from its beginning, without case. It is plpgsql, so that each part is
-- planned with the text that was typed and stops at its limit: in one statement with the text as a column, all of a common name
-- is read and sorted.
create function private.find_bookings(p_property_id uuid, p_text text, p_code text, p_limit integer)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  name constant text := private.normalise_name(p_text);
  email constant text := lower(p_text);
  phone constant text := reverse(ltrim(regexp_replace(p_text, '\D', '', 'g'), '0'));
  found public.accom_bookings[] := array(
    select b from public.accom_bookings b where b.booking_code = p_code and b.property_id = p_property_id
  );
begin
  if length(name) >= 2 then
    -- Of a common name, the latest.
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.last_name_key collate "C" = name
      order by b.check_in_date desc
      limit p_limit
    );
  end if;
  if length(name) >= 2 and cardinality(found) < p_limit then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.last_name_key collate "C" between name and private.end_of_prefix(name)
      order by b.last_name_key collate "C"
      limit p_limit
    ) || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.name_key collate "C" between name and private.end_of_prefix(name)
      order by b.name_key collate "C"
      limit p_limit
    );
  end if;
  if length(phone) >= 5 then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.phone_key <> ''
        and b.phone_key collate "C" between phone and private.end_of_prefix(phone)
      order by b.phone_key collate "C"
      limit p_limit
    );
  end if;
  if length(email) >= 3 and cardinality(found) < p_limit then
    found := found || array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.guest_email is not null
        and lower(b.guest_email) collate "C" between email and private.end_of_prefix(email)
      order by lower(b.guest_email) collate "C", b.check_in_date desc
      limit p_limit
    );
  end if;
  return found || array(
    select b from public.accom_bookings b
    where b.property_id = p_property_id and b.external_uid = p_text
    limit p_limit
  );
end
$$;

-- What the list under the field shows of these bookings, the latest arrivals first.
create function private.describe_found_bookings(p_bookings public.accom_bookings[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'booking', 'id', listed.id, 'title', listed.guest_name, 'detail', listed.booking_code,
    'checkIn', listed.check_in_date, 'checkOut', listed.check_out_date, 'roomNumber', r.room_number
  ) order by listed.check_in_date desc), '[]')
  from (
    select * from (select distinct on (b.id) b.* from unnest(p_bookings) b order by b.id) one
    order by one.check_in_date desc
    limit 6
  ) listed
  left join public.accom_rooms r on r.id = listed.room_id and r.property_id = listed.property_id
$$;

-- The order with the number that was typed, with or without a sign before it: `417`, `#417`.
create function private.find_orders(p_property_id uuid, p_text text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'order', 'id', o.id, 'number', o.number, 'roomNumber', r.room_number,
    'createdAt', private.format_instant(o.created_at)
  )), '[]')
  from public.accom_service_orders o
  join public.accom_rooms r on r.id = o.room_id
  where p_text ~ '^#? ?[0-9]{1,9}$' and o.property_id = p_property_id
    and o.number = substring(p_text from '[0-9]{1,9}$')::integer
$$;

-- The access code of a guest without a booking, and a room's code that was replaced: whoever holds its paper asks what it is.
create function private.find_codes(p_property_id uuid, p_code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(jsonb_build_object(
      'kind', 'session', 'id', s.id, 'title', s.access_code, 'guestName', s.guest_name, 'roomNumber', r.room_number
    ))
    from public.guest_sessions s
    join public.accom_rooms r on r.id = s.room_id
    where s.access_code = p_code and s.property_id = p_property_id
  ), '[]') || coalesce((
    select jsonb_agg(jsonb_build_object('kind', 'retired', 'id', c.room_code, 'title', c.room_code))
    from public.retired_room_codes c
    where c.room_code = p_code and c.property_id = p_property_id
  ), '[]')
$$;

-- Definer, to authenticated: what of a place matches a text. The indexes it needs cannot be used under row-level security,
-- since comparing texts is not leakproof; so it checks the membership itself. `code` is what the caller read as a code of
-- ours in the text, or null.
create function public.find_anything(property_id uuid, text text, code text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  typed constant text := left(btrim(find_anything.text), 100);
begin
  perform private.require_member(find_anything.property_id, 'staff');
  if typed = '' then
    return '[]';
  end if;
  select * into property from public.accom_properties p where p.id = find_anything.property_id;
  return private.find_rooms(property, typed, find_anything.code)
    || private.describe_found_bookings(private.find_bookings(property.id, typed, find_anything.code, 6))
    || private.find_orders(property.id, typed)
    || private.find_codes(property.id, find_anything.code);
end
$$;
grant execute on function public.find_anything(uuid, text, text) to authenticated;

-- schemas/sweep.sql

-- What ends by time alone: requests that the desk did not respond to, expired sessions and invitations, old counts, old
-- request keys, old jobs, the phones of past stays, pictures that nothing shows, old notifications and
-- the browsers that get push messages after their sign-in has ended, documents past their time. And what time alone brings: warnings
-- of visas that end.

create index accom_bookings_waiting on public.accom_bookings (created_at) where status = 'pending';
create index guest_sessions_running on public.guest_sessions (expires_at) where active;

-- Cancels pending requests after 48 hours, or when the day of arrival is over. Rows that are locked by somebody are left for
-- the next sweep. Returns how many were cancelled.
create function private.cancel_stale_requests()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  cancelled integer;
begin
  update public.accom_bookings stale set status = 'cancelled'
    where stale.id in (
      select b.id from public.accom_bookings b
      join public.accom_properties p on p.id = b.property_id
      where b.status = 'pending'
        and (b.created_at <= now() - interval '48 hours' or b.check_in_date < (now() at time zone p.timezone)::date)
      for update of b skip locked
    );
  get diagnostics cancelled = row_count;
  return cancelled;
end
$$;

-- Marks expired sessions as inactive. They open nothing already; the desk's lists read the mark. Returns how many.
create function private.end_expired_sessions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  ended integer;
begin
  update public.guest_sessions s set active = false
    where s.id in (
      select e.id from public.guest_sessions e where e.active and e.expires_at <= now() for update skip locked
    );
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- Deletes counts after a day: no window is longer. Returns how many.
create function private.drop_passed_limits()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.rate_limits r where r.window_start <= now() - interval '1 day';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Forgets wrong answers a day after the last one, and locks a week after their end, so that another lock within that week
-- is longer. Rows that a verification is writing are skipped. Returns how many were forgotten.
create function private.forget_stale_attempts()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  forgotten integer;
begin
  delete from public.access_attempts a
    where a.id in (
      select s.id from public.access_attempts s
      where s.updated_at <= now() - case when s.locks = 0 then interval '1 day' else interval '7 days' end
        and coalesce(s.locked_until <= now() - interval '7 days', true)
      for update skip locked
    );
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;

-- Deletes request keys after 30 days: no client sends a request again after that. Returns how many.
create function private.drop_old_request_keys()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.request_keys k where k.created_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Deletes invitations a month after their end: their note may name a person. Until then their link says that they have ended.
-- Returns how many.
create function private.drop_expired_invitations()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.invitations i where i.expires_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Takes the phones off stays that have been over for four days, a day longer than a phone's cookie lives. Returns how many.
create function private.drop_past_phones()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.stay_phones s
    where exists (
        select from public.accom_bookings b where b.id = s.booking_id and b.check_out_date < current_date - 4
      )
      or exists (
        select from public.guest_sessions g where g.id = s.guest_session_id and g.expires_at < now() - interval '4 days'
      );
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Removes pictures that nothing has named for a day, and those whose upload was cut off. They are locked first and looked at
-- again then: whoever is about to use one either holds it already, so it is skipped here, or finds it gone. Returns how many.
create function private.drop_unused_pictures()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due uuid[];
  dropped integer;
begin
  select array_agg(locked.id) into due from (
    select p.id from public.pictures p where p.unused_since <= now() - interval '1 day' for update skip locked
  ) locked;
  delete from public.pictures p
    where p.id = any (due) and not exists (select from public.picture_uses u where u.picture_id = p.id);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Deletes notifications after 30 days. Returns how many.
create function private.drop_old_notifications()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.notifications n where n.happened_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- To jobs only, as service_role: one statement on a timer. A second run finds nothing to do, and of two at the same time
-- the second returns at once. Returns what it did.
create function public.sweep()
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('public.sweep', 0)) then
    return '{"isRunning": true}';
  end if;
  return jsonb_build_object(
    'requestsCancelled', private.cancel_stale_requests(),
    'sessionsEnded', private.end_expired_sessions(),
    'limitsDropped', private.drop_passed_limits(),
    'attemptsForgotten', private.forget_stale_attempts(),
    'requestKeysDropped', private.drop_old_request_keys(),
    'invitationsDropped', private.drop_expired_invitations(),
    'phonesDropped', private.drop_past_phones(),
    'picturesDropped', private.drop_unused_pictures(),
    'storageRemovalsRetried', private.retry_storage_removals(),
    'jobsDropped', private.drop_old_jobs(),
    'notificationsDropped', private.drop_old_notifications(),
    'pushSubscriptionsDropped', private.drop_ended_push_subscriptions(),
    'documentsPurged', private.purge_documents(),
    'documentsReconciled', private.reconcile_documents(),
    'peopleErased', private.erase_due_people(),
    'documentGrantsDropped', private.drop_old_document_grants(),
    'visasWarned', private.warn_of_visas(),
    'remainingObjectsWarned', private.warn_of_remaining_objects()
  );
end
$$;
