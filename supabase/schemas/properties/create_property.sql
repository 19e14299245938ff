-- How a place comes to be: by whoever signs in and needs one.

-- The address of a place, from its name: Beach View Đà Nẵng is beach-view-da-nang. A name in another script gives the type.
create function private.derive_slug(p_name text, p_type public.accom_property_type)
returns text
language sql
stable
set search_path = ''
as $$
  select case when length(slug) < 3 then trim(both '-' from slug || '-' || p_type) else slug end
  from (
    select trim(both '-' from left(
      trim(both '-' from regexp_replace(lower(extensions.unaccent('extensions.unaccent', normalize(p_name, nfkc))), '[^a-z0-9]+', '-', 'g')), 50
    )) as slug
  ) derived
$$;

-- Short codes for a place of this name, the best first: its initials, then its first letters. Fewer where the name has few.
create function private.derive_short_codes(p_name text)
returns text[]
language sql
stable
set search_path = ''
as $$
  with words as (
    select word, position
    from regexp_split_to_table(upper(extensions.unaccent('extensions.unaccent', normalize(p_name, nfkc))), '[^A-Z]+') with ordinality w (word, position)
    where word <> ''
  ), parts as (
    select
      coalesce(string_agg(left(word, 1), '' order by position), '') as initials,
      coalesce(string_agg(word, '' order by position), '') as letters
    from words
  )
  select array(
    select code
    from parts, unnest(array[left(initials, 5), left(letters, 3), left(letters, 4), left(letters, 5)]) with ordinality c (code, rank)
    where length(code) >= 3
    order by rank
  )
$$;

-- A random short code of five letters.
create function private.draw_short_code()
returns text
language sql
volatile
set search_path = ''
as $$
  select string_agg(chr(65 + get_byte(extensions.gen_random_bytes(1), 0) % 26), '') from generate_series(1, 5)
$$;

-- The first number after this one that makes the slug a free one.
create function private.next_slug_number(p_base text, p_number integer)
returns integer
language sql
stable
set search_path = ''
as $$
  -- In the list of columns, where the series is made only as far as it is read.
  select s.n from (select generate_series(p_number + 1, p_number + 1000000) as n) s
  where not exists (select from public.accom_properties p where p.slug = p_base || '-' || s.n)
  limit 1
$$;

-- Definer, to authenticated: makes a place and, by the trigger of members, its owner, in one step, with the settings of its type
-- and country. Nobody may insert a property otherwise. Slug and short code are free ones that follow from the name: where
-- another call takes one at the same moment, this one waits for it and tries the next. The account must still have a
-- confirmed address. Three places a day, so that a stranger cannot fill the database.
create function public.create_property(
  name text, type public.accom_property_type, country text, timezone text, currency text, default_locale text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  title constant text := trim(create_property.name);
  slug_base constant text := private.derive_slug(title, create_property.type);
  first_slug constant integer := case when private.is_reserved_slug(slug_base) then 2 else 1 end;
  short_codes constant text[] := private.derive_short_codes(title);
  slug_number integer := first_slug;
  code_number integer := 1;
  seconds integer;
  candidate text;
  made public.accom_properties;
begin
  if account is null then
    perform private.raise_api_error(401, 'session_expired');
  end if;
  if not exists (select from auth.users u where u.id = auth.uid() and u.email_confirmed_at is not null) then
    perform private.raise_api_error(403, 'email_not_confirmed');
  end if;
  seconds := private.take_hit('place:' || account, 3, '1 day');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  loop
    candidate := slug_base || case when slug_number > 1 then '-' || slug_number else '' end;
    insert into public.accom_properties (
      owner_id, slug, short_code, name, type, country, timezone, currency, default_locale, setup_step
    ) values (
      account, candidate, coalesce(short_codes[code_number], private.draw_short_code()), title, create_property.type,
      create_property.country, create_property.timezone, create_property.currency, create_property.default_locale, 2
    ) on conflict do nothing returning * into made;
    exit when made.id is not null;
    -- Of the two that may be taken, try another one of each that is.
    if exists (select from public.accom_properties p where p.slug = candidate) then
      -- The first free number, for a name that hundreds have.
      slug_number := private.next_slug_number(slug_base, slug_number);
    else
      code_number := code_number + 1;
    end if;
  end loop;
  perform private.write_audit(made.id, 'place_created', 'accom_properties', made.id, '{}');
  return jsonb_build_object('propertyId', made.id, 'slug', made.slug, 'shortCode', made.short_code);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "place_is_impossible"}');
end
$$;
grant execute on function public.create_property(text, public.accom_property_type, text, text, text, text) to authenticated;
