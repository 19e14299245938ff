-- What a valid token may read. `subject` is what the token names; see stays/subjects.sql.

-- Definer, to guest_api: whether a full token still counts, the code of its booking, and the version of the stay. It is called every
-- few seconds while a page is on the screen, so it reads little else.
create function public.check_stay(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  return coalesce(
    private.refuse_reading(stay.state),
    jsonb_build_object(
      'ok', true, 'state', stay.state, 'bookingCode', (stay.booking).booking_code,
      'roomWait', private.describe_room_wait(stay.booking),
      'version', private.stay_version(stay.state, stay.booking, stay.session)
    )
  );
end
$$;
grant execute on function public.check_stay(jsonb) to guest_api;

-- Whether the page of a stay has documents: the place asks for them, or has asked before. A guest session has no booking for them.
-- It is not checked when it is made, since documents come in a later file.
create function private.has_documents(p_booking public.accom_bookings, p_property public.accom_properties)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return p_booking.id is not null and (
    p_property.access_settings ->> 'documents' <> 'off'
    or exists (select from public.accom_guest_documents d where d.booking_id = p_booking.id and d.stored_at is not null)
  );
end
$$;

-- Definer, to guest_api: the page of one's own stay. A checked-out stay can be read but not written to. A request and a
-- stay before its first day read no WiFi. Opening the page is when the phone is seen.
create function public.get_own_stay(subject jsonb, locale text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  perform private.see_phone(subject);
  return private.describe_stay(
      stay.booking, stay.session, stay.room, stay.property, stay.state, (subject ->> 'phoneId')::uuid, locale
    )
    || jsonb_build_object(
      'state', stay.state,
      'roomWait', private.describe_room_wait(stay.booking),
      'hasDocuments', private.has_documents(stay.booking, stay.property),
      'version', private.stay_version(stay.state, stay.booking, stay.session),
      'leavesAt', private.format_instant(private.leaves_at(stay.booking, stay.session, stay.property)),
      'accessSettings', private.describe_settings(stay.room, stay.property),
      'wifi', case
        when stay.state in ('pending', 'upcoming') then '{"primary": null, "zones": [], "hidden": true}'
        else private.describe_wifi(stay.room, stay.property, locale) || '{"hidden": false}'
      end
    )
    || case
      when private.is_hidden_from(stay.property, stay.state) then jsonb_build_object(
        'services', jsonb_build_object('currency', (stay.property).currency, 'categories', '[]'::jsonb),
        'deals', '[]'::jsonb,
        'numbers', '[]'::jsonb
      )
      else private.describe_content(stay.property, now(), locale)
    end;
end
$$;
grant execute on function public.get_own_stay(jsonb, text) to guest_api;

-- Definer, to guest_api: one part of what a guest reads, for a token of either tier: 'property', 'services', 'deals' or
-- 'numbers'. A browse token names the room that was scanned, { propertyId, roomCode }: a code that was replaced since
-- opens nothing, and a property that hides its pages names the method that the room asks for.
create function public.get_stay_content(subject jsonb, part text, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  property public.accom_properties;
  room public.accom_rooms;
  own_booking public.accom_bookings;
  is_hidden boolean;
begin
  if subject ? 'bookingId' or subject ? 'sessionId' then
    select * into stay from private.find_subject(subject);
    if private.refuse_reading(stay.state) is not null then
      return private.refuse_reading(stay.state);
    end if;
    property := stay.property;
    room := stay.room;
    own_booking := stay.booking;
    is_hidden := private.is_hidden_from(property, stay.state);
  else
    select p.* into property from public.accom_properties p
      where p.id = (subject ->> 'propertyId')::uuid and p.is_active;
    select r.* into room from public.accom_rooms r
      where r.room_code = subject ->> 'roomCode' and r.property_id = property.id and r.is_active;
    if room.id is null then
      return private.refuse('session_expired');
    end if;
    is_hidden := (property.access_settings ->> 'browse_requires_verification')::boolean;
  end if;
  if is_hidden then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(property.access_settings, room.beds)
    ));
  end if;
  if part is null or part not in ('property', 'services', 'deals', 'numbers') then
    return private.refuse('invalid_request');
  end if;
  return jsonb_build_object('ok', true, 'content', case part
    when 'property' then private.describe_own_property(property, own_booking, null, locale)
    when 'services' then private.describe_services(property, now(), locale)
    when 'deals' then private.describe_deals(property, now(), locale)
    when 'numbers' then private.describe_numbers(property.id, locale)
  end);
exception when invalid_text_representation then
  return private.refuse('session_expired');
end
$$;
grant execute on function public.get_stay_content(jsonb, text, text) to guest_api;
