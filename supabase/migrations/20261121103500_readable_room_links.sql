-- A room's readable name, BVA-203, is for telling it on the phone. Where its owner lets it, it opens the room's page too.

-- Definer, to guest_api: the code of the room a readable name stands for. A name can be guessed, which the owner has
-- accepted; it is counted like any other look-up all the same, so that nobody reads off a house room by room.
create function public.resolve_room_label(label text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  p_short_code constant text := upper(split_part(label, '-', 1));
  p_number constant text := substr(label, strpos(label, '-') + 1);
  found_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into found_code
    from public.accom_properties p
    join public.accom_rooms r on r.property_id = p.id
    where p.short_code = p_short_code and lower(r.room_number) = lower(p_number)
      and (p.access_settings ->> 'readable_room_links')::boolean
      and p.is_active and r.is_active
    -- "2a" and "2A" may be two doors: the one that was written.
    order by r.room_number = p_number desc
    limit 1;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', found_code);
end
$$;
grant execute on function public.resolve_room_label(text, text) to guest_api;
