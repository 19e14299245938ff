-- What is told because time passes: a job waits until the thing is late, and looks then.

-- When a thing that waits will be late: an order that nobody has answered, or a report that is not resolved. A report is told of
-- twice: while there is still time to resolve it, and once that time is over. Null where it waits no more, or is overdue already
-- and so is due soon no more.
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
    when p_kind = 'report_due_soon' then (
      select i.escalates_at from public.incidents i
      where i.id = p_thing_id and i.status in ('open', 'in_progress') and i.due_at > now()
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
  -- What told that a report is due soon gives way to what tells that it is overdue.
  if late_kind = 'report_overdue' then
    perform private.settle('{report_due_soon}', job.about_id, true);
  end if;
  return true;
end
$$;
grant execute on function public.tell_if_late(uuid, uuid) to jobs_api;
