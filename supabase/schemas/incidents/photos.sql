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

-- Only a path that was given out in the last hour. No policy lets guest_api read, delete or replace a stored photo. Two
-- uploads of one path that overlap may both succeed: see renew_incident_photo.
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

-- For the two functions below: replaces the path of a photo that is not stored, or removes it if `p_next` is null. Returns
-- `isLost`: false, and nothing is changed, if the photo is stored under this path, or if another try has replaced the path.
-- Admits an ended stay for the reason given at admit_incident_photos.
create function private.replace_lost_photo(p_subject jsonb, p_incident_id uuid, p_path text, p_next text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  is_lost boolean;
begin
  select * into stay from private.find_subject(p_subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select i.* into own from public.incidents i
    where i.id = p_incident_id
      and (i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  is_lost := p_path = any (own.photos) and not exists (
    select from storage.objects o where o.bucket_id = 'incident-photos' and o.name = p_path
  );
  if is_lost then
    update public.incidents i
      set photos = array_remove(array_replace(i.photos, p_path, p_next), null)
      where i.id = own.id;
  end if;
  return jsonb_build_object('ok', true, 'isLost', is_lost);
end
$$;

-- Definer, to guest_api: gives out a fresh path for another try to store a photo, and closes the old one; `path` is null if
-- the photo needs no other try. Of two uploads of one path that overlap, Storage may keep either (its releases before
-- September 2026 keep the last one), so no path is used twice.
create function public.renew_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  fresh constant text := regexp_replace(path, '[^/]*$', gen_random_uuid() || '.webp');
  outcome constant jsonb := private.replace_lost_photo(subject, incident_id, path, fresh);
begin
  if (outcome ->> 'ok')::boolean then
    return jsonb_build_object('ok', true, 'path', case when (outcome ->> 'isLost')::boolean then fresh end);
  end if;
  return outcome;
end
$$;
grant execute on function public.renew_incident_photo(jsonb, uuid, text) to guest_api;

-- Definer, to guest_api: removes the path of a photo that could not be stored. Without this the desk would see a photo that
-- does not open.
create function public.forget_incident_photo(subject jsonb, incident_id uuid, path text)
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.replace_lost_photo(subject, incident_id, path, null)
$$;
grant execute on function public.forget_incident_photo(jsonb, uuid, text) to guest_api;
