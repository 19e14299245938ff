-- A stay of one guest in one bed. A private room has one bed without a name.

create type public.booking_status as enum ('pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show');

create table public.accom_bookings (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_id uuid not null,
  bed text not null default '',
  booking_code text not null,
  guest_name text not null,
  guest_last_name text not null,
  guest_email text,
  guest_phone text,
  guest_count integer not null default 1,
  check_in_date date not null,
  check_out_date date not null,
  status public.booking_status not null default 'confirmed',
  pin_hash text,
  has_pin boolean generated always as (pin_hash is not null) stored,
  source text not null default 'desk',
  external_uid text,
  notes text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_bookings_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_bookings_booking_code_is_unique unique (booking_code),
  constraint accom_bookings_id_and_property unique (id, property_id),
  constraint accom_bookings_booking_code_has_its_form check (booking_code ~ '^BK-[A-HJ-NP-Z2-9]{6}$'),
  constraint accom_bookings_end_after_they_start check (check_out_date > check_in_date),
  -- Far enough for any stay, and near enough that no arithmetic with it fails.
  constraint accom_bookings_dates_are_sane check (check_in_date >= '2000-01-01' and check_out_date < '2200-01-01'),
  constraint accom_bookings_guest_count_is_sane check (guest_count between 1 and 200),
  constraint accom_bookings_names_are_short check (
    length(btrim(guest_name)) between 1 and 200 and length(btrim(guest_last_name)) between 1 and 100
  ),
  -- Half-open: the day one guest leaves is the day the next one comes.
  constraint accom_bookings_do_not_overlap exclude using gist (
    room_id with =,
    bed with =,
    daterange(check_in_date, check_out_date, '[)') with &&
  ) where (status in ('pending', 'confirmed', 'checked_in'))
);

create index accom_bookings_room on public.accom_bookings (room_id, property_id);
create index accom_bookings_property on public.accom_bookings (property_id, check_in_date);
-- The scan of a room asks this index alone: which stay began last, and is it still on?
create index accom_bookings_stays on public.accom_bookings (room_id, check_in_date desc)
  include (check_out_date, status)
  where status in ('confirmed', 'checked_in');

-- Definer: draws a code and looks at all bookings to see that nobody has it; reads the room's beds. The lock on the room
-- makes its bookers queue: without it, many at once who find each other in the way deadlock, and beds could go meanwhile.
create function private.complete_booking()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  beds text[];
begin
  select r.beds into beds from public.accom_rooms r where r.id = new.room_id for no key update;
  if cardinality(beds) = 0 and new.bed <> '' or cardinality(beds) > 0 and new.bed <> all (beds) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
  end if;
  new.booking_code := coalesce(new.booking_code, private.claim_code('public.accom_bookings', 'booking_code', 'BK-', 6));
  return new;
end
$$;

create trigger accom_bookings_complete
  before insert or update of room_id, bed on public.accom_bookings
  for each row execute function private.complete_booking();

-- Definer: must see all bookings, whoever asks. A bed that is booked stays in its room, so a dorm with stays does not
-- become a private room, nor the other way round.
create function private.keep_booked_beds()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.accom_bookings b
    where b.room_id = new.id
      and b.status in ('pending', 'confirmed', 'checked_in')
      and b.check_out_date >= current_date - 1
      and case when cardinality(new.beds) = 0 then b.bed <> '' else b.bed <> all (new.beds) end
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_booked"}');
  end if;
  return new;
end
$$;

create trigger accom_rooms_keep_booked_beds
  before update of beds on public.accom_rooms
  for each row execute function private.keep_booked_beds();

create trigger accom_bookings_touch_updated_at
  before update on public.accom_bookings
  for each row execute function private.touch_updated_at();

alter table public.accom_bookings enable row level security;

