-- Early check-in and late check-out. The hours hold the bed on the day of the arrival and of the departure, and the guest's page
-- shows them.

-- Whether these can be hours of a stay at this property: before its check-in time, and after its check-out time. Null: as everybody.
create function private.are_stay_hours(p_property public.accom_properties, p_early_from time, p_late_until time)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_early_from is null or p_early_from > '00:00' and p_early_from < p_property.checkin_time)
    and (p_late_until is null or p_late_until > p_property.checkout_time and p_late_until < '23:59')
$$;

-- Definer, to authenticated: the guest comes early or leaves late. Both hours are written; null is the time of the property. Of a guest
-- who is in house only the departure changes. Refused where another stay holds the same hours of the bed (409 hours_overlap with
-- the obstacle). Returns { undoId, versions, warnings }: whoever arrives before the guest has left, or leaves after they came, is a warning.
create function public.set_stay_hours(booking_id uuid, version timestamptz, early_from time, late_until time)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  becomes public.accom_bookings;
  property public.accom_properties;
begin
  select * into booking from public.accom_bookings b where b.id = set_stay_hours.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_version(booking.updated_at, set_stay_hours.version);
  if booking.status not in ('pending', 'confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  becomes := booking;
  becomes.early_from := set_stay_hours.early_from;
  becomes.late_until := set_stay_hours.late_until;
  if becomes is not distinct from booking then
    return '{"undoId": null, "versions": {}, "warnings": []}';
  end if;
  if booking.status = 'checked_in' and becomes.early_from is distinct from booking.early_from then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_is_in_house"}');
  end if;
  select * into property from public.accom_properties p where p.id = booking.property_id;
  if not private.are_stay_hours(
    property, nullif(becomes.early_from, booking.early_from), nullif(becomes.late_until, booking.late_until)
  ) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "hours_are_impossible"}');
  end if;
  perform private.give_up_beds(array[booking.id], array[booking.room_id]);
  perform private.place_stays(array[becomes]);
  return private.tell_changed(array[becomes], private.find_neighbours(becomes));
end
$$;
grant execute on function public.set_stay_hours(uuid, timestamptz, time, time) to authenticated;
