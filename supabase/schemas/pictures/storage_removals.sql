-- The objects of Storage that have to go. SQL can't remove them: Storage refuses it, since the file behind the row would stay for
-- good. The process for jobs empties this list, as service_role: it removes the object, then deletes the row here. Removing one
-- twice does no harm.

create table public.storage_removals (
  bucket text not null,
  name text not null,
  queued_at timestamptz not null default now(),
  primary key (bucket, name)
);

create index storage_removals_queued on public.storage_removals (queued_at);

-- No policy and no grant: triggers fill it, and jobs read it.
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
