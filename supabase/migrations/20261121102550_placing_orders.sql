-- How an order comes to be, and the steps it takes: by its guest and by the desk.

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
  expected_total bigint default null
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
    return private.replay_order(earlier, request_hash);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('order:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return private.insert_order(
    stay.booking_id, stay.session_id, stay.room, stay.property, idempotency_key, request_hash, items,
    coalesce(notes, ''), expected_total
  );
end
$$;
grant execute on function public.place_service_order(jsonb, text, jsonb, text, bigint) to guest_api;

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
-- guest saw: another total is asked about, not charged.
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
  problems jsonb;
  total bigint;
  placed public.accom_service_orders;
begin
  select
    jsonb_agg(
      jsonb_build_object('itemId', c.item_id, 'name', c.name, 'problem', c.problem, 'maxQuantity', c.max_quantity)
      order by c.line
    ) filter (where c.problem is not null),
    sum(c.quantity::bigint * c.unit_price)
    into problems, total
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
    select placed.id, p_property.id, c.item_id, c.name, c.quantity, c.unit_price, c.quantity::bigint * c.unit_price, c.line
    from private.price_cart(p_property, p_items, now()) c;
  return jsonb_build_object('ok', true, 'replayed', false, 'order', private.describe_order(placed));
end
$$;

-- Definer, to guest_api: a guest's own orders, newest first; one of them when it is named. Another's order is not found.
create function public.list_own_orders(subject jsonb, order_id uuid default null)
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
  select jsonb_agg(private.describe_order(newest) order by newest.created_at desc) into own
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
grant execute on function public.list_own_orders(jsonb, uuid) to guest_api;

-- Definer, to guest_api: takes back one's own order while the desk has not confirmed it. The row is locked, so of a
-- cancellation and a confirmation at once one is refused.
create function public.cancel_service_order(subject jsonb, order_id uuid)
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
  if own.status = 'cancelled' then
    return jsonb_build_object('ok', true, 'order', private.describe_order(own));
  end if;
  if own.status <> 'pending' then
    return private.refuse('illegal_step', jsonb_build_object('from', own.status, 'to', 'cancelled'));
  end if;
  update public.accom_service_orders o set status = 'cancelled' where o.id = own.id returning * into own;
  return jsonb_build_object('ok', true, 'order', private.describe_order(own));
end
$$;
grant execute on function public.cancel_service_order(jsonb, uuid) to guest_api;

-- Definer, to authenticated: the desk's steps. Orders are written by functions alone, so no step is left out.
create function public.set_order_status(order_id uuid, status public.order_status, reason text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_order public.accom_service_orders;
begin
  select * into found_order from public.accom_service_orders o where o.id = set_order_status.order_id for update;
  perform private.require_member(found_order.property_id, 'staff');
  if set_order_status.status = 'cancelled' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guests_cancel_the_desk_rejects"}');
  end if;
  -- The trigger looks at changes; standing still is no step either, and would overwrite a reason the guest has read.
  if not private.is_order_step(found_order.status, set_order_status.status) then
    perform private.raise_api_error(
      409, 'illegal_step', jsonb_build_object('from', found_order.status, 'to', set_order_status.status)
    );
  end if;
  if set_order_status.status = 'rejected' and coalesce(length(btrim(reason)), 0) not between 1 and 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rejection_needs_a_reason"}');
  end if;
  update public.accom_service_orders o set
    status = set_order_status.status,
    reject_reason = case when set_order_status.status = 'rejected' then btrim(reason) end
  where o.id = found_order.id;
end
$$;
grant execute on function public.set_order_status(uuid, public.order_status, text) to authenticated;
