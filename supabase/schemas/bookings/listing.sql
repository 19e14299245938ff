-- The bookings as the screens of the desk list them. As definers the functions check the membership once and not for each row.

-- Bookings as a list shows them, in this order. A private room has no bed to name.
create function private.describe_listed_bookings(p_bookings public.accom_bookings[])
returns jsonb
language plpgsql
stable
set search_path = ''
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
  numbers jsonb;
begin
  -- The numbers of all rooms are a few pages of one index, read in one pass: offset 0 keeps the ids out of the scan, since a look-up
  -- for each room reads more, and the settings keep it from the table, which has ten times as many pages.
  select coalesce(jsonb_object_agg(r.id, r.room_number), '{}') into numbers
    from (
      select one.id, one.room_number from public.accom_rooms one
      where one.property_id = p_bookings[1].property_id offset 0
    ) r
    where r.id = any (array(select b.room_id from unnest(p_bookings) b));
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'guestCount', b.guest_count,
      'checkIn', b.check_in_date, 'checkOut', b.check_out_date, 'earlyFrom', to_char(b.early_from, 'HH24:MI'),
      'lateUntil', to_char(b.late_until, 'HH24:MI'), 'status', b.status, 'inGroup', b.group_id is not null,
      'roomId', b.room_id, 'roomNumber', numbers ->> b.room_id::text, 'bed', b.bed, 'roomTypeId', b.room_type_id,
      'source', b.source, 'externalUid', b.external_uid, 'createdAt', b.created_at
    ) order by b.position)
    from unnest(p_bookings) with ordinality b (
      id, property_id, group_id, room_id, bed, room_type_id, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_locale,
      guest_count, check_in_date, check_out_date, early_from, late_until, room_since, status, pin_hash, has_pin, source, external_uid, notes,
      arrived_at, cancel_reason, cancel_note, name_key, last_name_key,
      phone_key, created_at, updated_at, position
    )
  ), '[]');
end
$$;

-- The bookings of a property with this status that leave last before this day and id, of one type or source if it is not null.
create function private.list_departed(
  p_property_id uuid,
  p_status public.booking_status,
  p_before_day date,
  p_before_id uuid,
  p_size integer,
  p_room_type_id uuid,
  p_source text
)
returns setof public.accom_bookings
language sql
stable
set search_path = ''
as $$
  select b.* from public.accom_bookings b
  where b.property_id = p_property_id and b.status = p_status and (b.check_out_date, b.id) < (p_before_day, p_before_id)
    and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
  order by b.check_out_date desc, b.id desc
  limit p_size
$$;

