-- What a browse token reads piece by piece agrees with the scan it came from.

-- Definer, to guest_api: the content for a token that is asked piece by piece. A browse token says which room was
-- scanned, { propertyId, roomCode }: a code that was replaced since opens nothing more, and a place that hides its pages
-- names the method that room asks for.
create or replace function public.get_stay_content(subject jsonb, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  place public.accom_properties;
  room public.accom_rooms;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    place := stay.property;
    room := stay.room;
    is_hidden := private.hides_from(place, stay.state::text);
  else
    select p.* into place from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    select r.* into room from public.accom_rooms r
      where r.room_code = subject ->> 'roomCode' and r.property_id = place.id and r.is_active;
    if room.id is null then
      return private.refuse('session_expired');
    end if;
    is_hidden := (place.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(place.access_settings, room.beds)
    ));
  end if;
  return jsonb_build_object('ok', true, 'property', private.describe_property(place, true, locale))
    || private.describe_content(place, now(), locale);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
