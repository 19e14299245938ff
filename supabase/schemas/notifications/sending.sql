-- How notifications reach somebody who does not look at the app: which jobs are written for one, and what the process for jobs
-- reads for each when it is about to send it.

-- Whether this is about a report that its guest marked as urgent.
create function private.is_urgent(p_kind public.notification_kind, p_thing_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_kind in ('report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue')
    and exists (select from public.incidents i where i.id = p_thing_id and i.priority = 'urgent')
$$;

-- Until when this is held back for a member: the end of the quiet hours that are on now, or null.
create function private.held_until(
  p_member public.property_members,
  p_choice private.notification_choice,
  p_kind public.notification_kind,
  p_thing_id uuid
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select private.quiet_until(p_choice.quiet_from, p_choice.quiet_to, p.timezone, now())
  from public.accom_properties p
  where p.id = p_member.property_id and not (p_choice.urgent_passes and private.is_urgent(p_kind, p_thing_id))
$$;

-- Has a member mailed what they have not read. All that happens until then goes into one mail, so the key is its time: in two
-- minutes, or at the end of the quiet hours. Half a minute more, so that each transaction that began before then has ended.
create function private.enqueue_notification_mail(p_member public.property_members, p_held_until timestamptz)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_mail', concat_ws(':', p_member.id, extract(epoch from due.at)), p_member.property_id, null,
    jsonb_build_object('memberId', p_member.id), due.at
  )
  from (
    select coalesce(p_held_until, date_bin('2 minutes', now(), 'epoch') + interval '2 minutes') + interval '30 seconds' as at
  ) due
$$;

-- Has a kind of notifications pushed to each browser of a member. Those that are held back become one message a kind.
create function private.enqueue_notification_push(
  p_member public.property_members, p_kind public.notification_kind, p_held_until timestamptz, p_about text
)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.enqueue_job(
    'notification_push',
    concat_ws(':', s.id, p_member.id, p_kind, case when p_held_until is null then p_about else extract(epoch from p_held_until)::text end),
    p_member.property_id, null,
    jsonb_build_object('subscriptionId', s.id, 'memberId', p_member.id, 'kind', p_kind),
    coalesce(p_held_until, now())
  )
  from private.find_push_subscriptions(p_member.account_id) s
$$;

-- Writes the jobs for one notification, by what its member chose.
create function private.send_notification(
  p_notification public.notifications, p_member public.property_members, p_choice private.notification_choice
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  held_until constant timestamptz :=
    private.held_until(p_member, p_choice, p_notification.kind, p_notification.thing_id);
begin
  if p_notification.kind = any (p_choice.by_mail) then
    perform private.enqueue_notification_mail(p_member, held_until);
  end if;
  if p_notification.kind = any (p_choice.by_push) then
    perform private.enqueue_notification_push(
      p_member, p_notification.kind, held_until,
      concat_ws(':', p_notification.id, extract(epoch from p_notification.happened_at))
    );
  end if;
end
$$;

-- The notifications of a member that wait to be read, newest first.
create function private.find_unread(p_member public.property_members)
returns setof public.notifications
language sql
stable
set search_path = ''
as $$
  select n.* from public.notifications n
  where n.property_id = p_member.property_id and n.account_id = p_member.account_id
    and n.read_at is null and n.settled_at is null
    and private.may_be_told(n.kind, p_member.role, p_member.sees_documents)
  order by n.happened_at desc, n.id desc
$$;

-- The member of a job, or nothing where they have left the place or cannot sign in any more.
create function private.find_member_of_job(p_job public.jobs)
returns public.property_members
language sql
stable
set search_path = ''
as $$
  select m from public.property_members m
  join public.accounts a on a.id = m.account_id
  where m.id = (p_job.payload ->> 'memberId')::uuid and m.property_id = p_job.property_id and a.auth_id is not null
$$;

-- Takes into this mail what is to be mailed to the member and is in none yet. What is held back is left for a mail at the end of the
-- quiet hours.
create function private.fill_notification_mail(
  p_job public.jobs, p_member public.property_members, p_choice private.notification_choice
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  held record;
begin
  for held in
    select n.id, private.held_until(p_member, p_choice, n.kind, n.thing_id) as until
    from private.find_unread(p_member) n
    where n.kind = any (p_choice.by_mail) and n.mail_job_id is null and n.happened_at > now() - interval '7 days'
  loop
    if held.until is null then
      -- Another mail of this person may take it at the same moment.
      update public.notifications n set mail_job_id = p_job.id where n.id = held.id and n.mail_job_id is null;
    else
      perform private.enqueue_notification_mail(p_member, held.until);
    end if;
  end loop;
end
$$;

-- Definer, to jobs_api: the mail of this job: to whom, and what of it still waits. Null where nothing does. It names no guest and
-- says nothing that one wrote: a mail stays where it was read. A second try has the same notifications.
create function public.read_notification_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(read_notification_mail.job_id, read_notification_mail.claim, 'notification_mail');
  member constant public.property_members := private.find_member_of_job(job);
  choice private.notification_choice;
begin
  if member.id is null then
    return null;
  end if;
  choice := private.read_choice(member);
  perform private.fill_notification_mail(job, member, choice);
  return (
    select jsonb_build_object(
      'to', a.email, 'locale', choice.locale, 'place', p.name, 'slug', p.slug, 'timezone', p.timezone,
      'notifications', waiting.rows
    )
    from public.accounts a, public.accom_properties p, (
      select jsonb_agg(jsonb_build_object(
        'id', n.id, 'kind', n.kind, 'happenedAt', private.format_instant(n.happened_at),
        'room', private.describe_thing(n.kind, n.thing_id) ->> 'room'
      ) order by n.happened_at desc, n.id desc) as rows
      from private.find_unread(member) n
      where n.mail_job_id = job.id
    ) waiting
    where a.id = member.account_id and p.id = member.property_id and waiting.rows is not null
  );
end
$$;
grant execute on function public.read_notification_mail(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: the message of this job: to which browser, how many of the kind wait, and the newest. Null where none does,
-- where the person is signed out there, or where it is quiet by now: then it is sent later.
create function public.read_notification_push(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(read_notification_push.job_id, read_notification_push.claim, 'notification_push');
  member constant public.property_members := private.find_member_of_job(job);
  pushed_kind constant public.notification_kind := job.payload ->> 'kind';
  choice private.notification_choice;
  newest public.notifications;
  held_until timestamptz;
begin
  select n.* into newest from private.find_unread(member) n where n.kind = pushed_kind limit 1;
  choice := private.read_choice(member);
  if newest.id is null or (pushed_kind = any (choice.by_push)) is not true then
    return null;
  end if;
  held_until := private.held_until(member, choice, pushed_kind, newest.thing_id);
  if held_until is not null then
    perform private.enqueue_notification_push(member, pushed_kind, held_until, '');
    return null;
  end if;
  return (
    select jsonb_build_object(
      'endpoint', s.endpoint, 'p256dh', s.p256dh, 'authSecret', s.auth_secret, 'locale', choice.locale,
      'place', p.name, 'slug', p.slug, 'kind', pushed_kind, 'notificationId', newest.id,
      'isUrgent', private.is_urgent(pushed_kind, newest.thing_id),
      'count', (select count(*) from private.find_unread(member) n where n.kind = pushed_kind),
      'unread', private.count_unread(member.property_id, member.account_id)
    )
    from private.find_push_subscriptions(member.account_id) s, public.accom_properties p
    where s.id = (job.payload ->> 'subscriptionId')::uuid and p.id = member.property_id
  );
end
$$;
grant execute on function public.read_notification_push(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: the push service does not know the browser of this job any more, so nothing is sent to it again.
create function public.forget_push_subscription(job_id uuid, claim uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(forget_push_subscription.job_id, forget_push_subscription.claim, 'notification_push');
begin
  delete from public.push_subscriptions s where s.id = (job.payload ->> 'subscriptionId')::uuid;
end
$$;
grant execute on function public.forget_push_subscription(uuid, uuid) to jobs_api;
