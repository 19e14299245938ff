-- What the desk does with bookings.

-- Adds a booking with its price. Where the bed was taken meanwhile it says by whom. Whoever calls it has checked that a member of the
-- desk asks. The desk may book any number of nights; a minimum is for guests.
create function private.add_booking(p_booking public.accom_bookings, p_room_type_id uuid)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  insert into public.accom_bookings (
    property_id, group_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
    check_in_date, check_out_date, status, source, notes
  ) values (
    p_booking.property_id, p_booking.group_id, p_booking.room_id, p_booking.bed, p_booking.guest_name,
    p_booking.guest_last_name, p_booking.guest_email, p_booking.guest_phone, p_booking.guest_count,
    p_booking.check_in_date, p_booking.check_out_date, p_booking.status, p_booking.source, p_booking.notes
  ) returning * into booking;
  perform private.save_booking_price(
    booking, private.price_stay(p_room_type_id, booking.check_in_date, booking.check_out_date)
  );
  return jsonb_build_object('id', booking.id, 'bookingCode', booking.booking_code);
exception
  when exclusion_violation then
    perform private.refuse_taken_bed(private.find_obstacle(
      p_booking.room_id, p_booking.bed, private.held_range(p_booking.check_in_date, p_booking.check_out_date), '{}'
    ));
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;

-- Definer, to authenticated: the desk books a stay. One whose last day has passed was forgotten: it is over at once.
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
  booking.property_id := room.property_id;
  booking.room_id := room.id;
  booking.bed := create_booking.bed;
  booking.guest_name := create_booking.guest_name;
  booking.guest_last_name := create_booking.guest_last_name;
  booking.guest_email := create_booking.guest_email;
  booking.guest_phone := create_booking.guest_phone;
  booking.guest_count := create_booking.guest_count;
  booking.check_in_date := create_booking.check_in;
  booking.check_out_date := create_booking.check_out;
  booking.status := case
    when booking.check_out_date < (select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = room.property_id)
    then 'checked_out' else 'confirmed'
  end;
  booking.source := 'desk';
  booking.notes := create_booking.notes;
  return private.add_booking(booking, room.room_type_id);
end
$$;
grant execute on function public.create_booking(uuid, date, date, text, text, text, text, text, integer, text) to authenticated;

