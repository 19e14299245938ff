-- The board on which the desk and the kitchen work through orders.

-- The caller's own step that ended as the row is now, while it can be undone plainly: the newest entry of the order's history.
create function private.find_own_step(p_order_id uuid, p_account_id uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select case
      when newest.account_id = p_account_id and newest.undo_role is not null and newest.undoes is null
        and newest.created_at > now() - interval '10 minutes'
      then newest.id
    end
  from (
    select l.* from public.audit_log l where l.row_id = p_order_id order by l.created_at desc limit 1
  ) newest
$$;

-- An order as the desk reads it: in the property's own language, with its guest, and with money for those who see it.
create function private.describe_board_order(
  p_order public.accom_service_orders, p_sees_money boolean, p_account_id uuid
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'number', p_order.number,
    'status', p_order.status,
    'roomNumber', (select r.room_number from public.accom_rooms r where r.id = p_order.room_id),
    'bed', (
      select nullif(b.bed, '') from public.accom_bookings b where b.id = p_order.booking_id and b.room_id = p_order.room_id
    ),
    'guestName', (select b.guest_name from public.accom_bookings b where b.id = p_order.booking_id),
    'notes', p_order.notes,
    'wantedAt', private.format_instant(p_order.wanted_at),
    'rejectReason', p_order.reject_reason,
    'cancellationSeenAt', private.format_instant(p_order.cancellation_seen_at),
    'createdAt', private.format_instant(p_order.created_at),
    'changedAt', private.format_instant(p_order.updated_at),
    'currency', p_order.currency,
    'totalMinor', case when p_sees_money then p_order.total end,
    'ownStep', private.find_own_step(p_order.id, p_account_id),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', line.name,
        'quantity', line.quantity,
        'totalMinor', case when p_sees_money then line.total end,
        'categoryId', item.category_id
      ) order by line.position), '[]')
      from public.accom_service_order_items line
      left join public.accom_service_items item on item.id = line.service_item_id
      where line.order_id = p_order.id
    )
  )
$$;

-- The orders that are under way, oldest first, those that a guest cancelled and nobody at the desk has acknowledged, and the
-- twenty of the last day that ended last.
create function private.find_board_orders(p_property_id uuid)
returns setof public.accom_service_orders
language sql
stable
set search_path = ''
as $$
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status in ('pending', 'confirmed', 'preparing')
    order by o.created_at
    limit 200
  )
  union all
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status = 'cancelled' and o.cancellation_seen_at is null
    order by o.created_at
    limit 50
  )
  union all
  (
    select * from public.accom_service_orders o
    where o.property_id = p_property_id and o.status in ('delivered', 'rejected', 'cancelled')
      and (o.status <> 'cancelled' or o.cancellation_seen_at is not null)
      and o.updated_at > now() - interval '1 day'
    order by o.updated_at desc
    limit 20
  )
$$;

-- The orders of a property that wait for a first step, oldest first, as the desk's Today lists them, at most 100; with the minutes
-- after which one is slow and late. `bed` is as on the board.
create function private.describe_new_orders(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'slowMinutes', p.orders_slow_minutes,
    'lateMinutes', p.orders_late_minutes,
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', one.id, 'number', one.number, 'status', one.status, 'roomNumber', r.room_number, 'bed', nullif(b.bed, ''),
        'createdAt', private.format_instant(one.created_at), 'wantedAt', private.format_instant(one.wanted_at)
      ) order by one.created_at, one.id), '[]')
      from (
        select * from public.accom_service_orders o
        where o.property_id = p.id and o.status = 'pending'
        order by o.created_at
        limit 100
      ) one
      join public.accom_rooms r on r.id = one.room_id
      left join public.accom_bookings b on b.id = one.booking_id and b.room_id = one.room_id
    )
  )
  from public.accom_properties p where p.id = p_property_id
$$;

-- Definer, to authenticated: what stands on the board of a property, with the categories by which it is filtered and the minutes
-- after which an order is slow and late; or of its orders the one that is named. No member may read the columns of money, so it
-- returns them to those who see them.
create function public.read_order_board(property_id uuid, order_id uuid default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  sees_money boolean;
  orders jsonb;
begin
  perform private.require_member(read_order_board.property_id, 'staff');
  sees_money := read_order_board.property_id in (select private.money_property_ids());
  if read_order_board.order_id is null then
    select jsonb_agg(private.describe_board_order(o, sees_money, account) order by o.created_at) into orders
      from private.find_board_orders(read_order_board.property_id) o;
  else
    select jsonb_agg(private.describe_board_order(o, sees_money, account)) into orders
      from public.accom_service_orders o
      where o.id = read_order_board.order_id and o.property_id = read_order_board.property_id;
  end if;
  return (
    select jsonb_build_object(
      'slowMinutes', p.orders_slow_minutes,
      'lateMinutes', p.orders_late_minutes,
      'categories', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.sort_order, c.id), '[]')
        from public.accom_service_categories c where c.property_id = p.id
      ),
      'orders', coalesce(orders, '[]')
    )
    from public.accom_properties p where p.id = read_order_board.property_id
  );
end
$$;
grant execute on function public.read_order_board(uuid, uuid) to authenticated;

-- Definer, to authenticated: the orders of a property that ended, last first, and after this one: { …an order as on the board,
-- endedAt }, where endedAt is what the next page is asked for with.
create function public.list_ended_orders(
  property_id uuid,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
  size constant integer := least(greatest(list_ended_orders.page_size, 1), 101);
  sees_money boolean;
begin
  perform private.require_member(list_ended_orders.property_id, 'staff');
  sees_money := list_ended_orders.property_id in (select private.money_property_ids());
  return coalesce((
    select jsonb_agg(
      private.describe_board_order(o, sees_money, account) || jsonb_build_object('endedAt', o.updated_at)
      order by o.updated_at desc, o.id desc
    )
    from (
      select * from public.accom_service_orders o
      where o.property_id = list_ended_orders.property_id and o.status in ('delivered', 'rejected', 'cancelled')
        and (o.updated_at, o.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by o.updated_at desc, o.id desc
      limit size
    ) o
  ), '[]');
end
$$;
grant execute on function public.list_ended_orders(uuid, timestamptz, uuid, integer) to authenticated;

-- What the guest of a booking ordered, for the booking's screen: how many orders, and the ten latest. Their money is for who sees it.
create function private.describe_stay_orders(p_booking_id uuid, p_property_id uuid, p_sees_money boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'count', (
      select count(*) from public.accom_service_orders o
      where o.booking_id = p_booking_id and o.property_id = p_property_id
    ),
    'latest', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', latest.id, 'number', latest.number, 'status', latest.status,
          'createdAt', private.format_instant(latest.created_at)
        ) || case
          when p_sees_money then jsonb_build_object(
            'price', jsonb_build_object('totalMinor', latest.total, 'currency', latest.currency)
          )
          else '{}'
        end order by latest.created_at desc, latest.number desc
      ), '[]')
      from (
        select * from public.accom_service_orders o
        where o.booking_id = p_booking_id and o.property_id = p_property_id
        order by o.created_at desc, o.number desc
        limit 10
      ) latest
    )
  )
$$;
