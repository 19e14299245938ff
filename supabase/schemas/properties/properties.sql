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
