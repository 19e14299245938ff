-- Wrong answers to one code (of a room or a booking), and the locks they lead to. They are counted by source, so that nobody
-- locks out a guest who answers from elsewhere:
--
--   the hash of an address   10 in a row lock it for 15 minutes, doubling up to a day; 20 a day for the rest of that day
--   'stay:' and its id       the phones that proved this stay before, together: the same
--   'all'                    50 a day of all addresses together lock the code for every address; not for those phones
--
-- An address has fewer tries a day than all of them have, so one address cannot use up everybody's.

create table public.access_attempts (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  source text not null,
  -- In a row.
  failures integer not null default 0,
  locks integer not null default 0,
  -- A day begins with its first wrong answer. A right answer does not lower this count.
  failures_of_day integer not null default 0,
  day_ends_at timestamptz,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_attempts_are_unique unique (code, source)
);

create index access_attempts_updated on public.access_attempts (updated_at);

-- The locks that hold now, for the desk. Few of the counts are locks.
create index access_attempts_locked on public.access_attempts (locked_until) where locked_until is not null;

create trigger access_attempts_touch_updated_at
  before update on public.access_attempts
  for each row execute function private.touch_updated_at();

-- No policy and no grant: only definer functions use it.
alter table public.access_attempts enable row level security;

-- Whether this source is a stay whose phones are known. The others are addresses.
create function private.is_known_source(p_source text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select starts_with(p_source, 'stay:')
$$;

-- The seconds that a lock of this source has left, or one of all addresses. 0: there is none.
create function private.wait_for_attempt(p_code text, p_source text)
returns integer
language sql
stable
set search_path = ''
as $$
  select coalesce(max(private.seconds_left(a.locked_until)), 0)
  from public.access_attempts a
  where a.code = p_code
    and a.source in (p_source, case when not private.is_known_source(p_source) then 'all' end)
    and a.locked_until > now()
$$;

-- Makes the verifications of one code happen one after the other, so that a hundred sent at once count as a hundred. Phones
-- of a known stay do not wait for strangers. Returns what wait_for_attempt returns. It reads first: a caller who is locked
-- out waits for nobody.
create function private.enter_attempt(p_code text, p_source text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  queue constant text := p_code || case when private.is_known_source(p_source) then p_source else '' end;
  seconds integer := private.wait_for_attempt(p_code, p_source);
begin
  if seconds = 0 then
    perform pg_advisory_xact_lock(hashtextextended('access_attempts:' || queue, 0));
    seconds := private.wait_for_attempt(p_code, p_source);
  end if;
  return seconds;
end
$$;

-- Counts one wrong answer, in a row and in the day.
create function private.count_failure(p_code text, p_source text)
returns public.access_attempts
language sql
volatile
set search_path = ''
as $$
  insert into public.access_attempts as a (code, source, failures, failures_of_day, day_ends_at)
    values (p_code, p_source, 1, 1, now() + interval '1 day')
    on conflict (code, source) do update set
      failures = a.failures + 1,
      failures_of_day = case when a.day_ends_at > now() then a.failures_of_day else 0 end + 1,
      day_ends_at = case when a.day_ends_at > now() then a.day_ends_at else excluded.day_ends_at end
    returning a.*
$$;

-- Counts a wrong answer and locks where a limit is reached. Returns the tries that this source has left.
create function private.fail_attempt(p_code text, p_source text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  own constant public.access_attempts := private.count_failure(p_code, p_source);
  everybodys public.access_attempts;
  tries_left integer := greatest(least(10 - own.failures, 20 - own.failures_of_day), 0);
begin
  if tries_left = 0 then
    update public.access_attempts a set
      failures = 0,
      locks = a.locks + 1,
      locked_until = greatest(
        now() + least(interval '15 minutes' * power(2, least(a.locks, 10)), interval '24 hours'),
        case when own.failures_of_day >= 20 then a.day_ends_at end
      )
    where a.id = own.id;
  end if;
  if not private.is_known_source(p_source) then
    everybodys := private.count_failure(p_code, 'all');
    tries_left := least(tries_left, greatest(50 - everybodys.failures_of_day, 0));
    if everybodys.failures_of_day >= 50 then
      update public.access_attempts a set locked_until = a.day_ends_at where a.id = everybodys.id;
    end if;
  end if;
  return tries_left;
end
$$;

-- After a right answer the wrong ones before it are no longer in a row, and the next lock is short again. Those of the day
-- stay counted, so that a guest of a dorm cannot use their own right answer to get more guesses at a neighbour's.
create function private.pass_attempt(p_code text, p_source text)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.access_attempts a set failures = 0, locks = 0
    where a.code = p_code and a.source = p_source and (a.failures > 0 or a.locks > 0)
$$;

-- Who is locked out of a place now, the last to be let in first: by the code of a room or of a booking, whether it is one address or
-- several, everybody, or the phones of a stay, whose guest has a name. Addresses are counted and not told apart, since no
-- member needs to. Of one room and booking, or of the whole place.
create function private.describe_locks(p_property_id uuid, p_room_id uuid, p_booking_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'roomId', one.room_id, 'roomNumber', one.room_number, 'bookingId', one.booking_id, 'locked', one.locked,
    'guestName', one.guest_name, 'count', one.count, 'until', one.until
  ) order by one.until desc, one.room_number, one.locked), '[]')
  from (
    select
      coalesce(own.id, booked.id) as room_id, coalesce(own.room_number, booked.room_number) as room_number,
      b.id as booking_id, kind.locked, coalesce(b.guest_name, known.guest_name) as guest_name,
      count(*) as count, max(a.locked_until) as until
    from public.access_attempts a
    left join public.accom_rooms own on own.room_code = a.code
    left join public.accom_bookings b on b.booking_code = a.code
    left join public.accom_rooms booked on booked.id = b.room_id
    cross join lateral (
      select case when a.source = 'all' then 'everybody' when private.is_known_source(a.source) then 'stay' else 'address' end
    ) kind (locked)
    left join public.accom_bookings known on known.id = case when kind.locked = 'stay' then substr(a.source, 6)::uuid end
    where a.locked_until > now() and p_property_id in (own.property_id, b.property_id)
      and (p_room_id is null or p_room_id = own.id or p_booking_id = b.id)
    group by 1, 2, 3, 4, 5
  ) one
$$;

-- Definer, to authenticated: the locks of a place, or of one of its rooms.
create function public.list_locks(property_id uuid, room_id uuid default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_locks.property_id, 'staff');
  return private.describe_locks(list_locks.property_id, list_locks.room_id, null);
end
$$;
grant execute on function public.list_locks(uuid, uuid) to authenticated;

-- Definer, to authenticated: the desk lifts all locks of a room's code, and its counts start over.
create function public.lift_room_lock(room_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
begin
  select * into room from public.accom_rooms where id = lift_room_lock.room_id;
  perform private.require_member(room.property_id, 'staff');
  delete from public.access_attempts where code = room.room_code;
  perform private.write_audit(
    room.property_id, 'room_lock_lifted', 'accom_rooms', lift_room_lock.room_id,
    jsonb_build_object('roomNumber', room.room_number)
  );
end
$$;
grant execute on function public.lift_room_lock(uuid) to authenticated;

-- Definer, to authenticated: the same for a booking's code.
create function public.lift_booking_lock(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = lift_booking_lock.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  delete from public.access_attempts where code = booking.booking_code;
  perform private.write_audit(booking.property_id, 'booking_lock_lifted', 'accom_bookings', lift_booking_lock.booking_id);
end
$$;
grant execute on function public.lift_booking_lock(uuid) to authenticated;
