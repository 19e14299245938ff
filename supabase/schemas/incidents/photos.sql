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
grant execute on function private.is_promised_photo(text) to guest_api;

-- Photos: a private bucket. The stays server may only create objects, and only under paths a report gave out.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('incident-photos', 'incident-photos', false, 5242880, '{image/webp}')
on conflict (id) do nothing;

-- Definer, to guest_api: asked before a report's pictures are looked at. Who may not report, a request that waits for the
-- desk above all, which anybody can make, has none of them decoded; who may, so many a minute. Of a stay that has ended a
-- report may still be sent again: what comes of it is for report_incident to say.
create function public.admit_incident_photos(subject jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('photos:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return '{"ok": true}';
end
$$;
grant execute on function public.admit_incident_photos(jsonb) to guest_api;

create index incidents_photos on public.incidents using gin (photos);

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

-- Definer, to guest_api: a photo that could not be stored leaves no path behind.
create function public.forget_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state);
  end if;
  update public.incidents i set photos = array_remove(i.photos, path)
    where i.id = forget_incident_photo.incident_id
      and (i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id);
  return case when found then '{"ok": true}' else private.refuse('not_found') end;
end
$$;
grant execute on function public.forget_incident_photo(jsonb, uuid, text) to guest_api;
