-- The cart with today's names and prices, and what is wrong with each line: gone, sold_out, closed, too_many.
create function private.price_cart(p_property public.accom_properties, p_items jsonb, p_at timestamptz)
returns table (item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer)
language sql
stable
set search_path = ''
as $$
  select
    asked.item_id,
    coalesce(i.name, ''),
    asked.quantity,
    i.price,
    case
      when i.id is null or not i.is_active or not c.is_active then 'gone'
      when i.is_sold_out then 'sold_out'
      when not private.is_served(i.available_from, i.available_to, (p_at at time zone p_property.timezone)::time) then 'closed'
      when asked.quantity > i.max_quantity then 'too_many'
    end,
    i.max_quantity,
    asked.line::integer
  from (
    -- The same item on two lines is one wish.
    select (e.value ->> 'itemId')::uuid as item_id, sum((e.value ->> 'quantity')::integer)::integer as quantity, min(e.line) as line
    from jsonb_array_elements(p_items) with ordinality as e (value, line)
    group by 1
  ) asked
  left join public.accom_service_items i on i.id = asked.item_id and i.property_id = p_property.id
  left join public.accom_service_categories c on c.id = i.category_id
  order by asked.line
$$;

-- What was placed under this key before. A key is its stay's own: another's is another key.
create function private.find_order_by_key(p_booking_id uuid, p_session_id uuid, p_key text)
returns setof public.accom_service_orders
language sql
stable
set search_path = ''
as $$
  select o.* from public.accom_service_orders o
  where (o.booking_id = p_booking_id or o.guest_session_id = p_session_id) and o.idempotency_key = p_key
$$;

-- One to fifty lines of an item and a quantity.
create function private.is_cart(p_items jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_items) = 'array'
    and jsonb_array_length(p_items) between 1 and 50
    and not exists (
      select from jsonb_array_elements(case when jsonb_typeof(p_items) = 'array' then p_items else '[]' end) e (value)
      where not coalesce(
        jsonb_typeof(e.value -> 'quantity') = 'number'
        and e.value ->> 'quantity' ~ '^[1-9][0-9]?$'
        and pg_input_is_valid(e.value ->> 'itemId', 'uuid'),
        false
      )
    ),
    false
  )
$$;

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

-- A line of a cart as the catalogue has it.
create type private.priced_line as (
  item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer
);

-- The answer to a key that was used: the same order for the same cart.
create function private.replay_order(p_order public.accom_service_orders, p_request_hash text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_order.request_hash = p_request_hash then
      jsonb_build_object('ok', true, 'replayed', true, 'order', private.describe_order(p_order))
    else private.refuse('conflict', '{"reason": "key_was_used_for_another_order"}')
  end
$$;

-- Refuses a cart that can't be had as it is, with the lines by name; else writes the order. p_expected is what the
-- guest saw: another total is asked about, not charged. Prices are read once: an owner who changes one meanwhile
-- must not make the total another than its lines. The items are held first, so that none is removed before its line stands.
create function private.insert_order(
  p_booking_id uuid,
  p_session_id uuid,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_key text,
  p_request_hash text,
  p_items jsonb,
  p_notes text,
  p_expected bigint
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  lines private.priced_line[];
  problems jsonb;
  total bigint;
  placed public.accom_service_orders;
begin
  perform from public.accom_service_items i
    where i.property_id = p_property.id
      and i.id in (select (e.value ->> 'itemId')::uuid from jsonb_array_elements(p_items) e (value))
    order by i.id
    for key share;
  select
    array_agg((c.item_id, c.name, c.quantity, c.unit_price, c.problem, c.max_quantity, c.line)::private.priced_line),
    jsonb_agg(
      jsonb_build_object('itemId', c.item_id, 'name', c.name, 'problem', c.problem, 'maxQuantity', c.max_quantity)
      order by c.line
    ) filter (where c.problem is not null),
    sum(c.quantity::bigint * c.unit_price)
    into lines, problems, total
    from private.price_cart(p_property, p_items, now()) c;
  if problems is not null then
    return private.refuse('item_unavailable', jsonb_build_object('items', problems));
  end if;
  if total <> p_expected then
    return private.refuse('conflict', jsonb_build_object('reason', 'total_changed', 'totalMinor', total));
  end if;
  insert into public.accom_service_orders (
    property_id, room_id, booking_id, guest_session_id, total, currency, notes, idempotency_key, request_hash
  ) values (
    p_property.id, p_room.id, p_booking_id, p_session_id, total, p_property.currency, p_notes, p_key, p_request_hash
  ) returning * into placed;
  insert into public.accom_service_order_items (order_id, property_id, service_item_id, name, quantity, unit_price, total, position)
    select placed.id, p_property.id, l.item_id, l.name, l.quantity, l.unit_price, l.quantity::bigint * l.unit_price, l.line
    from unnest(lines) l;
  return jsonb_build_object('ok', true, 'replayed', false, 'order', private.describe_order(placed));
end
$$;
