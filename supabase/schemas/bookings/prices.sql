-- What a booking cost when it was made. It is a table of its own, because some members see bookings and no money. A booking
-- without a row was made where no price was set.

create table public.accom_booking_prices (
  booking_id uuid primary key,
  property_id uuid not null,
  total bigint not null,
  currency text not null,
  -- Each night with its price, as private.price_stay tells them.
  nights jsonb not null,
  created_at timestamptz not null default now(),
  constraint accom_booking_prices_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint accom_booking_prices_total_is_sane check (total between 1 and 90000000000),
  constraint accom_booking_prices_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  constraint accom_booking_prices_nights_are_a_list check (jsonb_typeof(nights) = 'array')
);

create index accom_booking_prices_booking on public.accom_booking_prices (booking_id, property_id);
create index accom_booking_prices_property on public.accom_booking_prices (property_id, booking_id);

alter table public.accom_booking_prices enable row level security;

-- Written by the functions that make a booking, and by a trigger where its nights change.
grant select on public.accom_booking_prices to authenticated;

-- The desk tells guests what they pay, where it sees money.
create policy "members who see money see the prices of bookings" on public.accom_booking_prices
  for select to authenticated
  using (property_id in (select private.money_property_ids()));

-- Saves the price at which a booking is made. Whoever makes a booking calls it in the same transaction, so that the price that
-- was told is the one that is saved.
create function private.save_booking_price(p_booking public.accom_bookings, p_price jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into public.accom_booking_prices (booking_id, property_id, total, currency, nights)
  select p_booking.id, p_booking.property_id, (p_price ->> 'totalMinor')::bigint, p.currency, p_price -> 'nights'
  from public.accom_properties p
  where p.id = p_booking.property_id and p_price ->> 'totalMinor' is not null
$$;

-- The nights of a stay with their prices, and their total. Those that were saved keep theirs, whatever they cost now; a night that
-- is added has the price of today of this type. From `p_new_from` on none is kept. The total is null where a night has no price.
create function private.price_changed_stay(
  p_saved jsonb,
  p_room_type_id uuid,
  p_check_in date,
  p_check_out date,
  p_new_from date default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'nights', jsonb_agg(priced.night order by priced.day),
    'totalMinor', case
      when bool_and(priced.night ->> 'priceMinor' is not null) then sum((priced.night ->> 'priceMinor')::bigint)
    end
  )
  from (
    select d.day, coalesce(
      kept.night, added.night, jsonb_build_object('night', d.day, 'priceMinor', null)
    ) as night
    from (select p_check_in + i as day from generate_series(0, p_check_out - p_check_in - 1) i) d
    left join (
      select k as night, (k ->> 'night')::date as day from jsonb_array_elements(p_saved) k
    ) kept on kept.day = d.day and (kept.day < p_new_from) is not false
    left join (
      select a as night, (a ->> 'night')::date as day
      from jsonb_array_elements(private.price_stay(p_room_type_id, p_check_in, p_check_out) -> 'nights') a
    ) added on added.day = d.day
  ) priced
$$;

-- The type by which nights of a booking are priced: the one that it is charged as, else that of its room.
create function private.type_to_price(p_booking public.accom_bookings)
returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(
    p_booking.room_type_id, (select r.room_type_id from public.accom_rooms r where r.id = p_booking.room_id)
  )
$$;

-- Other nights have another price. Where one has none, the booking has no price any more. It is a trigger, so that an undone
-- change is priced too.
create function private.price_other_nights()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  saved public.accom_booking_prices;
begin
  delete from public.accom_booking_prices p where p.booking_id = new.id returning p.* into saved;
  if found then
    perform private.save_booking_price(new, private.price_changed_stay(
      saved.nights, private.type_to_price(new), new.check_in_date, new.check_out_date
    ));
  end if;
  return null;
end
$$;

create trigger accom_bookings_price_other_nights
  after update of check_in_date, check_out_date on public.accom_bookings
  for each row when (
    old.check_in_date is distinct from new.check_in_date or old.check_out_date is distinct from new.check_out_date
  )
  execute function private.price_other_nights();

-- The price that a booking had as another type, for the undo of a move that took the price of the new room. No role reads it.
create table private.replaced_booking_prices (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null references public.accom_bookings (id) on delete cascade,
  room_type_id uuid,
  -- Null: it had no price.
  price jsonb,
  constraint replaced_booking_prices_are_one_a_type unique nulls not distinct (booking_id, room_type_id)
);

-- From which night on a move takes the price of the new room: nights that were slept keep theirs.
create function private.first_night_to_price(p_booking public.accom_bookings)
returns date
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.status = 'checked_in'
    then greatest(p_booking.check_in_date, (now() at time zone p.timezone)::date)
    else p_booking.check_in_date
  end
  from public.accom_properties p where p.id = p_booking.property_id
$$;

-- Definer: writes a table that no role may write. A booking that is charged as another type from now on has its price. Undone, it
-- has the price that it had.
create function private.price_other_type()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  saved public.accom_booking_prices;
  earlier private.replaced_booking_prices;
begin
  select * into earlier from private.replaced_booking_prices r
    where r.booking_id = new.id and r.room_type_id is not distinct from new.room_type_id and private.is_undoing();
  if not found and new.room_type_id is null then
    return null;
  end if;
  delete from public.accom_booking_prices p where p.booking_id = new.id returning p.* into saved;
  insert into private.replaced_booking_prices (booking_id, room_type_id, price)
    values (new.id, old.room_type_id, case
      when saved.booking_id is not null then jsonb_build_object('nights', saved.nights, 'totalMinor', saved.total)
    end)
    on conflict on constraint replaced_booking_prices_are_one_a_type do update set price = excluded.price;
  perform private.save_booking_price(new, case
    when earlier.booking_id is not null then earlier.price
    else private.price_changed_stay(
      coalesce(saved.nights, '[]'), new.room_type_id, new.check_in_date, new.check_out_date, private.first_night_to_price(new)
    )
  end);
  return null;
end
$$;

-- Not for a stay on the shelf, which only notes its type, nor where the type is removed.
create trigger accom_bookings_price_other_type
  after update of room_type_id on public.accom_bookings
  for each row when (
    new.room_type_id is distinct from old.room_type_id and new.room_id is not null
    and (new.room_type_id is not null or private.is_undoing())
  )
  execute function private.price_other_type();
