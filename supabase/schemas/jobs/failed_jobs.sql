-- What could not be told: the jobs of a property that are dead, for its managers, who try them again or drop them.

-- Definer, to authenticated: the newest hundred, with what they are about. Managers work with the bookings and invitations that are
-- named here.
create function public.list_failed_jobs(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_failed_jobs.property_id, 'manager');
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', dead.id, 'kind', dead.kind, 'failedAt', dead.dead_at, 'attempts', dead.attempts,
      'error', dead.last_error, 'status', dead.last_status,
      'booking', (
        select jsonb_build_object('id', b.id, 'code', b.booking_code, 'guestName', b.guest_name)
        from public.accom_bookings b where b.id = dead.about_id and b.property_id = dead.property_id
      ),
      'invitation', (
        select jsonb_build_object('id', i.id, 'note', i.note)
        from public.invitations i where i.id = dead.about_id and i.property_id = dead.property_id
      )
    ) order by dead.dead_at desc, dead.id desc), '[]')
    from (
      select * from public.jobs j
      where j.property_id = list_failed_jobs.property_id and j.dead_at is not null
      order by j.dead_at desc, j.id desc
      limit 100
    ) dead
  );
end
$$;
grant execute on function public.list_failed_jobs(uuid) to authenticated;

-- Definer: the dead job of a property that the caller works at, locked, so that of two who try it again one finds it.
create function private.lock_failed_job(p_job_id uuid, p_role public.member_role)
returns public.jobs
language plpgsql
security definer
set search_path = ''
as $$
declare
  job public.jobs;
begin
  select * into job from public.jobs j where j.id = p_job_id for update;
  perform private.require_member(job.property_id, p_role);
  if job.dead_at is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  return job;
end
$$;

-- Definer, to authenticated: a job that failed is tried again, from the first try on. The desk does so for what its guests are told,
-- for example once their address is mended; managers for everything.
create function public.retry_failed_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.lock_failed_job(retry_failed_job.job_id, 'staff');
begin
  if job.kind not in ('request_answer_mail', 'booking_code_mail') then
    perform private.require_member(job.property_id, 'manager');
  end if;
  update public.jobs j set dead_at = null, attempts = 0, run_at = now() where j.id = job.id;
  perform private.write_audit(job.property_id, 'message_tried_again', 'jobs', job.id, jsonb_build_object('kind', job.kind));
end
$$;
grant execute on function public.retry_failed_job(uuid) to authenticated;

-- Definer, to authenticated: a manager gives up a job that failed, for example once the guest was called.
create function public.drop_failed_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.lock_failed_job(drop_failed_job.job_id, 'manager');
begin
  delete from public.jobs j where j.id = job.id;
  perform private.write_audit(job.property_id, 'message_dropped', 'jobs', job.id, jsonb_build_object('kind', job.kind));
end
$$;
grant execute on function public.drop_failed_job(uuid) to authenticated;
