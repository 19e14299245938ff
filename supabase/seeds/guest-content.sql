-- What guests read, order and report at the five places.

-- What guests can order. Prices are whole minor units: 60000 is 60.000 ₫, 450 is 4,50 € or $4.50.
insert into public.accom_service_categories (property_id, name, description, icon, sort_order)
select p.id, c.name, c.description, c.icon, c.sort_order
from (values
  ('sunset-hotel', 1, 'breakfast', 'Breakfast', 'On the roof terrace, or on a tray at your door.'),
  ('sunset-hotel', 2, 'food', 'Room service', 'A small kitchen that cooks to order. Allow half an hour.'),
  ('sunset-hotel', 3, 'drink', 'Drinks', 'Cold ones at any hour; the terrace bar opens at sunset.'),
  ('sunset-hotel', 4, 'laundry', 'Laundry', 'Leave the bag at the door and we collect it.'),
  ('sunset-hotel', 5, 'transport', 'Getting around', 'Cars, motorbikes and the hotel''s own bicycles.'),
  ('beach-view', 1, 'food', 'For your kitchen', 'Brought up from the market and the bakery downstairs.'),
  ('beach-view', 2, 'drink', 'Drinks', 'Put into your fridge while you are at the beach.'),
  ('beach-view', 3, 'bed', 'Cleaning and linen', 'The apartment is cleaned before you arrive; more is a tap away.'),
  ('beach-view', 4, 'gift', 'At the beach', 'Handed out at the gate, sand included.'),
  ('backpack-hostel', 1, 'breakfast', 'Breakfast', 'In the kitchen, at the long table.'),
  ('backpack-hostel', 2, 'food', 'Evenings together', 'We cook, everybody eats, somebody washes up.'),
  ('backpack-hostel', 3, 'drink', 'Terrace bar', 'Open from six until two. Voices down after eleven.'),
  ('backpack-hostel', 4, 'laundry', 'Laundry and lockers', 'Paid at the desk, used downstairs.'),
  ('backpack-hostel', 5, 'bicycle', 'Out and about', 'Tickets and trips with people from the hostel.'),
  ('palm-resort', 1, 'breakfast', 'Breakfast in your bungalow', 'Brought by cart, with the newspaper if you like one.'),
  ('palm-resort', 2, 'drink', 'Pool and fire-pit bar', 'Served to your lounger, in unbreakable glasses.'),
  ('palm-resort', 3, 'food', 'Room service', 'The kitchen takes orders until 23:00.'),
  ('palm-resort', 4, 'spa', 'Spa', 'Please come ten minutes early: the steam room is yours.'),
  ('palm-resort', 5, 'transport', 'Wheels', 'The valet stand is open around the clock.'),
  ('quiet-house', 1, 'gift', 'Pantry', 'From the village and the orchard, left in the kitchen.'),
  ('quiet-house', 2, 'drink', 'From the cellar', 'Bottles of the neighbours'' own vineyards.'),
  ('quiet-house', 3, 'food', 'A cook at home', 'Pepa cooks in your kitchen and leaves it clean.'),
  ('quiet-house', 4, 'wrench', 'House and garden', 'Carmen or her brother comes by.')
) as c (slug, sort_order, icon, name, description)
join public.accom_properties p on p.slug = c.slug;

