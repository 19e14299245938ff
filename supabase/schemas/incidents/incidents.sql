-- What guests report as broken, and the conversation about it.

create type public.incident_status as enum ('open', 'in_progress', 'resolved', 'closed');
create type public.incident_priority as enum ('low', 'medium', 'high', 'urgent');

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
  -- Who of the team sees to it.
  assignee_id uuid,
  -- Until when it should be resolved, and from when on that is near: private.set_incident_due.
  due_at timestamptz not null,
  escalates_at timestamptz not null,
  -- It took its room out of order, which lasts until the room is back in use; and the block of the calendar that it made.
  closes_room boolean not null default false,
  closing_block_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint incidents_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint incidents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  constraint incidents_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete restrict,
  constraint incidents_block_of_property foreign key (closing_block_id, property_id)
    references public.room_blocks (id, property_id) on delete set null (closing_block_id),
  constraint incidents_area_of_property foreign key (area_id, property_id)
    references public.areas (id, property_id) on delete set null (area_id),
  -- Who leaves the team has nothing assigned any more.
  constraint incidents_assignee_of_property foreign key (property_id, assignee_id)
    references public.property_members (property_id, account_id) on delete set null (assignee_id),
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

-- What the team tells itself about an incident. In a table of its own, so that no function for guests can return it.
create table public.incident_notes (
  id uuid primary key default gen_random_uuid(),
  incident_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  account_id uuid references public.accounts (id) on delete set null,
  note text not null,
  created_at timestamptz not null default now(),
  constraint incident_notes_incident_of_property foreign key (incident_id, property_id)
    references public.incidents (id, property_id) on delete cascade,
  constraint incident_notes_are_short check (length(note) between 1 and 2000)
);

create index incidents_room on public.incidents (room_id, property_id);
create index incidents_booking on public.incidents (booking_id, property_id);
create index incidents_session on public.incidents (guest_session_id, property_id);
create index incidents_area on public.incidents (area_id, property_id);
create index incidents_board on public.incidents (property_id, status, created_at desc);
create index incidents_block on public.incidents (closing_block_id, property_id);
-- Those that somebody has to see to, by when they become urgent: every open screen counts them every few seconds.
create index incidents_escalating on public.incidents (property_id, escalates_at) include (status)
  where status in ('open', 'in_progress');
-- Those that ended, last first, for the list of all of them.
create index incidents_ended on public.incidents (property_id, updated_at desc, id desc)
  where status in ('resolved', 'closed');
create index incidents_assignee on public.incidents (property_id, assignee_id);
create index incident_notes_incident on public.incident_notes (incident_id, property_id, created_at);
create index incident_notes_property on public.incident_notes (property_id);
create index incident_notes_account on public.incident_notes (account_id);
create index incident_updates_incident on public.incident_updates (incident_id, property_id, created_at);
create index incident_updates_property on public.incident_updates (property_id);
create index incident_updates_account on public.incident_updates (account_id);

create trigger incidents_touch_updated_at
  before update on public.incidents for each row execute function private.touch_updated_at();

-- For the trigger below: how soon an incident should be resolved follows from its priority, counted from the report, from the last
-- change of the priority, or from when it was opened again. In the last quarter of that time the screens are louder about it.
create function private.set_incident_due()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  since constant timestamptz := case when tg_op = 'INSERT' then new.created_at else now() end;
  wait constant interval := case new.priority
    when 'urgent' then interval '1 hour'
    when 'high' then interval '4 hours'
    when 'medium' then interval '1 day'
    else interval '3 days'
  end;
begin
  new.due_at := since + wait;
  new.escalates_at := since + wait * 0.75;
  return new;
end
$$;

create trigger incidents_set_due
  before insert on public.incidents for each row execute function private.set_incident_due();

create trigger incidents_renew_due
  before update of priority, status on public.incidents
  for each row
  when (new.priority <> old.priority or (new.status = 'open' and old.status <> 'open'))
  execute function private.set_incident_due();

-- The steps an incident can take, whoever takes them.
create function private.is_incident_step(p_from public.incident_status, p_to public.incident_status)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select (p_from, p_to) in (
    ('open', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
    -- Opened again: it came back, or was not repaired after all.
    ('resolved', 'open'), ('closed', 'open')
  )
$$;

-- For the trigger, which enforces the steps for every role that writes, also for service_role.
create function private.check_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(
    private.is_incident_step(old.status, new.status) or private.is_undoing(), old.status::text, new.status::text
  );
  return new;
end
$$;

create trigger incidents_check_step
  before update of status on public.incidents
  for each row when (old.status is distinct from new.status) execute function private.check_incident_step();

-- For the trigger below: a step that is undone was told to the guest, and is untold. A message that went with it stays: the guest
-- may have read it.
create function private.untell_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  told uuid;
begin
  select u.id into told from public.incident_updates u
    where u.incident_id = new.id and u.status = old.status
    order by u.created_at desc
    limit 1;
  delete from public.incident_updates u where u.id = told and u.message = '';
  update public.incident_updates u set status = null where u.id = told;
  return null;
end
$$;

create trigger incidents_untell_step
  after update of status on public.incidents
  for each row when (old.status is distinct from new.status and private.is_undoing())
  execute function private.untell_incident_step();

create trigger incidents_steps
  after insert or update on public.incidents
  for each row execute function private.audit_step('staff', 'status', 'priority', 'assignee_id');

-- That there is a new message, for the screens, and not what it says.
create trigger incident_updates_steps
  after insert on public.incident_updates
  for each row execute function private.audit_step('staff');

-- That there is a new note, and not what it says.
create trigger incident_notes_steps
  after insert on public.incident_notes
  for each row execute function private.audit_step('staff');

alter table public.incidents enable row level security;
alter table public.incident_updates enable row level security;
alter table public.incident_notes enable row level security;

grant select on public.incidents, public.incident_updates, public.incident_notes to authenticated;

grant update (priority, assignee_id) on public.incidents to authenticated;

-- The desk works with all incidents of its property.
create policy "members see the incidents of their properties" on public.incidents
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk decides how urgent it is and who sees to it. Its status changes by set_incident_status alone.
create policy "members sort the incidents of their properties" on public.incidents
  for update to authenticated
  using (property_id in (select private.member_property_ids()))
  with check (property_id in (select private.member_property_ids()));

-- What the team noted, the team reads. note_incident writes it.
create policy "members see the notes of their properties" on public.incident_notes
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The desk reads the conversations as well. Only the functions of this folder write either table.
create policy "members see what was said at their properties" on public.incident_updates
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- An incident as its guest reads it. It does not name who at the desk replied.
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

-- What the guest of a booking reported, for the booking's screen: how many reports, and the ten latest.
create function private.describe_stay_reports(p_booking_id uuid, p_property_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'count', (
      select count(*) from public.incidents i
      where i.booking_id = p_booking_id and i.property_id = p_property_id
    ),
    'latest', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', latest.id, 'title', latest.title, 'status', latest.status,
        'createdAt', private.format_instant(latest.created_at)
      ) order by latest.created_at desc, latest.id), '[]')
      from (
        select * from public.incidents i
        where i.booking_id = p_booking_id and i.property_id = p_property_id
        order by i.created_at desc, i.id
        limit 10
      ) latest
    )
  )
$$;
