-- Orders at Sunset Hotel in every status: of Sarah Johnson in 203, and one of the guest session in 204. They contain only
-- items that are available at all hours, so that the times are plausible whenever this runs. The id of a row is computed
-- from its name, so that lines and replies can refer to their order and incident, and has the form of a random one.
with stays as (
  select booking_code as code, property_id, room_id, id as booking_id, null::uuid as session_id
  from public.accom_bookings
  union all
  select access_code, property_id, room_id, null, id from public.guest_sessions
), lines (key, position, item, quantity) as (values
  ('demo-order-1', 1, 'Airport car', 1),
  ('demo-order-2', 1, 'Still water, 1.5 litres', 2),
  ('demo-order-2', 2, 'Local lager', 2),
  ('demo-order-3', 1, 'Local lager', 4),
  ('demo-order-4', 1, 'Shirt, washed and ironed', 3),
  ('demo-order-4', 2, 'Wash and fold, per kilo', 2),
  ('demo-order-5', 1, 'Night noodles with egg', 2),
  ('demo-order-6', 1, 'Fresh coconut', 2),
  ('demo-order-6', 2, 'Sliced mango', 1),
  ('demo-order-7', 1, 'Night noodles with egg', 1),
  ('demo-order-7', 2, 'Still water, 1.5 litres', 1)
), placed as (
  insert into public.accom_service_orders (
    id, property_id, room_id, booking_id, guest_session_id, status, total, currency, notes, reject_reason,
    cancellation_seen_at, created_at, updated_at
  )
  select overlay(overlay(md5(o.key) placing '4' from 13) placing '8' from 17)::uuid, s.property_id, s.room_id, s.booking_id, s.session_id, o.status, cart.total, p.currency, o.notes,
    o.reject_reason, case when o.status = 'cancelled' then now() - o.moved end, now() - o.placed, now() - o.moved
  from (values
    ('BK-GUEST2', 'demo-order-1', 'rejected'::public.order_status, interval '43 hours', interval '42 hours 40 minutes',
      'Flight lands at 23:50, two suitcases.', 'Our driver is off tonight. A taxi will wait for you at gate 2.'),
    ('BK-GUEST2', 'demo-order-2', 'delivered', interval '27 hours', interval '26 hours 35 minutes', '', null),
    ('BK-GUEST2', 'demo-order-3', 'cancelled', interval '25 hours', interval '24 hours 58 minutes', '', null),
    ('BK-GUEST2', 'demo-order-4', 'preparing', interval '6 hours', interval '4 hours 30 minutes', 'The blue shirt not too hot, please.', null),
    ('BK-GUEST2', 'demo-order-5', 'confirmed', interval '25 minutes', interval '19 minutes', 'One without chilli.', null),
    ('BK-GUEST2', 'demo-order-6', 'pending', interval '8 minutes', interval '8 minutes', '', null),
    ('WAKE-UP23', 'demo-order-7', 'pending', interval '3 minutes', interval '3 minutes', 'Please knock softly.', null)
  ) as o (code, key, status, placed, moved, notes, reject_reason)
  join stays s on s.code = o.code
  join public.accom_properties p on p.id = s.property_id
  cross join lateral (
    select sum(l.quantity::bigint * i.price) as total
    from lines l
    join public.accom_service_items i on i.property_id = s.property_id and i.name = l.item
    where l.key = o.key
  ) cart
  returning id, property_id, created_at
)
insert into public.accom_service_order_items (
  order_id, property_id, service_item_id, name, quantity, unit_price, total, position, created_at
)
select o.id, o.property_id, i.id, i.name, l.quantity, i.price, l.quantity::bigint * i.price, l.position, o.created_at
from placed o
join lines l on overlay(overlay(md5(l.key) placing '4' from 13) placing '8' from 17)::uuid = o.id
join public.accom_service_items i on i.property_id = o.property_id and i.name = l.item;

with stays as (
  select booking_code as code, property_id, room_id, id as booking_id, null::uuid as session_id
  from public.accom_bookings
  union all
  select access_code, property_id, room_id, null, id from public.guest_sessions
)
insert into public.incidents (
  id, property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, status, created_at,
  updated_at
)
select overlay(overlay(md5(i.key) placing '4' from 13) placing '8' from 17)::uuid, s.property_id, s.room_id, s.booking_id, s.session_id, a.id, i.title, i.description, i.priority,
  i.status, now() - i.reported, now() - i.moved
