-- Demo data: five properties, one for each verification method. Only the demo and the tests apply this file, never
-- production. demo-people.sql gives its accounts a sign-in.

insert into public.accounts (email, display_name) values
  ('owner@example.com', 'Linh Trần'),
  ('other@example.com', 'Carmen Ruiz'),
  ('staff@example.com', 'Minh Phạm'),
  ('manager@example.com', 'Hà Nguyễn'),
  ('housekeeper@example.com', 'Thảo Lê');

insert into public.accom_properties (
  owner_id, slug, short_code, name, type, timezone, country, currency, description, address,
  contact_phone, contact_whatsapp, contact_email, checkin_time, checkout_time,
  house_rules, amenities, images, wifi_network, wifi_password, wifi_zones, access_settings, linked_fnb_slug
)
select a.id, p.slug, p.short_code, p.name, p.type, p.timezone, p.country, p.currency, p.description, p.address,
  p.contact_phone, p.contact_whatsapp, p.contact_email, p.checkin_time, p.checkout_time,
  p.house_rules, p.amenities, p.images, p.wifi_network, p.wifi_password, p.wifi_zones, p.access_settings, p.linked_fnb_slug
from public.accounts a
join (values
  (
    'owner@example.com', 'sunset-hotel', 'SUN', 'Sunset Hotel', 'hotel'::public.accom_property_type,
    'Asia/Ho_Chi_Minh', 'VN', 'VND',
    'Quiet rooms two streets from the river, with a roof terrace that earns the name.',
    '18 Bạch Đằng, Hải Châu, Đà Nẵng',
    '+84 236 555 0118', '+84905550118', 'hello@sunset-hotel.example', '14:00'::time, '12:00'::time,
    array[
      'Quiet hours are from 22:00 to 7:00.',
      'Smoking is welcome on the roof terrace, not in the rooms.',
      'Visitors are asked to leave their name at the desk.',
      'Please hang the key card on the door when you go out: the air conditioning rests with it.'
    ],
    array['Roof terrace', 'Breakfast 6:30–10:00', 'Air conditioning', 'Laundry', 'Bicycles', 'Luggage room', 'Airport pick-up'],
    array['/demo/sunset-hotel.svg', '/demo/sunset-hotel.jpg'],
    'Sunset Guests', 'sunset;river:88', '[]'::jsonb,
    private.default_access_settings('hotel', 'VN'), 'sunset-rooftop'
  ),
  (
    'owner@example.com', 'beach-view', 'BVA', 'Beach View', 'apartment',
    'Asia/Ho_Chi_Minh', 'VN', 'VND',
    'A bright apartment on the seventh floor with the sea in every window.',
    '7A Võ Nguyên Giáp, Sơn Trà, Đà Nẵng',
    '+84 236 555 0207', '+84905550207', 'stay@beach-view.example', '15:00', '11:00',
    array[
      'Rinse the sand off at the tap beside the gate.',
      'The balcony door stays closed while the air conditioning runs.',
      'Rubbish goes into the green bin in the yard.'
    ],
    array['Kitchen', 'Washing machine', 'Sea view', 'Lift', 'Two bicycles', 'Beach towels'],
    array['/demo/beach-view.svg'],
    'BeachView-7A', 'waves"and\salt', '[]',
    private.default_access_settings('apartment', 'VN'), null
  ),
  (
    'owner@example.com', 'backpack-hostel', 'BPH', 'Backpack Hostel', 'hostel',
    'Europe/Lisbon', 'PT', 'EUR',
    'Bunks with curtains, a kitchen where nobody eats alone, and the tram outside the door.',
    'Rua da Bica 41, 1200-054 Lisboa',
    '+351 21 555 0141', '+351915550141', 'hi@backpack-hostel.example', '15:00', '11:00',
    array[
      'Lights out in the dorms at 23:00; the lounge stays open.',
      'Wash up what you cooked with.',
      'Lockers take your own padlock, or one from the desk.',
      'No shoes on the beds.'
    ],
    array['Shared kitchen', 'Lockers', 'Bed curtains', 'Reading lights', 'Laundry', 'Free walking tour at 10:00'],
    array['/demo/backpack-hostel.svg'],
    null, null,
    '[
      { "name": "Lounge and kitchen", "network": "Backpack Lounge", "password": "bica-tram-28" },
      { "name": "Dorms", "network": "Backpack Dorms", "password": "sweetdreams41", "primary": true },
      { "name": "Terrace", "network": "Backpack Terrace" }
    ]',
    private.default_access_settings('hostel', 'PT'), null
  ),
  (
    'owner@example.com', 'palm-resort', 'PLM', 'Palm Resort', 'resort',
    'America/Los_Angeles', 'US', 'USD',
    'Bungalows under palms, three pools and a spa that opens before breakfast.',
    '900 Desert Palm Drive, Palm Springs, CA 92262',
    '+1 760 555 0112', '+17605550112', 'concierge@palm-resort.example', '16:00', '11:00',
    array[
      'Pools are open from 7:00 to 22:00; glass stays at the bar.',
      'Carts have the right of way on the garden paths.',
      'Please wear the wristband at the breakfast buffet.'
    ],
    array['Three pools', 'Spa', 'Tennis', 'Gym', 'Kids'' club', 'Valet parking', 'Room service until 23:00'],
    array['/demo/palm-resort.svg'],
    'Palm Resort', 'shade&water1', '[]',
    private.default_access_settings('resort', 'US'), 'palm-grill'
  ),
  (
    'other@example.com', 'quiet-house', 'QTH', 'Quiet House', 'villa',
    'Europe/Madrid', 'ES', 'EUR',
    'A whitewashed house behind an almond orchard, made for reading and long lunches.',
    'Camino del Almendro 3, 29755 Cómpeta',
    '+34 952 555 013', '+34655550013', 'carmen@quiet-house.example', '16:00', '11:00',
    array[
      'The gate closes by itself: take the remote with you.',
      'The pool has no lifeguard; children swim with an adult.',
      'The neighbours'' dog is friendly. Its bark is not.'
    ],
    array['Pool', 'Fireplace', 'Library', 'Barbecue', 'Parking for two cars', 'Almond orchard'],
    array['/demo/quiet-house.svg'],
    'Casa Tranquila', 'almendras en flor', '[]',
    private.default_access_settings('villa', 'ES')
      || '{"browse_requires_verification": true, "verification_method": "last_name"}', null
  )
) as p (
  owner_email, slug, short_code, name, type, timezone, country, currency, description, address,
  contact_phone, contact_whatsapp, contact_email, checkin_time, checkout_time,
  house_rules, amenities, images, wifi_network, wifi_password, wifi_zones, access_settings, linked_fnb_slug
) on p.owner_email = a.email;

