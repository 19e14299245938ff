-- What happens to a placed order.

-- Definer, to guest_api: a guest's own orders, newest first, or the one that is named. Another guest's order is not found.
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
  select jsonb_agg(private.describe_order(newest, locale) order by newest.created_at desc) into own
    from (
      select o.* from public.accom_service_orders o
      where (o.booking_id = (stay.booking).id or o.guest_session_id = (stay.session).id)
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

-- Definer, to guest_api: cancels one's own order until the desk confirms it. The row is locked, so of a cancellation and a
-- confirmation at once one is refused.
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
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select o.* into own from public.accom_service_orders o
    where o.id = cancel_service_order.order_id
      and (o.booking_id = (stay.booking).id or o.guest_session_id = (stay.session).id)
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
  return jsonb_build_object('ok', true, 'order', private.describe_order(own, locale));
end
$$;
grant execute on function public.cancel_service_order(jsonb, uuid, text) to guest_api;

-- Definer, to authenticated: the desk's steps. No role may write orders directly, so none can skip a step.
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
  -- The trigger checks changes only; the same status again would overwrite a reason that the guest has read.
  perform private.require_step(
    private.is_order_step(found_order.status, set_order_status.status),
    found_order.status::text, set_order_status.status::text
  );
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

-- Definer, to authenticated: the desk has read that the guest cancelled this order, and takes it off the board. Two who do so at
-- once, or one who does so twice, find it done.
create function public.acknowledge_cancellation(order_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_order public.accom_service_orders;
begin
  select * into found_order from public.accom_service_orders o where o.id = acknowledge_cancellation.order_id for update;
  perform private.require_member(found_order.property_id, 'staff');
  perform private.require_step(found_order.status = 'cancelled', found_order.status::text, 'acknowledged');
  update public.accom_service_orders o set cancellation_seen_at = now()
    where o.id = found_order.id and o.cancellation_seen_at is null;
end
$$;
grant execute on function public.acknowledge_cancellation(uuid) to authenticated;

-- Definer, to authenticated: what these orders of a property cost, for members who see money: no member may read the columns.
-- `lines` has each line by its id. At most 500 orders at once.
create function public.get_order_money(property_id uuid, order_ids uuid[])
returns table (order_id uuid, total bigint, lines jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_money(get_order_money.property_id, 'staff');
  return query
    select o.id, o.total, (
      select jsonb_object_agg(i.id, jsonb_build_object('unitPrice', i.unit_price, 'total', i.total))
      from public.accom_service_order_items i where i.order_id = o.id
    )
    from public.accom_service_orders o
    where o.property_id = get_order_money.property_id and o.id = any (get_order_money.order_ids[:500]);
end
$$;
grant execute on function public.get_order_money(uuid, uuid[]) to authenticated;