from (values
  ('BK-GUEST2', 'demo-incident-1', 'Room', 'Remote control is dead', 'The television does not react to it.',
    'low'::public.incident_priority, 'closed'::public.incident_status, interval '29 hours', interval '22 hours'),
  ('BK-GUEST2', 'demo-incident-2', 'Bathroom', 'No hot water', 'The shower stays cold, even after five minutes.',
    'high', 'resolved', interval '21 hours', interval '18 hours'),
  ('BK-GUEST2', 'demo-incident-3', 'Air conditioning', 'Air conditioning drips', 'Water comes down on the left side of the bed when it cools.',
    'medium', 'in_progress', interval '4 hours', interval '3 hours'),
  ('BK-GUEST2', 'demo-incident-4', 'Room', 'The safe does not open', 'Our passports are in it. The same code worked before.',
    'urgent', 'open', interval '14 minutes', interval '9 minutes'),
  ('WAKE-UP23', 'demo-incident-5', 'WiFi', 'WiFi is weak by the window', 'Calls break off at the desk; near the door it works.',
    'low', 'open', interval '50 minutes', interval '50 minutes')
) as i (code, key, area, title, description, priority, status, reported, moved)
join stays s on s.code = i.code
join public.areas a on a.property_id = s.property_id and a.name = i.area;

insert into public.incident_updates (incident_id, property_id, author, account_id, message, status, created_at)
select i.id, i.property_id, u.author, case when u.author = 'account' then staff.id end, u.message, u.status, now() - u.said
from (values
  ('demo-incident-1', 'account'::public.audit_actor, 'in_progress'::public.incident_status, interval '28 hours 40 minutes', 'We bring new batteries.'),
  ('demo-incident-1', 'account', 'resolved', interval '28 hours 10 minutes', ''),
  ('demo-incident-1', 'guest', null, interval '23 hours', 'Works, thank you.'),
  ('demo-incident-1', 'account', 'closed', interval '22 hours', ''),
  ('demo-incident-2', 'account', 'in_progress', interval '20 hours 45 minutes', 'The technician is on the way. Room 205 is free: you can shower there meanwhile.'),
  ('demo-incident-2', 'guest', null, interval '20 hours 30 minutes', 'Thanks, we can wait. Is it the whole floor?'),
  ('demo-incident-2', 'account', null, interval '20 hours 20 minutes', 'Only your boiler: a fuse. Half an hour.'),
  ('demo-incident-2', 'account', 'resolved', interval '19 hours 30 minutes', 'The fuse is replaced. Please tell us if it goes cold again.'),
  ('demo-incident-2', 'guest', null, interval '18 hours', 'Hot again, perfect.'),
  ('demo-incident-3', 'account', 'in_progress', interval '3 hours 30 minutes', 'Sorry about that. Housekeeping has put a bucket there; the filter is cleaned today.'),
  ('demo-incident-3', 'guest', null, interval '3 hours', 'We are out for some hours, please come in.'),
  ('demo-incident-4', 'guest', null, interval '9 minutes', 'We need the passports for the ferry tomorrow morning.')
) as u (key, author, status, said, message)
join public.incidents i on i.id = overlay(overlay(md5(u.key) placing '4' from 13) placing '8' from 17)::uuid
join public.accounts staff on staff.email = 'staff@example.com';

-- What the team noted under them.
insert into public.incident_notes (incident_id, property_id, account_id, note, created_at)
select i.id, i.property_id, staff.id, n.note, now() - n.noted
from (values
  ('demo-incident-2', interval '20 hours 50 minutes', 'Fuses for the boilers are in the cupboard beside the lift.'),
  ('demo-incident-4', interval '8 minutes', 'The master code of the safes is with the manager.')
) as n (key, noted, note)
join public.incidents i on i.id = overlay(overlay(md5(n.key) placing '4' from 13) placing '8' from 17)::uuid
join public.accounts staff on staff.email = 'staff@example.com';
