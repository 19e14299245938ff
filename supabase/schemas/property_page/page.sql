-- The property's own page: what it is, what is free, and what may be requested. Anybody may read it, so it shows no
-- personal data, no room code and no room id.

create type private.free_bed as (room_id uuid, bed text);

-- The beds that are free in these nights. A private room has one bed without a name. A room that is out of order is not offered.
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
    and not exists (select from public.room_states s where s.room_id = r.id and s.state = 'out_of_order')
    and not exists (
      select from private.bed_holds h
      where h.room_id = r.id and h.bed = bed.name and h.held && private.held_range(p_check_in, p_check_out)
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

-- The types of rooms that a property offers, free or not, then its rooms without a type by how many they sleep. `beds` is how
-- many beds the largest dorm of the type has, where it is booked by the bed, and 0 for private rooms.
create function private.describe_offers(p_property_id uuid, p_today date, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(
      private.describe_room_type(t, p_locale) || jsonb_build_object(
        'images', t.images, 'pictures', private.describe_pictures(t.images, p_locale),
        'capacity', t.capacity, 'beds', r.beds,
        'fromMinor', private.lowest_price(t, p_today), 'minimumNights', t.minimum_nights
      ) order by t.sort_order, t.id
    )
    from public.accom_room_types t
    join (
      select r.room_type_id, max(cardinality(r.beds)) as beds
      from public.accom_rooms r
      where r.property_id = p_property_id and r.is_active
      group by r.room_type_id
    ) r on r.room_type_id = t.id
    where t.is_active
  ), '[]') || coalesce((
    select jsonb_agg(distinct jsonb_build_object(
      'roomType', '', 'description', '', 'images', '[]'::jsonb, 'pictures', '[]'::jsonb, 'capacity', r.capacity,
      'beds', cardinality(r.beds), 'fromMinor', null, 'minimumNights', 1
    ))
    from public.accom_rooms r
    where r.property_id = p_property_id and r.is_active and r.room_type_id is null
  ), '[]')
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
  today date;
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
  today := (now() at time zone property.timezone)::date;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, locale),
    'today', today,
    'isListed', property.is_listed,
    'country', property.country,
    -- The languages in which the page has texts of its own.
    'locales', (
      select jsonb_agg(distinct l.locale)
      from (
        select property.default_locale as locale
        union all select t.key from jsonb_each(property.translations) t where t.value ->> 'description' <> ''
      ) l
    ),
    'pictures', private.describe_pictures(property.images, locale),
    'rooms', private.describe_offers(property.id, today, locale)
  );
end
$$;
grant execute on function public.get_property_page(text, text, text) to guest_api;

create type private.free_room as (
  offer_id uuid,
  room_type_id uuid,
  capacity integer,
  beds text[],
  sort_order integer
);

-- What is free in these nights for this many guests. Private rooms that are alike are one offer, so that the page is as short
-- for 3,000 rooms as for three, and does not tell how many are free. A dorm's bed takes one guest, who may choose it.
create function private.find_free_rooms(p_property_id uuid, p_check_in date, p_check_out date, p_guests integer)
returns setof private.free_room
language sql
stable
set search_path = ''
as $$
  select distinct on (r.room_type_id, r.capacity, case when cardinality(r.beds) > 0 then r.id end)
    r.offer_id, r.room_type_id, r.capacity, free.beds, r.sort_order
  from public.accom_rooms r
  join (
    select f.room_id, array_agg(f.bed order by f.bed) filter (where f.bed <> '') as beds
    from private.find_free_beds(p_property_id, p_check_in, p_check_out) f
    group by f.room_id
  ) free on free.room_id = r.id
  where case when cardinality(r.beds) = 0 then r.capacity >= p_guests else p_guests = 1 end
  order by r.room_type_id, r.capacity, case when cardinality(r.beds) > 0 then r.id end, r.sort_order, r.id
$$;

-- Definer, to guest_api: rooms with a free bed for these nights and this many guests, with what the nights cost. Types that
-- are free but only for longer stays are named apart, because they cannot be requested.
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
  return (
    with free as materialized (
      select f.* from private.find_free_rooms(property.id, check_in, check_out, guests) f
    ), priced as materialized (
      -- Once for each type, not for each room of it.
      select t.id, t.sort_order, t.is_active,
        private.describe_room_type(t, locale) - 'description' as texts,
        private.price_stay(t.id, check_in, check_out, locale) as price
      from public.accom_room_types t
      where t.id in (select f.room_type_id from free f)
    ), offered as (
      select f.*, p.sort_order as type_order,
        coalesce(p.texts, '{"roomType": ""}') as texts,
        coalesce(p.price, '{"totalMinor": null, "minimumNights": 1, "nights": []}') as price
      from free f
      left join priced p on p.id = f.room_type_id
      where p.is_active is not false
    )
    select jsonb_build_object(
      'ok', true,
      'currency', property.currency,
      'options', coalesce(jsonb_agg(
        o.texts || jsonb_build_object(
          'offerId', o.offer_id, 'beds', o.beds, 'capacity', o.capacity,
          'price', case when o.price ->> 'totalMinor' is not null then o.price - 'minimumNights' end
        ) order by o.type_order, o.capacity, o.sort_order, o.offer_id
      ) filter (where (o.price ->> 'minimumNights')::integer <= check_out - check_in), '[]'),
      'longerOnly', (
        select coalesce(jsonb_agg(p.texts || jsonb_build_object('minimumNights', p.price -> 'minimumNights')
          order by p.sort_order, p.id), '[]')
        from priced p
        where p.is_active and (p.price ->> 'minimumNights')::integer > check_out - check_in
      )
    )
    from offered o
  );
end
$$;
grant execute on function public.get_availability(text, date, date, integer, text, text) to guest_api;
