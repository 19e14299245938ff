-- A guest who is in house and gets another room or bed is there from now on. Where they slept stays known; code, PIN, phones, guest
-- sessions, open orders and reports go along (taking_along.sql); the old bed is free and has to be made.

-- Whether this is one: the guest is there, and in another bed after it.
create function private.is_move_in_house(p_from public.accom_bookings, p_to public.accom_bookings)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_from.status = 'checked_in' and (p_from.room_id, p_from.bed) is distinct from (p_to.room_id, p_to.bed)
$$;

-- Raises where a guest in house is to have a bed in which somebody else is checked in who is not moved as well. Who should have left
-- holds nothing any more once the last day is over, and is still there. The caller has locked the rooms.
create function private.refuse_occupied_beds(p_from public.accom_bookings[], p_to public.accom_bookings[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  obstacle jsonb;
begin
  for i in 1 .. cardinality(p_to) loop
    if private.is_move_in_house(p_from[i], p_to[i]) then
      select private.describe_obstacle(b.id) into obstacle
        from public.accom_bookings b
        where b.property_id = p_to[i].property_id and b.status = 'checked_in'
          and b.room_id = p_to[i].room_id and b.bed = p_to[i].bed
          and b.id <> all (array(select f.id from unnest(p_from) f))
        limit 1;
      if obstacle is not null then
        perform private.refuse_taken_bed(obstacle, jsonb_build_object('bookingId', p_to[i].id));
      end if;
    end if;
  end loop;
end
$$;

-- After all are placed, since a room that a guest leaves in the same call has to be made: raises where the room of a guest in house is
-- not ready, and gives the rooms that are left their own reports back. Into a room that is not clean a guest is moved only where
-- the desk says so (`despite_room`), never into one that is out of order.
create function private.finish_moves_in_house(
  p_from public.accom_bookings[],
  p_to public.accom_bookings[],
  p_moves private.stay_move[]
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  move private.stay_move;
begin
  for i in 1 .. cardinality(p_to) loop
    if private.is_move_in_house(p_from[i], p_to[i]) then
      select * into move from unnest(p_moves) m where m.booking_id = p_to[i].id;
      perform private.require_ready_room(p_to[i], move.despite_room);
      update public.incidents r set room_id = p_from[i].room_id
        where r.id = any (move.staying_reports) and r.booking_id = p_to[i].id and r.room_id = p_to[i].room_id;
    end if;
  end loop;
end
$$;
