-- A room, and the code on its wall. The code is printed once; replacing it makes the print useless.

create table public.accom_rooms (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  room_number text not null,
  -- Null: the room has no type. Guests then read how many it sleeps, and ask for the price.
  room_type_id uuid,
  capacity integer not null default 2,
  floor text,
  beds text[] not null default '{}',
  room_code text not null,
  -- The code to which the room's old printed link leads, which names property and room by id. The link opens the room only
  -- while this is the room's code, so it dies with it. Null: no such link was printed, as for every room added here.
  old_link_code text,
  wifi_ssid text,
  wifi_password text,
  -- The room's id for the public page. Its real id stands in links that were printed before rooms had codes, and as long as
  -- such a link works, publishing the id would open the room to everybody.
  offer_id uuid not null default gen_random_uuid(),
  sort_order integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_rooms_room_code_is_unique unique (room_code),
  constraint accom_rooms_number_is_unique unique (property_id, room_number),
  -- Other tables refer to room and property together, so no row can refer to a room of another property. In this order and with
  -- its number, lists that name the rooms of a property read the index alone.
  constraint accom_rooms_id_and_property unique (property_id, id) include (room_number),
  constraint accom_rooms_room_code_has_its_form check (room_code ~ '^RM-[A-HJ-NP-Z2-9]{8}$'),
  constraint accom_rooms_number_is_short check (length(room_number) between 1 and 40),
  constraint accom_rooms_capacity_is_sane check (capacity between 1 and 200),
  constraint accom_rooms_beds_are_named check (private.is_text_list(beds) and '' <> all (beds)),
  constraint accom_rooms_wifi_is_valid check (private.is_wifi_network(wifi_ssid) and private.is_wifi_password(wifi_password)),
  constraint accom_rooms_offer_id_is_unique unique (offer_id),
  constraint accom_rooms_type_of_property foreign key (room_type_id, property_id)
    references public.accom_room_types (id, property_id)
);

create index accom_rooms_order on public.accom_rooms (property_id, sort_order, id);
create index accom_rooms_type on public.accom_rooms (room_type_id, property_id);
create index accom_rooms_number on public.accom_rooms (property_id, lower(room_number) collate "C");

-- Definer: draws a code and reads all rooms to see that none has it.
create function private.complete_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  new.room_code := coalesce(new.room_code, private.claim_code('public.accom_rooms', 'room_code', 'RM-', 8));
  return new;
end
$$;

create trigger accom_rooms_complete
  before insert on public.accom_rooms
  for each row execute function private.complete_room();

create trigger accom_rooms_place
  before insert on public.accom_rooms
  for each row execute function private.place_last('property_id');

-- Not for sort_order: a room that was moved in the list is still the room that somebody has open in a form.
create trigger accom_rooms_touch_updated_at
  before update of room_number, room_type_id, capacity, floor, beds, room_code, wifi_ssid, wifi_password, is_active
  on public.accom_rooms
  for each row execute function private.touch_updated_at();

-- A replaced code is logged by replace_room_code, and can't be undone: the old print is known to whoever it was replaced for.
create trigger accom_rooms_audit
  after insert or update or delete on public.accom_rooms
  for each row execute function private.audit_row_change('manager', 'room_code', 'sort_order');

-- Definer: reads what refers to the room, also what the person may not see. A room in which somebody stayed, or whose stay is still
-- to come, stays: without it nobody could say where an order or a report came from. The constraints say the same without a reason.
create function private.refuse_to_remove_room()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.accom_bookings b where b.room_id = old.id)
    or exists (select from public.stay_past_rooms s where s.room_id = old.id)
    or exists (select from public.accom_service_orders o where o.room_id = old.id)
    or exists (select from public.incidents i where i.room_id = old.id)
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "room_has_stays"}');
  end if;
  return old;
end
$$;

create trigger accom_rooms_keep_stays
  before delete on public.accom_rooms
  for each row execute function private.refuse_to_remove_room();

-- Definer: reads rooms, whoever removes the type. The constraint says the same without a reason. With a property both go.
create function private.refuse_to_remove_room_type()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.accom_rooms r where r.room_type_id = old.id)
    and exists (select from public.accom_properties p where p.id = old.property_id)
  then
    perform private.raise_api_error(409, 'conflict', '{"reason": "type_has_rooms"}');
  end if;
  return old;
end
$$;

create trigger accom_room_types_keep_rooms
  before delete on public.accom_room_types
  for each row execute function private.refuse_to_remove_room_type();

alter table public.accom_rooms enable row level security;

-- Neither code, property nor order can be written: codes are drawn, a room belongs to one property for ever, and move_content
-- sorts.
grant select, delete on public.accom_rooms to authenticated;

grant insert (property_id, room_number, room_type_id, capacity, floor, beds, wifi_ssid, wifi_password, is_active)
  on public.accom_rooms to authenticated;

grant update (room_number, room_type_id, capacity, floor, beds, wifi_ssid, wifi_password, is_active)
  on public.accom_rooms to authenticated;

-- The desk assigns rooms and helps with their codes. Housekeepers have list_place_rooms.
create policy "members see the rooms of their properties" on public.accom_rooms
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Managers decide which rooms there are: they add them,
create policy "managers add rooms" on public.accom_rooms
  for insert to authenticated
  with check (property_id in (select private.member_property_ids('manager')));

-- change them,
create policy "managers change rooms" on public.accom_rooms
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- and remove them, where refuse_to_remove_room lets them.
create policy "managers remove rooms" on public.accom_rooms
  for delete to authenticated
  using (property_id in (select private.member_property_ids('manager')));

-- Definer, to authenticated: replaces the room's code, a column that no member may write. The caller names the current
-- code. That confirms which print becomes useless, and of two replacements at the same time only one succeeds.
-- From then on nothing that the old code gave leads to the new one: not the old printed link, not a browse token, not the
-- token of a guest who has left or is still to come. Only a live stay reads it. A label does (resolve_room_label), where the
-- owner lets labels open rooms.
create function public.replace_room_code(room_id uuid, current_code text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  room public.accom_rooms;
  new_code text;
begin
  select * into room from public.accom_rooms where id = replace_room_code.room_id for update;
  perform private.require_member(room.property_id, 'manager');
  if room.room_code is distinct from replace_room_code.current_code then
    perform private.raise_api_error(409, 'conflict', '{"reason": "another_code_is_current"}');
  end if;
  new_code := private.claim_code('public.accom_rooms', 'room_code', 'RM-', 8);
  update public.accom_rooms set room_code = new_code where id = replace_room_code.room_id;
  perform private.write_audit(
    room.property_id, 'room_code_replaced', 'accom_rooms', replace_room_code.room_id,
    jsonb_build_object('roomNumber', room.room_number, 'from', room.room_code, 'to', new_code)
  );
  return new_code;
end
$$;
grant execute on function public.replace_room_code(uuid, text) to authenticated;

-- Definer: must see all bookings, whoever writes. Refuses to remove a bed that is booked, so a dorm with stays does not become
-- a private room, nor a private room with stays a dorm.
create function private.forbid_removing_booked_beds()
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

create trigger accom_rooms_forbid_removing_booked_beds
  before update of beds on public.accom_rooms
  for each row execute function private.forbid_removing_booked_beds();
