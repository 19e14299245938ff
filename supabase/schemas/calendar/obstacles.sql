-- What stands in the way where a stay or a block is to go.

-- A stay or a block that holds a bed, as the desk reads it.
create function private.describe_obstacle(p_holder_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'kind', 'stay', 'id', b.id, 'guestName', b.guest_name, 'status', b.status, 'roomId', b.room_id, 'bed', b.bed,
    'from', b.check_in_date, 'until', b.check_out_date, 'version', b.updated_at
  )
  from public.accom_bookings b where b.id = p_holder_id
  union all
  select jsonb_build_object(
    'kind', 'block', 'id', k.id, 'blockKind', k.kind, 'roomId', k.room_id, 'bed', coalesce(k.bed, ''),
    'from', k.from_date, 'until', k.until_date, 'version', k.updated_at
  )
  from public.room_blocks k where k.id = p_holder_id
$$;

-- What holds this bed within this time: null if nothing does. Those that are left out are about to give up what they hold. The
-- caller has locked the room, or only shows what it reads.
create function private.find_obstacle(p_room_id uuid, p_bed text, p_held tsrange, p_left_out uuid[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_obstacle(h.holder_id)
  from private.bed_holds h
  where h.room_id = p_room_id and h.bed = p_bed and h.held && p_held and h.holder_id <> all (p_left_out)
  order by h.held
  limit 1
$$;

-- Raises that a bed is taken, with what stands in the way there. `p_more` names the stay that was to go there.
create function private.refuse_taken_bed(p_obstacle jsonb, p_more jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.raise_api_error(
    409, 'conflict', '{"reason": "bed_is_taken"}' || p_more || case
      when p_obstacle is null then '{}' else jsonb_build_object('obstacle', p_obstacle)
    end
  );
end
$$;
