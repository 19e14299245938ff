-- Another room for a guest who is in house.

-- Raises unless this guest can be in this bed from now on. The caller has locked the stay and both rooms.
create function private.check_move_in_house(p_booking public.accom_bookings)
returns void
language plpgsql
set search_path = ''
as $$
declare
  held constant tsrange := private.held_by_stay(p_booking);
  obstacle jsonb;
begin
  if isempty(held) then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  -- Somebody who is still there holds nothing any more once the last day is over.
  select private.describe_obstacle(b.id) into obstacle
    from public.accom_bookings b
    where b.property_id = p_booking.property_id and b.status = 'checked_in'
      and b.room_id = p_booking.room_id and b.bed = p_booking.bed and b.id <> p_booking.id
    limit 1;
  obstacle := coalesce(obstacle, private.find_obstacle(p_booking.room_id, p_booking.bed, held, array[p_booking.id]));
  if obstacle is not null then
    perform private.refuse_taken_bed(obstacle, jsonb_build_object('bookingId', p_booking.id));
  end if;
end
$$;

-- Definer, to authenticated: a guest who is in house gets another room or bed from now on. Where they slept stays known; code, PIN,
-- phones, guest sessions, open orders and reports go along; the old bed is free from now on and has to be made. A report on the old
-- room itself stays there where the desk says so (`staying_reports`). `check_out` is another day of departure, for who stays longer than
-- their own room is free; without it the day stays. `price`: "keep" or "new", from this night on. Into a room
-- that is not clean only where the desk says so (`despite_room`), never into one that is out of order. Returns { undoId, versions, warnings }; undone, all of it goes back.
create function public.move_guest_in_house(
  booking_id uuid,
  version timestamptz,
  room_id uuid,
  bed text default '',
  price text default 'keep',
  staying_reports uuid[] default '{}',
  despite_room boolean default false,
  check_out date default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  becomes public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = move_guest_in_house.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, move_guest_in_house.version);
  if booking.status <> 'checked_in' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_not_in_house"}');
  end if;
  if not exists (
    select from public.accom_rooms r where r.id = move_guest_in_house.room_id and r.property_id = booking.property_id
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  becomes := booking;
  becomes.room_id := move_guest_in_house.room_id;
  becomes.bed := coalesce(move_guest_in_house.bed, '');
  becomes.room_since := now();
  becomes.check_out_date := coalesce(move_guest_in_house.check_out, booking.check_out_date);
  if (becomes.room_id, becomes.bed) is not distinct from (booking.room_id, booking.bed) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  if becomes.check_out_date <= becomes.check_in_date or becomes.check_out_date >= '2200-01-01' then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  if move_guest_in_house.price = 'new' then
    becomes.room_type_id := (select r.room_type_id from public.accom_rooms r where r.id = becomes.room_id);
  end if;
  perform private.lock_rooms(array[booking.room_id, becomes.room_id]);
  perform private.check_move_in_house(becomes);
  perform private.require_ready_room(becomes, move_guest_in_house.despite_room);
  update public.accom_bookings b set
    room_id = becomes.room_id, bed = becomes.bed, room_type_id = becomes.room_type_id, room_since = becomes.room_since,
    check_out_date = becomes.check_out_date
  where b.id = booking.id;
  update public.incidents i set room_id = booking.room_id
    where i.id = any (staying_reports) and i.booking_id = booking.id and i.room_id = becomes.room_id;
  return private.tell_changed(array[becomes], private.find_neighbours(becomes));
end
$$;
grant execute on function public.move_guest_in_house(uuid, timestamptz, uuid, text, text, uuid[], boolean, date) to authenticated;