insert into public.accom_service_items (
  property_id, category_id, name, description, price, available_from, available_to, max_quantity, is_sold_out, sort_order
)
select p.id, c.id, i.name, i.description, i.price, i.available_from, i.available_to, i.max_quantity, i.is_sold_out, i.sort_order
from (values
  ('sunset-hotel', 'Breakfast', 1, 'Beef phở', 'Rice noodles in a broth that simmered overnight, herbs on the side.', 75000, '06:30'::time, '10:00'::time, 6, false),
  ('sunset-hotel', 'Breakfast', 2, 'Bánh mì with fried egg', 'Crisp baguette, two eggs, cucumber, coriander, chilli if you like.', 45000, '06:30', '10:00', 6, false),
  ('sunset-hotel', 'Breakfast', 3, 'Fruit and yoghurt bowl', 'Mango, dragon fruit and banana with plain yoghurt.', 55000, '06:30', '10:00', 6, false),
  ('sunset-hotel', 'Breakfast', 4, 'Chicken congee', 'Soft rice with ginger and spring onion.', 50000, '06:30', '10:00', 6, true),
  ('sunset-hotel', 'Breakfast', 5, 'Iced coffee with milk', 'Strong drip coffee over condensed milk.', 35000, '06:30', '10:00', 8, false),
  ('sunset-hotel', 'Room service', 1, 'Fried spring rolls', 'Four pieces with pork and prawn, lettuce and dipping sauce.', 70000, '11:00', '22:00', 6, false),
  ('sunset-hotel', 'Room service', 2, 'Grilled chicken with rice', 'Lemongrass chicken, broken rice and pickles.', 95000, '11:00', '22:00', 6, false),
  ('sunset-hotel', 'Room service', 3, 'Fried noodles with vegetables', 'Vegan on request: tell us in the note.', 80000, '11:00', '22:00', 6, false),
  ('sunset-hotel', 'Room service', 4, 'Night noodles with egg', 'Instant noodles made better, at any hour.', 40000, null, null, 4, false),
  ('sunset-hotel', 'Room service', 5, 'Sliced mango', 'One ripe mango with chilli salt.', 45000, null, null, 4, false),
  ('sunset-hotel', 'Drinks', 1, 'Still water, 1.5 litres', 'Two small bottles a day are free in your room.', 15000, null, null, 12, false),
  ('sunset-hotel', 'Drinks', 2, 'Fresh coconut', 'Opened when you order it.', 35000, null, null, 6, false),
  ('sunset-hotel', 'Drinks', 3, 'Local lager', 'A cold can, 330 ml.', 30000, null, null, 12, false),
  ('sunset-hotel', 'Drinks', 4, 'Cocktail of the evening', 'Ask the terrace bar what it is tonight.', 120000, '18:00', '02:00', 6, false),
  ('sunset-hotel', 'Drinks', 5, 'Gin and tonic', 'With lime leaf from the terrace.', 130000, '18:00', '02:00', 6, false),
  ('sunset-hotel', 'Laundry', 1, 'Wash and fold, per kilo', 'Back the next day by 18:00.', 40000, null, null, 10, false),
  ('sunset-hotel', 'Laundry', 2, 'Same-day wash, per kilo', 'Collected before 10:00, back by 19:00.', 65000, '07:00', '10:00', 10, false),
  ('sunset-hotel', 'Laundry', 3, 'Shirt, washed and ironed', 'On a hanger the next day.', 25000, null, null, 10, false),
  ('sunset-hotel', 'Getting around', 1, 'Bicycle for a day', 'Ours, free of charge, with a lock. Helmets at the desk.', 0, '07:00', '19:00', 2, false),
  ('sunset-hotel', 'Getting around', 2, 'Motorbike for a day', '110 cc, two helmets. A driving licence is needed.', 150000, '07:00', '19:00', 2, true),
  ('sunset-hotel', 'Getting around', 3, 'Airport car', 'Up to four people with luggage. Tell us your flight in the note.', 220000, null, null, 2, false),
  ('sunset-hotel', 'Getting around', 4, 'Half a day in Hội An by car', 'Driver and car for five hours; order the day before.', 700000, '08:00', '20:00', 1, false),

  ('beach-view', 'For your kitchen', 1, 'Breakfast basket for two', 'Baguette, eggs, butter, jam, bananas and ground coffee.', 180000, '06:30', '09:30', 2, false),
  ('beach-view', 'For your kitchen', 2, 'Fruit basket', 'What the market has today, about three kilos.', 150000, null, null, 3, false),
  ('beach-view', 'For your kitchen', 3, 'Two warm baguettes', 'From the bakery downstairs.', 20000, '06:00', '10:00', 5, false),
  ('beach-view', 'For your kitchen', 4, 'Seafood box for the pan', 'Prawns, squid and clams for three, cleaned.', 450000, '10:00', '17:00', 2, true),
  ('beach-view', 'Drinks', 1, 'Drinking water, 19 litres', 'A new bottle for the dispenser.', 60000, null, null, 2, false),
  ('beach-view', 'Drinks', 2, 'Lager, six cans', 'Cold when it comes.', 150000, '08:00', '22:00', 4, false),
  ('beach-view', 'Drinks', 3, 'Two fresh coconuts', 'With straws made of grass.', 60000, '08:00', '18:00', 4, false),
  ('beach-view', 'Drinks', 4, 'Ground coffee, 250 g', 'Roasted in Đà Nẵng; the drip filter is in the cupboard.', 95000, null, null, 3, false),
  ('beach-view', 'Cleaning and linen', 1, 'Extra cleaning', 'About an hour: floors, bathroom and kitchen.', 200000, '09:00', '16:00', 1, false),
  ('beach-view', 'Cleaning and linen', 2, 'Fresh bed linen', 'For one bed, made up for you.', 80000, '09:00', '16:00', 2, false),
  ('beach-view', 'Cleaning and linen', 3, 'Two fresh beach towels', 'Swapped for the sandy ones.', 30000, '08:00', '18:00', 4, false),
  ('beach-view', 'Cleaning and linen', 4, 'Baby cot for the stay', 'With sheet and mosquito net.', 100000, null, null, 1, false),
  ('beach-view', 'At the beach', 1, 'Parasol and two loungers', 'For the day, in front of the house.', 120000, '07:00', '17:00', 2, false),
  ('beach-view', 'At the beach', 2, 'Paddleboard for an hour', 'Mornings are calmest. For swimmers only.', 150000, '06:00', '17:00', 4, false),
  ('beach-view', 'At the beach', 3, 'Child seat for the bicycle', 'Up to 22 kg, for the stay.', 50000, null, null, 2, false),

  ('backpack-hostel', 'Breakfast', 1, 'Hostel breakfast', 'Bread, cheese, jam, fruit, cereal and as much coffee as you need.', 450, '07:30', '10:30', 4, false),
  ('backpack-hostel', 'Breakfast', 2, 'Pastel de nata', 'From the bakery across the street.', 140, '07:30', '18:00', 12, false),
  ('backpack-hostel', 'Breakfast', 3, 'Vegan porridge', 'Oats, oat milk, apple and cinnamon.', 350, '07:30', '10:30', 4, true),
  ('backpack-hostel', 'Breakfast', 4, 'Packed lunch', 'Sandwich, fruit and water. Order the evening before.', 600, '16:00', '22:00', 6, false),
  ('backpack-hostel', 'Evenings together', 1, 'Family dinner', 'At 20:00 in the kitchen. Sign up by six; a vegetarian pot is always there.', 800, '09:00', '18:00', 6, false),
  ('backpack-hostel', 'Evenings together', 2, 'Caldo verde', 'Potato and kale soup, with or without chouriço.', 400, '19:00', '23:00', 4, false),
  ('backpack-hostel', 'Evenings together', 3, 'Cheese toastie', 'The answer at any hour.', 350, null, null, 4, false),
  ('backpack-hostel', 'Terrace bar', 1, 'Small draught beer', 'An imperial, as it is called here.', 180, '18:00', '02:00', 10, false),
  ('backpack-hostel', 'Terrace bar', 2, 'Glass of vinho verde', 'Light, cold, a little fizzy.', 300, '18:00', '02:00', 10, false),
  ('backpack-hostel', 'Terrace bar', 3, 'Ginjinha', 'Sour-cherry liqueur in a chocolate cup.', 200, '18:00', '02:00', 10, false),
  ('backpack-hostel', 'Terrace bar', 4, 'Lemonade', 'Made here, with mint.', 220, '12:00', '02:00', 10, false),
  ('backpack-hostel', 'Laundry and lockers', 1, 'One wash, soap included', 'Up to 7 kg, about 40 minutes.', 400, '08:00', '22:00', 3, false),
  ('backpack-hostel', 'Laundry and lockers', 2, 'One round in the dryer', 'Up to 7 kg, about 45 minutes.', 300, '08:00', '22:00', 3, false),
  ('backpack-hostel', 'Laundry and lockers', 3, 'Padlock', 'Yours to keep.', 500, null, null, 2, false),
  ('backpack-hostel', 'Laundry and lockers', 4, 'Towel for the stay', 'A big one. We take it back at check-out.', 250, null, null, 2, false),
  ('backpack-hostel', 'Out and about', 1, 'Seat on the surf bus', 'To the beach and back with board and wetsuit; leaves at 09:30.', 3500, '08:00', '21:00', 4, false),
  ('backpack-hostel', 'Out and about', 2, 'City bike for a day', 'Seven gears, and you will want them.', 1500, '08:00', '18:00', 4, false),
  ('backpack-hostel', 'Out and about', 3, 'Fado night', 'Entry and one drink, walking there together at 21:00.', 1800, '10:00', '20:00', 4, true),

  ('palm-resort', 'Breakfast in your bungalow', 1, 'Continental tray', 'Pastries, fruit, yogurt, juice and a pot of coffee, for one.', 2400, '06:30', '10:30', 4, false),
  ('palm-resort', 'Breakfast in your bungalow', 2, 'Avocado toast', 'Sourdough, two poached eggs, lemon.', 1900, '06:30', '10:30', 4, false),
  ('palm-resort', 'Breakfast in your bungalow', 3, 'Buttermilk pancakes', 'A stack of three with maple syrup.', 1700, '06:30', '10:30', 4, false),
  ('palm-resort', 'Breakfast in your bungalow', 4, 'Little breakfast', 'One pancake, fruit and milk, for those under ten.', 900, '06:30', '10:30', 4, false),
  ('palm-resort', 'Pool and fire-pit bar', 1, 'Date shake', 'Coachella Valley dates, vanilla ice cream.', 1100, '10:00', '22:00', 8, false),
  ('palm-resort', 'Pool and fire-pit bar', 2, 'Frozen margarita', 'Guests over 21; please bring an ID.', 1700, '11:00', '22:00', 8, false),
  ('palm-resort', 'Pool and fire-pit bar', 3, 'Chips and guacamole', 'Made to order, enough for two.', 1500, '11:00', '22:00', 6, true),
  ('palm-resort', 'Pool and fire-pit bar', 4, 'S''mores kit', 'For four, with sticks. The fire is lit at dusk.', 1600, '18:00', '23:00', 4, false),
  ('palm-resort', 'Pool and fire-pit bar', 5, 'Mezcal by the fire', 'Two ounces, orange and worm salt. Guests over 21.', 1900, '18:00', '02:00', 6, false),
  ('palm-resort', 'Room service', 1, 'Club sandwich', 'Turkey, bacon, tomato, fries.', 2200, '11:00', '23:00', 6, false),
  ('palm-resort', 'Room service', 2, 'Palm burger', 'Beef or black bean, cheddar, pickles, fries.', 2400, '11:00', '23:00', 6, false),
  ('palm-resort', 'Room service', 3, 'Caesar salad', 'With chicken on request: tell us in the note.', 1800, '11:00', '23:00', 6, false),
  ('palm-resort', 'Room service', 4, 'Ice bucket', 'On the house.', 0, null, null, 2, false),
  ('palm-resort', 'Spa', 1, 'Desert massage, 50 minutes', 'Full body, warm sage oil. We call you with the time.', 16500, '08:00', '20:00', 2, false),
  ('palm-resort', 'Spa', 2, 'Hot-stone massage, 80 minutes', 'River stones, slow hands.', 23500, '08:00', '20:00', 2, true),
  ('palm-resort', 'Spa', 3, 'Sunrise yoga', 'On the lawn at 06:30. Mats are there.', 2000, '12:00', '22:00', 4, false),
  ('palm-resort', 'Wheels', 1, 'Airport transfer', 'Palm Springs airport, up to four people.', 4500, null, null, 2, false),
  ('palm-resort', 'Wheels', 2, 'Beach cruiser for half a day', 'Helmet, lock and a map of the flat roads.', 2500, '07:00', '18:00', 6, false),
  ('palm-resort', 'Wheels', 3, 'Hand car wash', 'Done while you sleep; leave the key with the valet.', 3800, null, null, 2, false),

  ('quiet-house', 'Pantry', 1, 'Basket for the first evening', 'Bread, tomatoes, cheese, ham, olives, eggs and a bottle of red.', 4800, null, null, 2, false),
  ('quiet-house', 'Pantry', 2, 'Village bread', 'A round loaf, hung on the gate in the morning.', 280, null, null, 4, false),
  ('quiet-house', 'Pantry', 3, 'Almonds from the orchard, 500 g', 'Last autumn''s, roasted with salt.', 750, null, null, 6, false),
  ('quiet-house', 'Pantry', 4, 'Goat''s cheese', 'Half cured, about 400 g.', 950, null, null, 3, false),
  ('quiet-house', 'Pantry', 5, 'A dozen eggs', 'When the hens agree.', 380, null, null, 2, true),
  ('quiet-house', 'From the cellar', 1, 'Sweet moscatel', 'The village''s own wine, 75 cl.', 1100, null, null, 6, false),
  ('quiet-house', 'From the cellar', 2, 'Mountain red', 'Young, of romé and garnacha, 75 cl.', 950, null, null, 6, false),
  ('quiet-house', 'From the cellar', 3, 'Olive oil, half a litre', 'Cold pressed, this year''s.', 850, null, null, 4, false),
  ('quiet-house', 'A cook at home', 1, 'Paella for six', 'On the barbecue, with or without meat. A day''s notice, please.', 14500, '09:00', '18:00', 1, false),
  ('quiet-house', 'A cook at home', 2, 'Long lunch, per person', 'Cold soup, salad, a roast and almond cake.', 3200, '09:00', '18:00', 6, false),
  ('quiet-house', 'A cook at home', 3, 'Almond cake', 'Whole, no flour. Keeps for three days, in theory.', 2200, '09:00', '18:00', 2, false),
  ('quiet-house', 'House and garden', 1, 'Extra cleaning, two hours', 'Kitchen, bathrooms and floors.', 4000, '09:00', '17:00', 2, false),
  ('quiet-house', 'House and garden', 2, 'Basket of firewood', 'Dry almond wood, one long evening.', 1200, null, null, 4, false),
  ('quiet-house', 'House and garden', 3, 'Fresh bed linen and towels', 'For one bed.', 1500, '09:00', '17:00', 4, false)
) as i (slug, category, sort_order, name, description, price, available_from, available_to, max_quantity, is_sold_out)
join public.accom_properties p on p.slug = i.slug
join public.accom_service_categories c on c.property_id = p.id and c.name = i.category;

