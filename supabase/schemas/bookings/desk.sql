-- What the desk does with bookings.

-- Definer, to authenticated: the desk's only way to add a booking, so that a bed taken meanwhile is a clear error on every
-- stack.
create function public.create_booking(
  room_id uuid,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  bed text default '',
  guest_email text default null,
  guest_phone text default null,
  guest_count integer default 1,
  notes text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  booking public.accom_bookings;
begin
  select * into room from public.accom_rooms where id = create_booking.room_id;
  perform private.require_member(room.property_id, 'staff');
  insert into public.accom_bookings (
    property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
    check_in_date, check_out_date, notes
  ) values (
    room.property_id, room.id, create_booking.bed, create_booking.guest_name, create_booking.guest_last_name,
    create_booking.guest_email, create_booking.guest_phone, create_booking.guest_count,
    create_booking.check_in, create_booking.check_out, create_booking.notes
  ) returning * into booking;
  -- The desk may book any number of nights; a minimum is for guests.
  perform private.save_booking_price(
    booking, private.price_stay(room.room_type_id, booking.check_in_date, booking.check_out_date)
  );
  return jsonb_build_object('id', booking.id, 'bookingCode', booking.booking_code);
exception
  when exclusion_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_taken"}');
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.create_booking(uuid, date, date, text, text, text, text, text, integer, text) to authenticated;

-- Definer, to authenticated: makes a new PIN. It writes a column that nobody may read; the PIN is returned here and shown
-- nowhere else.
create function public.set_booking_pin(booking_id uuid)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  new_pin text := private.generate_pin();
begin
  select * into booking from public.accom_bookings where id = set_booking_pin.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  update public.accom_bookings set pin_hash = private.hash_pin(new_pin) where id = set_booking_pin.booking_id;
  perform private.write_audit(booking.property_id, 'booking_pin_set', 'accom_bookings', set_booking_pin.booking_id);
  return new_pin;
end
$$;
grant execute on function public.set_booking_pin(uuid) to authenticated;

-- Definer: takes one step of a booking's status, which no member may write. The row is locked, so of two steps at once one is
-- refused.
create function private.step_booking(
  p_booking_id uuid,
  p_from public.booking_status[],
  p_to public.booking_status,
  p_action text
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = p_booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  if booking.status <> all (p_from) then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', booking.status, 'to', p_to));
  end if;
  update public.accom_bookings set status = p_to where id = p_booking_id;
  perform private.write_audit(
    booking.property_id, p_action, 'accom_bookings', p_booking_id,
    jsonb_build_object('from', booking.status, 'to', p_to)
  );
end
$$;

-- Definer, to authenticated: the guest has arrived.
create function public.check_in(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_in.booking_id, '{confirmed}', 'checked_in', 'checked_in')
$$;
grant execute on function public.check_in(uuid) to authenticated;

-- Definer, to authenticated: the guest has left.
create function public.check_out(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_out.booking_id, '{checked_in}', 'checked_out', 'checked_out')
$$;
grant execute on function public.check_out(uuid) to authenticated;
