-- What owners write may be given in several languages. A row's own columns are the property's default language;
-- translations holds the others: { "vi": { "name": "..." } }.

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
grant execute on function private.is_translated_text(jsonb), private.is_translations(jsonb) to authenticated;

-- The texts in the reader's language where they are given, else in the property's. A regional language (pt-BR) falls
-- back to the language it is one of. What is empty is not given.
create function private.in_locale(p_texts jsonb, p_translations jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_texts || coalesce(
    (
      select jsonb_object_agg(t.key, t.value)
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

alter table public.accom_properties
  add column translations jsonb not null default '{}',
  add constraint accom_properties_translations_have_their_shape check (private.is_translations(translations));
grant update (translations) on public.accom_properties to authenticated;
