-- A booking: the stay of one guest in one bed. A private room has one bed without a name. A stay that has no room yet is on the
-- shelf of the calendar. Which bed is held when, by stays and by blocks, is in calendar/bed_holds.sql.

-- Why a stay does not take place: what the desk chooses from.
create type public.cancel_reason as enum (
  'guest_asked', 'no_answer', 'not_paid', 'booked_twice', 'no_room', 'not_wanted', 'other'
);

create type public.booking_status as enum ('pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show');

create table public.accom_bookings (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- The same for stays that were booked together (groups.sql). Null: booked on its own.
  group_id uuid,
  -- Null: on the shelf.
  room_id uuid,
  bed text not null default '',
  -- The type that the stay is charged as: that of its first room, until a move takes the price of another one.
  room_type_id uuid,
  booking_code text not null,
  guest_name text not null,
  guest_last_name text not null,
  guest_email text,
  guest_phone text,
  -- The language of the page on which the guest asked for the stay, for mails. Null: that of the place.
  guest_locale text,
  guest_count integer not null default 1,
  check_in_date date not null,
  check_out_date date not null,
  -- An early check-in and a late check-out, by the clock of the property: they hold the bed on the first and the last day.
  early_from time,
  late_until time,
  -- When the guest was moved to this room while in house. Null: it is the first room of the stay (calendar/past_rooms.sql).
  room_since timestamptz,
  status public.booking_status not null default 'confirmed',
  pin_hash text,
  has_pin boolean generated always as (pin_hash is not null) stored,
  source text not null default 'desk',
  -- What the source calls the booking by. Null: the source is ours.
  external_uid text,
  notes text not null default '',
  -- When the desk noted that the guest is here, before there was a room to check in to.
  arrived_at timestamptz,
  -- Why it was cancelled, refused or did not take place, and what the desk wrote about it for itself.
  cancel_reason public.cancel_reason,
  cancel_note text not null default '',
  -- What find_anything compares: names without case, accents and spaces, and the digits of the phone number from its end,
  -- since people write its beginning in several ways.
  name_key text not null default '',
  last_name_key text not null default '',
  phone_key text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_bookings_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint accom_bookings_type_of_property foreign key (room_type_id, property_id)
    references public.accom_room_types (id, property_id) on delete set null (room_type_id),
  constraint accom_bookings_booking_code_is_unique unique (booking_code),
  constraint accom_bookings_id_and_property unique (id, property_id),
  constraint accom_bookings_booking_code_has_its_form check (booking_code ~ '^BK-[A-HJ-NP-Z2-9]{6}$'),
  constraint accom_bookings_end_after_they_start check (check_out_date > check_in_date),
  -- Wide enough for any stay, and narrow enough that no arithmetic with dates fails.
  constraint accom_bookings_dates_are_sane check (check_in_date >= '2000-01-01' and check_out_date < '2200-01-01'),
  constraint accom_bookings_guest_count_is_sane check (guest_count between 1 and 200),
  constraint accom_bookings_names_are_short check (
    length(btrim(guest_name)) between 1 and 200 and length(btrim(guest_last_name)) between 1 and 100
  ),
  constraint accom_bookings_locale_has_its_form check (guest_locale ~ '^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$'),
  constraint accom_bookings_texts_are_short check (
    length(guest_email) <= 254 and length(guest_phone) <= 40 and length(notes) <= 2000 and length(cancel_note) <= 500
  ),
  -- So short that an index takes it.
  constraint accom_bookings_external_uid_is_short check (length(external_uid) between 1 and 255),
  constraint accom_bookings_guests_in_house_have_a_room check (room_id is not null or status not in ('checked_in', 'checked_out')),
  constraint accom_bookings_beds_are_in_rooms check (room_id is not null or bed = ''),
  constraint accom_bookings_moved_guests_are_in_house check (room_since is null or status in ('checked_in', 'checked_out')),
  constraint accom_bookings_hours_are_within_the_day check (
    early_from > '00:00' and early_from < '23:59' and late_until > '00:00' and late_until < '23:59'
  )
);

-- The bookings of a room, the latest stay first.
create index accom_bookings_room on public.accom_bookings (room_id, property_id, check_in_date desc, id desc);

create index accom_bookings_group on public.accom_bookings (group_id, property_id) where group_id is not null;

-- The bookings of a type, for its removal.
create index accom_bookings_type on public.accom_bookings (room_type_id, property_id);

-- The lists of the desk (listing.sql): what was booked last, who is to come, and the others by the day they leave.
create index accom_bookings_newest on public.accom_bookings (property_id, created_at desc, id desc);
create index accom_bookings_arrival on public.accom_bookings (property_id, check_in_date, id)
  where status in ('pending', 'confirmed');
