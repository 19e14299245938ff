-- How a guest's cart becomes an order.

-- The cart with the names and prices of now, and what is wrong with each line: gone, sold_out, closed, too_many. `p_at` is when
-- it is wanted.
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
      -- Now, for whenever it is wanted: the page offers no item that is sold out.
      when private.is_sold_out(i, now()) then 'sold_out'
      when not private.is_served(i.available_from, i.available_to, (p_at at time zone p_property.timezone)::time) then 'closed'
      when asked.quantity > i.max_quantity then 'too_many'
    end,
    i.max_quantity,
    asked.line::integer
  from (
    -- The same item on two lines becomes one line.
    select (e.value ->> 'itemId')::uuid as item_id, sum((e.value ->> 'quantity')::integer)::integer as quantity, min(e.line) as line
    from jsonb_array_elements(p_items) with ordinality as e (value, line)
    group by 1
  ) asked
  left join public.accom_service_items i on i.id = asked.item_id and i.property_id = p_property.id
  left join public.accom_service_categories c on c.id = i.category_id
  order by asked.line
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

-- Why an order cannot be wanted at this time, or null. Whether it is served then is decided for each item.
create function private.refuse_wanted_time(p_wanted_at timestamptz, p_leaves_at timestamptz, p_at timestamptz)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when p_wanted_at < p_at then private.refuse('conflict', '{"reason": "wanted_time_has_passed"}')
    when p_wanted_at > p_leaves_at then private.refuse('conflict', '{"reason": "wanted_time_is_after_check_out"}')
  end
$$;

-- One line of a priced cart.
create type private.priced_line as (
  item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer
);

-- Writes the order, or returns why it cannot be placed: the lines that are unavailable, or a total that differs from the
-- one that the guest saw (`p_expected`), which the guest has to confirm first. Prices are read once, so that an owner who
-- changes one meanwhile does not make the total differ from its lines. The items are locked first, so that none is removed
-- before its line is written.
create function private.insert_order(
  p_booking_id uuid,
  p_session_id uuid,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_items jsonb,
  p_notes text,
  p_wanted_at timestamptz,
  p_expected bigint,
  out placed public.accom_service_orders,
  out refusal jsonb
)
language plpgsql
volatile
set search_path = ''
as $$
declare
  lines private.priced_line[];
  problems jsonb;
  total bigint;
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
    from private.price_cart(p_property, p_items, coalesce(p_wanted_at, now())) c;
  if problems is not null then
    refusal := private.refuse('item_unavailable', jsonb_build_object('items', problems));
    return;
  end if;
  if total <> p_expected then
    refusal := private.refuse('conflict', jsonb_build_object('reason', 'total_changed', 'totalMinor', total));
    return;
  end if;
  insert into public.accom_service_orders (
      property_id, room_id, booking_id, guest_session_id, total, currency, notes, wanted_at
    )
    values (
      p_property.id, p_room.id, p_booking_id, p_session_id, total, p_property.currency, p_notes, p_wanted_at
    )
    returning * into placed;
  insert into public.accom_service_order_items (order_id, property_id, service_item_id, name, quantity, unit_price, total, position)
    select placed.id, p_property.id, l.item_id, l.name, l.quantity, l.unit_price, l.quantity::bigint * l.unit_price, l.line
    from unnest(lines) l;
end
$$;

-- Definer, to guest_api: the only way to place an order. Prices come from the catalogue, never from the client. Of many
-- requests under one key the first places the order and the others return the same one; a replay is not counted. `wanted_at`
-- belongs to the content: the same cart for another time is another order.
create function public.place_service_order(
  subject jsonb,
  idempotency_key text,
  items jsonb,
  notes text default '',
  expected_total bigint default null,
  locale text default null,
  wanted_at timestamptz default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  scope text;
  request constant jsonb := jsonb_build_array(items, coalesce(notes, ''), private.format_instant(wanted_at));
  earlier record;
  time_refusal jsonb;
  insertion record;
  placed public.accom_service_orders;
  seconds integer;
begin
  if idempotency_key is null or not private.is_request_key(idempotency_key) or length(notes) > 500
    or not private.is_cart(items)
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  scope := 'order:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_order"}');
  elsif earlier.made_id is not null then
    select o.* into placed from public.accom_service_orders o where o.id = earlier.made_id;
    return jsonb_build_object('ok', true, 'replayed', true, 'order', private.describe_order(placed, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('order:' || stay.id, 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  time_refusal := private.refuse_wanted_time(
    wanted_at, private.leaves_at(stay.booking, stay.session, stay.property), now()
  );
  if time_refusal is not null then
    return time_refusal;
  end if;
  select * into insertion from private.insert_order(
    (stay.booking).id, (stay.session).id, stay.room, stay.property, items, coalesce(notes, ''), wanted_at,
    expected_total
  );
  if insertion.refusal is not null then
    return insertion.refusal;
  end if;
  perform private.record_request(scope, idempotency_key, request, (insertion.placed).id);
  return jsonb_build_object('ok', true, 'replayed', false, 'order', private.describe_order(insertion.placed, locale));
end
$$;
grant execute on function public.place_service_order(jsonb, text, jsonb, text, bigint, text, timestamptz) to guest_api;
