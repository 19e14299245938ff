-- Where a stay slept before its guest was moved to another room while in house. The booking has the present room; these are the
-- rooms before it, oldest first by until_at. The nights in them stay known, and so does where an old order was brought.

create table public.stay_past_rooms (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  booking_id uuid not null,
  room_id uuid not null,
  bed text not null default '',
  -- Null: from the first day of the stay.
  from_at timestamptz,
  until_at timestamptz not null,
  -- The guest sessions of a private room that went along, and go back when the move is undone.
  session_ids uuid[] not null default '{}',
  constraint stay_past_rooms_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint stay_past_rooms_room_of_property foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete restrict,
  constraint stay_past_rooms_end_after_they_begin check (until_at >= from_at),
  constraint stay_past_rooms_are_left_once unique (booking_id, until_at)
);

create index stay_past_rooms_booking on public.stay_past_rooms (booking_id, property_id);
create index stay_past_rooms_room on public.stay_past_rooms (room_id, property_id);
create index stay_past_rooms_property on public.stay_past_rooms (property_id, until_at);

alter table public.stay_past_rooms enable row level security;

-- Written by the move in house alone.
grant select on public.stay_past_rooms to authenticated;

-- The desk reads where its guests were.
create policy "members see where the guests of their properties were before" on public.stay_past_rooms
  for select to authenticated
  using (property_id in (select private.member_property_ids()));
