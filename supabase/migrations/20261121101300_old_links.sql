-- QRs printed before rooms had codes name a property and a room by id.

-- Definer, to guest_api: turns such a link into the room's code of today. Counted like any other look-up, so that
-- ids can't be tried out here either.
create function public.resolve_checkin_link(property_id uuid, room_id uuid, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  current_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into current_code
    from public.accom_rooms r
    join public.accom_properties p on p.id = r.property_id
    where r.id = resolve_checkin_link.room_id and p.id = resolve_checkin_link.property_id
      and r.is_active and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', current_code);
end
$$;
grant execute on function public.resolve_checkin_link(uuid, uuid, text) to guest_api;
