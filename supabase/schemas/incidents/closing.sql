-- A defect that closes its room.

-- Definer, to authenticated: the room of a report is closed. From today on: it is out of order until somebody puts it back in use.
-- With a last day, or from a later day on: it is blocked for maintenance in the calendar, which is refused where somebody is booked.
-- One undo takes both back. Returns { stateId, blockId }, of which one may be null.
create function public.close_room_by_report(incident_id uuid, from_date date, until_date date default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  state public.room_states;
  block public.room_blocks;
  today date;
begin
  select * into incident from public.incidents i where i.id = close_room_by_report.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  select (now() at time zone p.timezone)::date into today from public.accom_properties p where p.id = incident.property_id;
  if (from_date >= today and (until_date > from_date or until_date is null and from_date = today)) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "block_is_impossible"}');
  end if;
  perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  select * into state from public.room_states s where s.room_id = incident.room_id for update;
  if from_date = today and state.state <> 'out_of_order' then
    update public.room_states s set state = 'out_of_order' where s.id = state.id;
  end if;
  if until_date is not null then
    block.property_id := incident.property_id;
    block.room_id := incident.room_id;
    block.kind := 'maintenance';
    block.from_date := close_room_by_report.from_date;
    block.until_date := close_room_by_report.until_date;
    block.note := '';
    block := private.save_block(block);
  end if;
  perform set_config('gudbro.chain', '', true);
  update public.incidents i set
    closes_room = i.closes_room or from_date = today,
    closing_block_id = coalesce(block.id, i.closing_block_id)
  where i.id = incident.id;
  perform private.write_audit(
    incident.property_id, 'room_closed_by_report', 'incidents', incident.id,
    jsonb_strip_nulls(jsonb_build_object(
      'name', (select r.room_number from public.accom_rooms r where r.id = incident.room_id),
      'from_date', from_date, 'until_date', until_date
    ))
  );
  return jsonb_build_object('stateId', case when from_date = today then state.id end, 'blockId', block.id);
end
$$;
grant execute on function public.close_room_by_report(uuid, date, date) to authenticated;

-- Definer, for whoever puts the room back in use, an undo included: no report closes it any more.
create function private.reopen_room_of_reports()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.incidents i set closes_room = false where i.room_id = new.room_id and i.closes_room;
  return null;
end
$$;

create trigger room_states_reopen_of_reports
  after update of state on public.room_states
  for each row when (old.state = 'out_of_order' and new.state <> 'out_of_order')
  execute function private.reopen_room_of_reports();

-- The reports of a property that nobody has begun, and those whose time is nearly over or is over, the most urgent first, as the
-- desk's Today lists them. At most 100.
create function private.describe_reports_of_today(p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', one.id, 'title', one.title, 'priority', one.priority, 'status', one.status, 'roomNumber', one.room_number,
    'dueAt', one.due_at, 'createdAt', one.created_at, 'escalatesAt', one.escalates_at, 'hasAssignee', one.assignee_id is not null
  ) order by one.due_at, one.id), '[]')
  from (
    select i.*, r.room_number
    from public.incidents i
    join public.accom_rooms r on r.id = i.room_id
    where i.property_id = p_property_id and i.status in ('open', 'in_progress')
      and (i.status = 'open' or i.escalates_at <= now())
    order by i.due_at, i.id
    limit 100
  ) one
$$;
