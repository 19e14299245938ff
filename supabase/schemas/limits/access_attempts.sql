create table public.access_attempts (
  id uuid primary key default gen_random_uuid(),
  subject text not null,
  failures integer not null default 0,
  locks integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint access_attempts_subject_is_unique unique (subject)
);

create index access_attempts_updated on public.access_attempts (updated_at);

create trigger access_attempts_touch_updated_at
  before update on public.access_attempts
  for each row execute function private.touch_updated_at();

-- No policy and no grant: only definer functions count.
alter table public.access_attempts enable row level security;

-- Takes the subject's row, so that verifications of one room happen one after the other and a hundred sent
-- at once are counted as a hundred. Returns the seconds the lock has left, 0 when there is none. It looks before it
-- takes: whoever is locked out writes nothing and waits for nobody.
create function private.enter_attempt(p_subject text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  lock_end timestamptz;
begin
  select a.locked_until into lock_end from public.access_attempts a where a.subject = p_subject;
  if lock_end is null or lock_end <= now() then
    insert into public.access_attempts as a (subject) values (p_subject)
      on conflict (subject) do update set subject = excluded.subject
      returning a.locked_until into lock_end;
  end if;
  return case when lock_end > now() then private.seconds_left(lock_end) else 0 end;
end
$$;

-- Ten in a row lock for 15 minutes; each further ten double it, to a day. Returns the tries left before the lock.
create function private.fail_attempt(p_subject text)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  attempt public.access_attempts;
begin
  update public.access_attempts set failures = failures + 1 where subject = p_subject returning * into attempt;
  if attempt.failures < 10 then
    return 10 - attempt.failures;
  end if;
  update public.access_attempts set
    failures = 0,
    locks = locks + 1,
    locked_until = now() + least(interval '15 minutes' * power(2, least(attempt.locks, 10)), interval '24 hours')
  where subject = p_subject;
  return 0;
end
$$;

-- A success forgets the failures before it, and the locks they led to.
create function private.pass_attempt(p_subject text)
returns void
language sql
volatile
set search_path = ''
as $$
  delete from public.access_attempts where subject = p_subject
$$;

-- A success in a room forgets the failures before it, five times a day for one stay. Where there is nothing to forget,
-- which is the rule, nothing is spent.
create function private.pass_room_attempt(p_room_code text, p_booking_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.access_attempts a where a.subject = p_room_code and a.failures = 0 and a.locks = 0;
  if not found and private.take_hit('forgiven:' || p_room_code || ':' || p_booking_id, 5, '1 day') = 0 then
    perform private.pass_attempt(p_room_code);
  end if;
end
$$;

-- Definer: the desk lets a guest in again who, or whose neighbour, mistyped too often.
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
  delete from public.access_attempts where subject = room.room_code;
  perform private.write_audit(room.property_id, 'room_lock_lifted', 'accom_rooms', lift_room_lock.room_id);
end
$$;
grant execute on function public.lift_room_lock(uuid) to authenticated;

-- Definer: the same for the booking link.
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
  delete from public.access_attempts where subject = booking.booking_code;
  perform private.write_audit(booking.property_id, 'booking_lock_lifted', 'accom_bookings', lift_booking_lock.booking_id);
end
$$;
grant execute on function public.lift_booking_lock(uuid) to authenticated;
