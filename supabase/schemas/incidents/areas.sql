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
