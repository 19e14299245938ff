-- What bookings do to the states of rooms, and what the states let them do.

-- Definer: whoever takes the step. The guest has left, so the bed has to be made.
create function private.dirty_room_of_departure()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.mark_room_dirty(new.room_id, new.bed);
  return null;
end
$$;

create trigger accom_bookings_dirty_room
  after update of status on public.accom_bookings
  for each row when (old.status = 'checked_in' and new.status = 'checked_out')
  execute function private.dirty_room_of_departure();

-- Definer: whoever undoes the check-out. The room is what it was, unless somebody changed it since.
create function private.undo_dirt_of_departure()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.unmark_room_dirty(new.room_id, new.bed, (
    select l.created_at from public.audit_log l where l.id = nullif(current_setting('gudbro.undoes', true), '')::uuid
  ));
  return null;
end
$$;

create trigger accom_bookings_undo_dirt
  after update of status on public.accom_bookings
  for each row when (old.status = 'checked_out' and new.status = 'checked_in')
  execute function private.undo_dirt_of_departure();

-- Definer: whoever books or moves. Nobody is booked into a room that is out of order, for whatever nights: nobody knows how long
-- that lasts. A stay that an undo brings back was there before.
create function private.refuse_closed_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.room_states s where s.room_id = new.room_id and s.state = 'out_of_order') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  return new;
end
$$;

create trigger accom_bookings_refuse_closed_room_of_new
  before insert on public.accom_bookings
  for each row when (new.status in ('pending', 'confirmed', 'checked_in') and not private.is_undoing())
  execute function private.refuse_closed_room();

create trigger accom_bookings_refuse_closed_room
  before update of room_id on public.accom_bookings
  for each row when (
    new.status in ('pending', 'confirmed', 'checked_in') and new.room_id is distinct from old.room_id
    and not private.is_undoing()
  )
  execute function private.refuse_closed_room();

-- What is in the way of a guest in this bed now, or null: that the stay has no room, somebody who has not left, or the state of the
-- room. A dorm's bed that has to be made is `dirty`.
create function private.find_room_obstacle(p_booking public.accom_bookings)
returns text
language sql
stable
set search_path = ''
as $$
  select case when p_booking.room_id is null then 'no_room' else (
    select case
      when exists (
        select from public.accom_bookings b
        where b.property_id = p_booking.property_id and b.status = 'checked_in' and b.room_id = p_booking.room_id
          and b.bed = p_booking.bed and b.id <> p_booking.id
      ) then 'occupied'
      when private.is_bed_ready(s, p_booking.bed) then null
      when s.state in ('clean', 'inspected') then 'dirty'
      else s.state::text
    end
    from public.room_states s
    where s.room_id = p_booking.room_id and s.property_id = p_booking.property_id
  ) end
$$;

-- Refuses a guest who is checked in to a room that is not ready, unless the desk says to do it all the same, which the history
-- tells. Nothing overrules a room that is out of order. Somebody who is still checked in there overlaps only on the day of the
-- turnover, when the desk sees both; that is a warning of the screens.
create function private.require_ready_room(p_booking public.accom_bookings, p_despite_room boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
begin
  select * into current from public.room_states s where s.room_id = p_booking.room_id for share;
  if current.state = 'out_of_order' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  if private.is_bed_ready(current, p_booking.bed) then
    return;
  end if;
  if p_despite_room is not true then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_not_clean"}');
  end if;
  perform private.write_audit(
    p_booking.property_id,
    case p_booking.status when 'checked_in' then 'moved_despite_room' else 'checked_in_despite_room' end,
    'accom_bookings', p_booking.id,
    jsonb_build_object(
      'name', (select r.room_number from public.accom_rooms r where r.id = p_booking.room_id),
      'to', jsonb_build_object('state', case when current.state = 'cleaning' then 'cleaning' else 'dirty' end)
    )
  );
end
$$;
