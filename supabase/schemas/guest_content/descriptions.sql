-- What a guest reads, as the JSON that the guest API returns. The keys are those of the API, so that nothing is renamed on
-- the way. `p_locale` is the reader's language; a text without a translation stays in the property's own language.

-- What anybody with the room's code may know of the room.
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
    'type', coalesce(type.texts ->> 'name', ''),
    'floor', p_room.floor
  ) || case when type.texts ? 'translated' then '{"translated": ["type"]}' else '{}' end::jsonb
  from (values (p_room.room_type_id)) as room (room_type_id)
  left join lateral (
    select private.in_locale(jsonb_build_object('name', t.name), t.translations, p_locale) as texts
    from public.accom_room_types t where t.id = room.room_type_id
  ) type on true
$$;

-- What anybody with a room's code may know of the property.
create function private.describe_property(p_property public.accom_properties, p_locale text default null)
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
    'images', p_property.images,
    'ordersArriveMinutes', p_property.orders_arrive_minutes,
    'ordersPaid', p_property.orders_paid,
    'hasLinkedFnb', p_property.linked_fnb_slug is not null,
    'linkedFnbSlug', p_property.linked_fnb_slug
  ) || private.in_locale(
    jsonb_build_object(
      'name', p_property.name,
      'description', p_property.description,
      'address', p_property.address,
      'houseRules', p_property.house_rules,
      'amenities', p_property.amenities
    ), p_property.translations, p_locale
  )
$$;

-- What a property that hides its pages shows before verification: its name, the numbers of its desk, since a guest who cannot
-- verify is sent there, and its slug, since its privacy notice is read before anything is typed. Whoever holds the room's code
-- gets them, and nothing else of the property.
create function private.describe_hidden_property(p_property public.accom_properties, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select (private.in_locale(jsonb_build_object('name', p_property.name), p_property.translations, p_locale) - 'translated')
    || jsonb_build_object(
      'slug', p_property.slug, 'contactPhone', p_property.contact_phone, 'contactWhatsapp', p_property.contact_whatsapp
    )
$$;

-- The network of one zone of the property.
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

-- The settings that decide what a guest of this room is asked; the others are the owner's alone.
create function private.describe_settings(p_room public.accom_rooms, p_property public.accom_properties)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'browseRequiresVerification', (p_property.access_settings ->> 'browse_requires_verification')::boolean,
    'orderRequiresVerification', (p_property.access_settings ->> 'order_requires_verification')::boolean,
    'verificationMethod', private.effective_method(p_property.access_settings, p_room.beds)
  )
$$;

-- A booking as its own guest reads it. Only for callers who have proved to be that guest.
create function private.describe_booking(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'code', p_booking.booking_code,
    'bed', nullif(p_booking.bed, ''),
    'guestFirstName', private.first_name(p_booking.guest_name, p_booking.guest_last_name),
    'checkIn', p_booking.check_in_date,
    'checkOut', p_booking.check_out_date,
    'nights', p_booking.check_out_date - p_booking.check_in_date,
    'status', p_booking.status,
    'guestCount', p_booking.guest_count
  ) || coalesce(
    (
      select jsonb_build_object('totalMinor', p.total, 'currency', p.currency)
      from public.accom_booking_prices p where p.booking_id = p_booking.id
    ),
    '{"totalMinor": null, "currency": null}'
  )
$$;

-- The catalogue, the deals and the numbers in one object.
create function private.describe_content(p_property public.accom_properties, p_at timestamptz, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'services', private.describe_services(p_property, p_at, p_locale),
    'deals', private.describe_deals(p_property, p_at, p_locale),
    'numbers', private.describe_numbers(p_property.id, p_locale)
  )
$$;
