-- Moving stays to other beds and days: drag and drop, keys, a swap, "move the other to …" and whole chains are one call.

-- One stay and where it is to go.
create type private.stay_move as (
  booking_id uuid,
  version timestamptz,
  -- Null: to the shelf.
  room_id uuid,
  bed text,
  check_in date,
  check_out date,
  takes_price boolean,
  -- Of a guest in house: into a room that is not clean, and the reports that stay with the room they leave.
  despite_room boolean,
  staying_reports uuid[]
);

-- The moves of a call: 1 to 50 stays, each once. Raises where they can't be read.
create function private.read_moves(p_moves jsonb)
returns private.stay_move[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  moves private.stay_move[];
begin
  if jsonb_typeof(p_moves) = 'array' then
    moves := array(
      select row(
        (m ->> 'bookingId')::uuid, (m ->> 'version')::timestamptz, (m ->> 'roomId')::uuid, coalesce(m ->> 'bed', ''),
        (m ->> 'checkIn')::date, (m ->> 'checkOut')::date, coalesce(m ->> 'price', 'keep') = 'new',
        coalesce((m ->> 'despiteRoom')::boolean, false),
        array(select jsonb_array_elements_text(coalesce(m -> 'stayingReports', '[]'))::uuid)
      )::private.stay_move
      from jsonb_array_elements(p_moves) m
    );
  end if;
  if (cardinality(moves) between 1 and 50) is not true
    or (select count(distinct m.booking_id) from unnest(moves) m) < cardinality(moves)
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "moves_are_impossible"}');
  end if;
  return moves;
exception
  when invalid_text_representation or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "moves_are_impossible"}');
end
$$;

-- Locks these stays, then all rooms that they are in or go to, each in one order, so that chains which cross wait for each other
-- instead of a deadlock. Then the stays hold nothing, so that they can pass through one another's beds. The caller writes each
-- of them, which holds its bed again.
create function private.give_up_beds(p_booking_ids uuid[], p_room_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.accom_bookings b where b.id = any (p_booking_ids) order by b.id for update;
  perform private.lock_rooms(
    p_room_ids || array(select b.room_id from public.accom_bookings b where b.id = any (p_booking_ids))
  );
  delete from private.bed_holds h where h.holder_id = any (p_booking_ids);
end
$$;

-- A stay where it is to go, of a guest in house from now on.
create function private.imagine_move(p_booking public.accom_bookings, p_move private.stay_move)
returns public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  becomes public.accom_bookings := p_booking;
begin
  becomes.room_id := p_move.room_id;
  becomes.bed := case when p_move.room_id is null then '' else p_move.bed end;
  becomes.check_in_date := p_move.check_in;
  becomes.check_out_date := p_move.check_out;
  if private.is_move_in_house(p_booking, becomes) then
    becomes.room_since := now();
  end if;
  return becomes;
end
$$;

-- The stay as it is after its move, or why it does not go there, whoever else is there. A guest who is in house keeps the day of
-- arrival, and some room.
create function private.check_move(p_booking public.accom_bookings, p_move private.stay_move)
returns public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  becomes public.accom_bookings := private.imagine_move(p_booking, p_move);
  which constant jsonb := jsonb_build_object('bookingId', p_booking.id);
begin
  if p_booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}' || which);
  end if;
  if p_booking.status = 'checked_in'
    and (becomes.room_id is null or becomes.check_in_date is distinct from p_booking.check_in_date)
  then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}' || which);
  end if;
  if (p_move.check_out > p_move.check_in and p_move.check_in >= '2000-01-01' and p_move.check_out < '2200-01-01') is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  if isempty(private.held_by_stay(becomes)) then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}' || which);
  end if;
  if becomes.room_id is not null then
    if not exists (
      select from public.accom_rooms r where r.id = becomes.room_id and r.property_id = becomes.property_id
    ) then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if p_move.takes_price then
      becomes.room_type_id := (select r.room_type_id from public.accom_rooms r where r.id = becomes.room_id);
    end if;
  end if;
  return becomes;
end
$$;