-- Days count from the property's today, so that the deals never grow old. One at Sunset Hotel has yet to begin.
insert into public.accom_local_deals (
  property_id, partner, title, description, discount, valid_from, valid_until, link, sort_order
)
select p.id, d.partner, d.title, d.description, d.discount,
  (now() at time zone p.timezone)::date + d.from_day, (now() at time zone p.timezone)::date + d.until_day, d.link, d.sort_order
from (values
  ('sunset-hotel', 1, 'River Kitchen', 'Dinner by the bridge', 'Show your room key before you order. Drinks are not included.', '15%', -10, 50, 'https://example.com/river-kitchen'),
  ('sunset-hotel', 2, 'Marble Spa', 'An hour''s massage, ninety minutes long', 'On weekdays before 16:00. Call ahead.', '30 min free', null, null, 'https://example.com/marble-spa'),
  ('sunset-hotel', 3, 'Han Tailors', 'Shirt made in a day', 'One shirt free for every three ordered.', '4 for 3', -3, 12, 'https://example.com/han-tailors'),
  ('sunset-hotel', 4, 'Lantern Boats', 'Evening on the river', 'Forty minutes with tea, leaving from the pier at 19:00.', '50.000 ₫ off', 7, 37, 'https://example.com/lantern-boats'),
  ('beach-view', 1, 'Salt Surf School', 'First surf lesson', 'Two hours, board and rash vest included.', '20%', -5, 40, 'https://example.org/salt-surf'),
  ('beach-view', 2, 'Crab & Lime', 'Seafood across the road', 'For tables of up to six. Not on public holidays.', '10%', null, null, 'https://example.org/crab-and-lime'),
  ('beach-view', 3, 'Monkey Hill Tours', 'Sơn Trà at sunrise', 'Jeep for four, back for breakfast.', '200.000 ₫ off', -1, 20, 'https://example.org/monkey-hill'),
  ('backpack-hostel', 1, 'Tram Stop Records', 'Second-hand vinyl and coffee', 'A coffee with any record. Say where you sleep.', 'Free coffee', null, null, 'https://example.net/tram-stop-records'),
  ('backpack-hostel', 2, 'Tagus Kayaks', 'Two hours on the river', 'Guided, from Belém, beginners welcome.', '5 € off', -14, 30, 'https://example.net/tagus-kayaks'),
  ('backpack-hostel', 3, 'Alfama Sings', 'Fado and petiscos', 'Sunday to Thursday, with the paper slip from the desk.', '20%', -2, 60, 'https://example.net/alfama-sings'),
  ('palm-resort', 1, 'Canyon Jeeps', 'Canyon by jeep', 'Three hours, water and hats included. Ages six and up.', '15%', -7, 45, 'https://example.com/canyon-jeeps'),
  ('palm-resort', 2, 'Mid-Century Walks', 'Houses behind the hedges', 'Two hours on foot, mornings only.', '$10 off', null, null, 'https://example.com/mid-century-walks'),
  ('palm-resort', 3, 'Nine Palms Golf', 'Twilight round', 'Tee times after 14:00, cart included.', '25%', -1, 14, 'https://example.com/nine-palms'),
  ('quiet-house', 1, 'Bodega del Norte', 'Tasting of four wines', 'With cheese and almonds, by appointment.', '2 for 1', -20, 70, 'https://example.org/bodega-del-norte'),
  ('quiet-house', 2, 'Sierra a Pie', 'Guided walk to the old mill', 'Four hours, easy, with a picnic.', '10%', null, null, 'https://example.org/sierra-a-pie'),
  ('quiet-house', 3, 'Cuadra Alta', 'An hour on horseback', 'From eight years, helmets included.', '5 € off', -4, 25, null)
) as d (slug, sort_order, partner, title, description, discount, from_day, until_day, link)
join public.accom_properties p on p.slug = d.slug;

-- The emergency numbers are the countries' own; all others are made up.
insert into public.accom_useful_numbers (property_id, sort_order, category, label, phone)
select p.id, n.sort_order, n.category, n.label, n.phone
from (values
  ('sunset-hotel', 1, 'Emergency', 'Police', '113'),
  ('sunset-hotel', 2, 'Emergency', 'Fire brigade', '114'),
  ('sunset-hotel', 3, 'Emergency', 'Ambulance', '115'),
  ('sunset-hotel', 4, 'Health', 'Clinic with English-speaking doctors', '+84 236 555 0161'),
  ('sunset-hotel', 5, 'Health', 'Pharmacy, open all night', '+84 236 555 0162'),
  ('sunset-hotel', 6, 'Transport', 'Taxi', '+84 236 555 0163'),
  ('sunset-hotel', 7, 'Transport', 'Airport information', '+84 236 555 0164'),
  ('sunset-hotel', 8, 'The house', 'Night desk', '+84 236 555 0118'),
  ('beach-view', 1, 'Emergency', 'Police', '113'),
  ('beach-view', 2, 'Emergency', 'Fire brigade', '114'),
  ('beach-view', 3, 'Emergency', 'Ambulance', '115'),
  ('beach-view', 4, 'Emergency', 'Lifeguards at the beach', '+84 236 555 0171'),
  ('beach-view', 5, 'Health', 'Pharmacy', '+84 236 555 0172'),
  ('beach-view', 6, 'Transport', 'Taxi', '+84 236 555 0173'),
  ('beach-view', 7, 'The house', 'Caretaker', '+84 236 555 0207'),
  ('backpack-hostel', 1, 'Emergency', 'Police, fire brigade, ambulance', '112'),
  ('backpack-hostel', 2, 'Health', 'Doctor on call', '+351 21 555 0151'),
  ('backpack-hostel', 3, 'Health', 'Pharmacy', '+351 21 555 0152'),
  ('backpack-hostel', 4, 'Transport', 'Taxi', '+351 21 555 0153'),
  ('backpack-hostel', 5, 'Transport', 'Lost property, trams and metro', '+351 21 555 0154'),
  ('backpack-hostel', 6, 'The house', 'Night desk', '+351 21 555 0141'),
  ('palm-resort', 1, 'Emergency', 'Police, fire brigade, ambulance', '911'),
  ('palm-resort', 2, 'Emergency', 'Resort security', '+1 760 555 0119'),
  ('palm-resort', 3, 'Health', 'Urgent care', '+1 760 555 0121'),
  ('palm-resort', 4, 'Health', 'Pharmacy', '+1 760 555 0122'),
  ('palm-resort', 5, 'Transport', 'Taxi', '+1 760 555 0123'),
  ('palm-resort', 6, 'Transport', 'Roadside help', '+1 760 555 0124'),
  ('palm-resort', 7, 'The house', 'Concierge', '+1 760 555 0112'),
  ('quiet-house', 1, 'Emergency', 'Police, fire brigade, ambulance', '112'),
  ('quiet-house', 2, 'Health', 'Village doctor', '+34 952 555 014'),
  ('quiet-house', 3, 'Health', 'Pharmacy', '+34 952 555 015'),
  ('quiet-house', 4, 'Transport', 'Taxi', '+34 952 555 016'),
  ('quiet-house', 5, 'The house', 'Carmen', '+34 952 555 013'),
  ('quiet-house', 6, 'The house', 'Plumber', '+34 952 555 017')
) as n (slug, sort_order, category, label, phone)
join public.accom_properties p on p.slug = n.slug;

insert into public.areas (property_id, sort_order, name)
select p.id, listed.sort_order, listed.name
from (values
  ('sunset-hotel', array['Room', 'Bathroom', 'Air conditioning', 'WiFi', 'Roof terrace', 'Lift', 'Lobby']),
  ('beach-view', array['Bedroom', 'Bathroom', 'Kitchen', 'Air conditioning', 'WiFi', 'Balcony', 'Lift']),
  ('backpack-hostel', array['Dorm', 'Showers', 'Lockers', 'Kitchen', 'Lounge', 'Terrace', 'WiFi']),
  ('palm-resort', array['Bungalow', 'Bathroom', 'Air conditioning', 'Pool', 'Spa', 'Garden', 'Parking', 'WiFi']),
  ('quiet-house', array['Bedrooms', 'Bathrooms', 'Kitchen', 'Living room', 'Pool', 'Garden', 'WiFi'])
) as a (slug, names)
cross join lateral unnest(a.names) with ordinality as listed (name, sort_order)
join public.accom_properties p on p.slug = a.slug;

