create type public.order_status as enum ('pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected');

create table public.accom_service_orders (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  status public.order_status not null default 'pending',
  total bigint not null,
  currency text not null,
  notes text not null default '',
  idempotency_key text not null,
  -- What was asked for under that key: the same key with another cart is a mistake, not a retry.
  request_hash text not null,
  reject_reason text,
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
  constraint accom_service_orders_key_is_short check (length(idempotency_key) between 8 and 100),
  constraint accom_service_orders_notes_are_short check (length(notes) <= 500),
  constraint accom_service_orders_rejection_has_a_reason check (status <> 'rejected' or length(reject_reason) between 1 and 500)
);

create unique index accom_service_orders_key_of_booking
  on public.accom_service_orders (booking_id, idempotency_key) where booking_id is not null;

create unique index accom_service_orders_key_of_session
  on public.accom_service_orders (guest_session_id, idempotency_key) where guest_session_id is not null;

create index accom_service_orders_room on public.accom_service_orders (room_id, property_id);
create index accom_service_orders_booking on public.accom_service_orders (booking_id, property_id);
create index accom_service_orders_session on public.accom_service_orders (guest_session_id, property_id);
create index accom_service_orders_board on public.accom_service_orders (property_id, status, created_at desc);

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

create trigger accom_service_orders_touch_updated_at
  before update on public.accom_service_orders
  for each row execute function private.touch_updated_at();

-- The steps there are, whoever takes them. Cancelling is the guest's while the desk has not looked; the desk may
-- still say no until the order is delivered.
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

-- For the trigger: no role writes past it.
create function private.check_order_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(private.is_order_step(old.status, new.status), old.status::text, new.status::text);
  return new;
end
$$;

create trigger accom_service_orders_check_step
  before update of status on public.accom_service_orders
  for each row when (old.status is distinct from new.status) execute function private.check_order_step();

alter table public.accom_service_orders enable row level security;
alter table public.accom_service_order_items enable row level security;

grant select on public.accom_service_orders, public.accom_service_order_items to authenticated;

-- The desk works with all orders of its place,
create policy "members see the orders of their properties" on public.accom_service_orders
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- line by line. Nobody writes but the functions below.
create policy "members see what was ordered at their properties" on public.accom_service_order_items
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An order as its guest reads it.
create function private.describe_order(p_order public.accom_service_orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id,
    'status', p_order.status,
    'totalMinor', p_order.total,
    'currency', p_order.currency,
    'notes', p_order.notes,
    'rejectReason', p_order.reject_reason,
    'createdAt', private.format_instant(p_order.created_at),
    'updatedAt', private.format_instant(p_order.updated_at),
    'items', (
      select jsonb_agg(
        jsonb_build_object(
          'itemId', i.service_item_id,
          'name', i.name,
          'quantity', i.quantity,
          'unitPriceMinor', i.unit_price,
          'totalMinor', i.total
        ) order by i.position
      )
      from public.accom_service_order_items i
      where i.order_id = p_order.id
    )
  )
$$;

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
