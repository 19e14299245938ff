-- Whose stay is in the room, and what a guest is told about it. Pure reading: who may ask is decided by the callers.
-- Keys are the guest API's own words, so that nothing is renamed on the way.

-- What the room's guests are asked. A bed in a dorm is not proved by being in the room: there, a name is asked at least.
create function private.effective_method(p_settings jsonb, p_beds text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when cardinality(p_beds) > 0 and method in ('none', 'room_number') then 'last_name'
    else method
  end
  from (
    select case
      when (p_settings ->> 'order_requires_verification')::boolean
        or (p_settings ->> 'browse_requires_verification')::boolean
      then p_settings ->> 'verification_method'
      else 'none'
    end as method
  ) asked
$$;

-- The room behind a code, and whether a stay is in it. The newest started stays come first in the index. A private
-- room has at most two that can be on, the one that leaves today and the one that comes; a dorm has any number.
create function private.locate_room(
  p_room_code text,
  p_at timestamptz,
  out room public.accom_rooms,
  out property public.accom_properties,
  out has_stay boolean
)
language plpgsql
stable
set search_path = ''
as $$
declare
  hit record;
  today date;
begin
  select r as room, p as property into hit
    from public.accom_rooms r
    join public.accom_properties p on p.id = r.property_id
    where r.room_code = p_room_code and r.is_active and p.is_active;
  has_stay := false;
  if not found then
    return;
  end if;
  room := hit.room;
  property := hit.property;
  today := (p_at at time zone property.timezone)::date;
  has_stay := exists (
    select from (
      select b.check_out_date
      from public.accom_bookings b
      where b.room_id = room.id and b.check_in_date <= today and b.status in ('confirmed', 'checked_in')
      order by b.check_in_date desc
      limit case when cardinality(room.beds) = 0 then 2 end
    ) newest
    where newest.check_out_date >= today
  );
end
$$;

-- Every stay that is on in this room, the one that counts as current first: checked in before only confirmed; on
-- turnover day the leaving one until the property's check-out time, the coming one from then; else the latest to come.
create function private.find_stays(p_room_id uuid, p_timezone text, p_checkout_time time, p_at timestamptz)
returns setof public.accom_bookings
language sql
stable
set search_path = ''
as $$
  select b.*
  from public.accom_bookings b, (select p_at at time zone p_timezone) as clock (here)
  where b.room_id = p_room_id
    and b.status in ('confirmed', 'checked_in')
    and b.check_in_date <= here::date
    and b.check_out_date >= here::date
  order by
    b.status = 'checked_in' desc,
    case when here::time < p_checkout_time then b.check_out_date = here::date else b.check_in_date = here::date end desc,
    b.check_in_date desc,
    b.id
$$;

-- A stay opens its doors to the end of the check-out day, by the property's clock.
create function private.stay_ends_at(p_check_out date, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_check_out + 1)::timestamp at time zone p_timezone
$$;

-- What a stay is worth at this instant. live: firm, and its last day is not over (its first may be still to come).
-- ended: the guest has checked out, and may look back until the last day is over. Null: nothing, and says no more.
create function private.stay_state(p_booking public.accom_bookings, p_property public.accom_properties, p_at timestamptz)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not p_property.is_active then null
    when (p_at at time zone p_property.timezone)::date > p_booking.check_out_date then null
    when p_booking.status in ('confirmed', 'checked_in') then 'live'
    when p_booking.status = 'checked_out' then 'ended'
  end
$$;

-- What anybody with the code may know of the room.
create function private.describe_room(p_room public.accom_rooms)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_room.id,
    'code', p_room.room_code,
    'number', p_room.room_number,
    'type', p_room.room_type,
    'floor', p_room.floor
  )
$$;

-- What anybody with a room's code may know of the property. The texts come only on wish: they are long.
create function private.describe_property(p_property public.accom_properties, p_with_content boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_property.id,
    'name', p_property.name,
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
  ) || case when p_with_content then jsonb_build_object(
    'description', p_property.description,
    'address', p_property.address,
    'houseRules', p_property.house_rules,
    'amenities', p_property.amenities,
    'images', p_property.images
  ) else '{}' end
$$;

-- The room's own network, else the property's zones with the primary one first, else the property's one network.
create function private.describe_wifi(p_room public.accom_rooms, p_property public.accom_properties)
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
          jsonb_build_object(
            'network', z.zone ->> 'network', 'password', z.zone ->> 'password', 'source', 'zone', 'label', z.zone ->> 'name'
          )
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

-- What the page needs to ask the right question; the rest of the settings is the owner's.
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

-- The name to greet with. Where the family name stands first, the given name is the last word; else the first.
create function private.first_name(p_name text, p_last_name text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when starts_with(name, last_name || ' ') then split_part(substr(name, length(last_name) + 2), ' ', -1)
    else split_part(name, ' ', 1)
  end
  from (select btrim(regexp_replace(p_name, '\s+', ' ', 'g')), btrim(p_last_name)) as given (name, last_name)
$$;

-- What its own guest is told of a booking. Only for callers who have proved to be that guest.
create function private.describe_booking(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'code', p_booking.booking_code,
    'guestFirstName', private.first_name(p_booking.guest_name, p_booking.guest_last_name),
    'checkIn', p_booking.check_in_date,
    'checkOut', p_booking.check_out_date,
    'nights', p_booking.check_out_date - p_booking.check_in_date,
    'status', p_booking.status,
    'guestCount', p_booking.guest_count
  )
$$;