-- Raises that this stay can't be where it is to go: somebody has the bed, or only hours of the day on which both meet.
create function private.refuse_obstacle(p_booking public.accom_bookings, p_obstacle jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  which constant jsonb := jsonb_build_object('bookingId', p_booking.id);
begin
  if (p_obstacle ->> 'from')::date < p_booking.check_out_date and (p_obstacle ->> 'until')::date > p_booking.check_in_date then
    perform private.refuse_taken_bed(p_obstacle, which);
  end if;
  perform private.raise_api_error(
    409, 'conflict', '{"reason": "hours_overlap"}' || which || jsonb_build_object('obstacle', p_obstacle)
  );
end
$$;

-- Writes these stays, whose beds are given up, each where it is to be, and names whoever is in the way.
create function private.place_stays(p_bookings public.accom_bookings[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  becomes public.accom_bookings;
  obstacle jsonb;
begin
  foreach becomes in array p_bookings loop
    obstacle := private.find_obstacle(becomes.room_id, becomes.bed, private.held_by_stay(becomes), '{}');
    if obstacle is not null then
      perform private.refuse_obstacle(becomes, obstacle);
    end if;
    update public.accom_bookings b set
      room_id = becomes.room_id, bed = becomes.bed, room_type_id = becomes.room_type_id,
      check_in_date = becomes.check_in_date, check_out_date = becomes.check_out_date,
      early_from = becomes.early_from, late_until = becomes.late_until, room_since = becomes.room_since
    where b.id = becomes.id;
  end loop;
end
$$;

-- The entry by which this transaction's step with a booking is undone.
create function private.find_step_of_now(p_booking_id uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select l.id from public.audit_log l
  where l.row_id = p_booking_id and l.created_at = now() and l.table_name = 'accom_bookings' and l.action = 'changed'
  order by l.id
  limit 1
$$;

-- What a function that changed these stays returns: { undoId, versions, warnings }. By the versions, each under the id of its
-- stay, the next change follows at once, before anybody has read the stays again.
create function private.tell_changed(p_bookings public.accom_bookings[], p_warnings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'undoId', private.find_step_of_now(p_bookings[1].id),
    'versions', (
      select jsonb_object_agg(b.id, b.updated_at)
      from public.accom_bookings b where b.id = any (array(select c.id from unnest(p_bookings) c))
    ),
    'warnings', p_warnings
  )
$$;

-- Moves these stays of a property, all of them or none, and returns what tell_changed does. One that is where it is to go stays as it is.
create function private.apply_moves(p_property_id uuid, p_moves private.stay_move[])
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  move private.stay_move;
  booking public.accom_bookings;
  becomes public.accom_bookings;
  before public.accom_bookings[] := '{}';
  changed public.accom_bookings[] := '{}';
begin
  perform from public.accom_bookings b
    where b.id = any (array(select m.booking_id from unnest(p_moves) m)) order by b.id for update;
  foreach move in array p_moves loop
    select * into booking from public.accom_bookings b where b.id = move.booking_id and b.property_id = p_property_id;
    if not found then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if booking.updated_at is distinct from move.version then
      perform private.raise_api_error(
        409, 'conflict', '{"reason": "changed_meanwhile"}' || jsonb_build_object('bookingId', booking.id)
      );
    end if;
    becomes := private.check_move(booking, move);
    if becomes is distinct from booking then
      before := before || booking;
      changed := changed || becomes;
    end if;
  end loop;
  if cardinality(changed) = 0 then
    return '{"undoId": null, "versions": {}, "warnings": []}';
  end if;
  perform private.give_up_beds(
    array(select c.id from unnest(changed) c), array(select c.room_id from unnest(changed) c)
  );
  if cardinality(changed) > 1 then
    perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  end if;
  perform private.refuse_occupied_beds(before, changed);
  perform private.place_stays(changed);
  perform set_config('gudbro.chain', '', true);
  perform private.finish_moves_in_house(before, changed, p_moves);
  return private.tell_changed(changed, private.list_warnings(changed));
exception
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;

-- Definer, to authenticated: moves stays of a property in one transaction, so that swaps and chains work whose stays pass through one
-- another's beds. `moves`: [{ "bookingId", "version", "roomId": null for the shelf, "bed", "checkIn", "checkOut",
-- "price": "keep" or "new", "despiteRoom", "stayingReports" }]. Kept, the stay is charged as it was booked; new, as the type of its new
-- room, in house from this night on. All or none: refused with the stay (`bookingId`) and whoever is in its way (`obstacle`). The
-- last two are of a guest in house (in_house.sql) and may be left out. Returns { undoId, versions, warnings }: undoing that entry
-- undoes all.
create function public.move_stays(property_id uuid, moves jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.require_member(move_stays.property_id, 'staff');
  return private.apply_moves(move_stays.property_id, private.read_moves(move_stays.moves));
end
$$;
grant execute on function public.move_stays(uuid, jsonb) to authenticated;

-- Definer, to authenticated: the stay keeps its days and holds no room for now. Returns what move_stays does, which also brings it
-- back from the shelf.
create function public.put_on_shelf(booking_id uuid, version timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings b where b.id = put_on_shelf.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  return private.apply_moves(booking.property_id, array[
    row(booking.id, put_on_shelf.version, null, '', booking.check_in_date, booking.check_out_date, false, false, '{}')::private.stay_move
  ]);
end
$$;
grant execute on function public.put_on_shelf(uuid, timestamptz) to authenticated;
