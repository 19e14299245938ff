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

-- Other nights have another price. Those that stay keep theirs, whatever they cost now; a night that is added has the price of
-- today. Where one has none, the booking has no price any more. It is a trigger, so that an undone change is priced too.
create function private.price_other_nights()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  saved public.accom_booking_prices;
  nights jsonb;
begin
  delete from public.accom_booking_prices p where p.booking_id = new.id returning p.* into saved;
  if not found then
    return null;
  end if;
  select jsonb_agg(coalesce(kept.night, added.night, jsonb_build_object('night', day.night, 'priceMinor', null)) order by day.night)
    into nights
    from (
      select new.check_in_date + i as night from generate_series(0, new.check_out_date - new.check_in_date - 1) i
    ) day
    left join (
      select k as night, (k ->> 'night')::date as on_day from jsonb_array_elements(saved.nights) k
    ) kept on kept.on_day = day.night
    left join (
      select a as night, (a ->> 'night')::date as on_day
      from public.accom_rooms r,
        jsonb_array_elements(private.price_stay(r.room_type_id, new.check_in_date, new.check_out_date) -> 'nights') a
      where r.id = new.room_id
    ) added on added.on_day = day.night;
  perform private.save_booking_price(new, jsonb_build_object('nights', nights, 'totalMinor', (
    select case when bool_and(n ->> 'priceMinor' is not null) then sum((n ->> 'priceMinor')::bigint) end
    from jsonb_array_elements(nights) n
  )));
  return null;
end
$$;

create trigger accom_bookings_price_other_nights
  after update of check_in_date, check_out_date on public.accom_bookings
  for each row when (
    old.check_in_date is distinct from new.check_in_date or old.check_out_date is distinct from new.check_out_date
  )
  execute function private.price_other_nights();