create index accom_bookings_departure on public.accom_bookings (property_id, status, check_out_date, id);

create index accom_bookings_name on public.accom_bookings (property_id, name_key collate "C");
create index accom_bookings_last_name on public.accom_bookings (property_id, last_name_key collate "C", check_in_date desc);
create index accom_bookings_phone on public.accom_bookings (property_id, phone_key collate "C") where phone_key <> '';

create index accom_bookings_email on public.accom_bookings
  (property_id, lower(guest_email) collate "C", check_in_date desc) where guest_email is not null;
create index accom_bookings_external_uid on public.accom_bookings (property_id, external_uid) where external_uid is not null;

-- Fills in what the search compares. It is a trigger and no generated column, since the list of accents may change.
create function private.fill_search_keys()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.name_key := private.normalise_name(new.guest_name);
  new.last_name_key := private.normalise_name(new.guest_last_name);
  new.phone_key := reverse(regexp_replace(coalesce(new.guest_phone, ''), '\D', '', 'g'));
  return new;
end
$$;

create trigger accom_bookings_fill_search_keys
  before insert or update of guest_name, guest_last_name, guest_phone on public.accom_bookings
  for each row execute function private.fill_search_keys();

-- The scan of a room reads only this index to find the stay that began last and whether it is still on.
create index accom_bookings_stays on public.accom_bookings (room_id, check_in_date desc)
  include (check_out_date, status)
  where status in ('confirmed', 'checked_in');

-- The same scan, for guests who were moved to the room in house. They are few, so it reads one page.
create index accom_bookings_moved on public.accom_bookings (room_id, check_out_date) where room_since is not null;

-- Locks these rooms, in one order for all, so that those who book, move or block the same beds wait for each other instead of a
-- deadlock. Whoever locks bookings too locks them before.
create function private.lock_rooms(p_room_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.accom_rooms r where r.id = any (p_room_ids) order by r.id for no key update;
end
$$;

-- Definer: draws a code, reads all bookings to see that none has it, and reads the room's beds. Where the stay holds a bed, the rooms
-- are locked, so that no bed is removed meanwhile, and so that many who book one bed at once do not deadlock on its holds. A
-- stay that only gives its bed up locks no room: the sweep cancels many at once, in no order.
create function private.complete_booking()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  is_new constant boolean := tg_op = 'INSERT';
begin
  if new.room_id is not null and new.status in ('pending', 'confirmed', 'checked_in') then
    perform private.lock_rooms(array[new.room_id] || case when is_new then '{}' else array[old.room_id] end);
  end if;
  if new.room_id is not null then
    select * into room from public.accom_rooms r where r.id = new.room_id;
    if (is_new or (new.room_id, new.bed) is distinct from (old.room_id, old.bed))
      and (cardinality(room.beds) = 0 and new.bed <> '' or cardinality(room.beds) > 0 and new.bed <> all (room.beds))
    then
      perform private.raise_api_error(400, 'invalid_request', '{"reason": "no_such_bed"}');
    end if;
  elsif not is_new then
    select * into room from public.accom_rooms r where r.id = old.room_id;
  end if;
  if is_new or new.room_id is null then
    new.room_type_id := coalesce(new.room_type_id, room.room_type_id);
  end if;
  new.booking_code := coalesce(new.booking_code, private.claim_code('public.accom_bookings', 'booking_code', 'BK-', 6));
  return new;
end
$$;

create trigger accom_bookings_complete
  before insert or update of room_id, bed, check_in_date, check_out_date, early_from, late_until, room_since, status
  on public.accom_bookings
  for each row execute function private.complete_booking();

create trigger accom_bookings_touch_updated_at
  before update on public.accom_bookings
  for each row execute function private.touch_updated_at();

-- The log has nothing by which a guest could be known, since its entries are never deleted.
create trigger accom_bookings_steps
  after insert or update on public.accom_bookings
  for each row execute function private.audit_step(
    'staff', 'status', 'room_id', 'bed', 'room_type_id', 'room_since', 'check_in_date', 'check_out_date', 'early_from', 'late_until',
    'guest_count', 'arrived_at', 'cancel_reason'
  );

alter table public.accom_bookings enable row level security;

-- Nobody may read the hash of a PIN, which a million guesses would find. Writes go through functions.
grant select (
  id, property_id, group_id, room_id, bed, room_type_id, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
  check_in_date, check_out_date, early_from, late_until, room_since, status, has_pin, source, external_uid, notes, arrived_at, cancel_reason, cancel_note, created_at, updated_at
) on public.accom_bookings to authenticated;

-- The desk works with all guests of its property.
create policy "members see the bookings of their properties" on public.accom_bookings
  for select to authenticated
  using (property_id in (select private.member_property_ids()));