-- The same in other languages. What isn't given is read as above.
update public.accom_properties p set translations = t.translations
from (
  select slug, jsonb_object_agg(locale, jsonb_build_object(
    'description', description, 'houseRules', to_jsonb(house_rules), 'amenities', to_jsonb(amenities)
  )) as translations
  from (values
    ('sunset-hotel', 'vi', 'Bốn mươi phòng yên tĩnh, cách sông hai con phố, với sân thượng ngắm hoàng hôn đúng như tên gọi.',
      array['Giờ yên tĩnh từ 22:00 đến 7:00.', 'Quý khách có thể hút thuốc trên sân thượng, không hút trong phòng.', 'Khách đến thăm vui lòng để lại tên tại quầy lễ tân.', 'Khi ra ngoài, xin treo thẻ khóa lên cửa: máy lạnh sẽ tự tắt.'],
      array['Sân thượng', 'Bữa sáng 6:30–10:00', 'Máy lạnh', 'Giặt ủi', 'Xe đạp', 'Phòng giữ hành lý', 'Đón sân bay']),
    ('sunset-hotel', 'es', 'Cuarenta habitaciones tranquilas a dos calles del río, con una azotea que hace honor al nombre.',
      array['Horas de silencio: de 22:00 a 7:00.', 'Se puede fumar en la azotea, no en las habitaciones.', 'Rogamos a las visitas que dejen su nombre en recepción.', 'Al salir, cuelgue la tarjeta en la puerta: así descansa también el aire acondicionado.'],
      array['Azotea', 'Desayuno 6:30–10:00', 'Aire acondicionado', 'Lavandería', 'Bicicletas', 'Consigna', 'Recogida en el aeropuerto']),
    ('sunset-hotel', 'it', 'Quaranta camere silenziose a due strade dal fiume, con una terrazza sul tetto degna del nome.',
      array['Silenzio dalle 22:00 alle 7:00.', 'Si può fumare sulla terrazza, non nelle camere.', 'I visitatori sono pregati di lasciare il nome alla reception.', 'Uscendo, appendete la tessera alla porta: riposa anche l’aria condizionata.'],
      array['Terrazza sul tetto', 'Colazione 6:30–10:00', 'Aria condizionata', 'Lavanderia', 'Biciclette', 'Deposito bagagli', 'Transfer dall’aeroporto']),
    ('sunset-hotel', 'fr', 'Quarante chambres calmes à deux rues du fleuve, et un toit-terrasse qui mérite son nom.',
      array['Silence de 22 h à 7 h.', 'On peut fumer sur le toit-terrasse, pas dans les chambres.', 'Les visiteurs sont priés de laisser leur nom à la réception.', 'En sortant, accrochez la carte à la porte : la climatisation se repose avec elle.'],
      array['Toit-terrasse', 'Petit-déjeuner 6 h 30–10 h', 'Climatisation', 'Blanchisserie', 'Vélos', 'Bagagerie', 'Navette depuis l’aéroport']),
    ('sunset-hotel', 'de', 'Vierzig ruhige Zimmer zwei Straßen vom Fluss, mit einer Dachterrasse, die dem Namen alle Ehre macht.',
      array['Nachtruhe von 22:00 bis 7:00 Uhr.', 'Rauchen gern auf der Dachterrasse, nicht in den Zimmern.', 'Besucher hinterlassen bitte ihren Namen an der Rezeption.', 'Bitte beim Ausgehen die Schlüsselkarte an die Tür hängen: Dann ruht auch die Klimaanlage.'],
      array['Dachterrasse', 'Frühstück 6:30–10:00', 'Klimaanlage', 'Wäscheservice', 'Fahrräder', 'Gepäckraum', 'Abholung vom Flughafen']),
    ('sunset-hotel', 'ja', '川から通り二本、静かな客室が四十室。夕日の名にふさわしい屋上テラスがあります。',
      array['22:00〜7:00はお静かにお過ごしください。', '喫煙は屋上テラスでどうぞ。客室内は禁煙です。', 'ご訪問の方はフロントでお名前をお知らせください。', 'お出かけの際はカードキーをドアに掛けてください。エアコンも一緒に止まります。'],
      array['屋上テラス', '朝食 6:30〜10:00', 'エアコン', 'ランドリー', '自転車', '荷物預かり', '空港送迎']),
    ('sunset-hotel', 'zh', '四十间安静的客房，距河边仅两条街，屋顶露台的日落名副其实。',
      array['22:00 至次日 7:00 请保持安静。', '屋顶露台可以吸烟，客房内禁止吸烟。', '访客请在前台登记姓名。', '外出时请将房卡挂在门上，空调会随之关闭。'],
      array['屋顶露台', '早餐 6:30–10:00', '空调', '洗衣服务', '自行车', '行李寄存', '机场接送']),

    ('beach-view', 'vi', 'Căn hộ sáng sủa trên tầng bảy, cửa sổ nào cũng nhìn ra biển.',
      array['Xin rửa sạch cát ở vòi nước cạnh cổng.', 'Đóng cửa ban công khi bật máy lạnh.', 'Rác bỏ vào thùng màu xanh trong sân.'],
      array['Bếp', 'Máy giặt', 'Hướng biển', 'Thang máy', 'Hai xe đạp', 'Khăn tắm biển']),
    ('beach-view', 'es', 'Un apartamento luminoso en la séptima planta, con el mar en todas las ventanas.',
      array['Quítese la arena en el grifo junto a la verja.', 'La puerta del balcón, cerrada mientras funcione el aire acondicionado.', 'La basura va al contenedor verde del patio.'],
      array['Cocina', 'Lavadora', 'Vistas al mar', 'Ascensor', 'Dos bicicletas', 'Toallas de playa']),
    ('beach-view', 'it', 'Un appartamento luminoso al settimo piano, con il mare a ogni finestra.',
      array['Sciacquate via la sabbia al rubinetto accanto al cancello.', 'La porta del balcone resta chiusa quando l’aria condizionata è accesa.', 'I rifiuti vanno nel bidone verde in cortile.'],
      array['Cucina', 'Lavatrice', 'Vista mare', 'Ascensore', 'Due biciclette', 'Teli mare']),
    ('beach-view', 'fr', 'Un appartement lumineux au septième étage, avec la mer à chaque fenêtre.',
      array['Rincez le sable au robinet près du portail.', 'La porte du balcon reste fermée quand la climatisation fonctionne.', 'Les ordures vont dans le bac vert de la cour.'],
      array['Cuisine', 'Lave-linge', 'Vue sur la mer', 'Ascenseur', 'Deux vélos', 'Serviettes de plage']),
    ('beach-view', 'de', 'Eine helle Wohnung im siebten Stock mit dem Meer in jedem Fenster.',
      array['Sand bitte am Hahn neben dem Tor abspülen.', 'Die Balkontür bleibt zu, solange die Klimaanlage läuft.', 'Müll kommt in die grüne Tonne im Hof.'],
      array['Küche', 'Waschmaschine', 'Meerblick', 'Aufzug', 'Zwei Fahrräder', 'Strandtücher']),
    ('beach-view', 'ja', '七階の明るいアパートメント。どの窓からも海が見えます。',
      array['砂は門の横の蛇口で洗い流してください。', 'エアコン使用中はバルコニーのドアを閉めてください。', 'ごみは中庭の緑の容器へお願いします。'],
      array['キッチン', '洗濯機', 'オーシャンビュー', 'エレベーター', '自転車2台', 'ビーチタオル']),
    ('beach-view', 'zh', '七楼的明亮公寓，每扇窗外都是大海。',
      array['请在大门旁的水龙头处冲净沙子。', '开空调时请关好阳台门。', '垃圾请放入院内的绿色垃圾桶。'],
      array['厨房', '洗衣机', '海景', '电梯', '两辆自行车', '沙滩巾']),

    ('backpack-hostel', 'vi', 'Giường tầng có rèm, căn bếp nơi không ai phải ăn một mình, và xe điện ngay trước cửa.',
      array['Phòng tập thể tắt đèn lúc 23:00; phòng khách vẫn mở.', 'Nấu xong xin rửa bát đĩa.', 'Tủ khóa dùng ổ khóa của bạn, hoặc mua tại quầy.', 'Không mang giày lên giường.'],
      array['Bếp chung', 'Tủ khóa', 'Rèm giường', 'Đèn đọc sách', 'Giặt ủi', 'Tour đi bộ miễn phí lúc 10:00']),
    ('backpack-hostel', 'es', 'Literas con cortina, una cocina donde nadie come solo y el tranvía en la puerta.',
      array['Luces apagadas en los dormitorios a las 23:00; el salón sigue abierto.', 'Friegue lo que haya usado para cocinar.', 'Las taquillas se cierran con su candado o con uno de recepción.', 'Sin zapatos en las camas.'],
      array['Cocina compartida', 'Taquillas', 'Cortinas en las camas', 'Luces de lectura', 'Lavandería', 'Paseo guiado gratuito a las 10:00']),
    ('backpack-hostel', 'it', 'Letti a castello con tenda, una cucina dove nessuno mangia da solo e il tram davanti alla porta.',
      array['Luci spente nei dormitori alle 23:00; il salotto resta aperto.', 'Lavate quello che avete usato per cucinare.', 'Gli armadietti si chiudono con il vostro lucchetto o con uno della reception.', 'Niente scarpe sui letti.'],
      array['Cucina comune', 'Armadietti', 'Tende ai letti', 'Luci da lettura', 'Lavanderia', 'Passeggiata guidata gratuita alle 10:00']),
    ('backpack-hostel', 'fr', 'Des lits superposés avec rideau, une cuisine où personne ne mange seul et le tram devant la porte.',
      array['Extinction des feux dans les dortoirs à 23 h ; le salon reste ouvert.', 'Lavez ce qui vous a servi à cuisiner.', 'Les casiers ferment avec votre cadenas ou un de la réception.', 'Pas de chaussures sur les lits.'],
      array['Cuisine partagée', 'Casiers', 'Rideaux de lit', 'Liseuses', 'Laverie', 'Visite à pied gratuite à 10 h']),
    ('backpack-hostel', 'de', 'Kojen mit Vorhang, eine Küche, in der niemand allein isst, und die Straßenbahn vor der Tür.',
      array['Licht aus in den Schlafsälen um 23:00 Uhr; der Aufenthaltsraum bleibt offen.', 'Bitte abwaschen, womit gekocht wurde.', 'Für die Schließfächer das eigene Schloss nehmen oder eins von der Rezeption.', 'Keine Schuhe auf den Betten.'],
      array['Gemeinschaftsküche', 'Schließfächer', 'Bettvorhänge', 'Leselampen', 'Wäscheraum', 'Kostenloser Stadtrundgang um 10:00']),
    ('backpack-hostel', 'ja', 'カーテン付きの二段ベッド、ひとりで食べる人のいないキッチン、玄関前にはトラム。',
      array['ドミトリーは23:00消灯。ラウンジは引き続きご利用いただけます。', '使った調理器具と食器は洗ってください。', 'ロッカーにはご自分の南京錠か、フロントの錠をお使いください。', 'ベッドの上は土足禁止です。'],
      array['共用キッチン', 'ロッカー', 'ベッドカーテン', '読書灯', 'ランドリー', '無料ウォーキングツアー 10:00']),
    ('backpack-hostel', 'zh', '带床帘的上下铺，没有人独自吃饭的厨房，出门就是电车。',
      array['宿舍 23:00 熄灯，公共休息室继续开放。', '做完饭请清洗用过的厨具。', '储物柜请用自己的挂锁，或在前台购买。', '请勿穿鞋上床。'],
      array['公用厨房', '储物柜', '床帘', '阅读灯', '洗衣房', '10:00 免费徒步导览']),

    ('palm-resort', 'vi', 'Những căn bungalow dưới bóng cọ, ba hồ bơi và spa mở cửa trước cả giờ ăn sáng.',
      array['Hồ bơi mở cửa từ 7:00 đến 22:00; đồ thủy tinh xin để lại quầy bar.', 'Trên lối đi trong vườn, xin nhường đường cho xe điện.', 'Vui lòng đeo vòng tay khi dùng buffet sáng.'],
      array['Ba hồ bơi', 'Spa', 'Quần vợt', 'Phòng tập', 'Câu lạc bộ trẻ em', 'Đỗ xe có nhân viên', 'Phục vụ tại phòng đến 23:00']),
    ('palm-resort', 'es', 'Bungalós bajo las palmeras, tres piscinas y un spa que abre antes del desayuno.',
      array['Las piscinas abren de 7:00 a 22:00; los vasos de cristal se quedan en el bar.', 'Los carritos tienen preferencia en los senderos del jardín.', 'Lleve puesta la pulsera en el bufé de desayuno.'],
      array['Tres piscinas', 'Spa', 'Tenis', 'Gimnasio', 'Club infantil', 'Aparcacoches', 'Servicio de habitaciones hasta las 23:00']),
    ('palm-resort', 'it', 'Bungalow sotto le palme, tre piscine e una spa che apre prima di colazione.',
      array['Le piscine sono aperte dalle 7:00 alle 22:00; il vetro resta al bar.', 'Sui vialetti i carrelli hanno la precedenza.', 'A colazione indossate il braccialetto.'],
      array['Tre piscine', 'Spa', 'Tennis', 'Palestra', 'Miniclub', 'Parcheggiatore', 'Servizio in camera fino alle 23:00']),
    ('palm-resort', 'fr', 'Des bungalows sous les palmiers, trois piscines et un spa qui ouvre avant le petit-déjeuner.',
      array['Les piscines sont ouvertes de 7 h à 22 h ; le verre reste au bar.', 'Les voiturettes ont la priorité dans les allées du jardin.', 'Merci de porter le bracelet au buffet du petit-déjeuner.'],
      array['Trois piscines', 'Spa', 'Tennis', 'Salle de sport', 'Club enfants', 'Voiturier', 'Service en chambre jusqu’à 23 h']),
    ('palm-resort', 'de', 'Bungalows unter Palmen, drei Pools und ein Spa, das schon vor dem Frühstück öffnet.',
      array['Die Pools sind von 7:00 bis 22:00 Uhr geöffnet; Glas bleibt an der Bar.', 'Auf den Gartenwegen haben die Wagen Vorfahrt.', 'Bitte am Frühstücksbuffet das Armband tragen.'],
      array['Drei Pools', 'Spa', 'Tennis', 'Fitnessraum', 'Kinderclub', 'Parkservice', 'Zimmerservice bis 23:00']),
    ('palm-resort', 'ja', 'ヤシの木陰のバンガロー、三つのプール、朝食前から開くスパ。',
      array['プールは7:00〜22:00。ガラス製品はバーの外へお持ち出しにならないでください。', '庭の小道ではカートが優先です。', '朝食ビュッフェではリストバンドをお着けください。'],
      array['プール3面', 'スパ', 'テニス', 'ジム', 'キッズクラブ', 'バレーパーキング', 'ルームサービス 23:00まで']),
    ('palm-resort', 'zh', '棕榈树下的独栋小屋，三座泳池，以及早餐前就开放的水疗中心。',
      array['泳池开放时间为 7:00–22:00；玻璃器皿请留在吧台。', '花园小路上请礼让电瓶车。', '享用自助早餐时请佩戴手环。'],
      array['三座泳池', '水疗', '网球', '健身房', '儿童俱乐部', '代客泊车', '客房送餐至 23:00']),

    ('quiet-house', 'vi', 'Ngôi nhà quét vôi trắng sau vườn hạnh nhân, dành cho việc đọc sách và những bữa trưa dài.',
      array['Cổng tự đóng: xin mang theo điều khiển.', 'Hồ bơi không có cứu hộ; trẻ em bơi cùng người lớn.', 'Chó nhà hàng xóm rất hiền. Tiếng sủa thì không.'],
      array['Hồ bơi', 'Lò sưởi', 'Thư viện', 'Lò nướng ngoài trời', 'Chỗ đỗ hai xe', 'Vườn hạnh nhân']),
    ('quiet-house', 'es', 'Una casa encalada detrás de un almendral, hecha para leer y para las sobremesas largas.',
      array['La verja se cierra sola: llévese el mando.', 'La piscina no tiene socorrista; los niños se bañan con un adulto.', 'El perro de los vecinos es simpático. Su ladrido, no tanto.'],
      array['Piscina', 'Chimenea', 'Biblioteca', 'Barbacoa', 'Aparcamiento para dos coches', 'Almendral']),
    ('quiet-house', 'it', 'Una casa imbiancata a calce dietro un mandorleto, fatta per leggere e per i lunghi pranzi.',
      array['Il cancello si chiude da solo: portate con voi il telecomando.', 'La piscina non ha bagnino; i bambini nuotano con un adulto.', 'Il cane dei vicini è amichevole. Il suo abbaiare no.'],
      array['Piscina', 'Camino', 'Biblioteca', 'Barbecue', 'Parcheggio per due auto', 'Mandorleto']),
    ('quiet-house', 'fr', 'Une maison chaulée derrière un verger d’amandiers, faite pour lire et déjeuner longuement.',
      array['Le portail se ferme tout seul : emportez la télécommande.', 'La piscine n’est pas surveillée ; les enfants se baignent avec un adulte.', 'Le chien des voisins est gentil. Son aboiement, moins.'],
      array['Piscine', 'Cheminée', 'Bibliothèque', 'Barbecue', 'Stationnement pour deux voitures', 'Verger d’amandiers']),
    ('quiet-house', 'de', 'Ein weiß gekalktes Haus hinter einem Mandelhain, wie gemacht zum Lesen und für lange Mittagessen.',
      array['Das Tor schließt von selbst: bitte die Fernbedienung mitnehmen.', 'Der Pool hat keine Aufsicht; Kinder schwimmen mit Erwachsenen.', 'Der Hund der Nachbarn ist freundlich. Sein Bellen nicht.'],
      array['Pool', 'Kamin', 'Bibliothek', 'Grill', 'Parkplatz für zwei Autos', 'Mandelhain']),
    ('quiet-house', 'ja', 'アーモンド畑の奥に立つ白壁の家。読書とゆっくりした昼食のために。',
      array['門は自動で閉まります。リモコンをお持ちください。', 'プールに監視員はいません。お子さまは大人と一緒に泳いでください。', '隣の犬は人懐こいです。鳴き声はそうでもありません。'],
      array['プール', '暖炉', '図書室', 'バーベキュー', '駐車場2台分', 'アーモンド畑']),
    ('quiet-house', 'zh', '杏仁园后的白墙小屋，适合阅读，也适合悠长的午餐。',
      array['大门会自动关闭，请随身携带遥控器。', '泳池没有救生员，儿童须由成人陪同。', '邻居家的狗很友善，叫声则不然。'],
      array['泳池', '壁炉', '藏书室', '烧烤架', '两个停车位', '杏仁园'])
  ) as given (slug, locale, description, house_rules, amenities)
  group by slug
) t
where t.slug = p.slug;

