-- The property's own page: what it is, what is free, and what may be requested. Anybody may read it, so it shows no
-- personal data, no room code and no room id.

create type private.free_bed as (room_id uuid, bed text);

-- The beds that are free in these nights. A private room has one bed without a name.
create function private.find_free_beds(p_property_id uuid, p_check_in date, p_check_out date)
returns setof private.free_bed
language sql
stable
set search_path = ''
as $$
  select r.id, bed.name
  from public.accom_rooms r
  cross join lateral unnest(case when cardinality(r.beds) = 0 then array[''] else r.beds end) as bed (name)
  where r.property_id = p_property_id and r.is_active
    and not exists (
      select from public.accom_bookings b
      where b.room_id = r.id and b.bed = bed.name
        and b.status in ('pending', 'confirmed', 'checked_in')
        and daterange(b.check_in_date, b.check_out_date, '[)') && daterange(p_check_in, p_check_out, '[)')
    )
$$;

-- Whether these nights may be requested: from today by the property's calendar, a year ahead, ninety at most.
create function private.are_bookable_nights(p_check_in date, p_check_out date, p_today date)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    p_check_in >= p_today and p_check_in <= p_today + 365
    and p_check_out > p_check_in and p_check_out - p_check_in <= 90,
    false
  )
$$;

-- Definer, to guest_api: what the page shows. Looking up a slug is counted like looking up a code.
create function public.get_property_page(slug text, client text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_property_page.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if (property.access_settings ->> 'browse_requires_verification')::boolean then
    -- A property that hides its rooms' pages still shows its own, without the house rules.
    property.house_rules := '{}';
  end if;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, locale),
    'pictures', private.describe_pictures(property.images, locale),
    'today', (now() at time zone property.timezone)::date,
    'rooms', (
      select coalesce(jsonb_agg(distinct private.in_locale(
        jsonb_build_object('roomType', r.room_type), r.translations, locale
      ) || jsonb_build_object('capacity', r.capacity, 'beds', cardinality(r.beds))), '[]')
      from public.accom_rooms r
      where r.property_id = property.id and r.is_active
    )
  );
end
$$;
grant execute on function public.get_property_page(text, text, text) to guest_api;

-- Definer, to guest_api: rooms with a free bed for these nights and this many guests. A dorm's bed takes one.
create function public.get_availability(
  slug text,
  check_in date,
  check_out date,
  guests integer,
  client text,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  property public.accom_properties;
begin
  if refusal is not null then
    return refusal;
  end if;
  select p.* into property from public.accom_properties p where p.slug = get_availability.slug and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('not_found');
  end if;
  if guests not between 1 and 50
    or not private.are_bookable_nights(check_in, check_out, (now() at time zone property.timezone)::date)
  then
    return private.refuse('invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  return jsonb_build_object('ok', true, 'options', coalesce((
    select jsonb_agg(
      private.in_locale(jsonb_build_object('roomType', r.room_type), r.translations, locale)
        || jsonb_build_object('offerId', r.offer_id, 'beds', free.beds, 'capacity', r.capacity)
      order by r.capacity, r.room_type, r.room_number
    )
    from public.accom_rooms r
    join (
      select f.room_id, array_agg(f.bed order by f.bed) filter (where f.bed <> '') as beds, count(*) as count
      from private.find_free_beds(property.id, check_in, check_out) f
      group by f.room_id
    ) free on free.room_id = r.id
    where case when cardinality(r.beds) = 0 then r.capacity >= guests else guests = 1 end
  ), '[]'));
end
$$;
grant execute on function public.get_availability(text, date, date, integer, text, text) to guest_api;
