-- Definer, to guest_api: a report from one's own room. The paths of its photos are given out here, and only these can
-- be uploaded. Reports under one key wait for each other, so of many at once one is made and the rest are answered with
-- it; a replay is not counted.
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
  request_hash text;
begin
  if coalesce(length(btrim(title)), 0) not between 1 and 120 or length(description) > 2000 or priority is null
    or coalesce(photo_count, 0) not between 0 and 3 or length(idempotency_key) not between 8 and 100
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  subject_id := coalesce(stay.booking_id, stay.session_id);
  request_hash := encode(sha256(convert_to(jsonb_build_array(
    btrim(title), coalesce(description, ''), priority, area_id, coalesce(photo_count, 0)
  )::text, 'utf8')), 'hex');
  perform pg_advisory_xact_lock(hashtextextended(subject_id || coalesce(idempotency_key, ''), 0));
  select i.* into reported from public.incidents i
    where coalesce(i.booking_id, i.guest_session_id) = subject_id and i.idempotency_key = report_incident.idempotency_key;
  if found and reported.request_hash <> request_hash then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_report"}');
  elsif reported.id is not null then
    return private.describe_report(reported, true, locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('incident:' || subject_id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if area_id is not null and not exists (
    select from public.areas a where a.id = report_incident.area_id and a.property_id = (stay.property).id
  ) then
    return private.refuse('invalid_request');
  end if;
  insert into public.incidents (
    property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, idempotency_key,
    request_hash, photos
  ) values (
    (stay.property).id, (stay.room).id, stay.booking_id, stay.session_id, report_incident.area_id, btrim(title),
    coalesce(description, ''), priority, report_incident.idempotency_key, request_hash,
    (select coalesce(array_agg((stay.property).id || '/' || subject_id || '/' || gen_random_uuid() || '.webp'), '{}')
      from generate_series(1, coalesce(photo_count, 0)))
  ) returning * into reported;
  return private.describe_report(reported, false, locale);
end
$$;
grant execute on function public.report_incident(jsonb, text, text, public.incident_priority, uuid, integer, text, text)
  to guest_api;

-- The answer to a report, the first time and again, with the paths its photos may be stored under.
create function private.describe_report(p_incident public.incidents, p_is_replayed boolean, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'replayed', p_is_replayed,
    'incident', private.describe_incident(p_incident, p_locale),
    'photoPaths', p_incident.photos
  )
$$;

-- Definer, to guest_api: a word to the desk under one's own report. It counts like a report; a replay is not counted.
-- The report's row is locked, so of one reply sent many times at once one is written.
create function public.reply_to_incident(
  subject jsonb,
  incident_id uuid,
  message text,
  locale text default null,
  idempotency_key text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.incidents;
  earlier public.incident_updates;
  seconds integer;
begin
  if coalesce(length(btrim(message)), 0) not between 1 and 2000 or length(idempotency_key) not between 8 and 100 then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select i.* into own from public.incidents i
    where i.id = reply_to_incident.incident_id
      and (i.booking_id = stay.booking_id or i.guest_session_id = stay.session_id)
    for update;
  select u.* into earlier from public.incident_updates u
    where u.incident_id = own.id and u.idempotency_key = reply_to_incident.idempotency_key;
  if earlier.message <> btrim(message) then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.id is not null then
    return jsonb_build_object('ok', true, 'replayed', true, 'incident', private.describe_incident(own, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state);
  end if;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  seconds := private.take_hit('incident:' || coalesce(stay.booking_id, stay.session_id), 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  insert into public.incident_updates (incident_id, property_id, author, message, idempotency_key)
    values (own.id, own.property_id, 'guest', btrim(message), reply_to_incident.idempotency_key);
  update public.incidents i set updated_at = now() where i.id = own.id returning i.* into own;
  return jsonb_build_object('ok', true, 'replayed', false, 'incident', private.describe_incident(own, locale));
end
$$;
grant execute on function public.reply_to_incident(jsonb, uuid, text, text, text) to guest_api;

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

-- Definer, to authenticated: the desk moves a report on, answers it, or both. The same step again with nothing to say
-- is a second tap.
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
  words constant text := coalesce(btrim(message), '');
  next_status public.incident_status;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and words = '' or length(words) > 2000 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  next_status := nullif(set_incident_status.status, incident.status);
  if next_status is null and words = '' then
    perform private.require_step(false, incident.status::text, incident.status::text);
  end if;
  update public.incidents i set status = coalesce(next_status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (incident.id, incident.property_id, 'account', private.current_account_id(), words, next_status);
end
$$;
grant execute on function public.set_incident_status(uuid, public.incident_status, text) to authenticated;
