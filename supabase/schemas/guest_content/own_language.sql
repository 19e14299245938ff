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
