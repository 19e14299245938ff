-- The outbox: what has to reach somebody outside the database, such as a mail. A job is written in the transaction of what it
-- tells of, so it is there exactly if that is. The process apps/jobs claims it, does it and finishes it, as jobs_api.

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  -- Null: a job of no place.
  property_id uuid references public.accom_properties (id) on delete cascade,
  kind text not null,
  -- What makes the job the same one when it is enqueued again.
  job_key text not null,
  -- The row that it tells of, for the desk's screens. No foreign key: that row may be gone before the job is done.
  about_id uuid,
  -- Ids and codes. What is personal is read at the moment of sending.
  payload jsonb not null default '{}',
  -- Not before then.
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  -- Who works on it, and until when nobody else may.
  claim uuid,
  claimed_until timestamptz,
  -- Why the last try failed: a code, and the status with which a mail or push server refused.
  last_error text,
  last_status integer,
  failed_at timestamptz,
  done_at timestamptz,
  -- 'untold': it was not true any more when it was about to be told. 'done': it tells nobody.
  outcome text,
  dead_at timestamptz,
  created_at timestamptz not null default now(),
  constraint jobs_are_enqueued_once unique (kind, job_key),
  constraint jobs_kind_has_its_form check (kind ~ '^[a-z][a-z_]{0,59}$'),
  constraint jobs_key_is_short check (length(job_key) between 1 and 200),
  constraint jobs_payload_is_small check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 4000),
  constraint jobs_error_is_a_code check (last_error ~ '^[a-z][a-z_]{0,59}$'),
  constraint jobs_outcome_is_known check (outcome in ('told', 'untold', 'done')),
  constraint jobs_are_done_with_an_outcome check ((done_at is null) = (outcome is null)),
  constraint jobs_end_once check (done_at is null or dead_at is null),
  constraint jobs_claims_have_an_end check ((claim is null) = (claimed_until is null))
);

-- What can be claimed, what a screen shows about a row, the dead ones of a property, and what is swept.
create index jobs_waiting on public.jobs (run_at, id) where done_at is null and dead_at is null;
create index jobs_about on public.jobs (about_id, created_at desc) where about_id is not null;
create index jobs_property on public.jobs (property_id);
create index jobs_dead on public.jobs (property_id, dead_at desc, id desc) where dead_at is not null;
create index jobs_done on public.jobs (done_at) where done_at is not null;

-- No policy and no grant: functions alone reach it.
alter table public.jobs enable row level security;

-- Enqueues a job, once: a second one of the same kind and key is left out. Called in the transaction of what the job tells of.
-- Returns its id, or null where there is one already.
create function private.enqueue_job(
  p_kind text,
  p_key text,
  p_property_id uuid default null,
  p_about_id uuid default null,
  p_payload jsonb default '{}',
  p_run_at timestamptz default now()
)
returns uuid
language sql
volatile
set search_path = ''
as $$
  insert into public.jobs (kind, job_key, property_id, about_id, payload, run_at)
  values (p_kind, p_key, p_property_id, p_about_id, p_payload, p_run_at)
  on conflict (kind, job_key) do nothing
  returning id
$$;

-- How many times a job is tried.
create function private.most_attempts()
returns integer
language sql
immutable
set search_path = ''
as $$
  select 10
$$;

-- How long to wait after this attempt failed: half a minute, doubled each time up to six hours, and up to a fifth more or less, so
-- that what failed together is not tried again together. `p_random` is from 0 to 1.
create function private.job_delay(p_attempt integer, p_random double precision)
returns interval
language sql
immutable
set search_path = ''
as $$
  select make_interval(secs => least(30 * 2 ^ (p_attempt - 1), 21600) * (0.8 + 0.4 * p_random))
$$;

-- The jobs whose process ended at the last try. Without this a job that ends each process that takes it would be tried for ever.
create function private.bury_abandoned_jobs()
returns void
language sql
volatile
set search_path = ''
as $$
  update public.jobs j
    set dead_at = now(), claim = null, claimed_until = null, last_error = 'process_ended', last_status = null, failed_at = now()
    where j.id in (
      select a.id from public.jobs a
      where a.done_at is null and a.dead_at is null and a.claimed_until <= now() and a.attempts >= private.most_attempts()
      for update skip locked
    )
