-- Codes that rooms had before. Their signs may still hang on a wall, and whoever scans one is told that it was replaced.

create table public.retired_room_codes (
  room_code text primary key,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  retired_at timestamptz not null default now()
);

create index retired_room_codes_property on public.retired_room_codes (property_id);

alter table public.retired_room_codes enable row level security;

-- No grants: only the functions of this folder and resolve_room_access read it.

-- Definer: no role may insert. A room that is removed retires its code as well. Where the property itself is being removed
-- there is nobody whom its codes could concern.
create function private.retire_room_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.retired_room_codes (room_code, property_id)
    select old.room_code, p.id from public.accom_properties p where p.id = old.property_id
    on conflict (room_code) do nothing;
  return null;
end
$$;

create trigger accom_rooms_retire_replaced_code
  after update of room_code on public.accom_rooms
  for each row when (old.room_code is distinct from new.room_code)
  execute function private.retire_room_code();

create trigger accom_rooms_retire_code
  after delete on public.accom_rooms
  for each row execute function private.retire_room_code();

-- Definer: as above. Undoing the removal of a room brings its code back.
create function private.revive_room_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.retired_room_codes c where c.room_code = new.room_code;
  return null;
end
$$;

create trigger accom_rooms_revive_code
  after insert on public.accom_rooms
  for each row execute function private.revive_room_code();
