-- What the desk reads of one booking, of the beds that are free, and of the day.

-- Definer, to authenticated: one booking as its screen shows it, in one call. What it and its orders cost is for members who see money; for
-- the others `price` is missing. It is read at one place, so that the address of another place does not show it.
create function public.read_booking(property_id uuid, booking_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
  room public.accom_rooms;
  sees_money boolean;
  price jsonb;
begin
  select * into booking from public.accom_bookings b
    where b.id = read_booking.booking_id and b.property_id = read_booking.property_id;
  perform private.require_member(booking.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = booking.property_id;
  select * into room from public.accom_rooms r where r.id = booking.room_id;
  sees_money := booking.property_id in (select private.money_property_ids());
  if sees_money then
    select jsonb_build_object('price', jsonb_build_object('totalMinor', p.total, 'currency', p.currency, 'nights', p.nights))
      into price from public.accom_booking_prices p where p.booking_id = booking.id;
    price := coalesce(price, '{"price": null}');
  end if;
  return coalesce(price, '{}') || jsonb_build_object(
    'id', booking.id, 'code', booking.booking_code, 'guestName', booking.guest_name, 'lastName', booking.guest_last_name,
    'email', booking.guest_email, 'phone', booking.guest_phone, 'guestCount', booking.guest_count,
    'checkIn', booking.check_in_date, 'checkOut', booking.check_out_date, 'status', booking.status,
    'hasPin', booking.has_pin, 'source', booking.source, 'externalUid', booking.external_uid, 'notes', booking.notes,
    'language', booking.guest_locale, 'createdAt', booking.created_at, 'version', booking.updated_at,
    'roomId', room.id, 'roomNumber', room.room_number, 'bed', booking.bed,
    'obstacle', private.find_room_obstacle(booking), 'arrivedAt', booking.arrived_at,
    'cancelReason', booking.cancel_reason, 'cancelNote', booking.cancel_note, 'isForgotten', private.is_forgotten_stay(booking),
    'roomType', (
      select t.name from public.accom_room_types t
      where t.id = case when booking.room_id is null then booking.room_type_id else room.room_type_id end
    ),
    'earlyFrom', to_char(booking.early_from, 'HH24:MI'), 'lateUntil', to_char(booking.late_until, 'HH24:MI'),
    'today', (now() at time zone property.timezone)::date,
    'leavesAt', private.format_instant(private.leaves_at(booking, null, property)),
    'locks', private.describe_locks(booking.property_id, booking.room_id, booking.id),
    'phones', private.describe_phones(booking.property_id, booking.id, null),
    'people', private.describe_people(booking.id),
    'group', private.describe_group(booking),
    'mails', private.describe_guest_mails(booking),
    'orders', private.describe_stay_orders(booking.id, booking.property_id, sees_money),
    'reports', private.describe_stay_reports(booking.id, booking.property_id),
    'history', private.describe_stay_history('accom_bookings', booking.id)
  );
end
$$;
grant execute on function public.read_booking(uuid, uuid) to authenticated;

-- Definer, to authenticated: the beds of rooms in use that are free in these nights, of stays and of blocks, in the order of the rooms. A private room
-- has one bed without a name. `freeUntil` is the day on which the next guest of the bed comes or a block of it begins. `isOccupied`: somebody is still
-- checked in there, whose last day may be over. `isReady`: it is clean now. `except_booking` is the one that is about to be moved,
-- whose own bed is free for it. The total is for members who see money.
create function public.list_free_beds(
  property_id uuid,
  check_in date,
  check_out date,
  except_booking uuid default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  totals jsonb := '{}';
begin
  perform private.require_member(list_free_beds.property_id, 'staff');
  if (check_in >= '2000-01-01' and check_out > check_in and check_out < '2200-01-01' and check_out <= check_in + 365) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  if list_free_beds.property_id in (select private.money_property_ids()) then
    select coalesce(jsonb_object_agg(t.id, private.price_stay(t.id, check_in, check_out) -> 'totalMinor'), '{}') into totals
      from public.accom_room_types t where t.property_id = list_free_beds.property_id;
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'roomId', r.id, 'roomNumber', r.room_number, 'bed', beds.bed, 'type', t.name, 'capacity', r.capacity,
      'freeUntil', coming.day, 'isOccupied', coalesce(occupied.is_occupied, false),
      'isReady', private.is_bed_ready(condition, beds.bed),
      'totalMinor', totals -> r.room_type_id::text
    ) order by r.sort_order, r.id, beds.position)
    from public.accom_rooms r
    join public.room_states condition on condition.room_id = r.id and condition.property_id = r.property_id
    left join public.accom_room_types t on t.id = r.room_type_id
    cross join lateral (
      select b.bed, b.position
      from unnest(case when r.beds = '{}' then array[''] else r.beds end) with ordinality b (bed, position)
    ) beds
    left join lateral (
      select min(lower(h.held))::date as day from private.bed_holds h
      where h.room_id = r.id and h.bed = beds.bed
        and h.held && tsrange(list_free_beds.check_out, null) and lower(h.held) >= list_free_beds.check_out
        and h.holder_id is distinct from except_booking
    ) coming on true
    left join lateral (
      select true as is_occupied from public.accom_bookings b
      where b.property_id = r.property_id and b.status = 'checked_in' and b.room_id = r.id and b.bed = beds.bed
        and b.id is distinct from except_booking
      limit 1
    ) occupied on true
    where r.property_id = list_free_beds.property_id and r.is_active
      and (condition.state <> 'out_of_order' or r.id = (
        select own.room_id from public.accom_bookings own where own.id = except_booking
      ))
      and not exists (
        select from private.bed_holds h
        where h.room_id = r.id and h.bed = beds.bed
          and h.held && private.held_range(list_free_beds.check_in, list_free_beds.check_out)
          and h.holder_id is distinct from except_booking
      )
  ), '[]');