update public.accom_service_categories c set translations = t.translations
from (
  select slug, name,
    jsonb_object_agg(locale, jsonb_strip_nulls(jsonb_build_object('name', new_name, 'description', description))) as translations
  from (values
    ('sunset-hotel', 'Breakfast', 'vi', 'Bữa sáng', 'Trên sân thượng, hoặc mang đến tận cửa phòng.'),
    ('sunset-hotel', 'Breakfast', 'es', 'Desayuno', 'En la azotea o en bandeja a su puerta.'),
    ('sunset-hotel', 'Breakfast', 'it', 'Colazione', 'In terrazza, o su un vassoio davanti alla porta.'),
    ('sunset-hotel', 'Breakfast', 'fr', 'Petit-déjeuner', 'Sur le toit-terrasse, ou sur un plateau à votre porte.'),
    ('sunset-hotel', 'Breakfast', 'de', 'Frühstück', 'Auf der Dachterrasse oder auf dem Tablett an der Tür.'),
    ('sunset-hotel', 'Breakfast', 'ja', '朝食', '屋上テラスで、またはお部屋までお届けします。'),
    ('sunset-hotel', 'Breakfast', 'zh', '早餐', '在屋顶露台享用，或送到房门口。'),
    ('sunset-hotel', 'Room service', 'vi', 'Phục vụ tại phòng', 'Bếp nhỏ, nấu khi có món gọi. Xin chờ khoảng nửa tiếng.'),
    ('sunset-hotel', 'Room service', 'es', 'Servicio de habitaciones', 'Una cocina pequeña que prepara al momento. Cuente con media hora.'),
    ('sunset-hotel', 'Room service', 'it', 'Servizio in camera', 'Una piccola cucina che prepara al momento. Contate mezz’ora.'),
    ('sunset-hotel', 'Room service', 'fr', 'Service en chambre', 'Une petite cuisine qui prépare à la commande. Comptez une demi-heure.'),
    ('sunset-hotel', 'Room service', 'de', 'Zimmerservice', 'Eine kleine Küche, die frisch kocht. Bitte eine halbe Stunde einplanen.'),
    ('sunset-hotel', 'Room service', 'ja', 'ルームサービス', 'ご注文ごとにお作りします。30分ほどお待ちください。'),
    ('sunset-hotel', 'Room service', 'zh', '客房送餐', '小厨房现点现做，请预留半小时。'),
    ('sunset-hotel', 'Drinks', 'vi', 'Đồ uống', 'Đồ lạnh phục vụ mọi lúc; quầy bar sân thượng mở lúc hoàng hôn.'),
    ('sunset-hotel', 'Drinks', 'es', 'Bebidas', 'Frías a cualquier hora; el bar de la azotea abre al atardecer.'),
    ('sunset-hotel', 'Drinks', 'it', 'Bevande', 'Fresche a ogni ora; il bar in terrazza apre al tramonto.'),
    ('sunset-hotel', 'Drinks', 'fr', 'Boissons', 'Fraîches à toute heure ; le bar du toit ouvre au coucher du soleil.'),
    ('sunset-hotel', 'Drinks', 'de', 'Getränke', 'Kaltes zu jeder Zeit; die Terrassenbar öffnet bei Sonnenuntergang.'),
    ('sunset-hotel', 'Drinks', 'ja', 'お飲み物', '冷たいお飲み物はいつでも。テラスバーは日没から。'),
    ('sunset-hotel', 'Drinks', 'zh', '饮品', '冷饮全天供应，露台酒吧日落时开门。'),
    ('sunset-hotel', 'Laundry', 'vi', 'Giặt ủi', 'Quý khách để túi đồ ở cửa, chúng tôi sẽ đến lấy.'),
    ('sunset-hotel', 'Laundry', 'es', 'Lavandería', 'Deje la bolsa en la puerta y la recogemos.'),
    ('sunset-hotel', 'Laundry', 'it', 'Lavanderia', 'Lasciate il sacchetto alla porta: lo ritiriamo noi.'),
    ('sunset-hotel', 'Laundry', 'fr', 'Blanchisserie', 'Laissez le sac devant la porte, nous passons le prendre.'),
    ('sunset-hotel', 'Laundry', 'de', 'Wäsche', 'Den Beutel einfach vor die Tür stellen, wir holen ihn ab.'),
    ('sunset-hotel', 'Laundry', 'ja', 'ランドリー', '袋をドアの前に置いてください。取りに伺います。'),
    ('sunset-hotel', 'Laundry', 'zh', '洗衣', '请把洗衣袋放在门口，我们来取。'),
    ('sunset-hotel', 'Getting around', 'vi', 'Đi lại', 'Ô tô, xe máy và xe đạp của khách sạn.'),
    ('sunset-hotel', 'Getting around', 'es', 'Moverse', 'Coches, motos y las bicicletas del hotel.'),
    ('sunset-hotel', 'Getting around', 'it', 'Spostarsi', 'Auto, motorini e le biciclette dell’hotel.'),
    ('sunset-hotel', 'Getting around', 'fr', 'Se déplacer', 'Voitures, motos et les vélos de l’hôtel.'),
    ('sunset-hotel', 'Getting around', 'de', 'Unterwegs', 'Autos, Motorräder und die hoteleigenen Fahrräder.'),
    ('sunset-hotel', 'Getting around', 'ja', '移動・交通', '車、バイク、ホテルの自転車。'),
    ('sunset-hotel', 'Getting around', 'zh', '出行', '汽车、摩托车和酒店自行车。'),
    ('beach-view', 'For your kitchen', 'vi', 'Cho căn bếp của bạn', 'Mang lên từ chợ và tiệm bánh dưới nhà.'),
    ('beach-view', 'Drinks', 'vi', 'Đồ uống', 'Để sẵn trong tủ lạnh trong lúc bạn tắm biển.'),
    ('beach-view', 'Cleaning and linen', 'vi', 'Dọn dẹp và chăn ga', 'Căn hộ đã dọn sạch trước khi bạn đến; cần thêm chỉ việc đặt.'),
    ('beach-view', 'At the beach', 'vi', 'Trên bãi biển', 'Nhận tại cổng, có kèm cả cát.'),
    ('quiet-house', 'Pantry', 'es', 'Despensa', 'Del pueblo y del almendral, en la cocina cuando llegue.'),
    ('quiet-house', 'From the cellar', 'es', 'De la bodega', 'Botellas de las viñas de los vecinos.'),
    ('quiet-house', 'A cook at home', 'es', 'Cocinera en casa', 'Pepa cocina en su cocina y la deja limpia.'),
    ('quiet-house', 'House and garden', 'es', 'Casa y jardín', 'Pasa Carmen o su hermano.')
  ) as given (slug, name, locale, new_name, description)
  group by slug, name
) t
join public.accom_properties p on p.slug = t.slug
where c.property_id = p.id and c.name = t.name;

