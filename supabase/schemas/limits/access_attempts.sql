-- Wrong answers in a row for one code (of a room or a booking), and the lock they lead to.

create table public.access_attempts (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  failures integer not null default 0,
  locks integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_attempts_code_is_unique unique (code)
);

create index access_attempts_updated on public.access_attempts (updated_at);

create trigger access_attempts_touch_updated_at
  before update on public.access_attempts
  for each row execute function private.touch_updated_at();

-- No policy and no grant: only definer functions use it.
alter table public.access_attempts enable row level security;

-- Locks the code's row, so that verifications of one code happen one after the other and a hundred sent at once count as a
-- hundred. Returns the seconds that a lock-out has left, 0 when there is none. It reads first: a caller who is locked out
-- writes nothing and waits for nobody.
create function private.enter_attempt(p_code text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  lock_end timestamptz;
begin
  select a.locked_until into lock_end from public.access_attempts a where a.code = p_code;
  if lock_end is null or lock_end <= now() then
    insert into public.access_attempts as a (code) values (p_code)
      on conflict (code) do update set code = excluded.code
      returning a.locked_until into lock_end;
  end if;
  return case when lock_end > now() then private.seconds_left(lock_end) else 0 end;
end
$$;

-- Counts a wrong answer. Ten in a row lock the code for 15 minutes; each further ten double that, up to a day. Returns the
-- tries left before the lock.
create function private.fail_attempt(p_code text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  attempt public.access_attempts;
begin
  update public.access_attempts set failures = failures + 1 where code = p_code returning * into attempt;
  if attempt.failures < 10 then
    return 10 - attempt.failures;
  end if;
  update public.access_attempts set
    failures = 0,
    locks = locks + 1,
    locked_until = now() + least(interval '15 minutes' * power(2, least(attempt.locks, 10)), interval '24 hours')
  where code = p_code;
  return 0;
end
$$;

-- Forgets the wrong answers before a right one, and the locks they led to.
create function private.pass_attempt(p_code text)
returns void
language sql
volatile
set search_path = ''
as $$
  delete from public.access_attempts where code = p_code
$$;

-- The same for a room, where the guests of several beds answer: at most five times a day for one stay, so that a guest
-- cannot use their own right answer to get more guesses at a neighbour's. It is not counted if there is no wrong answer to
-- forget.
create function private.pass_room_attempt(p_room_code text, p_booking_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.access_attempts a where a.code = p_room_code and a.failures = 0 and a.locks = 0;
  if not found and private.take_hit('forgiven:' || p_room_code || ':' || p_booking_id, 5, '1 day') = 0 then
    perform private.pass_attempt(p_room_code);
  end if;
end
$$;

-- Definer, to authenticated: the desk lifts the lock of a room whose guests mistyped too often.
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
  perform private.write_audit(room.property_id, 'room_lock_lifted', 'accom_rooms', lift_room_lock.room_id);
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