-- How long orders take where somebody is there to bring them. Beach View's host is paid at the door; how Quiet House is paid, its
-- owner tells in person.
update public.accom_properties p
set orders_arrive_minutes = o.arrive_minutes, orders_paid = o.paid
from (values
  ('sunset-hotel', 30, 'room_bill'),
  ('beach-view', null, 'on_delivery'),
  ('backpack-hostel', 15, 'on_delivery'),
  ('palm-resort', 40, 'room_bill'),
  ('quiet-house', null, null)
) as o (slug, arrive_minutes, paid)
where p.slug = o.slug;

-- One place that search engines may list. Its second picture is for previews of links, which show no SVG.
update public.accom_properties set is_listed = true where slug = 'sunset-hotel';

insert into public.property_members (property_id, account_id, role, sees_documents, sees_money)
select p.id, a.id, m.role, m.sees_documents, m.sees_money
from (values
  ('manager@example.com', 'manager'::public.member_role, true, true),
  ('staff@example.com', 'staff', true, true),
  ('housekeeper@example.com', 'housekeeper', false, false)
) as m (email, role, sees_documents, sees_money)
join public.accounts a on a.email = m.email
join public.accom_properties p on p.slug = 'sunset-hotel';

-- These rooms had links before they had codes.
insert into public.accom_rooms (
  property_id, room_number, capacity, floor, beds, room_code, old_link_code, wifi_ssid, wifi_password
)
select p.id, r.room_number, r.capacity, r.floor, r.beds, r.room_code, r.room_code, r.wifi_ssid, r.wifi_password
from (values
  ('sunset-hotel', '203', 2, '2', '{}'::text[], 'RM-SUNSET22', 'Sunset 203', 'lantern-tide-42'),
  ('sunset-hotel', '204', 2, '2', '{}', 'RM-EMPTY234', null, null),
  ('beach-view', 'A1', 4, '7', '{}', 'RM-BEACH234', null, null),
  ('backpack-hostel', 'D1', 4, '1', '{1,2,3,4}', 'RM-DRM23456', null, null),
  ('palm-resort', '12', 3, null, '{}', 'RM-PAM23456', null, null),
  ('palm-resort', '14', 3, null, '{}', 'RM-PAMEMPTY', null, null),
  ('quiet-house', '1', 6, null, '{}', 'RM-HUSH2345', null, null)
) as r (slug, room_number, capacity, floor, beds, room_code, wifi_ssid, wifi_password)
join public.accom_properties p on p.slug = r.slug
order by r.slug, r.room_number;

insert into public.accom_bookings (
  property_id, room_id, bed, booking_code, guest_name, guest_last_name, guest_email, guest_count,
  check_in_date, check_out_date, status, pin_hash, source
)
select
  r.property_id, r.id, b.bed, b.booking_code, b.guest_name, b.guest_last_name, b.guest_email, b.guest_count,
  (now() at time zone p.timezone)::date - 1, (now() at time zone p.timezone)::date + 3,
  'confirmed', private.hash_pin(b.pin), 'demo'
from (values
  ('RM-SUNSET22', '', 'BK-GUEST2', 'Sarah Johnson', 'Johnson', 'sarah@example.com', 2, null),
  ('RM-BEACH234', '', 'BK-BEACH2', 'Nguyễn Thị Hương', 'Nguyễn', 'huong@example.com', 3, null),
  ('RM-DRM23456', '1', 'BK-BED222', 'Aoife O''Brien', 'O''Brien', 'aoife@example.com', 1, null),
  ('RM-DRM23456', '2', 'BK-BED333', 'Pieter van der Berg', 'van der Berg', 'pieter@example.com', 1, null),
  ('RM-PAM23456', '', 'BK-RESRT2', 'Grace Kim', 'Kim', 'grace@example.com', 2, '428193'),
  ('RM-HUSH2345', '', 'BK-QUTET2', 'Lucía García', 'García', 'lucia@example.com', 5, null)
) as b (room_code, bed, booking_code, guest_name, guest_last_name, guest_email, guest_count, pin)
join public.accom_rooms r on r.room_code = b.room_code
join public.accom_properties p on p.id = r.property_id;

insert into public.guest_sessions (property_id, room_id, access_code, expires_at)
select property_id, id, 'WAKE-UP23', now() + interval '30 days'
from public.accom_rooms
where room_code = 'RM-EMPTY234';
