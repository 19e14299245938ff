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
