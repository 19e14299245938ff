-- The steps of a booking's status. No member may write the column, so none can skip a step:
-- pending -> confirmed or cancelled, confirmed -> checked_in, cancelled or no_show, checked_in -> checked_out. A stay that was entered
-- after its last day begins as checked_out and can be cancelled: what is taken back is the entry.

-- Definer: takes one step, after these statuses only. The row is locked, so of two steps at once one is refused. Returns the
-- booking and the day of today by the clock of its property, for the rules of the step. With the reason, where a stay ends by it, so
-- that both are one entry with one undo.
create function private.step_booking(
  p_booking_id uuid,
  p_from public.booking_status[],
  p_to public.booking_status,
  p_reason public.cancel_reason default null,
  p_note text default '',
  out booking public.accom_bookings,
  out today date
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  select * into booking from public.accom_bookings b where b.id = p_booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_step(booking.status = any (p_from), booking.status::text, p_to::text);
  if p_to = 'checked_in' and booking.room_id is null then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_no_room"}');
  end if;
  update public.accom_bookings b set
    status = p_to,
    cancel_reason = p_reason,
    cancel_note = coalesce(btrim(p_note), '')
  where b.id = p_booking_id;
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = booking.property_id;
end
$$;

-- Definer, to authenticated: the desk accepts a request from the property's page. The bed is held already.
create function public.confirm_booking(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.step_booking(confirm_booking.booking_id, '{pending}', 'confirmed');
end
$$;
grant execute on function public.confirm_booking(uuid) to authenticated;

-- Definer, to authenticated: the guest has arrived, also before the first day: that opens the stay early. Into a room that is not
-- ready only where the desk says so (`despite_room`).
create function public.check_in(booking_id uuid, despite_room boolean default false)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  step record;
begin
  step := private.step_booking(check_in.booking_id, '{confirmed}', 'checked_in');
  if (step.booking).check_out_date < step.today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  perform private.require_ready_room(step.booking, check_in.despite_room);
end
$$;
grant execute on function public.check_in(uuid, boolean) to authenticated;

-- Definer, to authenticated: the guest is here and the room is not. The bags are stored; the guest's page says that the room is
-- being made, and that it is ready as soon as it is. From the first day on, since only then the guest reads a page.
create function public.note_arrival(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  today date;
begin
  select * into booking from public.accom_bookings b where b.id = note_arrival.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  perform private.require_step(
    booking.status = 'confirmed' and booking.arrived_at is null,
    case when booking.arrived_at is null then booking.status::text else 'arrived' end, 'arrived'
  );
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = booking.property_id;
  if booking.check_in_date > today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_not_begun"}');
  end if;
  if booking.check_out_date < today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  update public.accom_bookings b set arrived_at = now() where b.id = booking.id;
end
$$;
grant execute on function public.note_arrival(uuid) to authenticated;

-- Definer, to authenticated: the guest has left. The nights that are left can be booked again.
create function public.check_out(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.step_booking(check_out.booking_id, '{checked_in}', 'checked_out');
end
$$;
grant execute on function public.check_out(uuid) to authenticated;

-- Whether the stay was entered only after its last day. No guest was checked in or out by it.
create function private.is_forgotten_stay(p_booking public.accom_bookings)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_booking.status = 'checked_out'
    and p_booking.check_out_date < (
      select (p_booking.created_at at time zone p.timezone)::date from public.accom_properties p where p.id = p_booking.property_id
    )
$$;

-- Definer, to authenticated: the guest does not come, or the desk refuses the request, and why. The guest's link opens nothing any more.
-- A stay that was entered after its last day is taken back by it. With the status that the caller saw (`seen`) nothing else is cancelled:
-- who refuses a request that a colleague has confirmed meanwhile does not cancel the booking.
create function public.cancel_booking(
  booking_id uuid,
  reason public.cancel_reason default null,
  note text default '',
  seen public.booking_status default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  before public.booking_status[];
begin
  select * into booking from public.accom_bookings b where b.id = cancel_booking.booking_id;
  before := case when private.is_forgotten_stay(booking) then '{checked_out}' else '{pending,confirmed}' end;
  perform private.step_booking(
    cancel_booking.booking_id,
    array(select s from unnest(before) s where cancel_booking.seen is null or s = cancel_booking.seen),
    'cancelled', cancel_booking.reason, cancel_booking.note
  );
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.cancel_booking(uuid, public.cancel_reason, text, public.booking_status) to authenticated;

-- Definer, to authenticated: the guest was expected and did not come. Not before the day of arrival, and not of a guest who is here.
create function public.mark_no_show(
  booking_id uuid, reason public.cancel_reason default null, note text default ''
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  step record;
begin
  step := private.step_booking(
    mark_no_show.booking_id, '{confirmed}', 'no_show', mark_no_show.reason, mark_no_show.note
  );
  if (step.booking).check_in_date > step.today then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_has_not_begun"}');
  end if;
  if (step.booking).arrived_at is not null then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guest_has_arrived"}');
  end if;
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.mark_no_show(uuid, public.cancel_reason, text) to authenticated;

-- A check-in before the first day let the guest order and report. It is not undone once they did, since their stay would not
-- have begun any more. Only undo_change goes back from checked in.
create function private.keep_early_stay_in_use()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.check_in_date > (select (now() at time zone p.timezone)::date from public.accom_properties p where p.id = new.property_id)
    and (
      exists (select from public.accom_service_orders o where o.booking_id = new.id)
      or exists (select from public.incidents i where i.booking_id = new.id)
    )
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "still_used"}');
  end if;
  return new;
end
$$;

create trigger accom_bookings_keep_early_stay_in_use
  before update of status on public.accom_bookings
  for each row when (old.status = 'checked_in' and new.status = 'confirmed' and private.is_undoing())
  execute function private.keep_early_stay_in_use();

-- A stay that takes place after all has no reason against it. The note is not logged, so the undo of the step cannot take it away.
create function private.forget_cancel_note()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.cancel_note := '';
  return new;
end
$$;

create trigger accom_bookings_forget_cancel_note
  before update of status on public.accom_bookings
  for each row when (old.status in ('cancelled', 'no_show') and new.status not in ('cancelled', 'no_show'))
  execute function private.forget_cancel_note();
