-- A retry is answered with what the first try did. The same key with another wish is a mistake, as with orders.

-- What was reported under that key. Null: before keys were compared.
alter table public.incidents add column request_hash text;

-- What makes a reply that was sent twice one reply.
alter table public.incident_updates
  add column idempotency_key text,
  add constraint incident_updates_key_is_short check (length(idempotency_key) between 8 and 100);
create unique index incident_updates_key_of_incident
  on public.incident_updates (incident_id, idempotency_key) where idempotency_key is not null;

-- Definer, to guest_api: a report from one's own room. The paths of its photos are given out here, and only these can
-- be uploaded. Reports under one key wait for each other, so of many at once one is made and the rest are answered with
-- it; a replay is not counted.
create or replace function public.report_incident(
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

drop function public.reply_to_incident(jsonb, uuid, text, text);

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
