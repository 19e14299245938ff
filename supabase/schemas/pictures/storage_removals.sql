-- The objects of Storage that have to go. SQL can't remove them: Storage refuses it, since the file behind the row would stay for
-- good. Each row has a job, by which the process for jobs removes the object through Storage's own API, makes sure that it is gone,
-- and takes the row off the list. Removing one twice does no harm.

create table public.storage_removals (
  bucket text not null,
  name text not null,
  queued_at timestamptz not null default now(),
  -- It is removed once more then: an upload that was under way at the first time may have ended after it. Null: once is enough.
  again_after timestamptz,
  primary key (bucket, name)
);

create index storage_removals_queued on public.storage_removals (queued_at);

-- No policy and no grant: triggers fill it, and functions alone read it.
alter table public.storage_removals enable row level security;

-- Definer: no role writes the list. Whatever deletes a picture, the sweep, its owner or the end of its property, its objects go.
create function private.queue_picture_objects()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.storage_removals (bucket, name)
    select 'property-pictures', name from private.list_picture_objects(old.property_id, old.id) as o (name)
    on conflict do nothing;
  return null;
end
$$;

create trigger pictures_queue_objects
  after delete on public.pictures
  for each row execute function private.queue_picture_objects();

-- Definer: whoever deletes a picture writes no job. The job is of no place, since it has to outlive the end of one, and no manager
-- can do anything about a Storage that is out of order.
create function private.enqueue_storage_removal()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.enqueue_job(
    'storage_removal', new.bucket || '/' || new.name,
    p_payload => jsonb_build_object('bucket', new.bucket, 'name', new.name)
  );
  return null;
end
$$;

create trigger storage_removals_enqueue
  after insert on public.storage_removals
  for each row execute function private.enqueue_storage_removal();

-- Definer: jobs_api reads no table, and the policies below have to look the object up. jobs_api may execute this through the
-- policies, but can't call it: it may not use the schema.
create function private.is_removal_queued(p_bucket text, p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.storage_removals r where r.bucket = p_bucket and r.name = p_name)
$$;
grant execute on function private.is_removal_queued(text, text) to jobs_api;

-- The key of the process for jobs removes what is on the list, and nothing else that is stored.
create policy "the process for jobs removes objects on the list" on storage.objects
  for delete to jobs_api using (private.is_removal_queued(bucket_id, name));

-- Storage removes only what its caller can see. It sees them for that alone, and reads none.
create policy "the process for jobs sees the objects that it removes" on storage.objects
  for select to jobs_api
  using (
    storage.allow_any_operation(array['object.delete', 'object.delete_many']) and private.is_removal_queued(bucket_id, name)
  );

-- Definer, to jobs_api: the object of this job is taken off the list, if Storage has it no more, or waits for its second removal.
-- Returns whether it is gone: what says that an object is removed, and keeps it, is not believed.
create function public.settle_storage_removal(job_id uuid, claim uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs :=
    private.claimed_job(settle_storage_removal.job_id, settle_storage_removal.claim, 'storage_removal');
  listed public.storage_removals;
  erased uuid;
begin
  if exists (
    select from storage.objects o where o.bucket_id = job.payload ->> 'bucket' and o.name = job.payload ->> 'name'
  ) then
    return false;
  end if;
  for erased in
    update public.document_erasures e set verified_gone_at = now()
      where job.payload ->> 'bucket' = 'guest-documents' and e.storage_path = job.payload ->> 'name' and e.verified_gone_at is null
      returning e.id
  loop
    perform private.settle('{document_not_gone}', erased, true);
  end loop;
  select * into listed from public.storage_removals r
    where r.bucket = job.payload ->> 'bucket' and r.name = job.payload ->> 'name'
    for update;
  if listed.again_after > now() then
    perform private.enqueue_job(
      'storage_removal', concat_ws('/', listed.bucket, listed.name, 'again'), p_payload => job.payload, p_run_at => listed.again_after
    );
  else
    delete from public.storage_removals r where r.bucket = listed.bucket and r.name = listed.name;
  end if;
  return true;
end
$$;
grant execute on function public.settle_storage_removal(uuid, uuid) to jobs_api;

-- For the sweep: what was given up is begun anew a day later, since Storage will be there again and nobody else removes the object.
-- Returns how many.
create function private.retry_storage_removals()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  retried integer;
begin
  update public.jobs j set dead_at = null, attempts = 0, run_at = now()
    where j.kind = 'storage_removal' and j.dead_at <= now() - interval '1 day';
  get diagnostics retried = row_count;
  return retried;
end
$$;
