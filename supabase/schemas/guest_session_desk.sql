-- What the desk does with guest sessions.

-- When a session ends that the desk ends then by the clock of the place. Raises unless that is ahead, and within a year.
create function private.read_session_end(p_property_id uuid, p_ends_at timestamp)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  ends_at timestamptz;
begin
  select p_ends_at at time zone p.timezone into ends_at from public.accom_properties p where p.id = p_property_id;
  if (ends_at > now() and ends_at < now() + interval '1 year') is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_end_is_impossible"}');
  end if;
  return ends_at;
end
$$;

-- The room of this number in a place, however it is typed: the exact number first.
create function private.find_room_by_number(p_property_id uuid, p_number text)
returns public.accom_rooms
language sql
stable
set search_path = ''
as $$
  select r.* from public.accom_rooms r
  where r.property_id = p_property_id and lower(r.room_number) collate "C" = lower(btrim(p_number))
  order by r.room_number = btrim(p_number) desc, r.id
  limit 1
$$;

-- Definer, to authenticated: an access code for a guest without a booking. A number without a room is refused, so that a slip makes
-- no room; managers may say that the room is to be added (`add_room`), since they decide which rooms there are. A retry under its key
-- returns the code that its first try made.
create function public.create_guest_session(
  property_id uuid,
  room_number text,
  guest_name text,
  ends_at timestamp,
  add_room boolean default false,
  request_key text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  request constant jsonb := jsonb_build_array(
    create_guest_session.room_number, create_guest_session.guest_name, create_guest_session.ends_at, add_room
  );
  scope constant text := 'session:' || create_guest_session.property_id;
  earlier record;
  room public.accom_rooms;
  made public.guest_sessions;
  new_end timestamptz;
begin
  perform private.require_member(create_guest_session.property_id, 'staff');
  if not private.is_request_key(request_key) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
  end if;
  select * into earlier from private.find_request(scope, request_key, request);
  if earlier.is_conflict then
    perform private.raise_api_error(409, 'conflict', '{"reason": "key_was_used_for_another_session"}');
  elsif earlier.made_id is not null then
    select * into made from public.guest_sessions s where s.id = earlier.made_id;
    return jsonb_build_object('id', made.id, 'accessCode', made.access_code);
  end if;
  new_end := private.read_session_end(create_guest_session.property_id, create_guest_session.ends_at);
  room := private.find_room_by_number(create_guest_session.property_id, create_guest_session.room_number);
  if room.id is null then
    if add_room is not true then
      perform private.raise_api_error(409, 'conflict', '{"reason": "no_such_room"}');
    end if;
    perform private.require_member(create_guest_session.property_id, 'manager');
    insert into public.accom_rooms (property_id, room_number)
      values (create_guest_session.property_id, btrim(create_guest_session.room_number)) returning * into room;
  end if;
  if not room.is_active then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_switched_off"}');
  end if;
  if exists (select from public.room_states s where s.room_id = room.id and s.state = 'out_of_order') then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_is_out_of_order"}');
  end if;
  insert into public.guest_sessions (property_id, room_id, guest_name, expires_at)
    values (room.property_id, room.id, btrim(create_guest_session.guest_name), new_end)
    returning * into made;
  perform private.record_request(scope, request_key, request, made.id);
  return jsonb_build_object('id', made.id, 'accessCode', made.access_code);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
end
$$;
grant execute on function public.create_guest_session(uuid, text, text, timestamp, boolean, text) to authenticated;

-- The end of a session by the clock of its place, to the minute, as forms have it.
create function private.describe_session_end(p_session public.guest_sessions)
returns timestamp
language sql
stable
set search_path = ''
as $$
  select date_trunc('minute', p_session.expires_at at time zone p.timezone)
  from public.accom_properties p where p.id = p_session.property_id
$$;

-- Definer, to authenticated: another name or another end. A session that has ended goes on with its code, as the guest has it, until an
-- end that is ahead, and only where the caller says so (`reopen`): a form that was open when somebody ended it does not.
create function public.change_guest_session(
  session_id uuid,
  version timestamptz,
  guest_name text,
  ends_at timestamp,
  reopen boolean default false
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
  new_end timestamptz;
begin
  select * into session from public.guest_sessions s where s.id = change_guest_session.session_id for update;
  perform private.require_member(session.property_id, 'staff');
  if not change_guest_session.reopen and not (session.active and session.expires_at > now()) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "code_has_ended"}');
  end if;
  perform private.require_version(session.updated_at, change_guest_session.version);
  -- A form has no seconds, so an end that was not changed stays as it is.
  new_end := case
    when change_guest_session.ends_at = private.describe_session_end(session) and session.expires_at > now() then session.expires_at
    else private.read_session_end(session.property_id, change_guest_session.ends_at)
  end;
  update public.guest_sessions s set
    guest_name = btrim(change_guest_session.guest_name),
    expires_at = new_end,
    active = true
  where s.id = session.id;
  if btrim(change_guest_session.guest_name) <> session.guest_name then
    perform private.write_audit(session.property_id, 'guest_details_changed', 'guest_sessions', session.id);
  end if;
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "session_is_impossible"}');
end
$$;
grant execute on function public.change_guest_session(uuid, timestamptz, text, timestamp, boolean) to authenticated;

