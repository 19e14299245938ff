-- Blocks: days on which nobody is booked into a room, or into one bed of a dorm.

create type public.room_block_kind as enum ('closed', 'maintenance', 'owner_use');

create table public.room_blocks (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  -- Null: the whole room, with all of its beds.
  bed text,
  kind public.room_block_kind not null,
  -- Half-open, like a stay: the last day is the first on which somebody can come.
  from_date date not null,
  until_date date not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint room_blocks_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete cascade,
  constraint room_blocks_id_and_property unique (id, property_id),
  constraint room_blocks_end_after_they_start check (until_date > from_date),
  constraint room_blocks_dates_are_sane check (from_date >= '2000-01-01' and until_date < '2200-01-01'),
  constraint room_blocks_bed_has_a_name check (bed <> ''),
  constraint room_blocks_note_is_short check (length(note) <= 500)
);

-- The blocks of a room by their days, and those of a property for its calendar.
create index room_blocks_room on public.room_blocks (room_id, property_id);
create index room_blocks_days on public.room_blocks (property_id, until_date, from_date);

create trigger room_blocks_touch_updated_at
  before update on public.room_blocks
  for each row execute function private.touch_updated_at();

-- Definer: reads the room's beds. Rooms are locked in the order of complete_booking.
create function private.check_block()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_rooms(array[new.room_id] || case when tg_op = 'INSERT' then '{}' else array[old.room_id] end);
  if new.bed is not null
    and not exists (select from public.accom_rooms r where r.id = new.room_id and new.bed = any (r.beds))
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  return new;
end
$$;

create trigger room_blocks_check
  before insert or update of room_id, bed on public.room_blocks
  for each row execute function private.check_block();

-- The beds that a block takes: the one that it names, all of a dorm, or the one without a name of a private room.
create function private.beds_of_block(p_block public.room_blocks)
returns text[]
language sql
stable
set search_path = ''
as $$
  select case
    when p_block.bed is not null then array[p_block.bed]
    when cardinality(r.beds) > 0 then r.beds
    else array['']
  end
  from public.accom_rooms r where r.id = p_block.room_id
$$;

-- Definer: no role may write holds.
create function private.hold_beds_of_block()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    delete from private.bed_holds h where h.holder_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into private.bed_holds (holder_id, room_id, bed, held)
      select new.id, new.room_id, b.bed, private.held_range(new.from_date, new.until_date)
      from unnest(private.beds_of_block(new)) b (bed);
  end if;
  return null;
end
$$;

create trigger room_blocks_hold_beds
  after insert or delete or update of room_id, bed, from_date, until_date on public.room_blocks
  for each row execute function private.hold_beds_of_block();

-- Definer: holds the beds of a room that is blocked as a whole anew when it gets other beds. A bed that is blocked alone is not
-- removed while its block lasts: the block would name no bed.
create function private.hold_changed_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.room_blocks k
    where k.room_id = new.id and k.bed is not null and k.bed <> all (new.beds) and k.until_date >= current_date - 1
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_booked"}');
  end if;
  delete from private.bed_holds h
    where h.holder_id in (select k.id from public.room_blocks k where k.room_id = new.id and k.bed is null);
  insert into private.bed_holds (holder_id, room_id, bed, held)
    select k.id, k.room_id, b.bed, private.held_range(k.from_date, k.until_date)
    from public.room_blocks k, unnest(private.beds_of_block(k)) b (bed)
    where k.room_id = new.id and k.bed is null;
  return null;
end
$$;

create trigger accom_rooms_hold_changed_beds
  after update of beds on public.accom_rooms
  for each row when (old.beds is distinct from new.beds) execute function private.hold_changed_beds();

create trigger room_blocks_audit
  after insert or update or delete on public.room_blocks
  for each row execute function private.audit_row_change('staff');

alter table public.room_blocks enable row level security;

-- Written by the functions below.
grant select on public.room_blocks to authenticated;

-- The desk books around them.
create policy "members see the blocks of their properties" on public.room_blocks
  for select to authenticated
  using (property_id in (select private.member_property_ids()));