end
$$;
grant execute on function public.list_free_beds(uuid, date, date, uuid) to authenticated;

-- Definer, to authenticated: the guests of today: who waits for an answer, for whatever day, who is to arrive, who leaves, who
-- stays, and the rooms that have to be cleaned for them; with the orders and reports that wait for somebody. Of each the first
-- hundred; the lists of the bookings have the others. `obstacles` has what is in the way of an arrival's room, `arrived` since
-- when its guest waits, and `leavesAt` when the guest of a departure has to leave.
create function public.read_guests_of_today(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  today date;
  arrivals public.accom_bookings[];
  departures public.accom_bookings[];
begin
  perform private.require_member(read_guests_of_today.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = read_guests_of_today.property_id;
  today := (now() at time zone property.timezone)::date;
  arrivals := private.page_of_bookings(read_guests_of_today.property_id, 'arriving', today, null, null, 100);
  departures := private.page_of_bookings(read_guests_of_today.property_id, 'leaving', today, null, null, 100);
  return jsonb_build_object(
    'today', today,
    'requests', private.describe_listed_bookings(
      private.page_of_bookings(read_guests_of_today.property_id, 'requested', today, null, null, 100)
    ),
    'arrivals', private.describe_listed_bookings(arrivals),
    'obstacles', (
      select coalesce(jsonb_object_agg(a.id, private.find_room_obstacle(a)), '{}') from unnest(arrivals) a
    ),
    'arrived', (
      select coalesce(jsonb_object_agg(a.id, a.arrived_at) filter (where a.arrived_at is not null), '{}')
      from unnest(arrivals) a
    ),
    'orders', private.describe_new_orders(read_guests_of_today.property_id),
    'reports', private.describe_reports_of_today(read_guests_of_today.property_id),
    'locks', private.describe_locks(read_guests_of_today.property_id, null, null),
    'rooms', private.describe_rooms_to_clean(read_guests_of_today.property_id, today),
    'departures', private.describe_listed_bookings(departures),
    'leavesAt', (
      select coalesce(jsonb_object_agg(d.id, private.format_instant(private.leaves_at(d, null, property))), '{}')
      from unnest(departures) d
    ),
    'staying', private.describe_listed_bookings(
      private.page_of_bookings(
        read_guests_of_today.property_id, 'in_house', today, today, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100
      )
    )
  );
end
$$;
grant execute on function public.read_guests_of_today(uuid) to authenticated;
