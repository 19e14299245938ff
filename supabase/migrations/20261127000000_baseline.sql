-- Made from supabase/schemas by `pnpm db:baseline`. Change the schemas, never this file.

-- schemas/foundation.sql

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

-- schemas/texts.sql

-- A plain list of texts: one dimension, nothing missing, nothing endless.
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

-- A text, or a list of texts: no longer than the property's own lists may be.
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

-- The texts in the reader's language where they are given, else in the property's. A regional language (pt-BR) falls
-- back to the language it is one of. What is empty is not given. `translated` names those that were, where any was.
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

-- A host and what may follow it. No name or password before the host: https://bank.example@elsewhere leads elsewhere.
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

-- For the checks below: one path, or none.
create function private.is_picture(p_path text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_path is null or (p_path ~ '^(/[A-Za-z0-9_-]+)+\.(webp|png|jpe?g|svg)$' and length(p_path) <= 200)
$$;

-- For the check below: a house shows twenty at most.
create function private.are_pictures(p_paths text[])
returns boolean
language sql
immutable
set search_path = ''
as $$
  select cardinality(p_paths) <= 20 and coalesce(bool_and(path is not null and private.is_picture(path)), true)
  from unnest(p_paths) as p (path)
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

-- Checks run as whoever writes the row.
grant execute on function private.is_picture(text), private.are_pictures(text[]) to authenticated;

-- The name to greet with. Where the family name stands first, the given name is the last word; else the first.
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

-- Six digits, uniform: four bits of a cryptographic byte, ten to fifteen thrown away.
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

-- Slow on purpose, and salted: a stolen hash of six digits should at least take its time.
create function private.hash_pin(p_pin text)
returns text
language sql
volatile
set search_path = ''
as $$
  select extensions.crypt(p_pin, extensions.gen_salt('bf', 8))
$$;

-- schemas/accounts.sql

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

-- Definer: people who sign in may not read accounts to find out which one is theirs.
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

-- Policies, checks and triggers run as the member, and call helpers.
grant usage on schema private to authenticated;

-- Definer: the sign-up runs as the auth server's role. Only a confirmed address makes or takes over an account,
-- else anybody could sign up as the person who was invited. Whoever moves to an address that another account has
-- keeps the old one in ours: refusing would break the sign-in, and two people's accounts are never made one.
create function private.keep_account_of_user()
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

create trigger keep_account_of_user
  after insert or update of email, email_confirmed_at on auth.users
  for each row execute function private.keep_account_of_user();

-- schemas/properties/access_settings.sql

create type public.accom_property_type as enum ('hostel', 'hotel', 'villa', 'apartment', 'resort');

-- The settings a property of this type starts with. Copies of ID are off where the law forbids them.
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
    'documents', case when p_country in ('ES', 'IT') then 'off' else 'image' end
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
    and (select count(*) from jsonb_object_keys(case when jsonb_typeof(p_value) = 'object' then p_value else '{}' end)) = 7
    and jsonb_typeof(p_value -> 'browse_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'wifi_visible_without_booking') = 'boolean'
    and jsonb_typeof(p_value -> 'order_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'auto_checkin_on_verify') = 'boolean'
    and jsonb_typeof(p_value -> 'readable_room_links') = 'boolean'
    and p_value -> 'verification_method' in ('"last_name"', '"pin"', '"room_number"', '"none"')
    and p_value -> 'documents' in ('"off"', '"fields_only"', '"image"'),
    false
  )
$$;

-- What the room's guests are asked. A bed in a dorm is not proved by being in the room: there, a name is asked at least.
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

-- A network name is 1 to 32 bytes in the WiFi standard. It ends up in QR codes and profiles: no control characters.
create function private.is_wifi_network(p_network text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_network is null or (octet_length(p_network) between 1 and 32 and p_network !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- A WPA passphrase is 8 to 63 characters.
create function private.is_wifi_password(p_password text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_password is null or (length(p_password) between 8 and 63 and p_password !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- Zones: [{ name, network, password?, primary?, translations? }], at most one primary. No password: an open network.
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

-- Checks and triggers run as whoever writes the row.
grant execute on function
  private.is_access_settings(jsonb), private.is_wifi_network(text), private.is_wifi_password(text),
  private.is_wifi_zones(jsonb), private.is_text_list(text[]),
  private.default_access_settings(public.accom_property_type, text)
to authenticated;

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
  linked_fnb_slug text,
  document_retention_days integer not null default 15,
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_properties_slug_is_unique unique (slug),
  constraint accom_properties_slug_has_its_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  -- A property's page lives at /{slug}: these words are taken by pages of our own.
  constraint accom_properties_slug_is_not_reserved check (
    slug not in (
      'admin', 'api', 'app', 'assets', 'checkin', 'demo', 'favicon', 'help', 'icon', 'icons', 'legal', 'locale', 'manifest',
      'offline', 'open', 'privacy', 'public', 'requested', 'robots', 'scan', 'session', 'sitemap', 'static', 'stay', 'sw',
      'terms', 'well-known'
    )
  ),
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
  constraint accom_properties_retention_is_sane check (document_retention_days between 0 and 365)
);

create index accom_properties_owner on public.accom_properties (owner_id);

-- Runs before the checks, so that a refusal carries its reason to the form.
create function private.check_property()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.access_settings := coalesce(new.access_settings, private.default_access_settings(new.type, new.country));
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
  -- Only names of the time zone database: Postgres takes any word and a number for a zone of its own (Foo/Bar+5, with
  -- the sign turned round), and its folders posix and right are known to nobody else.
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
  before insert or update of access_settings, timezone on public.accom_properties
  for each row execute function private.check_property();

create trigger accom_properties_touch_updated_at
  before update on public.accom_properties
  for each row execute function private.touch_updated_at();

alter table public.accom_properties enable row level security;

grant select on public.accom_properties to authenticated;

grant update (
  slug, short_code, name, type, description, timezone, country, default_locale, currency, address,
  contact_phone, contact_whatsapp, contact_email, checkin_time, checkout_time, house_rules, amenities, images,
  wifi_network, wifi_password, wifi_zones, access_settings, linked_fnb_slug, document_retention_days, is_active,
  translations
) on public.accom_properties to authenticated;

-- schemas/members.sql

create type public.member_role as enum ('staff', 'manager', 'owner');

create table public.property_members (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  account_id uuid not null references public.accounts (id) on delete cascade,
  role public.member_role not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint property_members_are_unique unique (property_id, account_id)
);

create index property_members_account on public.property_members (account_id);

create trigger property_members_touch_updated_at
  before update on public.property_members
  for each row execute function private.touch_updated_at();

-- Definer: the owner of a new property is its first member, and nobody could insert that row yet.
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

-- Definer: must see all owners, whoever asks. The lock on the property makes two owners who leave at the same
-- moment wait for each other.
create function private.keep_one_owner()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from public.accom_properties where id = old.property_id for update;
  if found and not exists (
    select from public.property_members where property_id = old.property_id and role = 'owner'
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "last_owner"}');
  end if;
  return null;
end
$$;

create trigger property_members_keep_one_owner
  after update or delete on public.property_members
  for each row when (old.role = 'owner') execute function private.keep_one_owner();

-- Definer: reads the table its own policies protect. Stable and called inside a select, so it runs once a statement.
create function private.member_property_ids(p_minimum_role public.member_role default 'staff')
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.property_id
  from public.property_members m
  join public.accounts a on a.id = m.account_id
  where a.auth_id = auth.uid() and m.role >= p_minimum_role
$$;
grant execute on function private.member_property_ids(public.member_role) to authenticated;

-- Definer: the same question from inside a function. A property one may not know of answers as one that does not exist.
create function private.require_member(p_property_id uuid, p_minimum_role public.member_role)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if p_property_id is null or p_property_id not in (select private.member_property_ids()) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if p_property_id not in (select private.member_property_ids(p_minimum_role)) then
    perform private.raise_api_error(403, 'forbidden');
  end if;
end
$$;

alter table public.property_members enable row level security;

grant select, delete on public.property_members to authenticated;

grant insert (property_id, account_id, role), update (role) on public.property_members to authenticated;

-- Colleagues know each other.
create policy "members see the members of their properties" on public.property_members
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Who works in a place is its owners' to say: to add,
create policy "owners add members" on public.property_members
  for insert to authenticated
  with check (property_id in (select private.member_property_ids('owner')));

-- to promote,
create policy "owners change the role of members" on public.property_members
  for update to authenticated
  using (property_id in (select private.member_property_ids('owner')))
  with check (property_id in (select private.member_property_ids('owner')));

-- and to part with. The last owner is held by a trigger.
create policy "owners remove members" on public.property_members
  for delete to authenticated
  using (property_id in (select private.member_property_ids('owner')));

-- A colleague's name and address show in the list of members and in the audit log.
create policy "people see themselves and their colleagues" on public.accounts
  for select to authenticated
  using (
    id = (select private.current_account_id())
    or id in (
      select m.account_id from public.property_members m
      where m.property_id in (select private.member_property_ids())
    )
  );

-- A name is its person's own; the grant leaves no other column.
create policy "people change their own account" on public.accounts
  for update to authenticated
  using (id = (select private.current_account_id()))
  with check (id = (select private.current_account_id()));

-- All who work in a place see it.
create policy "members see their properties" on public.accom_properties
  for select to authenticated
  using (id in (select private.member_property_ids()));

-- What guests read and how they prove who they are is set by those who answer for the place.
create policy "managers change their properties" on public.accom_properties
  for update to authenticated
  using (id in (select private.member_property_ids('manager')))
  with check (id in (select private.member_property_ids('manager')));

-- schemas/audit_log.sql

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
  created_at timestamptz not null default now()
);

create index audit_log_property on public.audit_log (property_id, created_at desc);
create index audit_log_account on public.audit_log (account_id);

-- Even the table's owner appends only.
create function private.refuse_change_of_audit_log()
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
  for each statement execute function private.refuse_change_of_audit_log();

-- Definer: nobody has the right to insert. Who acted comes from the token, not from an argument.
create function private.write_audit(p_property_id uuid, p_action text, p_table text, p_row_id uuid, p_detail jsonb default '{}')
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  account uuid := private.current_account_id();
begin
  insert into public.audit_log (property_id, actor, account_id, action, table_name, row_id, detail)
  values (
    p_property_id,
    case when account is not null then 'account' when auth.role() = 'guest_api' then 'guest' else 'job' end::public.audit_actor,
    account, p_action, p_table, p_row_id, p_detail
  );
end
$$;

-- Definer: writes the log on behalf of whoever changed the row.
create function private.audit_member_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  member public.property_members := coalesce(new, old);
begin
  -- The property itself is going away: there is nothing left to hang the entry on.
  if tg_op = 'DELETE' and not exists (select from public.accom_properties where id = old.property_id) then
    return null;
  end if;
  perform private.write_audit(
    member.property_id, 'member_' || lower(tg_op), 'property_members', member.id,
    jsonb_build_object('accountId', member.account_id, 'from', old.role, 'to', new.role)
  );
  return null;
end
$$;

create trigger property_members_audit
  after insert or update or delete on public.property_members
  for each row execute function private.audit_member_change();

-- Definer: as above. Only what guards the door is logged; a new description is nobody's business.
create function private.audit_property_change()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.write_audit(
    new.id, 'settings_changed', 'accom_properties', new.id,
    jsonb_build_object('from', old.access_settings, 'to', new.access_settings)
  );
  return null;
end
$$;

create trigger accom_properties_audit
  after update on public.accom_properties
  for each row when (old.access_settings is distinct from new.access_settings)
  execute function private.audit_property_change();

alter table public.audit_log enable row level security;

grant select on public.audit_log to authenticated;

-- The log names who did what: for those who answer for the property.
create policy "managers read the log of their properties" on public.audit_log
  for select to authenticated
  using (property_id in (select private.member_property_ids('manager')));

-- schemas/rooms.sql

create table public.accom_rooms (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_number text not null,
  room_type text not null default '',
  capacity integer not null default 2,
  floor text,
  beds text[] not null default '{}',
  room_code text not null,
  wifi_ssid text,
  wifi_password text,
  -- What the room is called on the public page. Its id stands in links printed before rooms had codes, and those lead to
  -- the code: whoever knows the id is as good as in the room.
  offer_id uuid not null default gen_random_uuid(),
  is_active boolean not null default true,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_rooms_room_code_is_unique unique (room_code),
  constraint accom_rooms_number_is_unique unique (property_id, room_number),
  -- Children point at room and property together, so they can't point across properties.
  constraint accom_rooms_id_and_property unique (id, property_id),
  constraint accom_rooms_room_code_has_its_form check (room_code ~ '^RM-[A-HJ-NP-Z2-9]{8}$'),
  constraint accom_rooms_number_is_short check (length(room_number) between 1 and 40),
  constraint accom_rooms_capacity_is_sane check (capacity between 1 and 200),
  constraint accom_rooms_beds_are_named check (private.is_text_list(beds) and '' <> all (beds)),
  constraint accom_rooms_wifi_is_valid check (private.is_wifi_network(wifi_ssid) and private.is_wifi_password(wifi_password)),
  constraint accom_rooms_offer_id_is_unique unique (offer_id),
  constraint accom_rooms_translations_have_their_shape check (private.is_translations(translations))
);

-- Definer: draws a code and looks at all rooms to see that nobody has it.
create function private.give_room_code()
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

create trigger accom_rooms_give_room_code
  before insert on public.accom_rooms
  for each row execute function private.give_room_code();

create trigger accom_rooms_touch_updated_at
  before update on public.accom_rooms
  for each row execute function private.touch_updated_at();

alter table public.accom_rooms enable row level security;

-- Neither the code nor the property can be written: codes are drawn, and rooms do not move house.
grant select, delete on public.accom_rooms to authenticated;

grant insert (property_id, room_number, room_type, capacity, floor, beds, wifi_ssid, wifi_password, is_active, translations)
  on public.accom_rooms to authenticated;

grant update (room_number, room_type, capacity, floor, beds, wifi_ssid, wifi_password, is_active, translations)
  on public.accom_rooms to authenticated;

-- The desk hands out rooms and helps with their codes.
create policy "members see the rooms of their properties" on public.accom_rooms
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- What there is to let is set by those who answer for the place: adding a room,
create policy "managers add rooms" on public.accom_rooms
  for insert to authenticated
  with check (property_id in (select private.member_property_ids('manager')));

-- changing it,
create policy "managers change rooms" on public.accom_rooms
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and taking it away; one with bookings stays, by their foreign key.
create policy "managers remove rooms" on public.accom_rooms
  for delete to authenticated
  using (property_id in (select private.member_property_ids('manager')));

-- Definer: the code column is closed to writers. The caller names the code that is printed now,
-- which confirms what dies and makes two replacements at once one.
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

-- Definer: must see all bookings, whoever asks. A bed that is booked stays in its room, so a dorm with stays does not
-- become a private room, nor the other way round.
create function private.keep_booked_beds()
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

-- schemas/bookings/bookings.sql

create type public.booking_status as enum ('pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show');

create table public.accom_bookings (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  bed text not null default '',
  booking_code text not null,
  guest_name text not null,
  guest_last_name text not null,
  guest_email text,
  guest_phone text,
  guest_count integer not null default 1,
  check_in_date date not null,
  check_out_date date not null,
  status public.booking_status not null default 'confirmed',
  pin_hash text,
  has_pin boolean generated always as (pin_hash is not null) stored,
  source text not null default 'desk',
  external_uid text,
  notes text not null default '',
  request_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_bookings_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_bookings_booking_code_is_unique unique (booking_code),
  constraint accom_bookings_id_and_property unique (id, property_id),
  constraint accom_bookings_booking_code_has_its_form check (booking_code ~ '^BK-[A-HJ-NP-Z2-9]{6}$'),
  constraint accom_bookings_end_after_they_start check (check_out_date > check_in_date),
  -- Far enough for any stay, and near enough that no arithmetic with it fails.
  constraint accom_bookings_dates_are_sane check (check_in_date >= '2000-01-01' and check_out_date < '2200-01-01'),
  constraint accom_bookings_guest_count_is_sane check (guest_count between 1 and 200),
  constraint accom_bookings_names_are_short check (
    length(btrim(guest_name)) between 1 and 200 and length(btrim(guest_last_name)) between 1 and 100
  ),
  -- Half-open: the day one guest leaves is the day the next one comes.
  constraint accom_bookings_do_not_overlap exclude using gist (
    room_id with =,
    bed with =,
    daterange(check_in_date, check_out_date, '[)') with &&
  ) where (status in ('pending', 'confirmed', 'checked_in'))
);

create index accom_bookings_room on public.accom_bookings (room_id, property_id);
create index accom_bookings_property on public.accom_bookings (property_id, check_in_date);

-- The scan of a room asks this index alone: which stay began last, and is it still on?
create index accom_bookings_stays on public.accom_bookings (room_id, check_in_date desc)
  include (check_out_date, status)
  where status in ('confirmed', 'checked_in');

-- Definer: draws a code and looks at all bookings to see that nobody has it; reads the room's beds. The lock on the room
-- makes its bookers queue: without it, many at once who find each other in the way deadlock, and beds could go meanwhile.
create function private.complete_booking()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  beds text[];
begin
  select r.beds into beds from public.accom_rooms r where r.id = new.room_id for no key update;
  if cardinality(beds) = 0 and new.bed <> '' or cardinality(beds) > 0 and new.bed <> all (beds) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  new.booking_code := coalesce(new.booking_code, private.claim_code('public.accom_bookings', 'booking_code', 'BK-', 6));
  return new;
end
$$;

create trigger accom_bookings_complete
  before insert or update of room_id, bed on public.accom_bookings
  for each row execute function private.complete_booking();

create trigger accom_rooms_keep_booked_beds
  before update of beds on public.accom_rooms
  for each row execute function private.keep_booked_beds();

create trigger accom_bookings_touch_updated_at
  before update on public.accom_bookings
  for each row execute function private.touch_updated_at();

alter table public.accom_bookings enable row level security;

-- The hash of a PIN is nobody's to read: a million guesses would find it. Writes go through functions.
grant select (
  id, property_id, room_id, bed, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
  check_in_date, check_out_date, status, has_pin, source, external_uid, notes, created_at, updated_at
) on public.accom_bookings to authenticated;

-- The desk works with all of a place's guests.
create policy "members see the bookings of their properties" on public.accom_bookings
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/bookings/desk.sql

-- Definer: the only way in for the desk, so that a bed taken meanwhile is a clear answer on every stack.
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
  insert into public.accom_bookings (
    property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
    check_in_date, check_out_date, notes
  ) values (
    room.property_id, room.id, create_booking.bed, create_booking.guest_name, create_booking.guest_last_name,
    create_booking.guest_email, create_booking.guest_phone, create_booking.guest_count,
    create_booking.check_in, create_booking.check_out, create_booking.notes
  ) returning * into booking;
  return jsonb_build_object('id', booking.id, 'bookingCode', booking.booking_code);
exception
  when exclusion_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_taken"}');
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.create_booking(uuid, date, date, text, text, text, text, text, integer, text) to authenticated;

-- Definer: writes a column that nobody may read. The PIN is in the answer and nowhere else.
create function public.set_booking_pin(booking_id uuid)
returns text
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
  return new_pin;
end
$$;
grant execute on function public.set_booking_pin(uuid) to authenticated;

-- Definer: status is not a column to write but a step to take. One statement, so of two at once one is refused.
create function private.step_booking(
  p_booking_id uuid,
  p_from public.booking_status[],
  p_to public.booking_status,
  p_action text
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = p_booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  if booking.status <> all (p_from) then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', booking.status, 'to', p_to));
  end if;
  update public.accom_bookings set status = p_to where id = p_booking_id;
  perform private.write_audit(
    booking.property_id, p_action, 'accom_bookings', p_booking_id,
    jsonb_build_object('from', booking.status, 'to', p_to)
  );
end
$$;

-- Definer: takes the step above for a member.
create function public.check_in(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_in.booking_id, '{confirmed}', 'checked_in', 'checked_in')
$$;
grant execute on function public.check_in(uuid) to authenticated;

-- Definer: takes the step above for a member.
create function public.check_out(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_out.booking_id, '{checked_in}', 'checked_out', 'checked_out')
$$;
grant execute on function public.check_out(uuid) to authenticated;

-- schemas/guest_sessions.sql

create table public.guest_sessions (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  access_code text not null,
  expires_at timestamptz not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint guest_sessions_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade,
  constraint guest_sessions_access_code_is_unique unique (access_code),
  constraint guest_sessions_id_and_property unique (id, property_id),
  constraint guest_sessions_access_code_has_its_form check (access_code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$')
);

create index guest_sessions_room on public.guest_sessions (room_id, property_id);
create index guest_sessions_property on public.guest_sessions (property_id, expires_at);

-- Definer: draws a code and looks at all sessions to see that nobody has it.
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

-- Definer: writes the log on behalf of whoever changed the row. The code itself stays out of the log.
create function private.audit_guest_session()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.write_audit(
    new.property_id, case tg_op when 'INSERT' then 'guest_session_opened' else 'guest_session_changed' end,
    'guest_sessions', new.id,
    jsonb_build_object('active', new.active, 'expiresAt', private.format_instant(new.expires_at))
  );
  return null;
end
$$;

create trigger guest_sessions_audit
  after insert or update on public.guest_sessions
  for each row execute function private.audit_guest_session();

alter table public.guest_sessions enable row level security;

grant select on public.guest_sessions to authenticated;

-- The desk handed the codes out.
create policy "members see the guest sessions of their properties" on public.guest_sessions
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- schemas/limits/rate_limits.sql

create unlogged table public.rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

create index rate_limits_window on public.rate_limits (window_start);

-- No policy and no grant: only definer functions count.
alter table public.rate_limits enable row level security;

-- What Retry-After says: whole seconds, and never less than one.
create function private.seconds_left(p_until timestamptz)
returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(ceil(extract(epoch from p_until - now())), 1)::integer
$$;

-- Looks without counting. 0: allowed; else the seconds until the window ends.
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

-- Counts one hit, and answers like wait_for. It looks first, so that a limited call writes nothing and waits for nobody;
-- the count itself is one statement, so that any number at once are counted rightly.
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

-- schemas/limits/guest_calls.sql

-- The caller is known by a salted hash of its address, so no address is stored. Without one nothing can be limited.
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

-- An outcome that is not what was asked for, in one form.
create function private.refuse(p_error text, p_more jsonb default '{}')
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('ok', false, 'error', p_error) || p_more
$$;

-- Too often, or locked out: when to come back, and nothing about what was asked.
create function private.refuse_for_now(p_seconds integer, p_locked boolean default false)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select private.refuse('rate_limited', jsonb_build_object('retryAfterSeconds', p_seconds, 'locked', p_locked))
$$;

-- Guessing codes: 30 misses a minute and 300 a day close the door to that address, for codes that exist as well.
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

-- A code that led nowhere.
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

-- Looking a code up: 600 a minute and address. Returns the refusal, or null. Misses are looked at twice: first because
-- that costs next to nothing, and again once the count makes calls of one address wait for each other, so that a burst
-- guesses no more than its turn.
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

-- Limits verification: 5 tries a minute of one address for one room or code, 60 for all of them. Both limits are read
-- before either is counted, so a limited call writes nothing. Returns the refusal, or null.
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

create table public.access_attempts (
  id uuid primary key default gen_random_uuid(),
  subject text not null,
  failures integer not null default 0,
  locks integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_attempts_subject_is_unique unique (subject)
);

create index access_attempts_updated on public.access_attempts (updated_at);

create trigger access_attempts_touch_updated_at
  before update on public.access_attempts
  for each row execute function private.touch_updated_at();

-- No policy and no grant: only definer functions count.
alter table public.access_attempts enable row level security;

-- Takes the subject's row, so that verifications of one room happen one after the other and a hundred sent
-- at once are counted as a hundred. Returns the seconds the lock has left, 0 when there is none. It looks before it
-- takes: whoever is locked out writes nothing and waits for nobody.
create function private.enter_attempt(p_subject text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  lock_end timestamptz;
begin
  select a.locked_until into lock_end from public.access_attempts a where a.subject = p_subject;
  if lock_end is null or lock_end <= now() then
    insert into public.access_attempts as a (subject) values (p_subject)
      on conflict (subject) do update set subject = excluded.subject
      returning a.locked_until into lock_end;
  end if;
  return case when lock_end > now() then private.seconds_left(lock_end) else 0 end;
end
$$;

-- Ten in a row lock for 15 minutes; each further ten double it, to a day. Returns the tries left before the lock.
create function private.fail_attempt(p_subject text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  attempt public.access_attempts;
begin
  update public.access_attempts set failures = failures + 1 where subject = p_subject returning * into attempt;
  if attempt.failures < 10 then
    return 10 - attempt.failures;
  end if;
  update public.access_attempts set
    failures = 0,
    locks = locks + 1,
    locked_until = now() + least(interval '15 minutes' * power(2, least(attempt.locks, 10)), interval '24 hours')
  where subject = p_subject;
  return 0;
end
$$;

-- A success forgets the failures before it, and the locks they led to.
create function private.pass_attempt(p_subject text)
returns void
language sql
volatile
set search_path = ''
as $$
  delete from public.access_attempts where subject = p_subject
$$;

-- A success in a room forgets the failures before it, five times a day for one stay. Where there is nothing to forget,
-- which is the rule, nothing is spent.
create function private.pass_room_attempt(p_room_code text, p_booking_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.access_attempts a where a.subject = p_room_code and a.failures = 0 and a.locks = 0;
  if not found and private.take_hit('forgiven:' || p_room_code || ':' || p_booking_id, 5, '1 day') = 0 then
    perform private.pass_attempt(p_room_code);
  end if;
end
$$;

-- Definer: the desk lets a guest in again who, or whose neighbour, mistyped too often.
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
  delete from public.access_attempts where subject = room.room_code;
  perform private.write_audit(room.property_id, 'room_lock_lifted', 'accom_rooms', lift_room_lock.room_id);
end
$$;
grant execute on function public.lift_room_lock(uuid) to authenticated;

-- Definer: the same for the booking link.
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
  delete from public.access_attempts where subject = booking.booking_code;
  perform private.write_audit(booking.property_id, 'booking_lock_lifted', 'accom_bookings', lift_booking_lock.booking_id);
end
$$;
grant execute on function public.lift_booking_lock(uuid) to authenticated;

-- schemas/stays/stays.sql

-- Every stay that is on in this room, the one that counts as current first: checked in before only confirmed; on
-- turnover day the leaving one until the property's check-out time, the coming one from then; else the latest to come.
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
    and b.check_in_date <= here::date
    and b.check_out_date >= here::date
  order by
    b.status = 'checked_in' desc,
    case when here::time < p_checkout_time then b.check_out_date = here::date else b.check_in_date = here::date end desc,
    b.check_in_date desc,
    b.id
$$;

-- A stay opens its doors to the end of the check-out day, by the property's clock.
create function private.stay_ends_at(p_check_out date, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_check_out + 1)::timestamp at time zone p_timezone
$$;

-- A request that waits for the desk has a state of its own.
create function private.stay_state(
  p_booking public.accom_bookings,
  p_property public.accom_properties,
  p_at timestamptz
)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when (p_at at time zone p_property.timezone)::date > p_booking.check_out_date then null
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
    when p_booking.status = 'pending' then 'pending'
  end
$$;

-- A place that shows its pages to nobody without a proof shows them to nobody who has only asked for a bed.
create function private.hides_from(p_property public.accom_properties, p_state text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state = 'pending' and (p_property.access_settings ->> 'browse_requires_verification')::boolean
$$;

-- schemas/stays/subjects.sql

create type private.subject_state as enum ('pending', 'live', 'ended', 'other');

-- The stay of a subject that still counts: { propertyId, bookingId } or { propertyId, sessionId }. A cancelled booking
-- and a deactivated session have no state; a booking that checked out is ended: readable, not writable. A subject may
-- bring the code it was asked under: with another stay's code it is the other's, and so is the room to a guest whose
-- request for it still waits.
create function private.find_subject(
  p_subject jsonb,
  out booking_id uuid,
  out session_id uuid,
  out room public.accom_rooms,
  out property public.accom_properties,
  out state private.subject_state
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  own_code text;
begin
  if p_subject ? 'bookingId' then
    select b as booking, r as room, p as property into hit
      from public.accom_bookings b
      join public.accom_rooms r on r.id = b.room_id
      join public.accom_properties p on p.id = b.property_id
      where b.id = (p_subject ->> 'bookingId')::uuid and b.property_id = (p_subject ->> 'propertyId')::uuid
        and p.is_active and b.status in ('pending', 'confirmed', 'checked_in', 'checked_out')
        and now() < private.stay_ends_at(b.check_out_date, p.timezone);
    if found then
      booking_id := (hit.booking).id;
      own_code := (hit.booking).booking_code;
      state := case (hit.booking).status when 'checked_out' then 'ended' when 'pending' then 'pending' else 'live' end;
    end if;
  elsif p_subject ? 'sessionId' then
    select s as session, r as room, p as property into hit
      from public.guest_sessions s
      join public.accom_rooms r on r.id = s.room_id
      join public.accom_properties p on p.id = s.property_id
      where s.id = (p_subject ->> 'sessionId')::uuid and s.property_id = (p_subject ->> 'propertyId')::uuid
        and p.is_active and s.active and s.expires_at > now();
    if found then
      session_id := (hit.session).id;
      own_code := (hit.session).access_code;
      state := 'live';
    end if;
  end if;
  if state is null then
    return;
  end if;
  room := hit.room;
  property := hit.property;
  if p_subject ->> 'code' <> own_code and (state = 'pending' or p_subject ->> 'code' <> room.room_code) then
    state := 'other';
  end if;
exception when invalid_text_representation then
  -- An id that is none is nobody's.
  return;
end
$$;

-- Why this subject may not even read, or null.
create function private.refuse_reading(p_state private.subject_state)
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

-- Why this subject may not write now, or null.
create function private.refuse_writing(p_state private.subject_state)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_state
    when 'live' then null
    when 'ended' then private.refuse('stay_ended')
    when 'pending' then private.refuse('illegal_step', '{"reason": "stay_is_not_confirmed"}')
    else private.refuse_reading(p_state)
  end
$$;

-- schemas/guest_content/services.sql

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
  constraint accom_service_items_hours_come_in_pairs check ((available_from is null) = (available_to is null)),
  constraint accom_service_items_translations_have_their_shape check (private.is_translations(translations))
);

create index accom_service_categories_property on public.accom_service_categories (property_id, sort_order);
create index accom_service_items_category on public.accom_service_items (category_id, property_id);
create index accom_service_items_property on public.accom_service_items (property_id, sort_order);

create trigger accom_service_categories_touch_updated_at
  before update on public.accom_service_categories
  for each row execute function private.touch_updated_at();

create trigger accom_service_items_touch_updated_at
  before update on public.accom_service_items
  for each row execute function private.touch_updated_at();

alter table public.accom_service_categories enable row level security;
alter table public.accom_service_items enable row level security;

grant select, insert, delete on public.accom_service_categories, public.accom_service_items to authenticated;

grant update (name, description, icon, sort_order, is_active, translations)
  on public.accom_service_categories to authenticated;

grant update (
  category_id, name, description, image, price, available_from, available_to, max_quantity, is_sold_out, sort_order,
  is_active, translations
) on public.accom_service_items to authenticated;

-- All who work in a place see what it offers,
create policy "members see the categories of their properties" on public.accom_service_categories
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and those who answer for it decide that: what is new,
create policy "managers add categories" on public.accom_service_categories
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- what is different,
create policy "managers change categories" on public.accom_service_categories
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and what is gone.
create policy "managers remove categories" on public.accom_service_categories
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The same for the items,
create policy "members see the items of their properties" on public.accom_service_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- added,
create policy "managers add items" on public.accom_service_items
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- changed, never to another property,
create policy "managers change items" on public.accom_service_items
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and removed. Orders keep the name and price they were made at.
create policy "managers remove items" on public.accom_service_items
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- Whether an item is served at this hour of the property. Hours may pass midnight: 18:00 to 02:00. From an hour to the
-- same hour is round the clock.
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

-- One item as a guest reads it, at this hour of the property.
create function private.describe_item(p_item public.accom_service_items, p_local_time time, p_locale text)
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
    'soldOut', p_item.is_sold_out,
    'availableNow', not p_item.is_sold_out
      and private.is_served(p_item.available_from, p_item.available_to, p_local_time),
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
      private.describe_item(i, (p_at at time zone p_property.timezone)::time, p_locale) order by i.sort_order, i.name
    ) as items
    from public.accom_service_items i
    where i.category_id = c.id and i.is_active
  ) listed
  where c.property_id = p_property.id and c.is_active and listed.items is not null
$$;

-- schemas/guest_content/deals.sql

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

create trigger accom_local_deals_touch_updated_at
  before update on public.accom_local_deals
  for each row execute function private.touch_updated_at();

alter table public.accom_local_deals enable row level security;

grant select, insert, delete on public.accom_local_deals to authenticated;

grant update (partner, title, description, discount, valid_from, valid_until, link, sort_order, is_active, translations)
  on public.accom_local_deals to authenticated;

-- All who work in a place see its deals,
create policy "members see the deals of their properties" on public.accom_local_deals
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and those who answer for it make them,
create policy "managers add deals" on public.accom_local_deals
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change deals" on public.accom_local_deals
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and end them.
create policy "managers remove deals" on public.accom_local_deals
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The deals that hold today, by the property's calendar.
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

create trigger accom_useful_numbers_touch_updated_at
  before update on public.accom_useful_numbers
  for each row execute function private.touch_updated_at();

alter table public.accom_useful_numbers enable row level security;

grant select, insert, delete on public.accom_useful_numbers to authenticated;

grant update (category, label, phone, sort_order, translations) on public.accom_useful_numbers to authenticated;

-- All who work in a place see its numbers,
create policy "members see the numbers of their properties" on public.accom_useful_numbers
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and those who answer for it list them,
create policy "managers add numbers" on public.accom_useful_numbers
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- correct them,
create policy "managers change numbers" on public.accom_useful_numbers
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and take them off.
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

-- What anybody with the code may know of the room.
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
    'type', texts ->> 'roomType',
    'floor', p_room.floor
  ) || case when texts ? 'translated' then '{"translated": ["type"]}' else '{}' end::jsonb
  from private.in_locale(jsonb_build_object('roomType', p_room.room_type), p_room.translations, p_locale) texts
$$;

-- What anybody with a room's code may know of the property. The texts come only on wish; all are in the reader's language.
create function private.describe_property(
  p_property public.accom_properties,
  p_with_content boolean,
  p_locale text default null
)
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
    'hasLinkedFnb', p_property.linked_fnb_slug is not null,
    'linkedFnbSlug', p_property.linked_fnb_slug
  ) || private.in_locale(
    jsonb_build_object('name', p_property.name) || case when p_with_content then jsonb_build_object(
      'description', p_property.description,
      'address', p_property.address,
      'houseRules', p_property.house_rules,
      'amenities', p_property.amenities
    ) else '{}' end, p_property.translations, p_locale
  ) || case when p_with_content then jsonb_build_object('images', p_property.images) else '{}' end
$$;

-- A network of a part of the house.
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

-- What the page needs to ask the right question; the rest of the settings is the owner's.
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

-- What its own guest is told of a booking. Only for callers who have proved to be that guest.
create function private.describe_booking(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'code', p_booking.booking_code,
    'guestFirstName', private.first_name(p_booking.guest_name, p_booking.guest_last_name),
    'checkIn', p_booking.check_in_date,
    'checkOut', p_booking.check_out_date,
    'nights', p_booking.check_out_date - p_booking.check_in_date,
    'status', p_booking.status,
    'guestCount', p_booking.guest_count
  )
$$;

-- What else a guest reads.
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

-- schemas/guest_access/rooms.sql

-- The room behind a code, and whether a stay is in it. The newest started stays come first in the index. A private
-- room has at most two that can be on, the one that leaves today and the one that comes; a dorm has any number.
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
      where b.room_id = room.id and b.check_in_date <= today and b.status in ('confirmed', 'checked_in')
      order by b.check_in_date desc
      limit case when cardinality(room.beds) = 0 then 2 end
    ) newest
    where newest.check_out_date >= today
  );
end
$$;

-- Definer, to guest_api: what anybody who scanned the code may see. Never a person's data.
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
begin
  if refusal is not null then
    return refusal;
  end if;
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  settings := (located.property).access_settings;
  if (settings ->> 'browse_requires_verification')::boolean then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(settings, (located.room).beds),
      'property', private.in_locale(
        jsonb_build_object('name', (located.property).name), (located.property).translations, locale
      ) - 'translated'
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room, locale),
    'property', private.describe_property(located.property, with_content, locale),
    'wifi', case
      when located.has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property, locale) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', located.has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  ) || case when with_content then private.describe_content(located.property, now(), locale) else '{}' end;
end
$$;
grant execute on function public.resolve_room_access(text, text, boolean, text) to guest_api;

-- Definer, to guest_api: turns such a link into the room's code of today. Counted like any other look-up, so that
-- ids can't be tried out here either.
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
      and r.is_active and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', current_code);
end
$$;
grant execute on function public.resolve_checkin_link(uuid, uuid, text) to guest_api;

-- Definer, to guest_api: the code of the room a readable name stands for. A name can be guessed, which the owner has
-- accepted; it is counted like any other look-up all the same, so that nobody reads off a house room by room.
create function public.resolve_room_label(label text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  p_short_code constant text := upper(split_part(label, '-', 1));
  p_number constant text := substr(label, strpos(label, '-') + 1);
  found_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into found_code
    from public.accom_properties p
    join public.accom_rooms r on r.property_id = p.id
    where p.short_code = p_short_code and lower(r.room_number) = lower(p_number)
      and (p.access_settings ->> 'readable_room_links')::boolean
      and p.is_active and r.is_active
    -- "2a" and "2A" may be two doors: the one that was written.
    order by r.room_number = p_number desc
    limit 1;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', found_code);
end
$$;
grant execute on function public.resolve_room_label(text, text) to guest_api;

-- schemas/guest_access/verification.sql

-- The guest's answer holds for this stay. Only the asked-for method is looked at. Where no PIN was made the answer is
-- hashed all the same, with a salt of the cost hash_pin has: nothing equals it.
create function private.is_answer(
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
      private.normalise_name(p_answer ->> 'lastName') <> ''
      and private.normalise_name(p_answer ->> 'lastName') = private.normalise_name(p_booking.guest_last_name)
    when 'room_number' then
      private.normalise_name(p_answer ->> 'roomNumber') = private.normalise_name(p_room.room_number)
    when 'pin' then coalesce(
      extensions.crypt(p_answer ->> 'pin', coalesce(p_booking.pin_hash, '$2a$08$GudBroStaysNobodysPinu')) = p_booking.pin_hash,
      false
    )
    else false
  end
$$;

-- The answer is one to the question that was asked, and no longer than an answer is. Else it counts as no try.
create function private.answers_method(p_method text, p_answer jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case p_method
    when 'none' then true
    when 'last_name' then jsonb_typeof(p_answer -> 'lastName') = 'string' and length(p_answer ->> 'lastName') <= 200
    when 'room_number' then jsonb_typeof(p_answer -> 'roomNumber') = 'string' and length(p_answer ->> 'roomNumber') <= 40
    when 'pin' then jsonb_typeof(p_answer -> 'pin') = 'string' and length(p_answer ->> 'pin') <= 40
  end, false)
$$;

-- The guest is here: where the owner wants that, being verified is being checked in. Returns the booking as it is after
-- that, since the desk may have been faster: it checked the guest in, or took the stay away.
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
    returning b.* into booking;
  if not found then
    select b.* into booking from public.accom_bookings b where b.id = p_booking.id;
    return booking;
  end if;
  perform private.write_audit(
    booking.property_id, 'checked_in', 'accom_bookings', booking.id, '{"from": "confirmed", "to": "checked_in"}'
  );
  return booking;
end
$$;

-- The one stay in this room that the answer proves, at this instant. No row: it proves none, or two different beds'.
-- An empty room weighs the answer as often as a full one: twice where one guest leaves as another comes, once a bed in
-- a dorm. (The day a dorm's bed changes hands adds one; which day that is, the property's page tells anyway.)
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
  candidates public.accom_bookings[] := array(
    select b from private.find_stays(p_room.id, p_property.timezone, p_property.checkout_time, p_at) b
  );
  matching public.accom_bookings[] := '{}';
  is_match boolean;
begin
  nobody.guest_last_name := p_answer ->> 'lastName';
  while cardinality(candidates) < greatest(2, cardinality(p_room.beds)) loop
    candidates := candidates || nobody;
  end loop;
  foreach candidate in array candidates loop
    -- Weighed before it is looked at who it is.
    is_match := private.is_answer(p_method, p_answer, p_room, candidate);
    if is_match and candidate.id is not null then
      matching := matching || candidate;
    end if;
  end loop;
  if (select count(distinct m.bed) from unnest(matching) m) = 1 then
    return next matching[1];
  end if;
end
$$;

-- Counts the failure and says how many tries are left; the last one says how long the lock is.
create function private.refuse_failed(p_subject text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  tries_left integer := private.fail_attempt(p_subject);
begin
  if tries_left > 0 then
    return private.refuse('verification_failed', jsonb_build_object('triesLeft', tries_left));
  end if;
  return private.refuse('verification_failed', jsonb_build_object(
    'triesLeft', 0,
    'retryAfterSeconds', (
      select private.seconds_left(a.locked_until) from public.access_attempts a where a.subject = p_subject
    )
  ));
end
$$;

-- Definer, to guest_api: the step from browse to full. Any stay that is on in the room may be proved, each guest
-- gets their own.
create function public.verify_room_access(room_code text, answer jsonb, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  located record;
  method text;
  seconds integer;
  booking public.accom_bookings;
begin
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  refusal := private.limit_verification_and_misses(room_code, client);
  if refusal is not null then
    return refusal;
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  method := private.effective_method((located.property).access_settings, (located.room).beds);
  if not private.answers_method(method, answer) then
    return private.refuse('verification_required', jsonb_build_object('method', method));
  end if;
  -- Where nothing is asked there is nothing to guess: a stranger's taps in an empty room must not lock out the guest
  -- who arrives next.
  if method <> 'none' then
    seconds := private.enter_attempt(room_code);
    if seconds > 0 then
      return private.refuse_for_now(seconds, true);
    end if;
  end if;
  select * into booking from private.match_stay(located.room, located.property, method, answer, now());
  if booking.id is not null then
    booking := private.check_in_verified(booking, (located.property).access_settings);
  end if;
  if private.stay_state(booking, located.property, now()) is distinct from 'live' then
    return case when method = 'none' then private.refuse('verification_failed') else private.refuse_failed(room_code) end;
  end if;
  if method <> 'none' then
    perform private.pass_room_attempt(room_code, booking.id);
  end if;
  return private.open_stay(booking, located.room, located.property);
end
$$;
grant execute on function public.verify_room_access(text, jsonb, text) to guest_api;

-- Definer, to guest_api: the booking link, for a request that waits for the desk as well. An unknown code, a wrong name
-- and an ended stay answer alike, and take as long: there is
-- no code to be found out here, so an address that guessed codes elsewhere keeps nobody out.
create function public.verify_booking_access(booking_code text, last_name text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb;
  seconds integer;
  hit record;
  booking public.accom_bookings;
  is_guests_name boolean;
  state text;
begin
  if coalesce(booking_code !~ '^BK-[A-HJ-NP-Z2-9]{6}$', true) then
    return private.refuse('invalid_code');
  end if;
  refusal := private.limit_verification(booking_code, client);
  if refusal is not null then
    return refusal;
  end if;
  seconds := private.enter_attempt(booking_code);
  if seconds > 0 then
    return private.refuse_for_now(seconds, true);
  end if;
  select * into hit from private.find_booking_or_neighbour(booking_code);
  booking := hit.booking;
  -- Each is asked before any is weighed: what is refused first would be refused faster.
  is_guests_name := private.is_answer('last_name', jsonb_build_object('lastName', left(last_name, 200)), hit.room, booking);
  state := private.stay_state(booking, hit.property, now());
  if (hit.is_asked and is_guests_name and state in ('live', 'pending')) is not true then
    return private.refuse_failed(booking_code);
  end if;
  if state = 'live' and booking.check_in_date <= (now() at time zone (hit.property).timezone)::date then
    booking := private.check_in_verified(booking, (hit.property).access_settings);
    if private.stay_state(booking, hit.property, now()) is distinct from 'live' then
      return private.refuse_failed(booking_code);
    end if;
  end if;
  perform private.pass_attempt(booking_code);
  return private.open_stay(booking, hit.room, hit.property);
end
$$;
grant execute on function public.verify_booking_access(text, text, text) to guest_api;

-- The booking with this code; where nobody has it a neighbour's, so that as much is read and weighed. The caller has to
-- look at is_asked.
create function private.find_booking_or_neighbour(
  p_code text,
  out booking public.accom_bookings,
  out room public.accom_rooms,
  out property public.accom_properties,
  out is_asked boolean
)
language sql
stable
set search_path = ''
as $$
  select nearest.b, r, p, (nearest.b).booking_code = p_code
  from (
    select near.b
    from (
      (select b from public.accom_bookings b where b.booking_code >= p_code order by b.booking_code limit 1)
      union all
      (select b from public.accom_bookings b where b.booking_code < p_code order by b.booking_code desc limit 1)
    ) near
    order by (near.b).booking_code = p_code desc
    limit 1
  ) nearest
  join public.accom_rooms r on r.id = (nearest.b).room_id
  join public.accom_properties p on p.id = (nearest.b).property_id
$$;

-- schemas/guest_access/own_stay.sql

-- A request that waits for the desk can be read by whoever made it, who may be anybody: dates and state, but neither
-- the WiFi nor the room's code, which would open it, nor its id, which leads to the code.
create function private.open_stay(
  p_booking public.accom_bookings,
  p_room public.accom_rooms,
  p_property public.accom_properties
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'subject', jsonb_build_object(
      'propertyId', p_property.id,
      'bookingId', p_booking.id,
      'checkoutDate', p_booking.check_out_date
    ) || case
      when p_booking.status = 'pending' then jsonb_build_object('roomId', p_room.offer_id)
      else jsonb_build_object('roomId', p_room.id, 'roomCode', p_room.room_code)
    end,
    'expiresAt', private.format_instant(private.stay_ends_at(p_booking.check_out_date, p_property.timezone)),
    'booking', private.describe_booking(p_booking),
    'room', private.describe_room(p_room) || case
      when p_booking.status = 'pending' then jsonb_build_object('id', p_room.offer_id, 'code', null)
      else '{}'
    end,
    'property', private.describe_property(p_property, true)
      || case when private.hides_from(p_property, p_booking.status::text) then '{"houseRules": []}'::jsonb else '{}' end,
    'wifi', case
      when p_booking.status = 'pending' then '{"primary": null, "zones": [], "hidden": true}'
      else private.describe_wifi(p_room, p_property) || '{"hidden": false}'
    end
  )
$$;

-- What the server needs to sign a token for this session and to greet its guest.
create function private.open_session(
  p_session public.guest_sessions,
  p_room public.accom_rooms,
  p_property public.accom_properties
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'subject', jsonb_build_object(
      'propertyId', p_property.id,
      'roomId', p_room.id,
      'roomCode', p_room.room_code,
      'sessionId', p_session.id
    ),
    'expiresAt', private.format_instant(p_session.expires_at),
    'booking', null,
    'session', jsonb_build_object('code', p_session.access_code, 'expiresAt', private.format_instant(p_session.expires_at)),
    'room', private.describe_room(p_room),
    'property', private.describe_property(p_property, true),
    'wifi', private.describe_wifi(p_room, p_property) || '{"hidden": false}'
  )
$$;

-- Definer, to guest_api: the code is all the proof there is, so guessing it is limited like guessing a room's. A code of
-- nobody, one whose time is over and one the desk took back answer alike, and take as long.
create function public.open_guest_session(access_code text, client text)
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
  refusal := private.limit_verification_and_misses(access_code, client);
  if refusal is not null then
    return refusal;
  end if;
  select * into hit from private.find_session_or_neighbour(access_code);
  if (
    hit.is_asked and (hit.session).active and (hit.session).expires_at > now() and (hit.property).is_active
  ) is not true then
    perform private.count_miss(client);
    return private.refuse('verification_failed');
  end if;
  return private.open_session(hit.session, hit.room, hit.property);
end
$$;
grant execute on function public.open_guest_session(text, text) to guest_api;

-- The session with this code; where nobody has it a neighbour's, as above.
create function private.find_session_or_neighbour(
  p_code text,
  out session public.guest_sessions,
  out room public.accom_rooms,
  out property public.accom_properties,
  out is_asked boolean
)
language sql
stable
set search_path = ''
as $$
  select nearest.s, r, p, (nearest.s).access_code = p_code
  from (
    select near.s
    from (
      (select s from public.guest_sessions s where s.access_code >= p_code order by s.access_code limit 1)
      union all
      (select s from public.guest_sessions s where s.access_code < p_code order by s.access_code desc limit 1)
    ) near
    order by (near.s).access_code = p_code desc
    limit 1
  ) nearest
  join public.accom_rooms r on r.id = (nearest.s).room_id
  join public.accom_properties p on p.id = (nearest.s).property_id
$$;

-- Definer, to guest_api: what a full token shows, and whether it still counts. subject is the token's own
-- { propertyId, bookingId } or { propertyId, sessionId }. Checked out: readable, no longer writable. What a request
-- that waits for the desk may not see of the room stays as open_stay leaves it.
create function public.get_own_stay(subject jsonb, with_content boolean default false, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  answer jsonb;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  if stay.booking_id is not null then
    select private.open_stay(b, stay.room, stay.property) into answer
      from public.accom_bookings b where b.id = stay.booking_id;
  else
    select private.open_session(s, stay.room, stay.property) into answer
      from public.guest_sessions s where s.id = stay.session_id;
  end if;
  return answer
    || jsonb_build_object(
      'state', stay.state,
      'accessSettings', private.describe_settings(stay.room, stay.property),
      'room', (answer -> 'room') || (private.describe_room(stay.room, locale) - 'id' - 'code'),
      'wifi', case
        when (answer -> 'wifi' ->> 'hidden')::boolean then answer -> 'wifi'
        else private.describe_wifi(stay.room, stay.property, locale) || '{"hidden": false}'
      end
    )
    || case
      when not with_content then '{}'
      when private.hides_from(stay.property, stay.state::text) then jsonb_build_object(
        'services', jsonb_build_object('currency', (stay.property).currency, 'categories', '[]'::jsonb),
        'deals', '[]'::jsonb,
        'numbers', '[]'::jsonb
      )
      else private.describe_content(stay.property, now(), locale)
        || jsonb_build_object('property', private.describe_property(stay.property, true, locale))
    end;
end
$$;
grant execute on function public.get_own_stay(jsonb, boolean, text) to guest_api;

-- Definer, to guest_api: the content for a token that is asked piece by piece. A browse token says which room was
-- scanned, { propertyId, roomCode }: a code that was replaced since opens nothing more, and a place that hides its pages
-- names the method that room asks for.
create function public.get_stay_content(subject jsonb, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  place public.accom_properties;
  room public.accom_rooms;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    place := stay.property;
    room := stay.room;
    is_hidden := private.hides_from(place, stay.state::text);
  else
    select p.* into place from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    select r.* into room from public.accom_rooms r
      where r.room_code = subject ->> 'roomCode' and r.property_id = place.id and r.is_active;
    if room.id is null then
      return private.refuse('session_expired');
    end if;
    is_hidden := (place.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(place.access_settings, room.beds)
    ));
  end if;
  return jsonb_build_object('ok', true, 'property', private.describe_property(place, true, locale))
    || private.describe_content(place, now(), locale);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_stay_content(jsonb, text) to guest_api;

-- schemas/orders/orders.sql

create type public.order_status as enum ('pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected');

create table public.accom_service_orders (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  status public.order_status not null default 'pending',
  total bigint not null,
  currency text not null,
  notes text not null default '',
  idempotency_key text not null,
  -- What was asked for under that key: the same key with another cart is a mistake, not a retry.
  request_hash text not null,
  reject_reason text,
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
  constraint accom_service_orders_key_is_short check (length(idempotency_key) between 8 and 100),
  constraint accom_service_orders_notes_are_short check (length(notes) <= 500),
  constraint accom_service_orders_rejection_has_a_reason check (status <> 'rejected' or length(reject_reason) between 1 and 500)
);

create unique index accom_service_orders_key_of_booking
  on public.accom_service_orders (booking_id, idempotency_key) where booking_id is not null;

create unique index accom_service_orders_key_of_session
  on public.accom_service_orders (guest_session_id, idempotency_key) where guest_session_id is not null;

create index accom_service_orders_room on public.accom_service_orders (room_id, property_id);
create index accom_service_orders_booking on public.accom_service_orders (booking_id, property_id);
create index accom_service_orders_session on public.accom_service_orders (guest_session_id, property_id);
create index accom_service_orders_board on public.accom_service_orders (property_id, status, created_at desc);

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

create trigger accom_service_orders_touch_updated_at
  before update on public.accom_service_orders
  for each row execute function private.touch_updated_at();

-- The steps there are, whoever takes them. Cancelling is the guest's while the desk has not looked; the desk may
-- still say no until the order is delivered.
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

-- For the trigger: no role writes past it.
create function private.check_order_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(private.is_order_step(old.status, new.status), old.status::text, new.status::text);
  return new;
end
$$;

create trigger accom_service_orders_check_step
  before update of status on public.accom_service_orders
  for each row when (old.status is distinct from new.status) execute function private.check_order_step();

alter table public.accom_service_orders enable row level security;
alter table public.accom_service_order_items enable row level security;

grant select on public.accom_service_orders, public.accom_service_order_items to authenticated;

-- The desk works with all orders of its place,
create policy "members see the orders of their properties" on public.accom_service_orders
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- line by line. Nobody writes but the functions below.
create policy "members see what was ordered at their properties" on public.accom_service_order_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An order as its guest reads it.
create function private.describe_order(p_order public.accom_service_orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'status', p_order.status,
    'totalMinor', p_order.total,
    'currency', p_order.currency,
    'notes', p_order.notes,
    'rejectReason', p_order.reject_reason,
    'createdAt', private.format_instant(p_order.created_at),
    'updatedAt', private.format_instant(p_order.updated_at),
    'items', (
      select jsonb_agg(
        jsonb_build_object(
          'itemId', i.service_item_id,
          'name', i.name,
          'quantity', i.quantity,
          'unitPriceMinor', i.unit_price,
          'totalMinor', i.total
        ) order by i.position
      )
      from public.accom_service_order_items i
      where i.order_id = p_order.id
    )
  )
$$;

-- An order keeps the names it was placed under, in the property's own language, which the desk reads. Its guest reads
-- them translated, where the item is still called so.
create function private.order_in_locale(p_order jsonb, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select p_order || jsonb_build_object('items', coalesce((
    select jsonb_agg(
      line.value || case
        when i.id is null then '{}'
        else private.in_locale(jsonb_build_object('name', i.name), i.translations, p_locale)
      end order by line.position
    )
    from jsonb_array_elements(nullif(p_order -> 'items', 'null')) with ordinality as line (value, position)
    left join public.accom_service_items i
      on i.id = (line.value ->> 'itemId')::uuid and i.name = line.value ->> 'name'
  ), '[]'))
$$;

-- The same for the answer of a function about one order; a refusal has none.
create function private.outcome_in_locale(p_outcome jsonb, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_outcome ? 'order'
    then p_outcome || jsonb_build_object('order', private.order_in_locale(p_outcome -> 'order', p_locale))
    else p_outcome
  end
$$;

-- schemas/orders/placing.sql

-- The cart with today's names and prices, and what is wrong with each line: gone, sold_out, closed, too_many.
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
      when i.is_sold_out then 'sold_out'
      when not private.is_served(i.available_from, i.available_to, (p_at at time zone p_property.timezone)::time) then 'closed'
      when asked.quantity > i.max_quantity then 'too_many'
    end,
    i.max_quantity,
    asked.line::integer
  from (
    -- The same item on two lines is one wish.
    select (e.value ->> 'itemId')::uuid as item_id, sum((e.value ->> 'quantity')::integer)::integer as quantity, min(e.line) as line
    from jsonb_array_elements(p_items) with ordinality as e (value, line)
    group by 1
  ) asked
  left join public.accom_service_items i on i.id = asked.item_id and i.property_id = p_property.id
  left join public.accom_service_categories c on c.id = i.category_id
  order by asked.line
$$;

-- What was placed under this key before. A key is its stay's own: another's is another key.
create function private.find_order_by_key(p_booking_id uuid, p_session_id uuid, p_key text)
returns setof public.accom_service_orders
language sql
stable
set search_path = ''
as $$
  select o.* from public.accom_service_orders o
  where (o.booking_id = p_booking_id or o.guest_session_id = p_session_id) and o.idempotency_key = p_key
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

-- Definer, to guest_api: the one way an order comes to be. Prices are the database's. Placements under one key wait
-- for each other, so of many at once one is placed and the rest are answered with it; a replay is not counted.
create function public.place_service_order(
  subject jsonb,
  idempotency_key text,
  items jsonb,
  notes text default '',
  expected_total bigint default null,
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
  request_hash text := encode(sha256(convert_to(jsonb_build_array(items, coalesce(notes, ''))::text, 'utf8')), 'hex');
  earlier public.accom_service_orders;
  seconds integer;
begin
  if coalesce(length(idempotency_key), 0) not between 8 and 100 or length(notes) > 500 or not private.is_cart(items) then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  perform pg_advisory_xact_lock(hashtextextended(coalesce(stay.booking_id, stay.session_id) || idempotency_key, 0));
  select * into earlier from private.find_order_by_key(stay.booking_id, stay.session_id, idempotency_key);
  if found then
    return private.outcome_in_locale(private.replay_order(earlier, request_hash), locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('order:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return private.outcome_in_locale(
    private.insert_order(
      stay.booking_id, stay.session_id, stay.room, stay.property, idempotency_key, request_hash, items,
      coalesce(notes, ''), expected_total
    ), locale
  );
end
$$;
grant execute on function public.place_service_order(jsonb, text, jsonb, text, bigint, text) to guest_api;

-- A line of a cart as the catalogue has it.
create type private.priced_line as (
  item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer
);

-- The answer to a key that was used: the same order for the same cart.
create function private.replay_order(p_order public.accom_service_orders, p_request_hash text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_order.request_hash = p_request_hash then
      jsonb_build_object('ok', true, 'replayed', true, 'order', private.describe_order(p_order))
    else private.refuse('conflict', '{"reason": "key_was_used_for_another_order"}')
  end
$$;

-- Refuses a cart that can't be had as it is, with the lines by name; else writes the order. p_expected is what the
-- guest saw: another total is asked about, not charged. Prices are read once: an owner who changes one meanwhile
-- must not make the total another than its lines. The items are held first, so that none is removed before its line stands.
create function private.insert_order(
  p_booking_id uuid,
  p_session_id uuid,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_key text,
  p_request_hash text,
  p_items jsonb,
  p_notes text,
  p_expected bigint
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  lines private.priced_line[];
  problems jsonb;
  total bigint;
  placed public.accom_service_orders;
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
    from private.price_cart(p_property, p_items, now()) c;
  if problems is not null then
    return private.refuse('item_unavailable', jsonb_build_object('items', problems));
  end if;
  if total <> p_expected then
    return private.refuse('conflict', jsonb_build_object('reason', 'total_changed', 'totalMinor', total));
  end if;
  insert into public.accom_service_orders (
    property_id, room_id, booking_id, guest_session_id, total, currency, notes, idempotency_key, request_hash
  ) values (
    p_property.id, p_room.id, p_booking_id, p_session_id, total, p_property.currency, p_notes, p_key, p_request_hash
  ) returning * into placed;
  insert into public.accom_service_order_items (order_id, property_id, service_item_id, name, quantity, unit_price, total, position)
    select placed.id, p_property.id, l.item_id, l.name, l.quantity, l.unit_price, l.quantity::bigint * l.unit_price, l.line
    from unnest(lines) l;
  return jsonb_build_object('ok', true, 'replayed', false, 'order', private.describe_order(placed));
end
$$;

-- schemas/orders/steps.sql

-- Definer, to guest_api: a guest's own orders, newest first; one of them when it is named. Another's order is not found.
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
  select jsonb_agg(private.order_in_locale(private.describe_order(newest), locale) order by newest.created_at desc) into own
    from (
      select o.* from public.accom_service_orders o
      where (o.booking_id = stay.booking_id or o.guest_session_id = stay.session_id)
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

-- Definer, to guest_api: takes back one's own order while the desk has not confirmed it. The row is locked, so of a
-- cancellation and a confirmation at once one is refused.
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
    return private.refuse_writing(stay.state);
  end if;
  select o.* into own from public.accom_service_orders o
    where o.id = cancel_service_order.order_id
      and (o.booking_id = stay.booking_id or o.guest_session_id = stay.session_id)
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
  return jsonb_build_object('ok', true, 'order', private.order_in_locale(private.describe_order(own), locale));
end
$$;
grant execute on function public.cancel_service_order(jsonb, uuid, text) to guest_api;

-- Definer, to authenticated: the desk's steps. Orders are written by functions alone, so no step is left out.
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
  -- The trigger looks at changes; standing still would overwrite a reason the guest has read.
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

-- schemas/incidents/incidents.sql

create type public.incident_status as enum ('open', 'in_progress', 'resolved', 'closed');
create type public.incident_priority as enum ('low', 'medium', 'high', 'urgent');

-- The property's own list of places where something can be wrong.
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
  idempotency_key text,
  request_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint incidents_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint incidents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint incidents_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint incidents_area_of_property foreign key (area_id, property_id)
    references public.areas (id, property_id) on delete set null (area_id),
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
  idempotency_key text,
  created_at timestamptz not null default now(),
  constraint incident_updates_incident_of_property foreign key (incident_id, property_id)
    references public.incidents (id, property_id) on delete cascade,
  constraint incident_updates_say_something check (message <> '' or status is not null),
  constraint incident_updates_message_is_short check (length(message) <= 2000),
  constraint incident_updates_key_is_short check (length(idempotency_key) between 8 and 100)
);

create unique index incidents_key_of_stay
  on public.incidents (coalesce(booking_id, guest_session_id), idempotency_key) where idempotency_key is not null;

create unique index incident_updates_key_of_incident
  on public.incident_updates (incident_id, idempotency_key) where idempotency_key is not null;
create index areas_property on public.areas (property_id, sort_order);
create index incidents_room on public.incidents (room_id, property_id);
create index incidents_booking on public.incidents (booking_id, property_id);
create index incidents_session on public.incidents (guest_session_id, property_id);
create index incidents_area on public.incidents (area_id, property_id);
create index incidents_board on public.incidents (property_id, status, created_at desc);
create index incident_updates_incident on public.incident_updates (incident_id, property_id, created_at);
create index incident_updates_property on public.incident_updates (property_id);
create index incident_updates_account on public.incident_updates (account_id);

create trigger areas_touch_updated_at
  before update on public.areas for each row execute function private.touch_updated_at();

create trigger incidents_touch_updated_at
  before update on public.incidents for each row execute function private.touch_updated_at();

-- The steps there are, whoever takes them.
create function private.is_incident_step(p_from public.incident_status, p_to public.incident_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('open', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
    -- It came back, or was not mended after all.
    ('resolved', 'open'), ('closed', 'open')
  )
$$;

-- For the trigger: no role writes past it.
create function private.check_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(private.is_incident_step(old.status, new.status), old.status::text, new.status::text);
  return new;
end
$$;

create trigger incidents_check_step
  before update of status on public.incidents
  for each row when (old.status is distinct from new.status) execute function private.check_incident_step();

alter table public.areas enable row level security;
alter table public.incidents enable row level security;
alter table public.incident_updates enable row level security;

grant select on public.incidents, public.incident_updates to authenticated;

grant select, insert, delete on public.areas to authenticated;

grant update (name, sort_order, translations) on public.areas to authenticated;

-- All who work in a place see its areas,
create policy "members see the areas of their properties" on public.areas
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and those who answer for it name them,
create policy "managers add areas" on public.areas
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));

-- rename them,
create policy "managers change areas" on public.areas
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and drop them. What was reported there stays.
create policy "managers remove areas" on public.areas
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));

-- The desk works with all reports of its place,
create policy "members see the incidents of their properties" on public.incidents
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and with all that was said. Nobody writes but the functions below.
create policy "members see what was said at their properties" on public.incident_updates
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- What a guest sees of an incident. Who at the desk answered is the desk's business.
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

-- schemas/incidents/reporting.sql

-- Definer, to guest_api: a report from one's own room. The paths of its photos are given out here, and only these can
-- be uploaded. Reports under one key wait for each other, so of many at once one is made and the rest are answered with
-- it; a replay is not counted.
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
  reported public.incidents;
  subject_id uuid;
  seconds integer;
  request_hash text;
begin
  if coalesce(length(btrim(title)), 0) not between 1 and 120 or length(description) > 2000 or priority is null
    or coalesce(photo_count, 0) not between 0 and 3 or length(idempotency_key) not between 8 and 100
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  subject_id := coalesce(stay.booking_id, stay.session_id);
  request_hash := encode(sha256(convert_to(jsonb_build_array(
    btrim(title), coalesce(description, ''), priority, area_id, coalesce(photo_count, 0)
  )::text, 'utf8')), 'hex');
  perform pg_advisory_xact_lock(hashtextextended(subject_id || coalesce(idempotency_key, ''), 0));
  select i.* into reported from public.incidents i
    where coalesce(i.booking_id, i.guest_session_id) = subject_id and i.idempotency_key = report_incident.idempotency_key;
  if found and reported.request_hash <> request_hash then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_report"}');
  elsif reported.id is not null then
    return private.describe_report(reported, true, locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('incident:' || subject_id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if area_id is not null and not exists (
    select from public.areas a where a.id = report_incident.area_id and a.property_id = (stay.property).id
  ) then
    return private.refuse('invalid_request');
  end if;
  insert into public.incidents (
    property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, idempotency_key,
    request_hash, photos
  ) values (
    (stay.property).id, (stay.room).id, stay.booking_id, stay.session_id, report_incident.area_id, btrim(title),
    coalesce(description, ''), priority, report_incident.idempotency_key, request_hash,
    (select coalesce(array_agg((stay.property).id || '/' || subject_id || '/' || gen_random_uuid() || '.webp'), '{}')
      from generate_series(1, coalesce(photo_count, 0)))
  ) returning * into reported;
  return private.describe_report(reported, false, locale);
end
$$;
grant execute on function public.report_incident(jsonb, text, text, public.incident_priority, uuid, integer, text, text)
  to guest_api;

-- The answer to a report, the first time and again, with the paths its photos may be stored under.
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

-- Definer, to guest_api: a word to the desk under one's own report. It counts like a report; a replay is not counted.
-- The report's row is locked, so of one reply sent many times at once one is written.
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
  earlier public.incident_updates;
  seconds integer;
begin
  if coalesce(length(btrim(message)), 0) not between 1 and 2000 or length(idempotency_key) not between 8 and 100 then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select i.* into own from public.incidents i
    where i.id = reply_to_incident.incident_id
      and (i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id)
    for update;
  select u.* into earlier from public.incident_updates u
    where u.incident_id = own.id and u.idempotency_key = reply_to_incident.idempotency_key;
  if earlier.message <> btrim(message) then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.id is not null then
    return jsonb_build_object('ok', true, 'replayed', true, 'incident', private.describe_incident(own, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  seconds := private.take_hit('incident:' || coalesce(stay.booking_id, stay.session_id), 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  insert into public.incident_updates (incident_id, property_id, author, message, idempotency_key)
    values (own.id, own.property_id, 'guest', btrim(message), reply_to_incident.idempotency_key);
  update public.incidents i set updated_at = now() where i.id = own.id returning i.* into own;
  return jsonb_build_object('ok', true, 'replayed', false, 'incident', private.describe_incident(own, locale));
end
$$;
grant execute on function public.reply_to_incident(jsonb, uuid, text, text, text) to guest_api;

-- Definer, to guest_api: a guest's own reports with the conversation, newest first, and the areas to choose from.
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
        where i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id
        order by i.created_at desc
        limit 100
      ) newest
    ), '[]')
  );
end
$$;
grant execute on function public.list_own_incidents(jsonb, text) to guest_api;

-- Definer, to authenticated: the desk moves a report on, answers it, or both. The same step again with nothing to say
-- is a second tap.
create function public.set_incident_status(
  incident_id uuid,
  status public.incident_status default null,
  message text default ''
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(message), '');
  next_status public.incident_status;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and words = '' or length(words) > 2000 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  next_status := nullif(set_incident_status.status, incident.status);
  if next_status is null and words = '' then
    perform private.require_step(false, incident.status::text, incident.status::text);
  end if;
  update public.incidents i set status = coalesce(next_status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (incident.id, incident.property_id, 'account', private.current_account_id(), words, next_status);
end
$$;
grant execute on function public.set_incident_status(uuid, public.incident_status, text) to authenticated;

-- schemas/incidents/photos.sql

-- Definer: guest_api reads no table, and the policy has to look for the path. It may execute this, and still not name
-- it: the schema stays closed to it.
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

-- Photos: a private bucket. The stays server may only create objects, and only under paths a report gave out.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('incident-photos', 'incident-photos', false, 5242880, '{image/webp}')
on conflict (id) do nothing;

-- Definer, to guest_api: asked before a report's pictures are looked at. Who may not report, a request that waits for the
-- desk above all, which anybody can make, has none of them decoded; who may, so many a minute. Of a stay that has ended a
-- report may still be sent again: what comes of it is for report_incident to say.
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
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('photos:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return '{"ok": true}';
end
$$;
grant execute on function public.admit_incident_photos(jsonb) to guest_api;

create index incidents_photos on public.incidents using gin (photos);

-- Only what was promised, and only once: there is no policy to read, overwrite or delete.
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

-- Definer, to guest_api: a photo that could not be stored leaves no path behind.
create function public.forget_incident_photo(subject jsonb, incident_id uuid, path text)
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
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state);
  end if;
  update public.incidents i set photos = array_remove(i.photos, path)
    where i.id = forget_incident_photo.incident_id
      and (i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id);
  return case when found then '{"ok": true}' else private.refuse('not_found') end;
end
$$;
grant execute on function public.forget_incident_photo(jsonb, uuid, text) to guest_api;

-- schemas/property_page/page.sql

create index accom_bookings_request_key on public.accom_bookings (request_key) where request_key is not null;

create type private.free_bed as (room_id uuid, bed text);

-- The beds nobody has in these nights. A private room has one bed without a name.
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
    and not exists (
      select from public.accom_bookings b
      where b.room_id = r.id and b.bed = bed.name
        and b.status in ('pending', 'confirmed', 'checked_in')
        and daterange(b.check_in_date, b.check_out_date, '[)') && daterange(p_check_in, p_check_out, '[)')
    )
$$;

-- Nights that can be asked for: from today by the property's calendar, a year ahead, ninety at most.
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

-- Definer, to guest_api: what the page shows. Looking up addresses is counted like looking up codes.
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
    -- A place that hides its rooms' pages still takes guests: its name and how to ask, and what it says of itself.
    property.house_rules := '{}';
  end if;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, true, locale),
    'today', (now() at time zone property.timezone)::date,
    'rooms', (
      select coalesce(jsonb_agg(distinct private.in_locale(
        jsonb_build_object('roomType', r.room_type), r.translations, locale
      ) || jsonb_build_object('capacity', r.capacity, 'beds', cardinality(r.beds))), '[]')
      from public.accom_rooms r
      where r.property_id = property.id and r.is_active
    )
  );
end
$$;
grant execute on function public.get_property_page(text, text, text) to guest_api;

-- Definer, to guest_api: rooms with a free bed for these nights and this many guests. A dorm's bed takes one.
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
  return jsonb_build_object('ok', true, 'options', coalesce((
    select jsonb_agg(
      private.in_locale(jsonb_build_object('roomType', r.room_type), r.translations, locale)
        || jsonb_build_object('roomId', r.offer_id, 'beds', free.beds, 'capacity', r.capacity)
      order by r.capacity, r.room_type, r.room_number
    )
    from public.accom_rooms r
    join (
      select f.room_id, array_agg(f.bed order by f.bed) filter (where f.bed <> '') as beds, count(*) as count
      from private.find_free_beds(property.id, check_in, check_out) f
      group by f.room_id
    ) free on free.room_id = r.id
    where case when cardinality(r.beds) = 0 then r.capacity >= guests else guests = 1 end
  ), '[]'));
end
$$;
grant execute on function public.get_availability(text, date, date, integer, text, text) to guest_api;

-- schemas/property_page/requests.sql

-- Definer, to guest_api: a guest asks for a bed. The request holds it until the desk answers; a bed taken meanwhile is
-- an answer, not an error, and its hit stays counted. The same key of the same guest for the same bed, within the hour, is
-- the same request. From one address ten a day at one place are held, so that a form and a little patience do not close it.
create function public.request_booking(
  slug text,
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  client text,
  request_key text default null
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
  seconds integer;
begin
  perform private.require_client(client);
  select b.* into booking
    from private.find_requested(
        slug, room_id, coalesce(bed, ''), check_in, check_out, guest_last_name, guest_email, request_key
      ) b;
  if booking.id is not null then
    return private.describe_request(booking, true);
  end if;
  seconds := private.take_hit('booking:' || client, 5, '1 hour');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  select p.* into property from public.accom_properties p where p.slug = request_booking.slug and p.is_active;
  select r.* into room from public.accom_rooms r
    where r.offer_id = request_booking.room_id and r.property_id = property.id and r.is_active;
  if room.id is null then
    return private.refuse('not_found');
  end if;
  if not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
    or not private.is_guest(guest_name, guest_last_name, guest_email, guest_phone)
    or (guest_count between 1 and case when cardinality(room.beds) = 0 then room.capacity else 1 end) is not true
    or not (coalesce(bed, '') = any (case when cardinality(room.beds) = 0 then array[''] else room.beds end))
    or length(request_key) not between 16 and 100
  then
    return private.refuse('invalid_request');
  end if;
  -- Only what holds a bed counts, so it is looked at here and counted below.
  seconds := private.wait_for('held/day:' || property.id || ':' || client, 10, '1 day');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  begin
    insert into public.accom_bookings (
      property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
      check_in_date, check_out_date, status, source, request_key
    ) values (
      property.id, room.id, coalesce(bed, ''), btrim(guest_name), btrim(guest_last_name), btrim(guest_email),
      nullif(btrim(guest_phone), ''), guest_count, check_in, check_out, 'pending', 'direct', request_booking.request_key
    ) returning * into booking;
  exception when exclusion_violation then
    -- By somebody else, or by the same form sent at the same time.
    select b.* into booking
      from private.find_requested(
        slug, room_id, coalesce(bed, ''), check_in, check_out, guest_last_name, guest_email, request_key
      ) b;
    return case
      when booking.id is null then private.refuse('conflict', '{"reason": "bed_is_taken"}')
      else private.describe_request(booking, true)
    end;
  end;
  perform private.take_hit('held/day:' || property.id || ':' || client, 10, '1 day');
  return private.describe_request(booking, false);
end
$$;
grant execute on function public.request_booking(
  text, uuid, text, date, date, text, text, text, text, integer, text, text
) to guest_api;

-- The request this key made for this bed, these nights and this guest, as long as the desk has not answered it.
-- Volatile: after a conflict it has to see what the other call has just written.
create function private.find_requested(
  p_slug text,
  p_offer_id uuid,
  p_bed text,
  p_check_in date,
  p_check_out date,
  p_last_name text,
  p_email text,
  p_key text
)
returns setof public.accom_bookings
language sql
volatile
set search_path = ''
as $$
  select b.*
  from public.accom_bookings b
  join public.accom_rooms r on r.id = b.room_id
  join public.accom_properties p on p.id = b.property_id
  where b.request_key = p_key and p.slug = p_slug and r.offer_id = p_offer_id and b.bed = p_bed
    and (b.check_in_date, b.check_out_date) = (p_check_in, p_check_out)
    and (b.guest_last_name, b.guest_email) = (btrim(p_last_name), btrim(p_email))
    and b.status = 'pending' and b.created_at > now() - interval '1 hour'
$$;

-- The answer to a request, the first time and again.
create function private.describe_request(p_booking public.accom_bookings, p_is_replayed boolean)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true, 'bookingCode', p_booking.booking_code, 'status', p_booking.status, 'replayed', p_is_replayed
  )
$$;

-- Enough to know who asks and how to answer.
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

-- schemas/sweep.sql

create index accom_bookings_waiting on public.accom_bookings (created_at) where status = 'pending';
create index guest_sessions_running on public.guest_sessions (expires_at) where active;

-- A request holds its bed for 48 hours, and not past the day it asked to come. Rows that somebody works on are left
-- for the next time. Returns how many were cancelled.
create function private.cancel_stale_requests()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  stale public.accom_bookings;
  cancelled integer := 0;
begin
  for stale in
    select b.* from public.accom_bookings b
    join public.accom_properties p on p.id = b.property_id
    where b.status = 'pending'
      and (b.created_at <= now() - interval '48 hours' or b.check_in_date < (now() at time zone p.timezone)::date)
    order by b.created_at
    for update of b skip locked
  loop
    update public.accom_bookings b set status = 'cancelled' where b.id = stale.id;
    perform private.write_audit(
      stale.property_id, 'request_expired', 'accom_bookings', stale.id, '{"from": "pending", "to": "cancelled"}'
    );
    cancelled := cancelled + 1;
  end loop;
  return cancelled;
end
$$;

-- Sessions that ran out open nothing already; here they stop being listed as running. Returns how many.
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

-- No window is longer than a day. Returns how many counts were dropped.
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

-- A few failures are forgotten a day after the last; a lock is remembered for a week after it, so that the next is
-- longer. A try under way holds its row and keeps it. Returns how many were forgotten.
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

-- To jobs alone, as themselves: one statement on a timer. Run twice it finds nothing more to do, and two at once do
-- not wait for each other. Answers what it did.
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
    'attemptsForgotten', private.forget_stale_attempts()
  );
end
$$;