-- One page of the bookings of a view, after this day and id in its order; with a day and no id, from that day on, of who is to come
-- from the day after it on. Who is to come is sorted by the day of arrival, all others by that of departure. Whoever is a week late
-- does not count as arriving, so that a desk that checks nobody in has no endless list; once their last day is over they are among
-- the past. Of one type or source alone, if it is not null: then it reads on in the order of the view until the page is full.
create function private.page_of_bookings(
  p_property_id uuid,
  p_view text,
  p_today date,
  p_after_day date,
  p_after_id uuid,
  p_size integer,
  p_room_type_id uuid default null,
  p_source text default null
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  first_id constant uuid := '00000000-0000-0000-0000-000000000000';
  last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
begin
  -- A statement for each view, so that only the one that is asked for is planned.
  case p_view
    when 'arriving' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status in ('pending', 'confirmed')
        and b.check_in_date between p_today - 7 and p_today and b.check_out_date >= p_today
        and (b.check_in_date, b.id) > (coalesce(p_after_day, p_today - 8), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_in_date, b.id
      limit p_size
    );
    when 'coming' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status in ('pending', 'confirmed')
        and (b.check_in_date, b.id) > (coalesce(p_after_day, p_today), coalesce(p_after_id, last_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_in_date, b.id
      limit p_size
    );
    when 'requested' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'pending'
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'in_house' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'checked_in'
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'leaving' then return array(
      select b from public.accom_bookings b
      where b.property_id = p_property_id and b.status = 'checked_in' and b.check_out_date <= p_today
        and (b.check_out_date, b.id) > (coalesce(p_after_day, '-infinity'), coalesce(p_after_id, first_id))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.check_out_date, b.id
      limit p_size
    );
    when 'past' then return array(
      select b::public.accom_bookings from (
        select * from private.list_departed(
          p_property_id, 'checked_out', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
        union all
        select * from private.list_departed(
          p_property_id, 'confirmed', least(p_after_day, p_today),
          case when p_after_day < p_today then coalesce(p_after_id, last_id) else first_id end, p_size,
          p_room_type_id, p_source
        )
      ) b
      order by b.check_out_date desc, b.id desc
      limit p_size
    );
    when 'cancelled' then return array(
      select b::public.accom_bookings from (
        select * from private.list_departed(
          p_property_id, 'cancelled', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
        union all
        select * from private.list_departed(
          p_property_id, 'no_show', coalesce(p_after_day, 'infinity'), coalesce(p_after_id, last_id), p_size,
          p_room_type_id, p_source
        )
      ) b
      order by b.check_out_date desc, b.id desc
      limit p_size
    );
    else return '{}';
  end case;
end
$$;

-- The bookings that match what was typed, the latest arrivals first: as find_bookings finds them, or by the number or
-- label of the room.
create function private.search_bookings(
  p_property public.accom_properties,
  p_text text,
  p_code text,
  p_size integer
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  number constant text := lower(regexp_replace(p_text, '^' || p_property.short_code || '[\s–—-]*', '', 'i'));
  found constant public.accom_bookings[] := private.find_bookings(p_property.id, p_text, p_code, p_size) || array(
    select b::public.accom_bookings from public.accom_rooms r
    cross join lateral (
      select own.* from public.accom_bookings own
      where own.room_id = r.id and own.property_id = r.property_id
      order by own.check_in_date desc, own.id desc
      limit p_size
    ) b
    where r.property_id = p_property.id and lower(r.room_number) collate "C" = number
  );
begin
  return array(
    select one::public.accom_bookings
    from (select distinct on (b.id) b.* from unnest(found) b order by b.id) one
    order by one.check_in_date desc, one.id desc
    limit p_size
  );
end
$$;

-- One page of the bookings of a place, of one view of them, or what matches a text, whatever its view, type and source.
create function private.page_of_list(
  p_property public.accom_properties,
  p_view text,
  p_text text,
  p_code text,
  p_after_day date,
  p_after_at timestamptz,
  p_after_id uuid,
  p_size integer,
  p_room_type_id uuid,
  p_source text
)
returns public.accom_bookings[]
language plpgsql
stable
set search_path = ''
as $$
declare
  typed constant text := left(btrim(p_text), 100);
begin
  if typed <> '' then
    return private.search_bookings(p_property, typed, p_code, p_size);
  elsif p_view = 'newest' then
    return array(
      select b from public.accom_bookings b
      where b.property_id = p_property.id
        and (b.created_at, b.id)
          < (coalesce(p_after_at, 'infinity'), coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        and (p_room_type_id is null or b.room_type_id = p_room_type_id) and (p_source is null or b.source = p_source)
      order by b.created_at desc, b.id desc
      limit p_size
    );
  end if;
  return private.page_of_bookings(
    p_property.id, p_view, (now() at time zone p_property.timezone)::date, p_after_day, p_after_id, p_size, p_room_type_id,
    p_source
  );
end
$$;

-- Definer, to authenticated: one page of the bookings of a place, of one view of them and if wanted of one room type or source, or
-- what matches a text, whatever its view. `code` is what the caller read as a code of ours in the text, or null. `after_day` and `after_id` are of the last
-- booking of the page before: the day by which the view is sorted; of the newest, `after_at`. `today` is that of the place.
create function public.list_bookings(
  property_id uuid,
  view text default 'newest',
  text text default null,
  code text default null,
  after_day date default null,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21,
  room_type_id uuid default null,
  source text default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
begin
  perform private.require_member(list_bookings.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = list_bookings.property_id;
  return jsonb_build_object(
    'today', (now() at time zone property.timezone)::date,
    'bookings', private.describe_listed_bookings(private.page_of_list(
      property, list_bookings.view, list_bookings.text, list_bookings.code, after_day, after_at, after_id,
      least(greatest(list_bookings.page_size, 1), 101), list_bookings.room_type_id, list_bookings.source
    ))
  );
end
$$;
grant execute on function public.list_bookings(uuid, text, text, text, date, timestamptz, uuid, integer, uuid, text) to authenticated;
