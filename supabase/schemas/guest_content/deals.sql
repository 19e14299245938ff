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
