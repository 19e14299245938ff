-- How an incident is reported, read and replied to.

-- What report_incident returns, for a first try and for a retry: with the paths of its photos. Under these a first try may
-- store them; a retry asks renew_incident_photo for another path.
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

-- Definer, to guest_api: reports an incident from one's own room. It gives out the paths of the photos, and only these can
-- be uploaded. Of many requests under one key the first makes the report and the others return the same one; a replay is
-- not counted.
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
  scope text;
  request constant jsonb := jsonb_build_array(
    btrim(title), coalesce(description, ''), priority, area_id, coalesce(photo_count, 0)
  );
  earlier record;
  reported public.incidents;
  seconds integer;
begin
  if coalesce(length(btrim(title)), 0) not between 1 and 120 or length(description) > 2000 or priority is null
    or coalesce(photo_count, 0) not between 0 and 3 or not private.is_request_key(idempotency_key)
  then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  scope := 'incident:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_report"}');
  elsif earlier.made_id is not null then
    select i.* into reported from public.incidents i where i.id = earlier.made_id;
    return private.describe_report(reported, true, locale);
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  seconds := private.take_hit('incident:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if area_id is not null and not exists (
    select from public.areas a where a.id = report_incident.area_id and a.property_id = (stay.property).id
  ) then
    return private.refuse('invalid_request');
  end if;
  insert into public.incidents (
    property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, photos
  ) values (
    (stay.property).id, (stay.room).id, (stay.booking).id, (stay.session).id, report_incident.area_id, btrim(title),
    coalesce(description, ''), priority,
    (select coalesce(array_agg((stay.property).id || '/' || stay.id || '/' || gen_random_uuid() || '.webp'), '{}')
      from generate_series(1, coalesce(photo_count, 0)))
  ) returning * into reported;
  perform private.record_request(scope, idempotency_key, request, reported.id);
  return private.describe_report(reported, false, locale);
end
$$;
grant execute on function public.report_incident(jsonb, text, text, public.incident_priority, uuid, integer, text, text)
  to guest_api;

-- Definer, to guest_api: replies to the desk under one's own incident. It counts like a report; a replay is not counted.
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
  scope text;
  request constant jsonb := to_jsonb(btrim(message));
  earlier record;
  reply_id uuid;
  seconds integer;
begin
  if coalesce(length(btrim(message)), 0) not between 1 and 2000 or not private.is_request_key(idempotency_key) then
    return private.refuse('invalid_request');
  end if;
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select i.* into own from public.incidents i
    where i.id = reply_to_incident.incident_id
      and (i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id)
    for update;
  scope := 'reply:' || own.id;
  select * into earlier from private.find_request(scope, idempotency_key, request);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.made_id is not null then
    return jsonb_build_object('ok', true, 'replayed', true, 'incident', private.describe_incident(own, locale));
  end if;
  if stay.state <> 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  seconds := private.take_hit('incident:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  insert into public.incident_updates (incident_id, property_id, author, message)
    values (own.id, own.property_id, 'guest', btrim(message))
    returning id into reply_id;
  perform private.record_request(scope, idempotency_key, request, reply_id);
  update public.incidents i set updated_at = now() where i.id = own.id returning i.* into own;
  return jsonb_build_object('ok', true, 'replayed', false, 'incident', private.describe_incident(own, locale));
end
$$;
grant execute on function public.reply_to_incident(jsonb, uuid, text, text, text) to guest_api;

-- Definer, to guest_api: a guest's own incidents with their conversations, newest first, and the areas to choose from.
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
        where i.booking_id = (stay.booking).id or i.guest_session_id = (stay.session).id
        order by i.created_at desc
        limit 100
      ) newest
    ), '[]')
  );
end
$$;
grant execute on function public.list_own_incidents(jsonb, text) to guest_api;

-- Definer, to authenticated: the desk changes the status of an incident, replies to it, or both. The same status again
-- without a message is refused: it is a second tap. A retry under its key says nothing twice.
create function public.set_incident_status(
  incident_id uuid,
  status public.incident_status default null,
  message text default '',
  request_key text default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(message, E' \t\r\n'), '');
  request constant jsonb := jsonb_build_array(set_incident_status.status, words);
  scope constant text := 'desk_reply:' || set_incident_status.incident_id;
  earlier record;
  next_status public.incident_status;
  update_id uuid;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and words = '' or length(words) > 2000 or not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_reply"}');
  elsif earlier.made_id is not null then
    return;
  end if;
  next_status := nullif(set_incident_status.status, incident.status);
  if next_status is null and words = '' then
    perform private.require_step(false, incident.status::text, incident.status::text);
  end if;
  update public.incidents i set status = coalesce(next_status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (incident.id, incident.property_id, 'account', private.current_account_id(), words, next_status)
    returning id into update_id;
  perform private.record_request(scope, request_key, request, update_id);
end
$$;
grant execute on function public.set_incident_status(uuid, public.incident_status, text, text) to authenticated;

-- Definer, to authenticated: writes a note of the team under an incident, which its guest never reads. A retry under its key writes
-- nothing twice.
create function public.note_incident(incident_id uuid, note text, request_key text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(note, E' \t\r\n'), '');
  scope constant text := 'note:' || note_incident.incident_id;
  earlier record;
  note_id uuid;
begin
  select * into incident from public.incidents i where i.id = note_incident.incident_id;
  perform private.require_member(incident.property_id, 'staff');
  if words = '' or length(words) > 2000 or not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, to_jsonb(words));
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_note"}');
  elsif earlier.made_id is not null then
    return;
  end if;
  insert into public.incident_notes (incident_id, property_id, account_id, note)
    values (incident.id, incident.property_id, private.current_account_id(), words)
    returning id into note_id;
  perform private.record_request(scope, request_key, to_jsonb(words), note_id);
end
$$;
grant execute on function public.note_incident(uuid, text, text) to authenticated;
