-- Orders of guests. Names and prices are copied when the order is placed and stay as they were.

create type public.order_status as enum ('pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected');

create table public.accom_service_orders (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- What people call it by: 1, 2, 3 … of its property. A trigger counts.
  number integer not null,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  status public.order_status not null default 'pending',
  total bigint not null,
  currency text not null,
  notes text not null default '',
  -- When the guest wants it. Null: as soon as it is ready.
  wanted_at timestamptz,
  reject_reason text,
  -- When the desk read that the guest cancelled. Until then the order stays on the board: somebody may have begun it.
  cancellation_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_service_orders_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_service_orders_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint accom_service_orders_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint accom_service_orders_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint accom_service_orders_id_and_property unique (id, property_id),
  constraint accom_service_orders_one_a_number unique (property_id, number),
  constraint accom_service_orders_notes_are_short check (length(notes) <= 500),
  constraint accom_service_orders_rejection_has_a_reason check (status <> 'rejected' or length(reject_reason) between 1 and 500),
  constraint accom_service_orders_only_a_cancellation_is_seen check (cancellation_seen_at is null or status = 'cancelled')
);

create index accom_service_orders_room on public.accom_service_orders (room_id, property_id);
create index accom_service_orders_booking on public.accom_service_orders (booking_id, property_id);
create index accom_service_orders_session on public.accom_service_orders (guest_session_id, property_id);
create index accom_service_orders_board on public.accom_service_orders (property_id, status, created_at desc);

-- Those that wait for a hand at the desk, which every open screen counts every few seconds.
create index accom_service_orders_waiting on public.accom_service_orders (property_id, created_at desc) include (status)
  where status = 'pending' or (status = 'cancelled' and cancellation_seen_at is null);

-- Those that ended, last first, for the end of the board and the list of all of them.
create index accom_service_orders_ended on public.accom_service_orders (property_id, updated_at desc, id desc)
  where status in ('delivered', 'rejected', 'cancelled');

create table public.accom_service_order_items (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null once the item is gone from the catalogue: the order keeps its own name and price.
  service_item_id uuid,
  name text not null,
  quantity integer not null,
  unit_price integer not null,
  total bigint not null,
  position integer not null,
  created_at timestamptz not null default now(),
  constraint accom_service_order_items_order_of_property foreign key (order_id, property_id)
    references public.accom_service_orders (id, property_id) on delete cascade,
  constraint accom_service_order_items_item_of_property foreign key (service_item_id, property_id)
    references public.accom_service_items (id, property_id) on delete set null (service_item_id),
  constraint accom_service_order_items_quantity_is_sane check (quantity between 1 and 99),
  constraint accom_service_order_items_total_is_right check (total = quantity::bigint * unit_price)
);

create index accom_service_order_items_order on public.accom_service_order_items (order_id, position);
create index accom_service_order_items_order_of_property on public.accom_service_order_items (order_id, property_id);
create index accom_service_order_items_item on public.accom_service_order_items (service_item_id, property_id);
create index accom_service_order_items_property on public.accom_service_order_items (property_id);

-- The number that a property's newest order has. No role reads it.
create table private.order_numbers (
  property_id uuid primary key references public.accom_properties (id) on delete cascade,
  last_number integer not null
);

-- Definer, for the trigger, whoever inserts. Orders of one property that are placed at once wait here for each other, so that
-- each number is given once and none is left out.
create function private.number_order()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.order_numbers as n (property_id, last_number) values (new.property_id, 1)
  on conflict (property_id) do update set last_number = n.last_number + 1
  returning n.last_number into new.number;
  return new;
end
$$;

create trigger accom_service_orders_number
  before insert on public.accom_service_orders
  for each row execute function private.number_order();

create trigger accom_service_orders_touch_updated_at
  before update on public.accom_service_orders
  for each row execute function private.touch_updated_at();

-- The steps an order can take, whoever takes them. The guest may cancel until the desk confirms; the desk may reject until
-- the order is delivered.
create function private.is_order_step(p_from public.order_status, p_to public.order_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('pending', 'confirmed'), ('confirmed', 'preparing'), ('preparing', 'delivered'),
    ('pending', 'cancelled'),
    ('pending', 'rejected'), ('confirmed', 'rejected'), ('preparing', 'rejected')
  )
$$;

-- For the trigger, which enforces the steps for every role that writes, also for service_role.
create function private.check_order_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(
    private.is_order_step(old.status, new.status) or private.is_undoing(), old.status::text, new.status::text
  );
  return new;
end
$$;

create trigger accom_service_orders_check_step
  before update of status on public.accom_service_orders
  for each row when (old.status is distinct from new.status) execute function private.check_order_step();

create trigger accom_service_orders_steps
  after insert or update on public.accom_service_orders
  for each row execute function private.audit_step('staff', 'status', 'reject_reason', 'cancellation_seen_at');

alter table public.accom_service_orders enable row level security;
alter table public.accom_service_order_items enable row level security;

-- Without the money, which get_order_money returns to those who see it.
grant select (
  id, property_id, number, room_id, booking_id, guest_session_id, status, currency, notes, wanted_at, reject_reason, cancellation_seen_at,
  created_at, updated_at
) on public.accom_service_orders to authenticated;

grant select (id, order_id, property_id, service_item_id, name, quantity, position, created_at)
  on public.accom_service_order_items to authenticated;

-- The desk works with all orders of its property.
create policy "members see the orders of their properties" on public.accom_service_orders
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk reads their lines as well. Only the functions of this folder write either table.
create policy "members see what was ordered at their properties" on public.accom_service_order_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An order as its guest reads it, with where it is brought. Its lines have the names they were ordered under, in the property's own language, which
-- is what the desk reads. An order that was brought to an earlier room has no bed: nobody wrote down which it was. The guest reads a translated name where the item is still called the same.
create function private.describe_order(p_order public.accom_service_orders, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'number', p_order.number,
    'status', p_order.status,
    'totalMinor', p_order.total,
    'currency', p_order.currency,
    'notes', p_order.notes,
    'wantedAt', private.format_instant(p_order.wanted_at),
    'roomNumber', (select r.room_number from public.accom_rooms r where r.id = p_order.room_id),
    'bed', (
      select nullif(b.bed, '') from public.accom_bookings b where b.id = p_order.booking_id and b.room_id = p_order.room_id
    ),
    'rejectReason', p_order.reject_reason,
    'createdAt', private.format_instant(p_order.created_at),
    'updatedAt', private.format_instant(p_order.updated_at),
    'items', coalesce((
      select jsonb_agg(
        private.in_locale(jsonb_build_object('name', line.name), item.translations, p_locale) || jsonb_build_object(
          'itemId', line.service_item_id,
          'quantity', line.quantity,
          'unitPriceMinor', line.unit_price,
          'totalMinor', line.total
        ) order by line.position
      )
      from public.accom_service_order_items line
      left join public.accom_service_items item on item.id = line.service_item_id and item.name = line.name
      where line.order_id = p_order.id
    ), '[]')
  )
$$;
