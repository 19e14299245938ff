-- The property's page and a guest's orders, in the reader's language.

-- Definer, to guest_api: what the page shows. Looking up addresses is counted like looking up codes.
create or replace function public.get_property_page(slug text, client text, locale text default null)
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
    -- A place that hides its rooms' pages still takes guests: its name and how to ask, and what it says of itself.
    property.house_rules := '{}';
  end if;
  return jsonb_build_object(
    'ok', true,
    'property', private.describe_property(property, true, locale),
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

drop function public.get_availability(text, date, date, integer, text);

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
        || jsonb_build_object('roomId', r.offer_id, 'beds', free.beds, 'capacity', r.capacity)
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

-- An order keeps the names it was placed under, in the property's own language, which the desk reads. Its guest reads
-- them translated, where the item is still called so.
create function private.order_in_locale(p_order jsonb, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select p_order || jsonb_build_object('items', coalesce((
    select jsonb_agg(
      line.value || case
        when i.id is null then '{}'
        else private.in_locale(jsonb_build_object('name', i.name), i.translations, p_locale)
      end order by line.position
    )
    from jsonb_array_elements(nullif(p_order -> 'items', 'null')) with ordinality as line (value, position)
    left join public.accom_service_items i
      on i.id = (line.value ->> 'itemId')::uuid and i.name = line.value ->> 'name'
  ), '[]'))
$$;

-- The same for the answer of a function about one order; a refusal has none.
create function private.outcome_in_locale(p_outcome jsonb, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_outcome ? 'order'
    then p_outcome || jsonb_build_object('order', private.order_in_locale(p_outcome -> 'order', p_locale))
    else p_outcome
  end
$$;

drop function public.place_service_order(jsonb, text, jsonb, text, bigint);

-- Definer, to guest_api: the one way an order comes to be. Prices are the database's. Placements under one key wait
-- for each other, so of many at once one is placed and the rest are answered with it; a replay is not counted.
create function public.place_service_order(
  subject jsonb,
  idempotency_key text,
  items jsonb,
  notes text default '',
  expected_total bigint default null,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  request_hash text := encode(sha256(convert_to(jsonb_build_array(items, coalesce(notes, ''))::text, 'utf8')), 'hex');
  earlier public.accom_service_orders;
  seconds integer;
begin
  if coalesce(length(idempotency_key), 0) not between 8 and 100 or length(notes) > 500 or not private.is_cart(items) then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  perform pg_advisory_xact_lock(hashtextextended(coalesce(stay.booking_id, stay.session_id) || idempotency_key, 0));
  select * into earlier from private.find_order_by_key(stay.booking_id, stay.session_id, idempotency_key);
  if found then
    return private.outcome_in_locale(private.replay_order(earlier, request_hash), locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('order:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return private.outcome_in_locale(
    private.insert_order(
      stay.booking_id, stay.session_id, stay.room, stay.property, idempotency_key, request_hash, items,
      coalesce(notes, ''), expected_total
    ), locale
  );
end
$$;
grant execute on function public.place_service_order(jsonb, text, jsonb, text, bigint, text) to guest_api;

drop function public.list_own_orders(jsonb, uuid);

-- Definer, to guest_api: a guest's own orders, newest first; one of them when it is named. Another's order is not found.
create function public.list_own_orders(subject jsonb, order_id uuid default null, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  own jsonb;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select jsonb_agg(private.order_in_locale(private.describe_order(newest), locale) order by newest.created_at desc) into own
    from (
      select o.* from public.accom_service_orders o
      where (o.booking_id = stay.booking_id or o.guest_session_id = stay.session_id)
        and (list_own_orders.order_id is null or o.id = list_own_orders.order_id)
      order by o.created_at desc
      limit 100
    ) newest;
  if list_own_orders.order_id is not null and own is null then
    return private.refuse('not_found');
  end if;
  return jsonb_build_object('ok', true, 'orders', coalesce(own, '[]'));
end
$$;
grant execute on function public.list_own_orders(jsonb, uuid, text) to guest_api;

drop function public.cancel_service_order(jsonb, uuid);

-- Definer, to guest_api: takes back one's own order while the desk has not confirmed it. The row is locked, so of a
-- cancellation and a confirmation at once one is refused.
create function public.cancel_service_order(subject jsonb, order_id uuid, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_service_orders;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state);
  end if;
  select o.* into own from public.accom_service_orders o
    where o.id = cancel_service_order.order_id
      and (o.booking_id = stay.booking_id or o.guest_session_id = stay.session_id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  if own.status not in ('pending', 'cancelled') then
    return private.refuse('illegal_step', jsonb_build_object('from', own.status, 'to', 'cancelled'));
  end if;
  if own.status = 'pending' then
    update public.accom_service_orders o set status = 'cancelled' where o.id = own.id returning * into own;
  end if;
  return jsonb_build_object('ok', true, 'order', private.order_in_locale(private.describe_order(own), locale));
end
$$;
grant execute on function public.cancel_service_order(jsonb, uuid, text) to guest_api;