-- The hash of a PIN is nobody's to read: a million guesses would find it. Writes go through functions.
grant select (
  id, property_id, room_id, bed, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
  check_in_date, check_out_date, status, has_pin, source, external_uid, notes, created_at, updated_at
) on public.accom_bookings to authenticated;

-- The desk works with all of a place's guests.
create policy "members see the bookings of their properties" on public.accom_bookings
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Definer: the only way in for the desk, so that a bed taken meanwhile is a clear answer on every stack.
create function public.create_booking(
  room_id uuid,
  check_in date,
  check_out date,
  guest_name text,
  guest_last_name text,
  bed text default '',
  guest_email text default null,
  guest_phone text default null,
  guest_count integer default 1,
  notes text default ''
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  booking public.accom_bookings;
begin
  select * into room from public.accom_rooms where id = create_booking.room_id;
  perform private.require_member(room.property_id, 'staff');
  insert into public.accom_bookings (
    property_id, room_id, bed, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
    check_in_date, check_out_date, notes
  ) values (
    room.property_id, room.id, create_booking.bed, create_booking.guest_name, create_booking.guest_last_name,
    create_booking.guest_email, create_booking.guest_phone, create_booking.guest_count,
    create_booking.check_in, create_booking.check_out, create_booking.notes
  ) returning * into booking;
  return jsonb_build_object('id', booking.id, 'bookingCode', booking.booking_code);
exception
  when exclusion_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "bed_is_taken"}');
  when check_violation or not_null_violation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
grant execute on function public.create_booking(uuid, date, date, text, text, text, text, text, integer, text) to authenticated;

-- Definer: writes a column that nobody may read. The PIN is in the answer and nowhere else.
create function public.set_booking_pin(booking_id uuid)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  new_pin text := private.generate_pin();
begin
  select * into booking from public.accom_bookings where id = set_booking_pin.booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  update public.accom_bookings set pin_hash = private.hash_pin(new_pin) where id = set_booking_pin.booking_id;
  perform private.write_audit(booking.property_id, 'booking_pin_set', 'accom_bookings', set_booking_pin.booking_id);
  return new_pin;
end
$$;
grant execute on function public.set_booking_pin(uuid) to authenticated;

-- Six digits, uniform: four bits of a cryptographic byte, ten to fifteen thrown away.
create function private.generate_pin()
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  picked text := '';
  four_bits integer;
begin
  while length(picked) < 6 loop
    four_bits := get_byte(extensions.gen_random_bytes(1), 0) & 15;
    if four_bits < 10 then
      picked := picked || four_bits;
    end if;
  end loop;
  return picked;
end
$$;

-- Slow on purpose, and salted: a stolen hash of six digits should at least take its time.
create function private.hash_pin(p_pin text)
returns text
language sql
volatile
set search_path = ''
as $$
  select extensions.crypt(p_pin, extensions.gen_salt('bf', 8))
$$;

-- Definer: status is not a column to write but a step to take. One statement, so of two at once one is refused.
create function private.step_booking(
  p_booking_id uuid,
  p_from public.booking_status[],
  p_to public.booking_status,
  p_action text
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  select * into booking from public.accom_bookings where id = p_booking_id for update;
  perform private.require_member(booking.property_id, 'staff');
  if booking.status <> all (p_from) then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', booking.status, 'to', p_to));
  end if;
  update public.accom_bookings set status = p_to where id = p_booking_id;
  perform private.write_audit(
    booking.property_id, p_action, 'accom_bookings', p_booking_id,
    jsonb_build_object('from', booking.status, 'to', p_to)
  );
end
$$;

-- Definer: takes the step above for a member.
create function public.check_in(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_in.booking_id, '{confirmed}', 'checked_in', 'checked_in')
$$;
grant execute on function public.check_in(uuid) to authenticated;

-- Definer: takes the step above for a member.
create function public.check_out(booking_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.step_booking(check_out.booking_id, '{checked_in}', 'checked_out', 'checked_out')
$$;
grant execute on function public.check_out(uuid) to authenticated;
