-- The scan of the QR on the wall: being in the room is enough to look.

-- Definer, to guest_api: what anybody who scanned the code may see. Never a person's data.
create function public.resolve_room_access(room_code text, client text, with_content boolean default false)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  located record;
  settings jsonb;
begin
  if refusal is not null then
    return refusal;
  end if;
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  settings := (located.property).access_settings;
  if (settings ->> 'browse_requires_verification')::boolean then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(settings, (located.room).beds),
      'property', jsonb_build_object('name', (located.property).name)
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room),
    'property', private.describe_property(located.property, with_content),
    'wifi', case
      when located.has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', located.has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  );
end
$$;
grant execute on function public.resolve_room_access(text, text, boolean) to guest_api;
