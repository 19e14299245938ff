-- A booking: the stay of one guest in one bed. A private room has one bed without a name.

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
  -- The language of the page on which the guest asked for the stay, for mails. Null: that of the place.
  guest_locale text,
  guest_count integer not null default 1,
  check_in_date date not null,
  check_out_date date not null,
  status public.booking_status not null default 'confirmed',
  pin_hash text,
  has_pin boolean generated always as (pin_hash is not null) stored,
  source text not null default 'desk',
  external_uid text,
  notes text not null default '',
  -- When the desk noted that the guest is here, before there was a room to check in to.
  arrived_at timestamptz,
  -- What find_anything compares: names without case, accents and spaces, and the digits of the phone number from its end,
  -- since people write its beginning in several ways.
  name_key text not null default '',
  last_name_key text not null default '',
  phone_key text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_bookings_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
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
    length(guest_email) <= 254 and length(guest_phone) <= 40 and length(notes) <= 2000
  ),
  -- Half-open: the day one guest leaves is the day the next one comes.
  constraint accom_bookings_do_not_overlap exclude using gist (
    room_id with =,
    bed with =,
    daterange(check_in_date, check_out_date, '[)') with &&
  ) where (status in ('pending', 'confirmed', 'checked_in'))
);

-- The bookings of a room, the latest stay first.
create index accom_bookings_room on public.accom_bookings (room_id, property_id, check_in_date desc, id desc);

-- The lists of the desk (listing.sql): what was booked last, who is to come, and the others by the day they leave.
create index accom_bookings_newest on public.accom_bookings (property_id, created_at desc, id desc);
create index accom_bookings_arrival on public.accom_bookings (property_id, check_in_date, id)
  where status in ('pending', 'confirmed');
create index accom_bookings_departure on public.accom_bookings (property_id, status, check_out_date, id);

create index accom_bookings_name on public.accom_bookings (property_id, name_key collate "C");
create index accom_bookings_last_name on public.accom_bookings (property_id, last_name_key collate "C", check_in_date desc);
create index accom_bookings_phone on public.accom_bookings (property_id, phone_key collate "C") where phone_key <> '';

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

-- Definer: draws a code, reads all bookings to see that none has it, and reads the room's beds. Locking the room makes those
-- who book it wait for each other: without it many at once deadlock on the exclusion constraint, and a bed could be removed
-- meanwhile.
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

create trigger accom_bookings_touch_updated_at
  before update on public.accom_bookings
  for each row execute function private.touch_updated_at();

-- The log has nothing by which a guest could be known, since its entries are never deleted.
create trigger accom_bookings_steps
  after insert or update on public.accom_bookings
  for each row execute function private.audit_step(
    'staff', 'status', 'room_id', 'bed', 'check_in_date', 'check_out_date', 'guest_count', 'arrived_at'
  );

alter table public.accom_bookings enable row level security;

-- Nobody may read the hash of a PIN, which a million guesses would find. Writes go through functions.
grant select (
  id, property_id, room_id, bed, booking_code, guest_name, guest_last_name, guest_email, guest_phone, guest_count,
  check_in_date, check_out_date, status, has_pin, source, external_uid, notes, arrived_at, created_at, updated_at
) on public.accom_bookings to authenticated;

-- The desk works with all guests of its property.
create policy "members see the bookings of their properties" on public.accom_bookings
  for select to authenticated
  using (property_id in (select private.member_property_ids()));