-- Definer, to authenticated: the code opens nothing any more, nor does any phone that it opened.
create function public.end_guest_session(session_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
begin
  select * into session from public.guest_sessions s where s.id = end_guest_session.session_id for update;
  perform private.require_member(session.property_id, 'staff');
  perform private.require_step(session.active, case when session.active then 'open' else 'ended' end, 'ended');
  update public.guest_sessions s set active = false where s.id = session.id;
end
$$;
grant execute on function public.end_guest_session(uuid) to authenticated;

-- A session as the desk reads it. `isOpen`: its code opens the stay now.
create function private.describe_desk_session(p_session public.guest_sessions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_session.id, 'code', p_session.access_code, 'guestName', p_session.guest_name,
    'roomId', r.id, 'roomNumber', r.room_number, 'expiresAt', p_session.expires_at, 'createdAt', p_session.created_at,
    'isOpen', p_session.active and p_session.expires_at > now(),
    'phoneCount', (select count(*) from public.stay_phones s where s.guest_session_id = p_session.id)
  )
  from public.accom_rooms r where r.id = p_session.room_id
$$;

-- Definer, to authenticated: one page of a place's sessions, the newest first: those that are open, or those that have ended.
-- `after_at` and `after_id` are those of the last one of the page before.
create function public.list_guest_sessions(
  property_id uuid,
  is_open boolean default true,
  after_at timestamptz default null,
  after_id uuid default null,
  page_size integer default 21
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  size constant integer := least(greatest(list_guest_sessions.page_size, 1), 101);
  found public.guest_sessions[];
begin
  perform private.require_member(list_guest_sessions.property_id, 'staff');
  if is_open then
    found := array(
      select s from public.guest_sessions s
      where s.property_id = list_guest_sessions.property_id and s.active and s.expires_at > now()
        and (s.created_at, s.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by s.created_at desc, s.id desc
      limit size
    );
  else
    found := array(
      select s from public.guest_sessions s
      where s.property_id = list_guest_sessions.property_id and not (s.active and s.expires_at > now())
        and (s.created_at, s.id)
          < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by s.created_at desc, s.id desc
      limit size
    );
  end if;
  return coalesce((
    select jsonb_agg(private.describe_desk_session(s) order by s.created_at desc, s.id desc) from unnest(found) s
  ), '[]');
end
$$;
grant execute on function public.list_guest_sessions(uuid, boolean, timestamptz, uuid, integer) to authenticated;

-- Definer, to authenticated: one session as its screen shows it, with its phones and its history. It is read at one place, so that the
-- address of another place does not show it.
create function public.read_guest_session(property_id uuid, session_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  session public.guest_sessions;
begin
  select * into session from public.guest_sessions s
    where s.id = read_guest_session.session_id and s.property_id = read_guest_session.property_id;
  perform private.require_member(session.property_id, 'staff');
  return private.describe_desk_session(session) || jsonb_build_object(
    'version', session.updated_at,
    'endsAt', to_char(private.describe_session_end(session), 'YYYY-MM-DD"T"HH24:MI'),
    'phones', private.describe_phones(session.property_id, null, session.id),
    'history', private.describe_stay_history('guest_sessions', session.id)
  );
end
$$;
grant execute on function public.read_guest_session(uuid, uuid) to authenticated;
