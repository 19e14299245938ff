-- How well the last name protects the rooms of a property, by its own bookings.

-- Definer, to authenticated: reads the property's bookings of a year, by a form of names that no member may call. It is for
-- the page of the access settings, so for those who may change them. `roomsOpened` of `rooms` would open to a stranger who
-- tries the five most common last names, if in each bed were the guest who came last. A name is common if three different
-- guests have it: less is chance, and one guest may come often. From 30 guests on there are enough to tell (`isEnough`). Then, from
-- a tenth of the rooms on, the PIN is proposed, if the property asks for last names.
create function public.measure_last_names(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  settings jsonb;
  today date;
  measured record;
  is_enough boolean;
begin
  perform private.require_member(measure_last_names.property_id, 'manager');
  select p.access_settings, (now() at time zone p.timezone)::date into settings, today
    from public.accom_properties p where p.id = measure_last_names.property_id;
  with stays as materialized (
    select
      b.room_id, b.bed, b.check_in_date, b.guest_last_name as last_name,
      private.normalise_name(b.guest_last_name) as compared, private.normalise_name(b.guest_name) as full_name
    from public.accom_bookings b
    where b.property_id = measure_last_names.property_id
      and b.status in ('confirmed', 'checked_in', 'checked_out')
      and b.check_out_date > today - 365
  ), common as (
    select s.compared, mode() within group (order by s.last_name) as name, count(distinct s.full_name) as guests
    from stays s group by s.compared having count(distinct s.full_name) >= 3
    order by guests desc, s.compared limit 5
  ), latest as (
    select distinct on (s.room_id, s.bed) s.room_id, s.compared
    from stays s where s.check_in_date <= today and s.room_id is not null
    order by s.room_id, s.bed, s.check_in_date desc
  )
  select
    (select count(distinct (s.compared, s.full_name)) from stays s) as guests,
    (select coalesce(jsonb_agg(c.name order by c.guests desc, c.compared), '[]') from common c) as names,
    (select count(distinct l.room_id) from latest l) as rooms,
    (select count(distinct l.room_id) from latest l where l.compared in (select c.compared from common c)) as rooms_opened
    into measured;
  is_enough := measured.guests >= 30;
  return jsonb_build_object(
    'guests', measured.guests,
    'commonNames', measured.names,
    'rooms', measured.rooms,
    'roomsOpened', measured.rooms_opened,
    'isEnough', is_enough,
    'proposesPin', is_enough
      and measured.rooms_opened * 10 >= measured.rooms
      and exists (
        select from public.accom_rooms r
        where r.property_id = measure_last_names.property_id
          and private.effective_method(settings, r.beds) = 'last_name'
      )
  );
end
$$;
grant execute on function public.measure_last_names(uuid) to authenticated;
