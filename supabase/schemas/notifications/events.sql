-- Which events are told, and which steps settle what was told.

-- Definer: the guest or the member whose transaction this is may write no notification.
create function private.tell_of_order()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'order_new', new.id);
    perform private.enqueue_late_check(new.property_id, 'order_late', new.id);
    return null;
  end if;
  perform private.settle('{order_new,order_late}', new.id, new.status <> 'pending');
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    perform private.notify(new.property_id, 'order_cancelled', new.id);
  else
    perform private.settle('{order_cancelled}', new.id, new.cancellation_seen_at is not null);
  end if;
  return null;
end
$$;

create trigger accom_service_orders_tell
  after insert on public.accom_service_orders
  for each row when (new.status = 'pending') execute function private.tell_of_order();

create trigger accom_service_orders_settle
  after update of status, cancellation_seen_at on public.accom_service_orders
  for each row
  when (old.status is distinct from new.status or old.cancellation_seen_at is distinct from new.cancellation_seen_at)
  execute function private.tell_of_order();

-- Whether a guest waits for a reply: what was said last under the report is theirs, and the report is not over.
create function private.is_reply_awaited(p_incident_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select i.status in ('open', 'in_progress') and coalesce((
    select u.author = 'guest' from public.incident_updates u
    where u.incident_id = i.id and u.message <> ''
    order by u.created_at desc, u.id desc
    limit 1
  ), false)
  from public.incidents i where i.id = p_incident_id
$$;

-- Definer: the guest or the member whose transaction this is may write no notification.
create function private.tell_of_report()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  is_over constant boolean := new.status in ('resolved', 'closed');
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'report_new', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_due_soon', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
    return null;
  end if;
  if new.due_at <> old.due_at then
    perform private.enqueue_late_check(new.property_id, 'report_due_soon', new.id);
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
  end if;
  perform private.settle('{report_new}', new.id, new.status <> 'open');
  perform private.settle('{report_due_soon}', new.id, is_over or new.escalates_at > now() or new.due_at <= now());
  perform private.settle('{report_overdue}', new.id, is_over or new.due_at > now());
  perform private.settle('{report_reply}', new.id, private.is_reply_awaited(new.id) is not true);
  if is_over or new.assignee_id is distinct from old.assignee_id then
    perform private.settle('{report_assigned}', new.id, true);
  end if;
  if new.assignee_id is null or is_over then
    return null;
  end if;
  if new.assignee_id is distinct from old.assignee_id and not private.is_undoing() then
    perform private.notify(new.property_id, 'report_assigned', new.id, new.assignee_id);
  else
    perform private.settle('{report_assigned}', new.id, false, new.assignee_id);
  end if;
  return null;
end
$$;

create trigger incidents_tell
  after insert on public.incidents
  for each row when (new.status = 'open') execute function private.tell_of_report();

create trigger incidents_settle
  after update of status, priority, assignee_id on public.incidents
  for each row
  when (
    old.status is distinct from new.status or old.due_at is distinct from new.due_at
    or old.assignee_id is distinct from new.assignee_id
  )
  execute function private.tell_of_report();

-- Definer: as above. A reply of the guest is told, and one of the desk settles it.
create function private.tell_of_reply()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.author = 'guest' then
    perform private.notify(new.property_id, 'report_reply', new.incident_id);
  else
    perform private.settle('{report_reply}', new.incident_id, true);
  end if;
  return null;
end
$$;

create trigger incident_updates_tell
  after insert on public.incident_updates
  for each row when (new.message <> '') execute function private.tell_of_reply();

-- Definer: as above. A request is told until somebody responds, the guest takes it back or its time is over.
create function private.tell_of_request()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.notify(new.property_id, 'request_new', new.id);
  else
    perform private.settle('{request_new}', new.id, new.status <> 'pending');
  end if;
  return null;
end
$$;

create trigger accom_bookings_tell
  after insert on public.accom_bookings
  for each row when (new.status = 'pending') execute function private.tell_of_request();

create trigger accom_bookings_settle
  after update of status on public.accom_bookings
  for each row when (old.status is distinct from new.status) execute function private.tell_of_request();

-- Definer: the process for jobs may write no notification. A job of a place that is given up is told until somebody has it tried
-- again or drops it. One that would have notified somebody is not: that news would fail the same way.
create function private.tell_of_dead_job()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.dead_at is not null then
    perform private.notify(new.property_id, 'job_failed', new.id);
  else
    perform private.settle('{job_failed}', old.id, true);
  end if;
  return null;
end
$$;

create trigger jobs_tell
  after update of dead_at on public.jobs
  for each row
  when ((old.dead_at is null) <> (new.dead_at is null) and new.property_id is not null and new.kind not like 'notification%')
  execute function private.tell_of_dead_job();

create trigger jobs_untell
  after delete on public.jobs
  for each row when (old.dead_at is not null) execute function private.tell_of_dead_job();

-- Definer: whoever changes a membership may write no notification. What a member may not be told of any more goes, since it would count
-- as waiting for them.
create function private.forget_notifications()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.notifications n
    where n.property_id = new.property_id and n.account_id = new.account_id
      and not private.may_be_told(n.kind, new.role, new.sees_documents);
  return null;
end
$$;

create trigger property_members_forget_notifications
  after update of role, sees_documents on public.property_members
  for each row when (new.role < old.role or (old.sees_documents and not new.sees_documents))
  execute function private.forget_notifications();