-- Definer, to authenticated: a guest who stands at the desk gets a room from today on and is checked in, in one step. The last
-- name is all that the desk asks for: with the code it opens the stay. Into a room that is not ready only where the desk says so. The
-- check-in is a step of its own, so that the desk can undo it and then cancel.
create function public.book_walk_in(
  room_id uuid, last_name text, nights integer, bed text default '', despite_room boolean default false
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  booking public.accom_bookings;
  made jsonb;
begin
  select * into room from public.accom_rooms where id = book_walk_in.room_id;
  perform private.require_member(room.property_id, 'staff');
  if (book_walk_in.nights between 1 and 365) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  booking.property_id := room.property_id;
  booking.room_id := room.id;
  booking.bed := book_walk_in.bed;
  booking.guest_name := book_walk_in.last_name;
  booking.guest_last_name := book_walk_in.last_name;
  booking.guest_count := 1;
  select (now() at time zone p.timezone)::date into booking.check_in_date
    from public.accom_properties p where p.id = room.property_id;
  booking.check_out_date := booking.check_in_date + book_walk_in.nights;
  booking.status := 'confirmed';
  booking.source := 'walk_in';
  booking.notes := '';
  made := private.add_booking(booking, room.room_type_id);
  booking.id := made ->> 'id';
  perform private.require_ready_room(booking, book_walk_in.despite_room);
  update public.accom_bookings b set status = 'checked_in' where b.id = booking.id;
  return made;
end
$$;
grant execute on function public.book_walk_in(uuid, text, integer, text, boolean) to authenticated;

-- Raises unless this is still the version of the booking that the caller read.
create function private.require_version(p_current timestamptz, p_read timestamptz)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_current is distinct from p_read then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
end
$$;

-- Definer, to authenticated: what the desk knows of the guest, and who else stays (people.sql; null: as it is). It can be changed
-- after the stay too.
create function public.change_booking_guest(
  booking_id uuid,
  version timestamptz,
  guest_name text,
  guest_last_name text,
  guest_email text,
  guest_phone text,
  guest_count integer,
  notes text,
  people jsonb default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = change_booking_guest.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, change_booking_guest.version);
  perform private.save_people(booking, change_booking_guest.people);
  update public.accom_bookings b set
    guest_name = change_booking_guest.guest_name,
    guest_last_name = change_booking_guest.guest_last_name,
    guest_email = change_booking_guest.guest_email,
    guest_phone = change_booking_guest.guest_phone,
    -- Whoever is named is counted.
    guest_count = greatest(change_booking_guest.guest_count, 1 + nullif((
      select count(*) from public.booking_people p where p.booking_id = booking.id
    ), 0)),
    notes = change_booking_guest.notes
  where b.id = booking.id;
  -- That they were changed, and not to what: entries are never deleted.
  perform private.write_audit(booking.property_id, 'guest_details_changed', 'accom_bookings', booking.id);
exception
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.change_booking_guest(uuid, timestamptz, text, text, text, text, integer, text, jsonb) to authenticated;

-- Definer, to authenticated: other nights or another room. Of a guest who is in house only the day of departure changes, since
-- what was ordered and reported belongs to the room; a stay that is over does not change. `price`: "keep", or "new" for that of the
-- type of the room.
create function public.move_booking(
  booking_id uuid,
  version timestamptz,
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  price text default 'keep'
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = move_booking.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, move_booking.version);
  if booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  if booking.status = 'checked_in' and (move_booking.room_id, move_booking.bed, move_booking.check_in)
    is distinct from (booking.room_id, booking.bed, booking.check_in_date)
  then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}');
  end if;
  if not exists (
    select from public.accom_rooms r where r.id = move_booking.room_id and r.property_id = booking.property_id
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  update public.accom_bookings b set
    room_id = move_booking.room_id,
    bed = move_booking.bed,
    check_in_date = move_booking.check_in,
    check_out_date = move_booking.check_out,
    room_type_id = case
      when move_booking.price = 'new' then (select r.room_type_id from public.accom_rooms r where r.id = move_booking.room_id)
      else b.room_type_id
    end
  where b.id = booking.id;
exception
  when exclusion_violation then
    perform private.refuse_taken_bed(private.find_obstacle(
      move_booking.room_id, move_booking.bed, private.held_range(move_booking.check_in, move_booking.check_out),
      array[booking.id]
    ));
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.move_booking(uuid, timestamptz, uuid, text, date, date, text) to authenticated;

-- Definer, to authenticated: makes a new PIN. It writes a column that nobody may read; the PIN is returned here and shown
-- nowhere else. Returns { pin, stepId }: by the step in the history a screen knows later whether it is still the PIN of now.
create function public.set_booking_pin(booking_id uuid)
returns jsonb
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
  return jsonb_build_object('pin', new_pin, 'stepId', (
    select l.id from public.audit_log l
    where l.row_id = set_booking_pin.booking_id and l.created_at = now() and l.action = 'booking_pin_set'
  ));
end
$$;
grant execute on function public.set_booking_pin(uuid) to authenticated;

-- Definer, to authenticated: the booking has no PIN any more. It writes a column that nobody may read.
create function public.clear_booking_pin(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = clear_booking_pin.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  update public.accom_bookings set pin_hash = null where id = clear_booking_pin.booking_id;
  perform private.write_audit(booking.property_id, 'booking_pin_cleared', 'accom_bookings', clear_booking_pin.booking_id);
end
$$;
grant execute on function public.clear_booking_pin(uuid) to authenticated;
