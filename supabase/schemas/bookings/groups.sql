-- Several rooms that the desk books at once under one name. Each is a stay of its own, with its code, its PIN and its steps; the group
-- is what they have in common.

-- The stays of a booking's group, in the order of their rooms: itself among them. Empty: it was booked on its own.
create function private.describe_group(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'status', b.status,
    'roomNumber', r.room_number, 'bed', b.bed, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date
  ) order by r.sort_order, r.id, b.bed, b.id), '[]')
  from public.accom_bookings b
  left join public.accom_rooms r on r.id = b.room_id
  where b.group_id = p_booking.group_id and b.property_id = p_booking.property_id
$$;

-- What create_group returns: { groupId, bookings: [{ id, bookingCode }] }.
create function private.tell_group(p_group_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('groupId', p_group_id, 'bookings', jsonb_agg(
    jsonb_build_object('id', b.id, 'bookingCode', b.booking_code) order by r.sort_order, r.id, b.bed
  ))
  from public.accom_bookings b
  join public.accom_rooms r on r.id = b.room_id
  where b.group_id = p_group_id
$$;

-- Definer, to authenticated: books these beds for the same nights under one name, all or none. `beds`: 2 to 50 times
-- { "roomId", "bed", "guestCount" }. A second press under the same key gets what the first made. Refused with whoever has one of
-- the beds.
create function public.create_group(
  property_id uuid,
  beds jsonb,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  request_key text,
  guest_email text default null,
  guest_phone text default null,
  notes text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  request constant jsonb := jsonb_build_array(
    beds, check_in, check_out, create_group.guest_name, create_group.guest_last_name, create_group.guest_email,
    create_group.guest_phone, create_group.notes
  );
  scope constant text := 'group:' || create_group.property_id;
  earlier record;
  one record;
  booking public.accom_bookings;
begin
  perform private.require_member(create_group.property_id, 'staff');
  if request_key is null or not private.is_request_key(request_key)
    or (case when jsonb_typeof(beds) = 'array' then jsonb_array_length(beds) between 2 and 50 end) is not true
  then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_group"}');
  elsif earlier.made_id is not null then
    return private.tell_group(earlier.made_id);
  end if;
  -- All rooms in one order, so that of two groups for the same rooms one waits for the other.
  perform private.lock_rooms(array(select (b ->> 'roomId')::uuid from jsonb_array_elements(beds) b));
  booking.property_id := create_group.property_id;
  booking.group_id := gen_random_uuid();
  booking.guest_name := create_group.guest_name;
  booking.guest_last_name := create_group.guest_last_name;
  booking.guest_email := create_group.guest_email;
  booking.guest_phone := create_group.guest_phone;
  booking.check_in_date := create_group.check_in;
  booking.check_out_date := create_group.check_out;
  booking.status := 'confirmed';
  booking.source := 'desk';
  booking.notes := create_group.notes;
  for one in
    select r.id as room_id, r.room_type_id, coalesce(b ->> 'bed', '') as bed, coalesce((b ->> 'guestCount')::integer, 1) as guest_count
    from jsonb_array_elements(beds) b
    left join public.accom_rooms r on r.id = (b ->> 'roomId')::uuid and r.property_id = create_group.property_id
  loop
    if one.room_id is null then
      perform private.raise_api_error(404, 'not_found');
    end if;
    booking.room_id := one.room_id;
    booking.bed := one.bed;
    booking.guest_count := one.guest_count;
    perform private.add_booking(booking, one.room_type_id);
  end loop;
  perform private.record_request(scope, request_key, request, booking.group_id);
  return private.tell_group(booking.group_id);
exception
  when invalid_text_representation or numeric_value_out_of_range then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.create_group(uuid, jsonb, date, date, text, text, text, text, text, text) to authenticated;

-- Definer, to authenticated: cancels all stays of a booking's group that have not begun, and returns the entry by which all come
-- back at once.
create function public.cancel_group(
  booking_id uuid, reason public.cancel_reason default null, note text default ''
)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  ids uuid[];
  id uuid;
begin
  select * into booking from public.accom_bookings b where b.id = cancel_group.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  ids := array(
    select b.id from public.accom_bookings b
    where b.group_id = booking.group_id and b.property_id = booking.property_id and b.status in ('pending', 'confirmed')
    order by b.id for update
  );
  if cardinality(ids) = 0 then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "nothing_to_cancel"}');
  end if;
  perform set_config('gudbro.chain', gen_random_uuid()::text, true);
  foreach id in array ids loop
    perform private.step_booking(id, '{pending,confirmed}', 'cancelled', cancel_group.reason, cancel_group.note);
  end loop;
  perform set_config('gudbro.chain', '', true);
  return private.find_step_of_now(ids[1]);
exception when check_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
end
$$;
grant execute on function public.cancel_group(uuid, public.cancel_reason, text) to authenticated;
