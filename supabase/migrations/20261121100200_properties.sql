-- A place to stay, with what every guest of it may read and how its guests prove who they are.

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

-- Zones: [{ name, network, password?, primary? }], at most one primary. No password: an open network.
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
      or exists (select from jsonb_object_keys(zone) k where k not in ('name', 'network', 'password', 'primary'))
      or not coalesce(jsonb_typeof(zone -> 'name') = 'string' and length(zone ->> 'name') between 1 and 80, false)
      or not coalesce(jsonb_typeof(zone -> 'network') = 'string' and private.is_wifi_network(zone ->> 'network'), false)
      or (zone ? 'password' and jsonb_typeof(zone -> 'password') not in ('string', 'null'))
      or not private.is_wifi_password(zone ->> 'password')
      or (zone ? 'primary' and jsonb_typeof(zone -> 'primary') <> 'boolean')
    then
      return false;
    end if;
    primary_count := primary_count + coalesce((zone ->> 'primary')::boolean, false)::integer;
  end loop;
  return primary_count <= 1;
end
$$;

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
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_properties_slug_is_unique unique (slug),
  constraint accom_properties_slug_has_its_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  -- A property's page lives at /{slug}: these words are taken by pages of our own.
  constraint accom_properties_slug_is_not_reserved check (slug not in ('api', 'stay', 'session', 'checkin', 'offline', 'admin')),
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
  wifi_network, wifi_password, wifi_zones, access_settings, linked_fnb_slug, document_retention_days, is_active
) on public.accom_properties to authenticated;
