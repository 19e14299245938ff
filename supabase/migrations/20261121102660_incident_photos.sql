-- Where the photos of reports lie, and who may put and see them.

-- Photos: a private bucket. The stays server may only create objects, and only under paths a report gave out.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('incident-photos', 'incident-photos', false, 5242880, '{image/webp}')
on conflict (id) do nothing;

-- Definer: guest_api reads no table, and the policy has to look for the path. It may execute this, and still not name
-- it: the schema stays closed to it.
create function private.is_promised_photo(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.incidents i where i.photos @> array[p_name] and i.created_at > now() - interval '1 hour')
$$;
create index incidents_photos on public.incidents using gin (photos);
grant execute on function private.is_promised_photo(text) to guest_api;

-- Only what was promised, and only once: there is no policy to read, overwrite or delete.
create policy "the stays server stores photos a report gave out" on storage.objects
  for insert to guest_api
  with check (bucket_id = 'incident-photos' and private.is_promised_photo(name));

-- The first folder of a path is the property's id.
create policy "members see the photos of their properties" on storage.objects
  for select to authenticated
  using (
    bucket_id = 'incident-photos'
    and (storage.foldername(name))[1] in (select id::text from private.member_property_ids() as member (id))
  );