update public.accom_service_items i
set translations = jsonb_build_object(t.locale, jsonb_build_object('name', t.new_name, 'description', t.description))
from (values
  ('sunset-hotel', 'vi', 'Beef phở', 'Phở bò', 'Bánh phở với nước dùng ninh qua đêm, rau thơm để riêng.'),
  ('sunset-hotel', 'vi', 'Bánh mì with fried egg', 'Bánh mì ốp la', 'Bánh mì giòn, hai trứng, dưa leo, ngò, thêm ớt nếu thích.'),
  ('sunset-hotel', 'vi', 'Fruit and yoghurt bowl', 'Trái cây và sữa chua', 'Xoài, thanh long và chuối với sữa chua không đường.'),
  ('sunset-hotel', 'vi', 'Chicken congee', 'Cháo gà', 'Cháo mềm với gừng và hành lá.'),
  ('sunset-hotel', 'vi', 'Iced coffee with milk', 'Cà phê sữa đá', 'Cà phê phin đậm với sữa đặc.'),
  ('sunset-hotel', 'vi', 'Fried spring rolls', 'Chả giò', 'Bốn cuốn nhân thịt heo và tôm, rau xà lách và nước chấm.'),
  ('sunset-hotel', 'vi', 'Grilled chicken with rice', 'Cơm gà nướng', 'Gà nướng sả, cơm tấm và đồ chua.'),
  ('sunset-hotel', 'vi', 'Fried noodles with vegetables', 'Mì xào rau củ', 'Có thể làm món chay: xin ghi trong ghi chú.'),
  ('sunset-hotel', 'vi', 'Night noodles with egg', 'Mì trứng đêm', 'Mì gói nấu ngon hơn, phục vụ mọi lúc.'),
  ('sunset-hotel', 'vi', 'Sliced mango', 'Xoài cắt sẵn', 'Một trái xoài chín với muối ớt.'),
  ('sunset-hotel', 'vi', 'Still water, 1.5 litres', 'Nước suối 1,5 lít', 'Mỗi ngày có hai chai nhỏ miễn phí trong phòng.'),
  ('sunset-hotel', 'vi', 'Fresh coconut', 'Dừa tươi', 'Chặt khi quý khách gọi.'),
  ('sunset-hotel', 'vi', 'Local lager', 'Bia địa phương', 'Một lon lạnh, 330 ml.'),
  ('sunset-hotel', 'vi', 'Cocktail of the evening', 'Cocktail của tối nay', 'Hỏi quầy bar sân thượng xem tối nay có gì.'),
  ('sunset-hotel', 'vi', 'Gin and tonic', 'Gin tonic', 'Với lá chanh trồng trên sân thượng.'),
  ('sunset-hotel', 'vi', 'Wash and fold, per kilo', 'Giặt và gấp, theo ký', 'Trả trước 18:00 ngày hôm sau.'),
  ('sunset-hotel', 'vi', 'Same-day wash, per kilo', 'Giặt lấy trong ngày, theo ký', 'Nhận trước 10:00, trả trước 19:00.'),
  ('sunset-hotel', 'vi', 'Shirt, washed and ironed', 'Áo sơ mi, giặt và ủi', 'Treo móc, trả ngày hôm sau.'),
  ('sunset-hotel', 'vi', 'Bicycle for a day', 'Xe đạp một ngày', 'Xe của khách sạn, miễn phí, có khóa. Mũ bảo hiểm ở quầy.'),
  ('sunset-hotel', 'vi', 'Motorbike for a day', 'Xe máy một ngày', '110 cc, hai mũ bảo hiểm. Cần có bằng lái.'),
  ('sunset-hotel', 'vi', 'Airport car', 'Xe sân bay', 'Tối đa bốn người kèm hành lý. Xin ghi số hiệu chuyến bay trong ghi chú.'),
  ('sunset-hotel', 'vi', 'Half a day in Hội An by car', 'Nửa ngày ở Hội An bằng ô tô', 'Xe có tài xế trong năm tiếng; xin đặt trước một ngày.'),
  ('beach-view', 'vi', 'Breakfast basket for two', 'Giỏ bữa sáng cho hai người', 'Bánh mì, trứng, bơ, mứt, chuối và cà phê bột.'),
  ('beach-view', 'vi', 'Fruit basket', 'Giỏ trái cây', 'Trái cây chợ có hôm nay, khoảng ba ký.'),
  ('beach-view', 'vi', 'Two warm baguettes', 'Hai ổ bánh mì nóng', 'Từ tiệm bánh dưới nhà.'),
  ('beach-view', 'vi', 'Seafood box for the pan', 'Hộp hải sản để nấu', 'Tôm, mực và nghêu cho ba người, đã làm sạch.'),
  ('beach-view', 'vi', 'Drinking water, 19 litres', 'Nước uống bình 19 lít', 'Bình mới cho cây nước.'),
  ('beach-view', 'vi', 'Lager, six cans', 'Bia, sáu lon', 'Giao đến đã lạnh.'),
  ('beach-view', 'vi', 'Two fresh coconuts', 'Hai trái dừa tươi', 'Kèm ống hút cỏ.'),
  ('beach-view', 'vi', 'Ground coffee, 250 g', 'Cà phê bột 250 g', 'Rang tại Đà Nẵng; phin ở trong tủ bếp.'),
  ('beach-view', 'vi', 'Extra cleaning', 'Dọn dẹp thêm', 'Khoảng một tiếng: sàn nhà, phòng tắm và bếp.'),
  ('beach-view', 'vi', 'Fresh bed linen', 'Thay chăn ga', 'Cho một giường, chúng tôi trải sẵn.'),
  ('beach-view', 'vi', 'Two fresh beach towels', 'Hai khăn tắm biển sạch', 'Đổi lấy khăn dính cát.'),
  ('beach-view', 'vi', 'Baby cot for the stay', 'Nôi em bé trong suốt kỳ nghỉ', 'Kèm ga và màn chống muỗi.'),
  ('beach-view', 'vi', 'Parasol and two loungers', 'Dù và hai ghế nằm', 'Cả ngày, ngay trước nhà.'),
  ('beach-view', 'vi', 'Paddleboard for an hour', 'Ván chèo đứng một giờ', 'Buổi sáng biển lặng nhất. Chỉ dành cho người biết bơi.'),
  ('beach-view', 'vi', 'Child seat for the bicycle', 'Ghế trẻ em gắn xe đạp', 'Đến 22 kg, dùng suốt kỳ nghỉ.'),
  ('quiet-house', 'es', 'Basket for the first evening', 'Cesta para la primera noche', 'Pan, tomates, queso, jamón, aceitunas, huevos y una botella de tinto.'),
  ('quiet-house', 'es', 'Village bread', 'Pan de pueblo', 'Una hogaza, colgada en la verja por la mañana.'),
  ('quiet-house', 'es', 'Almonds from the orchard, 500 g', 'Almendras de la finca, 500 g', 'Del otoño pasado, tostadas con sal.'),
  ('quiet-house', 'es', 'Goat''s cheese', 'Queso de cabra', 'Semicurado, unos 400 g.'),
  ('quiet-house', 'es', 'A dozen eggs', 'Una docena de huevos', 'Cuando las gallinas quieren.'),
  ('quiet-house', 'es', 'Sweet moscatel', 'Moscatel dulce', 'El vino del pueblo, 75 cl.'),
  ('quiet-house', 'es', 'Mountain red', 'Tinto de la sierra', 'Joven, de romé y garnacha, 75 cl.'),
  ('quiet-house', 'es', 'Olive oil, half a litre', 'Aceite de oliva, medio litro', 'Prensado en frío, de este año.'),
  ('quiet-house', 'es', 'Paella for six', 'Paella para seis', 'En la barbacoa, con o sin carne. Avise un día antes.'),
  ('quiet-house', 'es', 'Long lunch, per person', 'Comida sin prisa, por persona', 'Sopa fría, ensalada, asado y tarta de almendra.'),
  ('quiet-house', 'es', 'Almond cake', 'Tarta de almendra', 'Entera, sin harina. Aguanta tres días, en teoría.'),
  ('quiet-house', 'es', 'Extra cleaning, two hours', 'Limpieza adicional, dos horas', 'Cocina, baños y suelos.'),
  ('quiet-house', 'es', 'Basket of firewood', 'Cesta de leña', 'Almendro seco, para una noche larga.'),
  ('quiet-house', 'es', 'Fresh bed linen and towels', 'Sábanas y toallas limpias', 'Para una cama.')
) as t (slug, locale, name, new_name, description)
join public.accom_properties p on p.slug = t.slug
where i.property_id = p.id and i.name = t.name;

