-- What a guest reports and reads, and what the desk answers.

-- Definer, to guest_api: a report from one's own room. The paths of its photos are given out here, and only these can
-- be uploaded. A second report under one key is the first one again: a double tap, a retry.
create function public.report_incident(
  subject jsonb,
  title text,
  description text,
  priority public.incident_priority,
  area_id uuid default null,
  photo_count integer default 0,
  idempotency_key text default null,
  locale text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  reported public.incidents;
  subject_id uuid;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state);
  end if;
  subject_id := coalesce(stay.booking_id, stay.session_id);
  if coalesce(length(btrim(title)), 0) not between 1 and 120 or length(description) > 2000
    or photo_count not between 0 and 3 or length(idempotency_key) not between 8 and 100
    or (report_incident.area_id is not null and not exists (
      select from public.areas a where a.id = report_incident.area_id and a.property_id = (stay.property).id
    ))
  then
    return private.refuse('invalid_request');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(subject_id || coalesce(idempotency_key, ''), 0));
  select i.* into reported from public.incidents i
    where coalesce(i.booking_id, i.guest_session_id) = subject_id and i.idempotency_key = report_incident.idempotency_key;
  if found then
    return jsonb_build_object(
      'ok', true, 'replayed', true, 'incident', private.describe_incident(reported, locale), 'photoPaths', reported.photos
    );
  end if;
  seconds := private.take_hit('incident:' || subject_id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  insert into public.incidents (
    property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, idempotency_key, photos
  ) values (
    (stay.property).id, (stay.room).id, stay.booking_id, stay.session_id, report_incident.area_id, btrim(title),
    coalesce(description, ''), priority, report_incident.idempotency_key,
    (select coalesce(array_agg((stay.property).id || '/' || subject_id || '/' || gen_random_uuid() || '.webp'), '{}')
      from generate_series(1, photo_count))
  ) returning * into reported;
  return jsonb_build_object(
    'ok', true, 'replayed', false, 'incident', private.describe_incident(reported, locale), 'photoPaths', reported.photos
  );
end
$$;
grant execute on function public.report_incident(jsonb, text, text, public.incident_priority, uuid, integer, text, text)
  to guest_api;

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

-- Definer, to guest_api: a guest's own reports with the conversation, newest first, and the areas to choose from.
create function public.list_own_incidents(subject jsonb, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  return jsonb_build_object(
    'ok', true,
    'areas', private.describe_areas((stay.property).id, locale),
    'incidents', coalesce((
      select jsonb_agg(private.describe_incident(newest, locale) order by newest.created_at desc)
      from (
        select i.* from public.incidents i
        where i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id
        order by i.created_at desc
        limit 100
      ) newest
    ), '[]')
  );
end
$$;
grant execute on function public.list_own_incidents(jsonb, text) to guest_api;

-- Definer, to guest_api: a word to the desk under one's own report. It counts like a report.
create function public.reply_to_incident(subject jsonb, incident_id uuid, message text, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state);
  end if;
  if coalesce(length(btrim(message)), 0) not between 1 and 2000 then
    return private.refuse('invalid_request');
  end if;
  seconds := private.take_hit('incident:' || coalesce(stay.booking_id, stay.session_id), 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  update public.incidents i set updated_at = now()
    where i.id = reply_to_incident.incident_id
      and (i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id)
    returning i.* into own;
  if not found then
    return private.refuse('not_found');
  end if;
  insert into public.incident_updates (incident_id, property_id, author, message)
    values (own.id, own.property_id, 'guest', btrim(message));
  return jsonb_build_object('ok', true, 'incident', private.describe_incident(own, locale));
end
$$;
grant execute on function public.reply_to_incident(jsonb, uuid, text, text) to guest_api;

-- Definer, to authenticated: the desk moves a report on, answers it, or both.
create function public.set_incident_status(
  incident_id uuid,
  status public.incident_status default null,
  message text default ''
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and coalesce(btrim(message), '') = '' or length(message) > 2000 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  update public.incidents i set status = coalesce(set_incident_status.status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (
      incident.id, incident.property_id, 'account', private.current_account_id(), coalesce(btrim(message), ''),
      nullif(set_incident_status.status, incident.status)
    );
end
$$;
grant execute on function public.set_incident_status(uuid, public.incident_status, text) to authenticated;
