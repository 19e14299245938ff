-- Who stays with the guest who booked. Each is a row of its own, since a document belongs to one person (documents/documents.sql).

create table public.booking_people (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  booking_id uuid not null,
  name text not null,
  is_child boolean not null,
  position smallint not null,
  constraint booking_people_of_booking foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  -- Deferrable, so that one statement may give all of them another order.
  constraint booking_people_position_is_unique unique (booking_id, property_id, position) deferrable,
  constraint booking_people_id_and_booking unique (id, booking_id, property_id),
  constraint booking_people_position_is_sane check (position between 1 and 30),
  constraint booking_people_names_are_short check (length(btrim(name)) between 1 and 200)
);

-- No policy and no grant: the desk reads them with their booking, and writes them with its guest.
alter table public.booking_people enable row level security;

-- The people of a booking, as its screen shows them.
create function private.describe_people(p_booking_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'isChild', p.is_child) order by p.position), '[]')
  from public.booking_people p where p.booking_id = p_booking_id
$$;

-- Makes these the people of a booking, in their order: [{ "id": of one who is there already, "name", "isChild" }]. Whoever is not
-- among them goes. Null leaves them as they are. The caller has locked the booking.
create function private.save_people(p_booking public.accom_bookings, p_people jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  was jsonb;
begin
  if p_people is null then
    return;
  end if;
  if (case when jsonb_typeof(p_people) = 'array' then jsonb_array_length(p_people) <= 30 end) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
  end if;
  select coalesce(jsonb_object_agg(p.id, true), '{}') into was from public.booking_people p where p.booking_id = p_booking.id;
  delete from public.booking_people p
    where p.booking_id = p_booking.id
      and not exists (select from jsonb_array_elements(p_people) one (person) where one.person ->> 'id' = p.id::text);
  insert into public.booking_people (id, property_id, booking_id, name, is_child, position)
    select
      -- The id of nobody else's booking.
      case when was ? (one.person ->> 'id') then (one.person ->> 'id')::uuid else gen_random_uuid() end,
      p_booking.property_id, p_booking.id, btrim(one.person ->> 'name'), coalesce((one.person ->> 'isChild')::boolean, false),
      one.position
    from jsonb_array_elements(p_people) with ordinality one (person, position)
    on conflict (id) do update
      set name = excluded.name, is_child = excluded.is_child, position = excluded.position;
exception
  -- The second is its name from Postgres 18 on.
  when foreign_key_violation or restrict_violation then
    perform private.raise_api_error(409, 'conflict', '{"reason": "person_has_documents"}');
  when check_violation or not_null_violation or unique_violation or cardinality_violation or invalid_text_representation then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "booking_is_impossible"}');
end
$$;
