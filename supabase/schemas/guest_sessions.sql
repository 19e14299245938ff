-- A stay without a booking in the system: the desk hands out an access code for one room.

create table public.guest_sessions (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  access_code text not null,
  -- Whom the desk gave it to. For the desk alone: the guest's page greets nobody by it.
  guest_name text not null default '',
  expires_at timestamptz not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint guest_sessions_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade,
  constraint guest_sessions_access_code_is_unique unique (access_code),
  constraint guest_sessions_id_and_property unique (id, property_id),
  constraint guest_sessions_access_code_has_its_form check (access_code ~ '^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  constraint guest_sessions_guest_name_is_short check (length(guest_name) <= 100)
);

create index guest_sessions_room on public.guest_sessions (room_id, property_id);
create index guest_sessions_property on public.guest_sessions (property_id, created_at desc, id desc);

-- Those that may still open their stay, for the first list of the desk.
create index guest_sessions_open on public.guest_sessions (property_id, created_at desc, id desc) where active;

-- Definer: draws a code and reads all sessions to see that none has it.
create function private.give_access_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.access_code := coalesce(new.access_code, private.claim_code('public.guest_sessions', 'access_code', '', 8));
  return new;
end
$$;

create trigger guest_sessions_give_access_code
  before insert on public.guest_sessions
  for each row execute function private.give_access_code();

create trigger guest_sessions_touch_updated_at
  before update on public.guest_sessions
  for each row execute function private.touch_updated_at();

-- Neither the code nor the name is logged.
create trigger guest_sessions_steps
  after insert or update on public.guest_sessions
  for each row execute function private.audit_step('staff', 'active', 'expires_at');

alter table public.guest_sessions enable row level security;

grant select on public.guest_sessions to authenticated;

-- The desk hands the codes out.
create policy "members see the guest sessions of their properties" on public.guest_sessions
  for select to authenticated
  using (property_id in (select private.member_property_ids()));
