-- Whether a room is ready for its next guest. One row a room, beside the room: housekeepers change it, and they may not read the
-- room's row, which has its code. They name the room by the id of this row.

create type public.room_state as enum ('clean', 'dirty', 'cleaning', 'inspected', 'out_of_order');

create table public.room_states (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  -- Of the room as a whole. Out of order: nobody is checked in or booked there until it is back in use.
  state public.room_state not null default 'clean',
  -- Beds of a dorm that have to be made. The others can be slept in while the room as a whole is clean.
  dirty_beds text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint room_states_are_unique unique (room_id, property_id),
  constraint room_states_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade
);

create index room_states_property on public.room_states (property_id);

-- What has to be cleaned, which every open screen counts every few seconds.
create index room_states_to_clean on public.room_states (property_id)
  where state in ('dirty', 'cleaning') or (dirty_beds <> '{}' and state <> 'out_of_order');

create trigger room_states_touch_updated_at
  before update on public.room_states
  for each row execute function private.touch_updated_at();

create trigger room_states_steps
  after update on public.room_states
  for each row execute function private.audit_step('housekeeper', 'state', 'dirty_beds');

-- Definer: whoever adds a room. A new room is clean.
create function private.add_room_state()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.room_states (property_id, room_id) values (new.property_id, new.id);
  return null;
end
$$;

create trigger accom_rooms_add_state
  after insert on public.accom_rooms
  for each row execute function private.add_room_state();

-- Definer: whoever changes the beds. A bed that is gone needs no sheets.
create function private.forget_dirty_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.room_states s
    set dirty_beds = array(select bed from unnest(s.dirty_beds) bed where bed = any (new.beds))
    where s.room_id = new.id and not s.dirty_beds <@ new.beds;
  return null;
end
$$;

create trigger accom_rooms_forget_dirty_beds
  after update of beds on public.accom_rooms
  for each row execute function private.forget_dirty_beds();

alter table public.room_states enable row level security;

grant select on public.room_states to authenticated;

-- The desk sees which room is ready. Housekeepers have list_rooms_to_clean and list_place_rooms, which tell no room's id.
create policy "members see the states of their rooms" on public.room_states
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Whether a guest can be given this bed now. A private room's bed has no name.
create function private.is_bed_ready(p_state public.room_states, p_bed text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_state.state in ('clean', 'inspected') and p_bed <> all (p_state.dirty_beds)
$$;

-- Writes what follows from another step. It gets an entry of its own, also where that step is an undo: an entry is undone once.
create function private.change_room_state(p_state_id uuid, p_state public.room_state, p_dirty_beds text[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  undoes constant text := coalesce(current_setting('gudbro.undoes', true), '');
begin
  perform set_config('gudbro.undoes', '', true);
  update public.room_states s set state = p_state, dirty_beds = p_dirty_beds where s.id = p_state_id;
  perform set_config('gudbro.undoes', undoes, true);
end
$$;

-- A guest has left this room, or this bed of a dorm. The one way for other parts to make a room dirty. A room that is out of order
-- stays so: it is dirty when it is back in use.
create function private.mark_room_dirty(p_room_id uuid, p_bed text default '')
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
begin
  select * into current from public.room_states s where s.room_id = p_room_id for update;
  if p_bed = '' then
    if current.state in ('clean', 'cleaning', 'inspected') then
      perform private.change_room_state(current.id, 'dirty', current.dirty_beds);
    end if;
  elsif p_bed <> all (current.dirty_beds) then
    perform private.change_room_state(current.id, current.state, current.dirty_beds || p_bed);
  end if;
end
$$;

-- The guest has not left after all: the room becomes what it was before mark_room_dirty made it dirty, in the transaction of this
-- instant. What somebody did with the room since then stays.
create function private.unmark_room_dirty(p_room_id uuid, p_bed text, p_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  current public.room_states;
  entry public.audit_log;
begin
  select * into current from public.room_states s where s.room_id = p_room_id for update;
  if p_bed <> '' then
    if p_bed = any (current.dirty_beds) then
      perform private.change_room_state(current.id, current.state, array_remove(current.dirty_beds, p_bed));
    end if;
    return;
  end if;
  select * into entry from public.audit_log l where l.row_id = current.id order by l.created_at desc limit 1;
  if entry.created_at = p_at and entry.detail -> 'to' ->> 'state' = 'dirty' and current.state = 'dirty' then
    perform private.change_room_state(
      current.id, (entry.detail -> 'from' ->> 'state')::public.room_state, current.dirty_beds
    );
  end if;
end
$$;

-- Finds the row that the caller names, for a step of a member of at least this role. The row is locked.
create function private.enter_room_state(p_state_id uuid, p_minimum_role public.member_role)
returns public.room_states
language plpgsql
set search_path = ''
as $$
declare
  found_state public.room_states;
begin
  select * into found_state from public.room_states s where s.id = p_state_id for update;
  perform private.require_member(found_state.property_id, p_minimum_role);
  return found_state;
end
$$;

-- Definer, to authenticated: a step by hand, from the state that the caller saw. A room that is clean has all beds made. Housekeepers
-- clean and inspect; taking a room out of use, and back, is for the desk, which has to know where its guests go.
create function public.set_room_state(state_id uuid, seen public.room_state, state public.room_state)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_state constant public.room_states := private.enter_room_state(set_room_state.state_id, 'housekeeper');
begin
  if found_state.state is distinct from set_room_state.seen then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  if 'out_of_order' in (found_state.state, set_room_state.state) then
    perform private.require_member(found_state.property_id, 'staff');
  end if;
  update public.room_states s set
    state = set_room_state.state,
    dirty_beds = case when set_room_state.state in ('clean', 'inspected') then '{}' else s.dirty_beds end
  where s.id = found_state.id;
end
$$;
grant execute on function public.set_room_state(uuid, public.room_state, public.room_state) to authenticated;

-- Definer, to authenticated: one bed of a dorm was made, or has to be.
create function public.set_bed_dirty(state_id uuid, bed text, is_dirty boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_state constant public.room_states := private.enter_room_state(set_bed_dirty.state_id, 'housekeeper');
begin
  if not exists (
    select from public.accom_rooms r where r.id = found_state.room_id and set_bed_dirty.bed = any (r.beds)
  ) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  if (set_bed_dirty.bed = any (found_state.dirty_beds)) = set_bed_dirty.is_dirty then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  update public.room_states s set
    dirty_beds = case
      when set_bed_dirty.is_dirty then s.dirty_beds || set_bed_dirty.bed
      else array_remove(s.dirty_beds, set_bed_dirty.bed)
    end
  where s.id = found_state.id;
end
$$;
grant execute on function public.set_bed_dirty(uuid, text, boolean) to authenticated;
