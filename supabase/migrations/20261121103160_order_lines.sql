-- An order is what its lines are: all of them priced at one instant.

-- A line of a cart as the catalogue has it.
create type private.priced_line as (
  item_id uuid, name text, quantity integer, unit_price integer, problem text, max_quantity integer, line integer
);

-- Refuses a cart that can't be had as it is, with the lines by name; else writes the order. p_expected is what the
-- guest saw: another total is asked about, not charged. Prices are read once: an owner who changes one meanwhile
-- must not make the total another than its lines. The items are held first, so that none is removed before its line stands.
create or replace function private.insert_order(
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