$$;

-- Definer, to jobs_api: takes jobs of these kinds that are due, the oldest first, for so long that a process that is still alive
-- has done them. After that another one may take them. Rows that are locked are skipped, so any number of processes may
-- claim at the same time and none gets another's job.
create function public.claim_jobs(kinds text[], max_jobs integer, lease_seconds integer)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  claimed jsonb;
begin
  if (max_jobs between 1 and 100 and lease_seconds between 10 and 600 and cardinality(kinds) <= 100) is not true then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  perform private.bury_abandoned_jobs();
  with due as (
    select j.id from public.jobs j
    where j.done_at is null and j.dead_at is null and j.run_at <= now() and j.kind = any (claim_jobs.kinds)
      and coalesce(j.claimed_until <= now(), true)
    order by j.run_at, j.id
    limit max_jobs
    for update skip locked
  ), taken as (
    update public.jobs j
      set attempts = j.attempts + 1, claim = gen_random_uuid(), claimed_until = now() + make_interval(secs => lease_seconds)
      from due where j.id = due.id
      returning j.*
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id, 'claim', t.claim, 'kind', t.kind, 'propertyId', t.property_id, 'attempt', t.attempts, 'payload', t.payload
  ) order by t.run_at, t.id), '[]') into claimed from taken t;
  return claimed;
end
$$;
grant execute on function public.claim_jobs(text[], integer, integer) to jobs_api;

-- The job, as long as this claim holds it. The functions that tell jobs_api what to send begin with it, so its key alone reads
-- nothing about anybody.
create function private.claimed_job(p_job_id uuid, p_claim uuid, p_kind text)
returns public.jobs
language plpgsql
stable
set search_path = ''
as $$
declare
  job public.jobs;
begin
  select * into job from public.jobs j
    where j.id = p_job_id and j.claim = p_claim and j.kind = p_kind and j.claimed_until > now();
  if job.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return job;
end
$$;

-- Definer, to jobs_api: the job is done. False: it was taken by another process meanwhile, or is gone.
create function public.finish_job(job_id uuid, claim uuid, outcome text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.jobs j
    set done_at = now(), outcome = finish_job.outcome, claim = null, claimed_until = null
    where j.id = finish_job.job_id and j.claim = finish_job.claim;
  return found;
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.finish_job(uuid, uuid, text) to jobs_api;

-- Definer, to jobs_api: a try failed. The job waits for the next one, not before `retry_after_seconds`, or is dead: after the last
-- try, and where trying again cannot help. Returns 'waiting', 'dead', or 'lost' where this claim does not hold the job any more.
create function public.fail_job(
  job_id uuid,
  claim uuid,
  error text,
  is_final boolean,
  status integer default null,
  retry_after_seconds integer default null
)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job public.jobs;
  is_dead boolean;
begin
  select * into job from public.jobs j where j.id = fail_job.job_id and j.claim = fail_job.claim for update;
  if job.id is null then
    return 'lost';
  end if;
  is_dead := is_final or job.attempts >= private.most_attempts();
  update public.jobs j
    set last_error = fail_job.error, last_status = fail_job.status, failed_at = now(), claim = null, claimed_until = null,
      dead_at = case when is_dead then now() end,
      run_at = now() + greatest(
        private.job_delay(job.attempts, random()),
        make_interval(secs => least(coalesce(retry_after_seconds, 0), 86400))
      )
    where j.id = job.id;
  return case when is_dead then 'dead' else 'waiting' end;
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.fail_job(uuid, uuid, text, boolean, integer, integer) to jobs_api;

-- Deletes jobs two weeks after they were done, and dead ones after three months. Returns how many.
create function private.drop_old_jobs()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.jobs j
    where j.done_at <= now() - interval '14 days' or j.dead_at <= now() - interval '90 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;
