-- What the desk does with blocks. Each is undone for ten minutes by its author, and later by a manager.

-- What stands in the way of a block on any of its beds. A new one has no id yet.
create function private.find_obstacle_of_block(p_block public.room_blocks)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select o.obstacle
  from unnest(private.beds_of_block(p_block)) b (bed)
  cross join lateral private.find_obstacle(
    p_block.room_id, b.bed, private.held_range(p_block.from_date, p_block.until_date), array_remove(array[p_block.id], null)
  ) o (obstacle)
  where o.obstacle is not null
  limit 1
$$;

-- Writes a new block or a changed one. Whoever calls it has checked the membership. A room of another property is none.
create function private.save_block(p_block public.room_blocks)
returns public.room_blocks
language plpgsql
set search_path = ''
as $$
declare
  saved public.room_blocks;
  obstacle jsonb;
begin
  if not exists (
    select from public.accom_rooms r where r.id = p_block.room_id and r.property_id = p_block.property_id
  ) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if p_block.id is null then
    insert into public.room_blocks as k (property_id, room_id, bed, kind, from_date, until_date, note)
      values (
        p_block.property_id, p_block.room_id, p_block.bed, p_block.kind, p_block.from_date, p_block.until_date, p_block.note
      )
      returning k.* into saved;
  else
    update public.room_blocks k set
      room_id = p_block.room_id, bed = p_block.bed, kind = p_block.kind,
      from_date = p_block.from_date, until_date = p_block.until_date, note = p_block.note
    where k.id = p_block.id
    returning k.* into saved;
  end if;
  return saved;
exception
  when exclusion_violation then
    obstacle := private.find_obstacle_of_block(p_block);
    perform private.refuse_taken_bed(obstacle);
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "block_is_impossible"}');
end
$$;

-- Definer, to authenticated: takes a room, or one bed of a dorm, off the calendar from a day to another. Returns { id, version }.
-- Refuses with 409 bed_is_taken and the obstacle where a stay or a block is.
create function public.add_room_block(
  room_id uuid,
  kind public.room_block_kind,
  from_date date,
  until_date date,
  bed text default null,
  note text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  block.property_id := (select r.property_id from public.accom_rooms r where r.id = add_room_block.room_id);
  perform private.require_member(block.property_id, 'staff');
  block.room_id := add_room_block.room_id;
  block.bed := nullif(add_room_block.bed, '');
  block.kind := add_room_block.kind;
  block.from_date := add_room_block.from_date;
  block.until_date := add_room_block.until_date;
  block.note := btrim(add_room_block.note);
  block := private.save_block(block);
  return jsonb_build_object('id', block.id, 'version', block.updated_at);
end
$$;
grant execute on function public.add_room_block(uuid, public.room_block_kind, date, date, text, text) to authenticated;

-- Definer, to authenticated: other days, another room, another kind or note, at the version that was read. Returns { id, version }.
create function public.change_room_block(
  block_id uuid,
  version timestamptz,
  room_id uuid,
  kind public.room_block_kind,
  from_date date,
  until_date date,
  bed text default null,
  note text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  select * into block from public.room_blocks k where k.id = change_room_block.block_id for update;
  perform private.require_member(block.property_id, 'staff');
  perform private.require_version(block.updated_at, change_room_block.version);
  block.room_id := change_room_block.room_id;
  block.bed := nullif(change_room_block.bed, '');
  block.kind := change_room_block.kind;
  block.from_date := change_room_block.from_date;
  block.until_date := change_room_block.until_date;
  block.note := btrim(change_room_block.note);
  block := private.save_block(block);
  return jsonb_build_object('id', block.id, 'version', block.updated_at);
end
$$;
grant execute on function public.change_room_block(uuid, timestamptz, uuid, public.room_block_kind, date, date, text, text)
  to authenticated;

-- Definer, to authenticated: the room can be booked again.
create function public.remove_room_block(block_id uuid, version timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  block public.room_blocks;
begin
  select * into block from public.room_blocks k where k.id = remove_room_block.block_id for update;
  perform private.require_member(block.property_id, 'staff');
  perform private.require_version(block.updated_at, remove_room_block.version);
  delete from public.room_blocks k where k.id = block.id;
end
$$;
grant execute on function public.remove_room_block(uuid, timestamptz) to authenticated;
