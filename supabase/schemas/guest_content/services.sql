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
