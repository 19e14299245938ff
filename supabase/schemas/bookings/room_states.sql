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
    new.status in ('pending', 'confirmed', 'checked_in') and new.room_id <> old.room_id and not private.is_undoing()
  )
  execute function private.refuse_closed_room();
