-- What moves would come to, before anybody makes them.

-- The price of a stay where it is to go, as it was booked (`keptMinor`) and as the type of the room there (`newMinor`). Null where
-- there is nothing to compare: on the shelf, and for who sees no money. A kept price is null where the stay has none.
create function private.preview_price(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'currency', p.currency,
    'keptMinor', k.total, 'newMinor', n.total, 'differenceMinor', n.total - k.total
  )
  from public.accom_rooms r
  join public.accom_properties p on p.id = r.property_id
  left join public.accom_booking_prices saved on saved.booking_id = p_booking.id
  cross join lateral (
    select case when saved.booking_id is not null then (private.price_changed_stay(
      saved.nights, private.type_to_price(p_booking), p_booking.check_in_date, p_booking.check_out_date
    ) ->> 'totalMinor')::bigint end as total
  ) k
  cross join lateral (
    select (private.price_changed_stay(
      coalesce(saved.nights, '[]'), r.room_type_id, p_booking.check_in_date, p_booking.check_out_date,
      private.first_night_to_price(p_booking)
    ) ->> 'totalMinor')::bigint as total
  ) n
  where r.id = p_booking.room_id and p_booking.property_id in (select private.money_property_ids())
$$;

-- What is in the way of a guest in this bed, where all of these stays are moved: a bed that one of them leaves has to be made.
create function private.find_room_obstacle_after(p_booking public.accom_bookings, p_moved uuid[])
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when exists (
      select from public.accom_bookings b
      where b.id = any (p_moved) and b.id <> p_booking.id and b.status = 'checked_in'
        and b.room_id = p_booking.room_id and b.bed = p_booking.bed
    ) then (
      select case when s.state = 'out_of_order' then 'out_of_order' else 'dirty' end
      from public.room_states s where s.room_id = p_booking.room_id
    )
    else private.find_room_obstacle(p_booking)
  end
$$;

-- What the desk decides on when a guest in house gets another room: that the room is not ready (`roomObstacle`, as at a check-in), and
-- which open reports are on the room that the guest leaves (`openReports`, of which some may stay with it).
create function private.describe_move_in_house(
  p_from public.accom_bookings,
  p_to public.accom_bookings,
  p_moved uuid[]
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case when private.is_move_in_house(p_from, p_to) then jsonb_build_object(
    'roomObstacle', private.find_room_obstacle_after(p_to, p_moved),
    'openReports', (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title) order by i.created_at, i.id), '[]')
      from public.incidents i
      where i.booking_id = p_from.id and i.property_id = p_from.property_id and i.room_id = p_from.room_id
        and i.status in ('open', 'in_progress')
    )
  ) else '{"roomObstacle": null, "openReports": []}' end
$$;

-- Definer, to authenticated: what these moves would meet and cost, for the question before they are made. Takes what move_stays takes,
-- and changes nothing. Of the stays in the list none is in the way of
-- another. Returns { moves: [{ bookingId, obstacle, price, roomObstacle, openReports }], warnings }; `obstacle` is null where the way is
-- free, `price` is { currency, keptMinor, newMinor, differenceMinor } or null.
create function public.preview_moves(property_id uuid, moves jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  wanted constant private.stay_move[] := private.read_moves(preview_moves.moves);
  ids constant uuid[] := array(select m.booking_id from unnest(wanted) m);
  move private.stay_move;
  booking public.accom_bookings;
  becomes public.accom_bookings;
  all_moved public.accom_bookings[] := '{}';
  told jsonb := '[]';
begin
  perform private.require_member(preview_moves.property_id, 'staff');
  foreach move in array wanted loop
    select * into booking from public.accom_bookings b
      where b.id = move.booking_id and b.property_id = preview_moves.property_id;
    if not found or move.room_id is not null and not exists (
      select from public.accom_rooms r where r.id = move.room_id and r.property_id = preview_moves.property_id
    ) then
      perform private.raise_api_error(404, 'not_found');
    end if;
    if (move.check_out > move.check_in and move.check_in >= '2000-01-01' and move.check_out < '2200-01-01') is not true then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
    end if;
    becomes := private.imagine_move(booking, move);
    all_moved := all_moved || becomes;
    told := told || (jsonb_build_object(
      'bookingId', becomes.id,
      'obstacle', private.find_obstacle(becomes.room_id, becomes.bed, private.held_by_stay(becomes), ids),
      'price', private.preview_price(becomes)
    ) || private.describe_move_in_house(booking, becomes, ids));
  end loop;
  return jsonb_build_object('moves', told, 'warnings', (
    select coalesce(jsonb_agg(w.warning), '[]')
    from jsonb_array_elements(private.list_warnings(all_moved)) w (warning)
    where (w.warning ->> 'neighbourId')::uuid <> all (ids)
  ));
end
$$;
grant execute on function public.preview_moves(uuid, jsonb) to authenticated;
