-- Texts that owners and guests write: their forms, their languages, and how names are compared.

-- Whether this is a list of texts: one dimension, no null, a limited length.
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

-- Whether this is a text or a list of texts, no longer than a property's own may be.
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

-- The texts in the reader's language where a translation is there, else in the property's. A regional language (pt-BR)
-- falls back to its language. An empty translation counts as none. `translated` names the texts that were translated, if
-- any, so that a page can mark the others with their language.
create function private.in_locale(p_texts jsonb, p_translations jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_texts || coalesce(
    (
      select jsonb_object_agg(t.key, t.value) || jsonb_build_object('translated', jsonb_agg(t.key order by t.key))
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

-- Whether this is an https address that a phone may open. A user name before the host is refused:
-- https://bank.example@elsewhere leads to elsewhere.
create function private.is_web_link(p_link text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_link is null or (
    p_link ~ '^https://[^[:space:][:cntrl:]/?#:@%<>"^`{|}\\\[\]]+(:[1-9][0-9]{0,3})?([/?#][^[:space:][:cntrl:]]*)?$'
    and length(p_link) <= 500
  )
$$;
grant execute on function private.is_web_link(text) to authenticated;

grant execute on function private.is_translated_text(jsonb), private.is_translations(jsonb) to authenticated;

-- Whether this is an image on the guest app's own address, or null. It must end like an image file, so that it is not one
-- of the app's pages: loading a page as an image would send the guest's cookie.
create function private.is_picture(p_path text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_path is null or (p_path ~ '^(/[A-Za-z0-9_-]+)+\.(webp|png|jpe?g|svg)$' and length(p_path) <= 200)
$$;

-- Whether all of these are such images, at most twenty.
create function private.are_pictures(p_paths text[])
returns boolean
language sql
immutable
set search_path = ''
as $$
  select cardinality(p_paths) <= 20 and coalesce(bool_and(path is not null and private.is_picture(path)), true)
  from unnest(p_paths) as p (path)
$$;

-- The form in which names that people type are compared: no case, no accents, no spaces, hyphens, dots or apostrophes, and
-- no invisible characters, which pasted text may contain. It is upper case first, so that the Greek final sigma becomes a
-- sigma. The collation is named because a cluster with the C locale changes the case of ASCII only.
create function private.normalise_name(p_name text)
returns text
language sql
stable
set search_path = ''
as $$
  select lower(upper(
    regexp_replace(
      extensions.unaccent(regexp_replace(normalize(coalesce(p_name, ''), nfkd), '[\u0300-\u036f]', '', 'g')),
      '[\s.''’‘ʼʻ`´‐‑‒–—\u00ad\u200b-\u200f\u2060\ufeff-]+', '', 'g'
    ) collate "pg_c_utf8"
  ))
$$;

-- Checks run as whoever writes the row.
grant execute on function private.is_picture(text), private.are_pictures(text[]) to authenticated;

-- The name to greet a guest with. Where the family name stands first the given name is the last word, else the first word.
create function private.first_name(p_name text, p_last_name text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when starts_with(name, last_name || ' ') then split_part(substr(name, length(last_name) + 2), ' ', -1)
    else split_part(name, ' ', 1)
  end
  from (select btrim(regexp_replace(p_name, '\s+', ' ', 'g')), btrim(p_last_name)) as given (name, last_name)
$$;
