-- The last texts of a property learn the reader's language: its name, its rooms' types, the parts of the house with
-- their own WiFi, and what was ordered. And every answer says which of its texts are in that language, so that a page
-- can mark the others as what they are.

alter table public.accom_rooms
  add column translations jsonb not null default '{}',
  add constraint accom_rooms_translations_have_their_shape check (private.is_translations(translations));
grant insert (translations), update (translations) on public.accom_rooms to authenticated;

-- Zones: [{ name, network, password?, primary?, translations? }], at most one primary. No password: an open network.
create or replace function private.is_wifi_zones(p_value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  zone jsonb;
  primary_count integer := 0;
begin
  if jsonb_typeof(p_value) is distinct from 'array' or jsonb_array_length(p_value) > 30 then
    return false;
  end if;
  for zone in select value from jsonb_array_elements(p_value) loop
    if jsonb_typeof(zone) <> 'object'
      or exists (
        select from jsonb_object_keys(zone) k where k not in ('name', 'network', 'password', 'primary', 'translations')
      )
      or not coalesce(jsonb_typeof(zone -> 'name') = 'string' and length(zone ->> 'name') between 1 and 80, false)
      or not coalesce(jsonb_typeof(zone -> 'network') = 'string' and private.is_wifi_network(zone ->> 'network'), false)
      or (zone ? 'password' and jsonb_typeof(zone -> 'password') not in ('string', 'null'))
      or not private.is_wifi_password(zone ->> 'password')
      or (zone ? 'primary' and jsonb_typeof(zone -> 'primary') <> 'boolean')
      or not private.is_translations(coalesce(zone -> 'translations', '{}'))
    then
      return false;
    end if;
    primary_count := primary_count + coalesce((zone ->> 'primary')::boolean, false)::integer;
  end loop;
  return primary_count <= 1;
end
$$;

-- The texts in the reader's language where they are given, else in the property's. A regional language (pt-BR) falls
-- back to the language it is one of. What is empty is not given. `translated` names those that were, where any was.
create or replace function private.in_locale(p_texts jsonb, p_translations jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_texts || coalesce(
    (
      select jsonb_object_agg(t.key, t.value) || jsonb_build_object('translated', jsonb_agg(t.key order by t.key))
      from jsonb_each(
        coalesce(p_translations -> split_part(p_locale, '-', 1), '{}') || coalesce(p_translations -> p_locale, '{}')
      ) t
      where p_texts ? t.key
        and jsonb_typeof(t.value) = jsonb_typeof(p_texts -> t.key)
        and t.value not in ('""', '[]')
    ),
    '{}'
  )
$$;

drop function private.describe_room(public.accom_rooms);

-- What anybody with the code may know of the room.
create function private.describe_room(p_room public.accom_rooms, p_locale text default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_room.id,
    'code', p_room.room_code,
    'number', p_room.room_number,
    'type', texts ->> 'roomType',
    'floor', p_room.floor
  ) || case when texts ? 'translated' then '{"translated": ["type"]}' else '{}' end::jsonb
  from private.in_locale(jsonb_build_object('roomType', p_room.room_type), p_room.translations, p_locale) texts
$$;

drop function private.describe_wifi(public.accom_rooms, public.accom_properties);

-- A network of a part of the house.
create function private.describe_zone(p_zone jsonb, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'network', p_zone ->> 'network', 'password', p_zone ->> 'password', 'source', 'zone', 'label', texts ->> 'name'
  ) || case when texts ? 'translated' then '{"translated": ["label"]}' else '{}' end::jsonb
  from private.in_locale(jsonb_build_object('name', p_zone -> 'name'), p_zone -> 'translations', p_locale) texts
$$;

-- The room's own network, else the property's zones with the primary one first, else the property's one network.
create function private.describe_wifi(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_locale text default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_room.wifi_ssid is not null then jsonb_build_object(
      'primary', jsonb_build_object(
        'network', p_room.wifi_ssid, 'password', p_room.wifi_password, 'source', 'room', 'label', 'Your room WiFi'
      ),
      'zones', '[]'::jsonb
    )
    when jsonb_array_length(p_property.wifi_zones) > 0 then (
      select jsonb_build_object('primary', zones -> 0, 'zones', zones - 0)
      from (
        select jsonb_agg(
          private.describe_zone(z.zone, p_locale)
          order by coalesce((z.zone ->> 'primary')::boolean, false) desc, z.position
        ) as zones
        from jsonb_array_elements(p_property.wifi_zones) with ordinality as z (zone, position)
      ) ordered
    )
    when p_property.wifi_network is not null then jsonb_build_object(
      'primary', jsonb_build_object(
        'network', p_property.wifi_network, 'password', p_property.wifi_password,
        'source', 'property', 'label', p_property.name
      ),
      'zones', '[]'::jsonb
    )
    else '{"primary": null, "zones": []}'
  end
$$;

-- What anybody with a room's code may know of the property. The texts come only on wish; all are in the reader's language.
create or replace function private.describe_property(
  p_property public.accom_properties,
  p_with_content boolean,
  p_locale text default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_property.id,
    'slug', p_property.slug,
    'type', p_property.type,
    'contactPhone', p_property.contact_phone,
    'contactWhatsapp', p_property.contact_whatsapp,
    'contactEmail', p_property.contact_email,
    'checkinTime', to_char(p_property.checkin_time, 'HH24:MI'),
    'checkoutTime', to_char(p_property.checkout_time, 'HH24:MI'),
    'timezone', p_property.timezone,
    'currency', p_property.currency,
    'defaultLocale', p_property.default_locale,
    'hasLinkedFnb', p_property.linked_fnb_slug is not null,
    'linkedFnbSlug', p_property.linked_fnb_slug
  ) || private.in_locale(
    jsonb_build_object('name', p_property.name) || case when p_with_content then jsonb_build_object(
      'description', p_property.description,
      'address', p_property.address,
      'houseRules', p_property.house_rules,
      'amenities', p_property.amenities
    ) else '{}' end, p_property.translations, p_locale
  ) || case when p_with_content then jsonb_build_object('images', p_property.images) else '{}' end
$$;

-- Definer, to guest_api: what anybody who scanned the code may see. Never a person's data.
create or replace function public.resolve_room_access(
  room_code text,
  client text,
  with_content boolean default false,
  locale text default null
)
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
      'property', private.in_locale(
        jsonb_build_object('name', (located.property).name), (located.property).translations, locale
      ) - 'translated'
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room, locale),
    'property', private.describe_property(located.property, with_content, locale),
    'wifi', case
      when located.has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property, locale) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', located.has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  ) || case when with_content then private.describe_content(located.property, now(), locale) else '{}' end;
end
$$;

-- Definer, to guest_api: what a full token shows, and whether it still counts. subject is the token's own
-- { propertyId, bookingId } or { propertyId, sessionId }. Checked out: readable, no longer writable. What a request
-- that waits for the desk may not see of the room stays as open_stay leaves it.
create or replace function public.get_own_stay(subject jsonb, with_content boolean default false, locale text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  answer jsonb;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  if stay.booking_id is not null then
    select private.open_stay(b, stay.room, stay.property) into answer
      from public.accom_bookings b where b.id = stay.booking_id;
  else
    select private.open_session(s, stay.room, stay.property) into answer
      from public.guest_sessions s where s.id = stay.session_id;
  end if;
  return answer
    || jsonb_build_object(
      'state', stay.state,
      'accessSettings', private.describe_settings(stay.room, stay.property),
      'room', (answer -> 'room') || (private.describe_room(stay.room, locale) - 'id' - 'code'),
      'wifi', case
        when (answer -> 'wifi' ->> 'hidden')::boolean then answer -> 'wifi'
        else private.describe_wifi(stay.room, stay.property, locale) || '{"hidden": false}'
      end
    )
    || case
      when not with_content then '{}'
      when private.hides_from(stay.property, stay.state::text) then jsonb_build_object(
        'services', jsonb_build_object('currency', (stay.property).currency, 'categories', '[]'::jsonb),
        'deals', '[]'::jsonb,
        'numbers', '[]'::jsonb
      )
      else private.describe_content(stay.property, now(), locale)
        || jsonb_build_object('property', private.describe_property(stay.property, true, locale))
    end;
end
$$;
