-- The photos of incidents: a private bucket. The stays server may only create objects, and only under a path that
-- report_incident gave out.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('incident-photos', 'incident-photos', false, 5242880, '{image/webp}')
on conflict (id) do nothing;

create index incidents_photos on public.incidents using gin (photos);

-- Definer: guest_api reads no table, and the policy below has to look the path up. guest_api may execute this through the
-- policy, but can't call it: it may not use the schema.
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

-- Only a path that was given out in the last hour. No policy lets guest_api read, overwrite or delete.
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

-- Definer, to guest_api: called before the server decodes a report's photos, which is the most expensive thing a guest can
-- request. Refuses a subject that may not report, such as a pending request, which anybody can make, and more than ten
-- calls a minute. Admits an ended stay: it may be sending a report again, and report_incident decides about that.
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
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('photos:' || stay.id, 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return '{"ok": true}';
end
$$;
grant execute on function public.admit_incident_photos(jsonb) to guest_api;

-- Definer, to guest_api: removes the path of a photo that could not be stored. Returns false as `isLost`, and changes
-- nothing, if an earlier try stored the photo: an hour after the report, storing it again fails for every photo. Admits an
-- ended stay for the reason given at admit_incident_photos.
create function public.forget_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  is_lost boolean;
begin
  select * into stay from private.find_subject(subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select i.* into own from public.incidents i
    where i.id = forget_incident_photo.incident_id
      and (i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  is_lost := not exists (
    select from storage.objects o where o.bucket_id = 'incident-photos' and o.name = forget_incident_photo.path
  );
  if is_lost then
    update public.incidents i set photos = array_remove(i.photos, forget_incident_photo.path) where i.id = own.id;
  end if;
  return jsonb_build_object('ok', true, 'isLost', is_lost);
end
$$;
grant execute on function public.forget_incident_photo(jsonb, uuid, text) to guest_api;
