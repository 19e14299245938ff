-- The demo's room types with their prices, and the seasons of each. A season is the next one from today.

insert into public.accom_room_types (
  property_id, name, description, images, capacity, price, weekend_price, minimum_nights
)
select p.id, t.name, t.description, t.images, t.capacity, t.price, t.weekend_price, t.minimum_nights
from (values
  (
    'sunset-hotel', 'River view double',
    'A double bed by the window, with the river below and the bridge lit up at night.',
    array['/demo/river-view-double.svg', '/demo/river-view-bathroom.svg'], 2, 1200000, 1450000, 1
  ),
  (
    'sunset-hotel', 'Garden twin',
    'Two single beds and a balcony over the courtyard, where it stays cool and quiet.',
    array['/demo/garden-twin.svg'], 2, 900000, 1050000, 1
  ),
  (
    'beach-view', 'One-bedroom apartment',
    'A double bed, a sofa bed for two, a kitchen to cook in and a balcony over the sea.',
    array['/demo/apartment-bedroom.svg', '/demo/apartment-kitchen.svg'], 4, 1800000, 2100000, 1
  ),
  (
    'backpack-hostel', 'Mixed dorm, four beds',
    'Four bunks, each with a curtain, a light, a socket and a locker.',
    array['/demo/mixed-dorm.svg'], 4, 2400, 2900, 1
  ),
  (
    'palm-resort', 'Garden bungalow',
    'A king-size bed and a terrace of its own, a few steps from the spa.',
    array['/demo/garden-bungalow.svg'], 3, 28900, 34900, 1
  ),
  (
    'palm-resort', 'Pool bungalow',
    'A king-size bed, and the quiet pool right in front of the terrace.',
    array['/demo/pool-bungalow.svg'], 3, 36900, 42900, 1
  ),
  (
    'quiet-house', 'Whole house',
    'Three bedrooms, a fireplace, a pool and the almond orchard, all for you.',
    array['/demo/whole-house.svg', '/demo/whole-house-fireplace.svg'], 6, 24000, null, 3
  )
) as t (slug, name, description, images, capacity, price, weekend_price, minimum_nights)
join public.accom_properties p on p.slug = t.slug;

update public.accom_rooms r
set room_type_id = t.id
from (values
  ('RM-SUNSET22', 'River view double'),
  ('RM-EMPTY234', 'Garden twin'),
  ('RM-BEACH234', 'One-bedroom apartment'),
  ('RM-DRM23456', 'Mixed dorm, four beds'),
  ('RM-PAM23456', 'Garden bungalow'),
  ('RM-PAMEMPTY', 'Pool bungalow'),
  ('RM-HUSH2345', 'Whole house')
) as of_room (room_code, type), public.accom_room_types t
where r.room_code = of_room.room_code and t.property_id = r.property_id and t.name = of_room.type;

with season (slug, type, name, month, day, nights, price, weekend_price, minimum_nights) as (values
  ('sunset-hotel', 'River view double', 'Summer', 6, 1, 92, 1500000, 1700000, null::integer),
  ('sunset-hotel', 'River view double', 'New Year', 12, 29, 4, 1900000, null, null),
  ('sunset-hotel', 'Garden twin', 'Summer', 6, 1, 92, 1100000, 1250000, null),
  ('beach-view', 'One-bedroom apartment', 'Summer', 6, 1, 92, 2400000, 2700000, null),
  ('backpack-hostel', 'Mixed dorm, four beds', 'June festivals', 6, 8, 23, 3800, null, 2),
  ('palm-resort', 'Garden bungalow', 'Desert spring', 2, 1, 89, 38900, 44900, 2),
  ('palm-resort', 'Pool bungalow', 'Desert spring', 2, 1, 89, 47900, 53900, 2),
  ('palm-resort', 'Pool bungalow', 'New Year', 12, 28, 6, 59900, null, 3),
  ('quiet-house', 'Whole house', 'Summer', 6, 15, 93, 39000, null, 7)
)
insert into public.accom_room_type_seasons (
  property_id, room_type_id, name, first_night, last_night, price, weekend_price, minimum_nights
)
select t.property_id, t.id, s.name, dates.first_night, dates.first_night + s.nights - 1,
  s.price, s.weekend_price, s.minimum_nights
from season s
join public.accom_properties p on p.slug = s.slug
join public.accom_room_types t on t.property_id = p.id and t.name = s.type
cross join lateral (
  select min(first_night) as first_night
  from (select make_date(extract(year from current_date)::integer + later, s.month, s.day) as first_night
    from generate_series(0, 1) later) years
  where first_night + s.nights > current_date
) dates;

select private.save_booking_price(b, private.price_stay(r.room_type_id, b.check_in_date, b.check_out_date))
from public.accom_bookings b
join public.accom_rooms r on r.id = b.room_id;
