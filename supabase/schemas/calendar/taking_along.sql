-- What goes along when a guest in house gets another room. It follows from the booking's row, so an undo takes it all back.

-- For orders and reports as they are made: they belong to the room where the guest is, also where the guest's phone read another
-- one a moment ago. The lock makes an order wait for a move that is under way.
create function private.follow_guest()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  present_room uuid;
begin
  if new.booking_id is not null then
    select b.room_id into present_room from public.accom_bookings b where b.id = new.booking_id for key share;
  else
    select s.room_id into present_room from public.guest_sessions s where s.id = new.guest_session_id for key share;
  end if;
  new.room_id := coalesce(present_room, new.room_id);
  return new;
end
$$;

create trigger accom_service_orders_follow_guest
  before insert on public.accom_service_orders
  for each row execute function private.follow_guest();

create trigger incidents_follow_guest
  before insert on public.incidents
  for each row execute function private.follow_guest();

-- Takes the open orders and reports of a stay, and of these guest sessions, from one room to another. What has ended stays where it
-- was brought or repaired.
create function private.move_open_things(p_booking_id uuid, p_session_ids uuid[], p_from_room uuid, p_to_room uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.accom_service_orders o set room_id = p_to_room
    where o.room_id = p_from_room and o.status in ('pending', 'confirmed', 'preparing')
      and (o.booking_id = p_booking_id or o.guest_session_id = any (p_session_ids));
  update public.incidents i set room_id = p_to_room
    where i.room_id = p_from_room and i.status in ('open', 'in_progress')
      and (i.booking_id = p_booking_id or i.guest_session_id = any (p_session_ids));
end
$$;

-- Takes these guest sessions to another room. They are locked as no order of theirs can be made meanwhile.
create function private.move_sessions(p_session_ids uuid[], p_to_room uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.guest_sessions s where s.id = any (p_session_ids) order by s.id for update;
  update public.guest_sessions s set room_id = p_to_room where s.id = any (p_session_ids);
end
$$;

-- The guest sessions that belong to a private room's guest, who leaves it at this instant. In a dorm a session is of the room, and
-- nobody knows of which bed. Of two guests who swap rooms, the first one's sessions are here already when the second one leaves.
create function private.sessions_of_bed(p_room_id uuid, p_bed text, p_at timestamptz)
returns uuid[]
language sql
stable
set search_path = ''
as $$
  select array(
    select s.id from public.guest_sessions s
    where s.room_id = p_room_id and p_bed = '' and s.active and s.expires_at > now()
      and not exists (
        select from public.stay_past_rooms p
        where p.property_id = s.property_id and p.until_at = p_at and s.id = any (p.session_ids)
      )
    order by s.id
  )
$$;

-- The guest has left this bed for another one, so it has to be made.
create function private.vacate_bed(p_room_id uuid, p_bed text)
returns void
language sql
set search_path = ''
as $$
  select private.mark_room_dirty(p_room_id, p_bed)
$$;

-- Definer: writes tables that no role may write. A move in house has a later `room_since` than before, its undo an earlier one or
-- none. The code, the PIN and the phones are the booking's own, so nothing has to be done for them.
create function private.take_guest_along()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  past public.stay_past_rooms;
  chain constant text := current_setting('gudbro.chain', true);
begin
  -- What follows from the move of a stay is undone with that, and so is no entry of its chain.
  perform set_config('gudbro.chain', '', true);
  if new.room_since > coalesce(old.room_since, '-infinity') then
    past.session_ids := private.sessions_of_bed(old.room_id, old.bed, new.room_since);
    insert into public.stay_past_rooms (property_id, booking_id, room_id, bed, from_at, until_at, session_ids)
      values (new.property_id, new.id, old.room_id, old.bed, old.room_since, new.room_since, past.session_ids);
    perform private.vacate_bed(old.room_id, old.bed);
  else
    delete from public.stay_past_rooms s where s.booking_id = new.id and s.until_at = old.room_since returning s.* into past;
    perform private.unmark_room_dirty(new.room_id, new.bed, (
      select l.created_at from public.audit_log l where l.id = nullif(current_setting('gudbro.undoes', true), '')::uuid
    ));
  end if;
  perform private.move_sessions(past.session_ids, new.room_id);
  perform private.move_open_things(new.id, past.session_ids, old.room_id, new.room_id);
  perform set_config('gudbro.chain', coalesce(chain, ''), true);
  return null;
end
$$;

create trigger accom_bookings_take_guest_along
  after update of room_id, bed on public.accom_bookings
  for each row when (
    old.status = 'checked_in' and new.status = 'checked_in'
    and (old.room_id, old.bed) is distinct from (new.room_id, new.bed)
  )
  execute function private.take_guest_along();
