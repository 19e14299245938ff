-- Who is told what, and when a thing that was told of is settled.

-- Tells all members whose role may read the thing, or the one who is named, except whoever did it, and writes what sends it to
-- them. A thing that happens again renews the row. `p_thing_id` is in the table of the kind.
create function private.notify(
  p_property_id uuid,
  p_kind public.notification_kind,
  p_thing_id uuid,
  p_account_id uuid default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  member public.property_members;
  choice private.notification_choice;
  told public.notifications;
begin
  for member in
    select m.* from public.property_members m
    where m.property_id = p_property_id
      and m.role >= private.role_told(p_kind)
      and (p_account_id is null or m.account_id = p_account_id)
      and m.account_id is distinct from private.current_account_id()
    -- In one order, since of two events at once the second waits where the first has enqueued the same mail.
    order by m.id
  loop
    choice := private.read_choice(member);
    continue when p_kind <> all (choice.in_app || choice.by_mail || choice.by_push);
    insert into public.notifications (property_id, account_id, kind, thing_id, is_shown)
      values (p_property_id, member.account_id, p_kind, p_thing_id, p_kind = any (choice.in_app))
      on conflict on constraint notifications_are_told_once do update set
        is_shown = excluded.is_shown, happened_at = now(), read_at = null, settled_at = null, mail_job_id = null
      returning * into told;
    perform private.send_notification(told, member, choice);
  end loop;
end
$$;

-- Settles what was told of a thing, to everybody or to the one who is named, or takes that back. Settled, it waits for nobody,
-- and what was not sent yet is not sent.
create function private.settle(
  p_kinds public.notification_kind[],
  p_thing_id uuid,
  p_is_settled boolean,
  p_account_id uuid default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.notifications n set settled_at = case when p_is_settled then now() end
  where n.thing_id = p_thing_id and n.kind = any (p_kinds)
    and (n.settled_at is null) = p_is_settled
    and (p_account_id is null or n.account_id = p_account_id)
$$;

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
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
    return null;
  end if;
  if new.due_at <> old.due_at then
    perform private.enqueue_late_check(new.property_id, 'report_overdue', new.id);
  end if;
  perform private.settle('{report_new}', new.id, new.status <> 'open');
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

-- When a thing that waits will be late: an order that nobody has answered, or a report that is not resolved. Null where it waits no more.
create function private.late_at(p_kind public.notification_kind, p_thing_id uuid)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when p_kind = 'order_late' then (
      select o.created_at + make_interval(mins => p.orders_late_minutes)
      from public.accom_service_orders o join public.accom_properties p on p.id = o.property_id
      where o.id = p_thing_id and o.status = 'pending'
    )
    when p_kind = 'report_overdue' then (
      select i.due_at from public.incidents i where i.id = p_thing_id and i.status in ('open', 'in_progress')
    )
  end
$$;

-- Has somebody look at the moment when the thing will be late.
create function private.enqueue_late_check(p_property_id uuid, p_kind public.notification_kind, p_thing_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_late', concat_ws(':', p_kind, p_thing_id, extract(epoch from late.at)), p_property_id, p_thing_id,
    jsonb_build_object('kind', p_kind), late.at
  )
  from (select private.late_at(p_kind, p_thing_id) as at) late
  where late.at is not null
$$;

-- Definer, to jobs_api: tells of the thing of this job if it is late now; where it will be later, as it was put off meanwhile, the
-- job is enqueued for then. Returns whether it was told.
create function public.tell_if_late(job_id uuid, claim uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(tell_if_late.job_id, tell_if_late.claim, 'notification_late');
  late_kind constant public.notification_kind := job.payload ->> 'kind';
  late_at constant timestamptz := private.late_at(late_kind, job.about_id);
begin
  if late_at is null then
    return false;
  end if;
  if late_at > now() then
    perform private.enqueue_late_check(job.property_id, late_kind, job.about_id);
    return false;
  end if;
  -- A second try of a job whose first one told of it.
  if not exists (
    select from public.notifications n
    where n.thing_id = job.about_id and n.kind = late_kind and n.settled_at is null
  ) then
    perform private.notify(job.property_id, late_kind, job.about_id);
  end if;
  return true;
end
$$;
grant execute on function public.tell_if_late(uuid, uuid) to jobs_api;
