-- What is broken, and what was said about it.

create type public.incident_status as enum ('open', 'in_progress', 'resolved', 'closed');
create type public.incident_priority as enum ('low', 'medium', 'high', 'urgent');

-- The property's own list of places where something can be wrong.
create table public.areas (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  name text not null,
  sort_order integer not null default 0,
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint areas_id_and_property unique (id, property_id),
  constraint areas_name_is_unique unique (property_id, name),
  constraint areas_name_is_short check (length(name) between 1 and 80),
  constraint areas_translations_have_their_shape check (private.is_translations(translations))
);

create table public.incidents (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  booking_id uuid,
  guest_session_id uuid,
  area_id uuid,
  title text not null,
  description text not null default '',
  priority public.incident_priority not null default 'medium',
  status public.incident_status not null default 'open',
  photos text[] not null default '{}',
  idempotency_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint incidents_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint incidents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint incidents_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint incidents_area_of_property foreign key (area_id, property_id)
    references public.areas (id, property_id) on delete set null (area_id),
  constraint incidents_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint incidents_id_and_property unique (id, property_id),
  constraint incidents_texts_are_short check (length(title) between 1 and 120 and length(description) <= 2000),
  constraint incidents_have_three_photos_at_most check (cardinality(photos) <= 3)
);

create table public.incident_updates (
  id uuid primary key default gen_random_uuid(),
  incident_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the guest wrote it.
  account_id uuid references public.accounts (id) on delete set null,
  author public.audit_actor not null,
  message text not null default '',
  status public.incident_status,
  created_at timestamptz not null default now(),
  constraint incident_updates_incident_of_property foreign key (incident_id, property_id)
    references public.incidents (id, property_id) on delete cascade,
  constraint incident_updates_say_something check (message <> '' or status is not null),
  constraint incident_updates_message_is_short check (length(message) <= 2000)
);

create unique index incidents_key_of_stay
  on public.incidents (coalesce(booking_id, guest_session_id), idempotency_key) where idempotency_key is not null;
create index areas_property on public.areas (property_id, sort_order);
create index incidents_room on public.incidents (room_id, property_id);
create index incidents_booking on public.incidents (booking_id, property_id);
create index incidents_session on public.incidents (guest_session_id, property_id);
create index incidents_area on public.incidents (area_id, property_id);
create index incidents_board on public.incidents (property_id, status, created_at desc);
create index incident_updates_incident on public.incident_updates (incident_id, property_id, created_at);
create index incident_updates_property on public.incident_updates (property_id);
create index incident_updates_account on public.incident_updates (account_id);

create trigger areas_touch_updated_at
  before update on public.areas for each row execute function private.touch_updated_at();
create trigger incidents_touch_updated_at
  before update on public.incidents for each row execute function private.touch_updated_at();

-- The steps there are, whoever takes them.
create function private.is_incident_step(p_from public.incident_status, p_to public.incident_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('open', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
    -- It came back, or was not mended after all.
    ('resolved', 'open'), ('closed', 'open')
  )
$$;

-- For the trigger below: no role writes past it.
create function private.check_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not private.is_incident_step(old.status, new.status) then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', old.status, 'to', new.status));
  end if;
  return new;
end
$$;

create trigger incidents_check_step
  before update of status on public.incidents
  for each row when (old.status is distinct from new.status) execute function private.check_incident_step();

alter table public.areas enable row level security;
alter table public.incidents enable row level security;
alter table public.incident_updates enable row level security;

grant select on public.incidents, public.incident_updates to authenticated;
grant select, insert, delete on public.areas to authenticated;
grant update (name, sort_order, translations) on public.areas to authenticated;

-- All who work in a place see its areas,
create policy "members see the areas of their properties" on public.areas
  for select to authenticated using (property_id in (select private.member_property_ids()));
-- and those who answer for it name them,
create policy "managers add areas" on public.areas
  for insert to authenticated with check (property_id in (select private.member_property_ids('manager')));
-- rename them,
create policy "managers change areas" on public.areas
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));
-- and drop them. What was reported there stays.
create policy "managers remove areas" on public.areas
  for delete to authenticated using (property_id in (select private.member_property_ids('manager')));
-- The desk works with all reports of its place,
create policy "members see the incidents of their properties" on public.incidents
  for select to authenticated using (property_id in (select private.member_property_ids()));
-- and with all that was said. Nobody writes but the functions below.
create policy "members see what was said at their properties" on public.incident_updates
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- What a guest sees of an incident. Who at the desk answered is the desk's business.
create function private.describe_incident(p_incident public.incidents, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_incident.id,
    'title', p_incident.title,
    'description', p_incident.description,
    'priority', p_incident.priority,
    'status', p_incident.status,
    'photoCount', cardinality(p_incident.photos),
    'area', (
      select jsonb_build_object('id', a.id)
        || private.in_locale(jsonb_build_object('name', a.name), a.translations, p_locale)
      from public.areas a where a.id = p_incident.area_id
    ),
    'createdAt', private.format_instant(p_incident.created_at),
    'updatedAt', private.format_instant(p_incident.updated_at),
    'updates', coalesce((
      select jsonb_agg(
        jsonb_build_object(
          'id', u.id,
          'from', case when u.author = 'guest' then 'guest' else 'desk' end,
          'message', u.message,
          'status', u.status,
          'createdAt', private.format_instant(u.created_at)
        ) order by u.created_at, u.id
      )
      from public.incident_updates u where u.incident_id = p_incident.id
    ), '[]')
  )
$$;

-- The areas a guest chooses from.
create function private.describe_areas(p_property_id uuid, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object('id', a.id) || private.in_locale(jsonb_build_object('name', a.name), a.translations, p_locale)
    order by a.sort_order, a.name
  ), '[]')
  from public.areas a
  where a.property_id = p_property_id
$$;

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
