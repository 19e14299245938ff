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
