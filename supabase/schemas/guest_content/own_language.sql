-- The language in which a place's own texts are.

-- Exchanges a row's own texts with their translations into another language. A text without such a translation stays the
-- row's own, in whatever language it is.
create function private.exchange_language(p_own jsonb, p_translations jsonb, p_from text, p_to text)
returns table (own jsonb, translations jsonb)
language sql
immutable
set search_path = ''
as $$
  with exchanged as (
    select jsonb_object_agg(t.key, t.value) as arriving, jsonb_object_agg(t.key, p_own -> t.key) as leaving
    from jsonb_each(p_translations -> p_to) t
    where jsonb_typeof(t.value) = jsonb_typeof(p_own -> t.key) and t.value not in ('""', '[]')
  )
  select p_own || coalesce(e.arriving, '{}'),
    p_translations - p_to || case
      when e.leaving is null then '{}'
      else jsonb_build_object(p_from, coalesce(p_translations -> p_from, '{}') || e.leaving)
    end
  from exchanged e
$$;

-- A JSON list of texts as an array, in its order.
create function private.to_text_list(p_value jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select array(select e.value from jsonb_array_elements_text(p_value) with ordinality e (value, place) order by e.place)
$$;

-- Makes another language that of a place's own texts, and exchanges them with their translations in one step: no guest reads
-- half of each. Definer, to authenticated: a manager may write each of these texts on its own.
create function public.change_own_language(property_id uuid, locale text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  before text;
begin
  perform private.require_member(change_own_language.property_id, 'manager');
  select p.default_locale into before
  from public.accom_properties p where p.id = change_own_language.property_id for update;
  if before = change_own_language.locale then
    return;
  end if;

  update public.accom_properties p
  set default_locale = change_own_language.locale, translations = e.translations,
    description = e.own ->> 'description', address = e.own ->> 'address',
    house_rules = private.to_text_list(e.own -> 'houseRules'), amenities = private.to_text_list(e.own -> 'amenities')
  from public.accom_properties q, private.exchange_language(jsonb_build_object(
    'description', q.description, 'address', q.address, 'houseRules', q.house_rules, 'amenities', q.amenities
  ), q.translations, before, change_own_language.locale) e
  where q.id = change_own_language.property_id and p.id = q.id;

  update public.accom_room_types t
  set name = e.own ->> 'name', description = e.own ->> 'description', translations = e.translations
  from public.accom_room_types q, private.exchange_language(
    jsonb_build_object('name', q.name, 'description', q.description), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and t.id = q.id and e.translations <> q.translations;

  update public.accom_room_type_seasons s
  set name = e.own ->> 'name', translations = e.translations
  from public.accom_room_type_seasons q, private.exchange_language(
    jsonb_build_object('name', q.name), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and s.id = q.id and e.translations <> q.translations;

  update public.accom_service_categories c
  set name = e.own ->> 'name', description = e.own ->> 'description', translations = e.translations
  from public.accom_service_categories q, private.exchange_language(
    jsonb_build_object('name', q.name, 'description', q.description), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and c.id = q.id and e.translations <> q.translations;

  update public.accom_service_items i
  set name = e.own ->> 'name', description = e.own ->> 'description', translations = e.translations
  from public.accom_service_items q, private.exchange_language(
    jsonb_build_object('name', q.name, 'description', q.description), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and i.id = q.id and e.translations <> q.translations;

  update public.accom_local_deals d
  set title = e.own ->> 'title', description = e.own ->> 'description', discount = e.own ->> 'discount',
    translations = e.translations
  from public.accom_local_deals q, private.exchange_language(
    jsonb_build_object('title', q.title, 'description', q.description, 'discount', q.discount),
    q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and d.id = q.id and e.translations <> q.translations;

  update public.accom_useful_numbers n
  set label = e.own ->> 'label', category = e.own ->> 'category', translations = e.translations
  from public.accom_useful_numbers q, private.exchange_language(
    jsonb_build_object('label', q.label, 'category', q.category), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and n.id = q.id and e.translations <> q.translations;

  update public.areas a
  set name = e.own ->> 'name', translations = e.translations
  from public.areas q, private.exchange_language(
    jsonb_build_object('name', q.name), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and a.id = q.id and e.translations <> q.translations;

  update public.pictures p
  set alt = e.own ->> 'alt', translations = e.translations
  from public.pictures q, private.exchange_language(
    jsonb_build_object('alt', q.alt), q.translations, before, change_own_language.locale
  ) e
  where q.property_id = change_own_language.property_id and p.id = q.id and e.translations <> q.translations;
end
$$;
grant execute on function public.change_own_language(uuid, text) to authenticated;
