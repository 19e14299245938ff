-- What a code or a printed link leads to.

-- The room behind a code, and whether a stay is in it. The stays that began last come first in the index; before them only
-- those that the desk checked in early. In a private room, if any stay is on, one of the first two is: at most one leaves
-- today and one arrives. In a dorm any number can be on. A stay that was moved here in house began before others of the room.
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
      where b.room_id = room.id and b.status in ('confirmed', 'checked_in')
        and (b.check_in_date <= today or b.status = 'checked_in')
      order by b.check_in_date desc
      limit case when cardinality(room.beds) = 0 then 2 end
    ) newest
    where newest.check_out_date >= today
  ) or exists (
    select from public.accom_bookings b
    where b.room_id = room.id and b.status = 'checked_in' and b.room_since is not null and b.check_out_date >= today
  );
end
$$;

-- Definer, to guest_api: what anybody who scanned the code may see, and never a person's data. `with_content` adds the
-- catalogue, the deals and the numbers. Where the property hides its occupancy, nothing here depends on whether a stay is
-- on: a WiFi that is for stays only is then shown to verified guests only.
create function public.resolve_room_access(
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
  -- Null: not told.
  has_stay boolean;
begin
  if refusal is not null then
    return refusal;
  end if;
  if coalesce(room_code !~ '^RM-[A-HJ-NP-Z2-9]{8}$', true) then
    return private.refuse('invalid_room_code');
  end if;
  select * into located from private.locate_room(room_code, now());
  if (located.room).id is null then
    -- No miss, as a code that opens a room is none: a replaced code was drawn too, so it is as hard to guess. The guests of a
    -- house whose signs still hang would use up the misses of its one address.
    if exists (select from public.retired_room_codes c where c.room_code = resolve_room_access.room_code) then
      return private.refuse('room_code_replaced');
    end if;
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  settings := (located.property).access_settings;
  if not (settings ->> 'occupancy_hidden')::boolean then
    has_stay := located.has_stay;
  end if;
  if (settings ->> 'browse_requires_verification')::boolean then
    return private.refuse('verification_required', jsonb_build_object(
      'method', private.effective_method(settings, (located.room).beds),
      'property', private.describe_hidden_property(located.property, locale)
    ));
  end if;
  return jsonb_build_object(
    'ok', true,
    'room', private.describe_room(located.room, locale),
    'property', private.describe_property(located.property, locale),
    'wifi', case
      when has_stay or (settings ->> 'wifi_visible_without_booking')::boolean
      then private.describe_wifi(located.room, located.property, locale) || '{"hidden": false}'
      else '{"primary": null, "zones": [], "hidden": true}'
    end,
    'hasActiveBooking', has_stay,
    'accessSettings', private.describe_settings(located.room, located.property)
  ) || case when with_content then private.describe_content(located.property, now(), locale) else '{}' end;
end
$$;
grant execute on function public.resolve_room_access(text, text, boolean, text) to guest_api;

-- Definer, to guest_api: QRs printed before rooms had codes name a property and a room by id; this turns them into the code
-- they have led to since, for as long as the room has that code. Every scan tells both ids: a link that followed the room to
-- a new code would let in whomever the owner locked out by replacing it. It is counted like any other look-up, so that ids
-- can't be tried out here either.
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
      and r.old_link_code = r.room_code and r.is_active and p.is_active;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', current_code);
end
$$;
grant execute on function public.resolve_checkin_link(uuid, uuid, text) to guest_api;

-- Definer, to guest_api: the code of the room with this readable name (BVA-203), where the owner lets the name open it. It
-- can be guessed, which the owner has accepted, and is counted like any other look-up, so that nobody lists a property's rooms.
create function public.resolve_room_label(label text, client text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  refusal jsonb := private.limit_lookup(client);
  wanted_short_code constant text := upper(split_part(label, '-', 1));
  wanted_number constant text := substr(label, strpos(label, '-') + 1);
  found_code text;
begin
  if refusal is not null then
    return refusal;
  end if;
  select r.room_code into found_code
    from public.accom_properties p
    join public.accom_rooms r on r.property_id = p.id
    where p.short_code = wanted_short_code and lower(r.room_number) = lower(wanted_number)
      and (p.access_settings ->> 'readable_room_links')::boolean
      and p.is_active and r.is_active
    -- "2a" and "2A" may be two rooms: the one with exactly this number goes first.
    order by r.room_number = wanted_number desc
    limit 1;
  if not found then
    perform private.count_miss(client);
    return private.refuse('room_not_found');
  end if;
  return jsonb_build_object('ok', true, 'roomCode', found_code);
end
$$;
grant execute on function public.resolve_room_label(text, text) to guest_api;
