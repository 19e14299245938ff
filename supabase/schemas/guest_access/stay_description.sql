-- A stay as its own guest reads it: only for callers who have proved it, or whose token names it.

-- The room of one's own stay. Only a live stay shows the room's code, which opens the room's page, and its id, which an old
-- printed link turns into the code. A pending request may be anybody's, a stay before its first day may still be cancelled,
-- and a guest who has left must not get a code that was replaced since.
create function private.describe_own_room(p_room public.accom_rooms, p_state private.stay_state, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_room(p_room, p_locale)
    || case when p_state = 'live' then '{}' else '{"id": null, "code": null}' end::jsonb
$$;

-- The property of one's own stay, with the stay's own check-in and check-out time where it has one, and without the house rules
-- where the property hides its pages from this stay.
create function private.describe_own_property(
  p_property public.accom_properties,
  p_booking public.accom_bookings,
  p_state private.stay_state,
  p_locale text
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_property(p_property, p_locale)
    || jsonb_strip_nulls(jsonb_build_object(
      'checkinTime', to_char(p_booking.early_from, 'HH24:MI'), 'checkoutTime', to_char(p_booking.late_until, 'HH24:MI')
    ))
    || case when private.is_hidden_from(p_property, p_state) then '{"houseRules": []}' else '{}' end::jsonb
$$;

-- A proved stay, of a booking or of a session: whose token to sign (`subject`), how long it lives, and what to greet its
-- guest with. The token names the room only if the stay is live.
create function private.describe_stay(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_state private.stay_state,
  p_phone_id uuid,
  p_locale text
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true,
    'subject', jsonb_strip_nulls(jsonb_build_object(
      'propertyId', p_property.id,
      'roomId', case when p_state = 'live' then p_room.id end,
      'roomCode', case when p_state = 'live' then p_room.room_code end,
      'bookingId', p_booking.id,
      'sessionId', p_session.id,
      'phoneId', p_phone_id,
      'checkoutDate', p_booking.check_out_date
    )),
    'expiresAt', private.format_instant(
      coalesce(private.stay_ends_at(p_booking.check_out_date, p_property.timezone), p_session.expires_at)
    ),
    'booking', case when p_booking.id is not null then private.describe_booking(p_booking) end,
    'session', case when p_session.id is not null then jsonb_build_object(
      'code', p_session.access_code, 'expiresAt', private.format_instant(p_session.expires_at)
    ) end,
    'room', private.describe_own_room(p_room, p_state, p_locale),
    'property', private.describe_own_property(p_property, p_booking, p_state, p_locale)
  )
$$;

-- What a guest who is noted as here reads of the own room until the desk checks them in: `being_made`, or `ready`. Null: nobody noted
-- that the guest is here, or the guest is checked in.
create function private.describe_room_wait(p_booking public.accom_bookings)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.status <> 'confirmed' or p_booking.arrived_at is null then null
    when private.find_room_obstacle(p_booking) is null then 'ready'
    else 'being_made'
  end
$$;

-- Another one whenever what a guest reads of the own stay may have changed: by the desk, by the day, or as the room got ready.
create function private.stay_version(
  p_state private.stay_state,
  p_booking public.accom_bookings,
  p_session public.guest_sessions
)
returns text
language sql
stable
set search_path = ''
as $$
  select concat_ws(
    ' ', p_state, private.describe_room_wait(p_booking),
    extract(epoch from coalesce(p_booking.updated_at, p_session.updated_at))
  )
$$;