update public.accom_local_deals d
set translations = jsonb_build_object(t.locale, jsonb_build_object(
  'title', t.new_title, 'description', t.description, 'discount', coalesce(t.discount, d.discount)
))
from (values
  ('sunset-hotel', 'vi', 'Dinner by the bridge', 'Bữa tối bên cầu', 'Đưa thẻ phòng trước khi gọi món. Không áp dụng cho đồ uống.', null),
  ('sunset-hotel', 'vi', 'An hour''s massage, ninety minutes long', 'Massage một giờ, làm chín mươi phút', 'Ngày thường trước 16:00. Xin gọi trước.', 'Tặng 30 phút'),
  ('sunset-hotel', 'vi', 'Shirt made in a day', 'May áo sơ mi trong một ngày', 'Đặt ba áo tặng một áo.', '3 tặng 1'),
  ('sunset-hotel', 'vi', 'Evening on the river', 'Buổi tối trên sông', 'Bốn mươi phút có trà, khởi hành từ bến lúc 19:00.', 'Giảm 50.000 ₫'),
  ('beach-view', 'vi', 'First surf lesson', 'Buổi học lướt sóng đầu tiên', 'Hai tiếng, gồm ván và áo lướt sóng.', null),
  ('beach-view', 'vi', 'Seafood across the road', 'Hải sản bên kia đường', 'Cho bàn tối đa sáu người. Không áp dụng ngày lễ.', null),
  ('beach-view', 'vi', 'Sơn Trà at sunrise', 'Bình minh trên Sơn Trà', 'Xe jeep bốn chỗ, về kịp bữa sáng.', 'Giảm 200.000 ₫'),
  ('quiet-house', 'es', 'Tasting of four wines', 'Cata de cuatro vinos', 'Con queso y almendras, con cita previa.', '2 por 1'),
  ('quiet-house', 'es', 'Guided walk to the old mill', 'Paseo guiado al molino viejo', 'Cuatro horas, fácil, con merienda.', null),
  ('quiet-house', 'es', 'An hour on horseback', 'Una hora a caballo', 'A partir de ocho años, cascos incluidos.', '5 € menos')
) as t (slug, locale, title, new_title, description, discount)
join public.accom_properties p on p.slug = t.slug
where d.property_id = p.id and d.title = t.title;

