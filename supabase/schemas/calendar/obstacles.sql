-- What stands in the way where a stay or a block is to go.

-- What holds this bed within this time, as the desk reads it: null if nothing does. Those that are left out are about to give up
-- what they hold. The caller has locked the room, or only shows what it reads.
create function private.find_obstacle(p_room_id uuid, p_bed text, p_held tsrange, p_left_out uuid[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'kind', case when b.id is null then 'block' else 'stay' end,
    'id', h.holder_id,
    'guestName', b.guest_name,
    'blockKind', k.kind,
    'status', b.status,
    'roomId', h.room_id,
    'bed', h.bed,
    'from', coalesce(b.check_in_date, k.from_date),
    'until', coalesce(b.check_out_date, k.until_date),
    'version', coalesce(b.updated_at, k.updated_at)
  )
  from private.bed_holds h
  left join public.accom_bookings b on b.id = h.holder_id
  left join public.room_blocks k on k.id = h.holder_id
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
    409, 'conflict', '{"reason": "bed_is_taken"}' || p_more || jsonb_strip_nulls(jsonb_build_object('obstacle', p_obstacle))
  );
end
$$;
