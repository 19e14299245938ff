-- What the desk is told of a move that is no obstacle to it.

-- When a stay arrives on its first day: at its own hour, or at that of the property.
create function private.arrives_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns time
language sql
immutable
set search_path = ''
as $$
  select coalesce(p_booking.early_from, p_property.checkin_time)
$$;

-- The same for its last day.
create function private.departs_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns time
language sql
immutable
set search_path = ''
as $$
  select coalesce(p_booking.late_until, p_property.checkout_time)
$$;

-- Whom a stay meets in its bed on its first or last day: a guest who leaves after it arrives (`late_departure`), one who arrives
-- before it leaves (`early_arrival`), or one who should have left and is still checked in (`still_occupied`).
create function private.find_neighbours(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', met.kind, 'bookingId', p_booking.id, 'neighbourId', met.id, 'guestName', met.guest_name,
    'roomId', p_booking.room_id, 'bed', p_booking.bed, 'day', met.day,
    'until', to_char(met.leaves, 'HH24:MI'), 'from', to_char(met.comes, 'HH24:MI')
  ) order by met.day, met.id), '[]')
  from public.accom_properties p
  cross join lateral (
    select b.id, b.guest_name, 'late_departure' as kind, p_booking.check_in_date as day,
      private.departs_at(b, p) as leaves, private.arrives_at(p_booking, p) as comes
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.status in ('pending', 'confirmed', 'checked_in') and b.check_out_date = p_booking.check_in_date
      and private.departs_at(b, p) > private.arrives_at(p_booking, p)
    union all
    select b.id, b.guest_name, 'early_arrival', p_booking.check_out_date,
      private.departs_at(p_booking, p), private.arrives_at(b, p)
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.status in ('pending', 'confirmed', 'checked_in') and b.check_in_date = p_booking.check_out_date
      and private.departs_at(p_booking, p) > private.arrives_at(b, p)
    union all
    select b.id, b.guest_name, 'still_occupied', b.check_out_date, null, null
    from public.accom_bookings b
    where b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
      and b.property_id = p_booking.property_id and b.status = 'checked_in'
      and b.check_out_date <= p_booking.check_in_date
      and p_booking.check_in_date <= (now() at time zone p.timezone)::date
  ) met
  where p.id = p_booking.property_id
$$;

-- The warnings of all of these stays.
create function private.list_warnings(p_bookings public.accom_bookings[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(w.warning), '[]')
  from unnest(p_bookings) b
  cross join lateral jsonb_array_elements(private.find_neighbours(b)) w (warning)
$$;