-- Words that come up at every place, given once.
with words (word, vi, es, it, fr, de, ja, zh) as (values
  ('Emergency', 'Khẩn cấp', 'Emergencias', 'Emergenza', 'Urgences', 'Notfall', '緊急', '紧急'),
  ('Health', 'Y tế', 'Salud', 'Salute', 'Santé', 'Gesundheit', '医療', '医疗'),
  ('Transport', 'Đi lại', 'Transporte', 'Trasporti', 'Transports', 'Verkehr', '交通', '交通'),
  ('The house', 'Nơi lưu trú', 'La casa', 'La struttura', 'La maison', 'Das Haus', '宿', '住宿'),
  ('Police', 'Cảnh sát', 'Policía', 'Polizia', 'Police', 'Polizei', '警察', '警察'),
  ('Fire brigade', 'Cứu hỏa', 'Bomberos', 'Vigili del fuoco', 'Pompiers', 'Feuerwehr', '消防', '消防'),
  ('Ambulance', 'Cấp cứu', 'Ambulancia', 'Ambulanza', 'Ambulance', 'Rettungsdienst', '救急車', '急救'),
  ('Police, fire brigade, ambulance', 'Cảnh sát, cứu hỏa, cấp cứu', 'Policía, bomberos, ambulancia', 'Polizia, vigili del fuoco, ambulanza', 'Police, pompiers, ambulance', 'Polizei, Feuerwehr, Rettungsdienst', '警察・消防・救急', '警察、消防、急救'),
  ('Taxi', 'Taxi', 'Taxi', 'Taxi', 'Taxi', 'Taxi', 'タクシー', '出租车'),
  ('Pharmacy', 'Nhà thuốc', 'Farmacia', 'Farmacia', 'Pharmacie', 'Apotheke', '薬局', '药房'),
  ('Pharmacy, open all night', 'Nhà thuốc mở suốt đêm', 'Farmacia, abierta toda la noche', 'Farmacia, aperta tutta la notte', 'Pharmacie, ouverte toute la nuit', 'Apotheke, die ganze Nacht geöffnet', '薬局（終夜営業）', '通宵药房'),
  ('Clinic with English-speaking doctors', 'Phòng khám có bác sĩ nói tiếng Anh', 'Clínica con médicos que hablan inglés', 'Clinica con medici che parlano inglese', 'Clinique avec médecins anglophones', 'Klinik mit englischsprachigen Ärzten', '英語の通じる診療所', '有英语医生的诊所'),
  ('Airport information', 'Thông tin sân bay', 'Información del aeropuerto', 'Informazioni aeroporto', 'Informations aéroport', 'Flughafenauskunft', '空港案内', '机场问询'),
  ('Night desk', 'Lễ tân ban đêm', 'Recepción nocturna', 'Reception notturna', 'Réception de nuit', 'Nachtrezeption', '夜間フロント', '夜间前台'),
  ('Lifeguards at the beach', 'Cứu hộ bãi biển', 'Socorristas de la playa', 'Bagnini in spiaggia', 'Sauveteurs de la plage', 'Rettungsschwimmer am Strand', 'ビーチの監視員', '海滩救生员'),
  ('Caretaker', 'Người quản lý', 'Portero', 'Custode', 'Gardien', 'Hausmeister', '管理人', '管理员'),
  ('Village doctor', 'Bác sĩ trong làng', 'Médico del pueblo', 'Medico del paese', 'Médecin du village', 'Dorfarzt', '村の医師', '村里的医生'),
  ('Plumber', 'Thợ sửa ống nước', 'Fontanero', 'Idraulico', 'Plombier', 'Klempner', '水道修理', '水管工')
), by_locale as (
  select w.word, t.locale, t.text
  from words w, jsonb_each_text(to_jsonb(w) - 'word') as t (locale, text)
)
update public.accom_useful_numbers n set translations = t.translations
from (
  select listed.id, jsonb_object_agg(c.locale, jsonb_strip_nulls(jsonb_build_object('category', c.text, 'label', l.text))) as translations
  from public.accom_useful_numbers listed
  join by_locale c on c.word = listed.category
  left join by_locale l on l.word = listed.label and l.locale = c.locale
  group by listed.id
) t
where t.id = n.id;

with words (word, vi, es, it, fr, de, ja, zh) as (values
  ('Room', 'Phòng', 'Habitación', 'Camera', 'Chambre', 'Zimmer', '客室', '客房'),
  ('Bedroom', 'Phòng ngủ', 'Dormitorio', 'Camera da letto', 'Chambre', 'Schlafzimmer', '寝室', '卧室'),
  ('Bedrooms', 'Các phòng ngủ', 'Dormitorios', 'Camere da letto', 'Chambres', 'Schlafzimmer', '寝室', '卧室'),
  ('Bungalow', 'Bungalow', 'Bungaló', 'Bungalow', 'Bungalow', 'Bungalow', 'バンガロー', '小屋'),
  ('Dorm', 'Phòng tập thể', 'Dormitorio compartido', 'Dormitorio', 'Dortoir', 'Schlafsaal', 'ドミトリー', '宿舍'),
  ('Bathroom', 'Phòng tắm', 'Baño', 'Bagno', 'Salle de bains', 'Bad', 'バスルーム', '浴室'),
  ('Bathrooms', 'Các phòng tắm', 'Baños', 'Bagni', 'Salles de bains', 'Bäder', 'バスルーム', '浴室'),
  ('Showers', 'Phòng tắm vòi sen', 'Duchas', 'Docce', 'Douches', 'Duschen', 'シャワー', '淋浴间'),
  ('Lockers', 'Tủ khóa', 'Taquillas', 'Armadietti', 'Casiers', 'Schließfächer', 'ロッカー', '储物柜'),
  ('Kitchen', 'Bếp', 'Cocina', 'Cucina', 'Cuisine', 'Küche', 'キッチン', '厨房'),
  ('Living room', 'Phòng khách', 'Salón', 'Soggiorno', 'Salon', 'Wohnzimmer', 'リビング', '客厅'),
  ('Lounge', 'Phòng sinh hoạt chung', 'Sala común', 'Salotto', 'Salon', 'Aufenthaltsraum', 'ラウンジ', '休息室'),
  ('Lobby', 'Sảnh', 'Vestíbulo', 'Ingresso', 'Hall', 'Eingangshalle', 'ロビー', '大堂'),
  ('Lift', 'Thang máy', 'Ascensor', 'Ascensore', 'Ascenseur', 'Aufzug', 'エレベーター', '电梯'),
  ('Balcony', 'Ban công', 'Balcón', 'Balcone', 'Balcon', 'Balkon', 'バルコニー', '阳台'),
  ('Terrace', 'Sân hiên', 'Terraza', 'Terrazza', 'Terrasse', 'Terrasse', 'テラス', '露台'),
  ('Roof terrace', 'Sân thượng', 'Azotea', 'Terrazza sul tetto', 'Toit-terrasse', 'Dachterrasse', '屋上テラス', '屋顶露台'),
  ('Air conditioning', 'Máy lạnh', 'Aire acondicionado', 'Aria condizionata', 'Climatisation', 'Klimaanlage', 'エアコン', '空调'),
  ('WiFi', 'WiFi', 'Wifi', 'Wi-Fi', 'Wi-Fi', 'WLAN', 'Wi-Fi', 'Wi-Fi'),
  ('Pool', 'Hồ bơi', 'Piscina', 'Piscina', 'Piscine', 'Pool', 'プール', '泳池'),
  ('Spa', 'Spa', 'Spa', 'Spa', 'Spa', 'Spa', 'スパ', '水疗'),
  ('Garden', 'Vườn', 'Jardín', 'Giardino', 'Jardin', 'Garten', '庭', '花园'),
  ('Parking', 'Bãi đỗ xe', 'Aparcamiento', 'Parcheggio', 'Stationnement', 'Parkplatz', '駐車場', '停车场')
)
update public.areas a set translations = (
  select jsonb_object_agg(t.locale, jsonb_build_object('name', t.text))
  from jsonb_each_text(to_jsonb(w) - 'word') as t (locale, text)
)
from words w
where w.word = a.name;

-- Orders at Sunset Hotel in every state: of Sarah Johnson in 203, and one of the session in 204. Items are such as can
-- be had at any hour, so that the times look right whenever this runs.
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
    property_id, room_id, booking_id, guest_session_id, status, total, currency, notes, idempotency_key, request_hash,
    reject_reason, created_at, updated_at
  )
  select s.property_id, s.room_id, s.booking_id, s.session_id, o.status, cart.total, p.currency, o.notes, o.key, md5(o.key),
    o.reject_reason, now() - o.placed, now() - o.moved
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
  returning id, property_id, idempotency_key, created_at
)
insert into public.accom_service_order_items (
  order_id, property_id, service_item_id, name, quantity, unit_price, total, position, created_at
)
select o.id, o.property_id, i.id, i.name, l.quantity, i.price, l.quantity::bigint * i.price, l.position, o.created_at
from placed o
join lines l on l.key = o.idempotency_key
join public.accom_service_items i on i.property_id = o.property_id and i.name = l.item;

with stays as (
  select booking_code as code, property_id, room_id, id as booking_id, null::uuid as session_id
  from public.accom_bookings
  union all
  select access_code, property_id, room_id, null, id from public.guest_sessions
)
insert into public.incidents (
  property_id, room_id, booking_id, guest_session_id, area_id, title, description, priority, status, idempotency_key,
  created_at, updated_at
)
select s.property_id, s.room_id, s.booking_id, s.session_id, a.id, i.title, i.description, i.priority, i.status, i.key,
  now() - i.reported, now() - i.moved
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
join public.incidents i on i.idempotency_key = u.key
join public.accounts staff on staff.email = 'staff@example.com';
