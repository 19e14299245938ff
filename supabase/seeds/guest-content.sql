-- What guests of the five properties read, order and report.

-- What guests can order. Prices are whole minor units: 60000 is 60.000 ₫, 450 is 4,50 € or $4.50.
insert into public.accom_service_categories (property_id, name, description, icon, sort_order)
select p.id, c.name, c.description, c.icon, c.sort_order
from (values
  ('sunset-hotel', 1, 'breakfast', 'Breakfast', 'On the roof terrace, or on a tray at your door.'),
  ('sunset-hotel', 2, 'food', 'Room service', 'A small kitchen that cooks to order. Allow half an hour.'),
  ('sunset-hotel', 3, 'drink', 'Drinks', 'Cold ones at any hour; the terrace bar opens at sunset.'),
  ('sunset-hotel', 4, 'laundry', 'Laundry', 'Leave the bag at the door and we collect it.'),
  ('sunset-hotel', 5, 'transport', 'Getting around', 'Cars, motorbikes and the hotel’s own bicycles.'),
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
  ('quiet-house', 2, 'drink', 'From the cellar', 'Bottles of the neighbours’ own vineyards.'),
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
  ('palm-resort', 'Pool and fire-pit bar', 4, 'S’mores kit', 'For four, with sticks. The fire is lit at dusk.', 1600, '18:00', '23:00', 4, false),
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
  ('quiet-house', 'Pantry', 3, 'Almonds from the orchard, 500 g', 'Last autumn’s, roasted with salt.', 750, null, null, 6, false),
  ('quiet-house', 'Pantry', 4, 'Goat’s cheese', 'Half cured, about 400 g.', 950, null, null, 3, false),
  ('quiet-house', 'Pantry', 5, 'A dozen eggs', 'When the hens agree.', 380, null, null, 2, true),
  ('quiet-house', 'From the cellar', 1, 'Sweet moscatel', 'The village’s own wine, 75 cl.', 1100, null, null, 6, false),
  ('quiet-house', 'From the cellar', 2, 'Mountain red', 'Young, of romé and garnacha, 75 cl.', 950, null, null, 6, false),
  ('quiet-house', 'From the cellar', 3, 'Olive oil, half a litre', 'Cold pressed, this year’s.', 850, null, null, 4, false),
  ('quiet-house', 'A cook at home', 1, 'Paella for six', 'On the barbecue, with or without meat. A day’s notice, please.', 14500, '09:00', '18:00', 1, false),
  ('quiet-house', 'A cook at home', 2, 'Long lunch, per person', 'Cold soup, salad, a roast and almond cake.', 3200, '09:00', '18:00', 6, false),
  ('quiet-house', 'A cook at home', 3, 'Almond cake', 'Whole, no flour. Keeps for three days, in theory.', 2200, '09:00', '18:00', 2, false),
  ('quiet-house', 'House and garden', 1, 'Extra cleaning, two hours', 'Kitchen, bathrooms and floors.', 4000, '09:00', '17:00', 2, false),
  ('quiet-house', 'House and garden', 2, 'Basket of firewood', 'Dry almond wood, one long evening.', 1200, null, null, 4, false),
  ('quiet-house', 'House and garden', 3, 'Fresh bed linen and towels', 'For one bed.', 1500, '09:00', '17:00', 4, false)
) as i (slug, category, sort_order, name, description, price, available_from, available_to, max_quantity, is_sold_out)
join public.accom_properties p on p.slug = i.slug
join public.accom_service_categories c on c.property_id = p.id and c.name = i.category;

-- Dates are relative to the property's today, so that the deals stay valid. One deal at Sunset Hotel has not begun yet.
insert into public.accom_local_deals (
  property_id, partner, title, description, discount, valid_from, valid_until, link, sort_order
)
select p.id, d.partner, d.title, d.description, d.discount,
  (now() at time zone p.timezone)::date + d.from_day, (now() at time zone p.timezone)::date + d.until_day, d.link, d.sort_order
from (values
  ('sunset-hotel', 1, 'River Kitchen', 'Dinner by the bridge', 'Show your room key before you order. Drinks are not included.', '15%', -10, 50, 'https://example.com/river-kitchen'),
  ('sunset-hotel', 2, 'Marble Spa', 'An hour’s massage, ninety minutes long', 'On weekdays before 16:00. Call ahead.', '30 min free', null, null, 'https://example.com/marble-spa'),
  ('sunset-hotel', 3, 'Han Tailors', 'Shirt made in a day', 'One shirt free for every three ordered.', '4 for 3', -3, 12, 'https://example.com/han-tailors'),
  ('sunset-hotel', 4, 'Lantern Boats', 'Evening on the river', 'Forty minutes with tea, leaving from the pier at 19:00.', '₫50,000 off', 7, 37, 'https://example.com/lantern-boats'),
  ('beach-view', 1, 'Salt Surf School', 'First surf lesson', 'Two hours, board and rash vest included.', '20%', -5, 40, 'https://example.org/salt-surf'),
  ('beach-view', 2, 'Crab & Lime', 'Seafood across the road', 'For tables of up to six. Not on public holidays.', '10%', null, null, 'https://example.org/crab-and-lime'),
  ('beach-view', 3, 'Monkey Hill Tours', 'Sơn Trà at sunrise', 'Jeep for four, back for breakfast.', '₫200,000 off', -1, 20, 'https://example.org/monkey-hill'),
  ('backpack-hostel', 1, 'Tram Stop Records', 'Second-hand vinyl and coffee', 'A coffee with any record. Say where you sleep.', 'Free coffee', null, null, 'https://example.net/tram-stop-records'),
  ('backpack-hostel', 2, 'Tagus Kayaks', 'Two hours on the river', 'Guided, from Belém, beginners welcome.', '€5 off', -14, 30, 'https://example.net/tagus-kayaks'),
  ('backpack-hostel', 3, 'Alfama Sings', 'Fado and petiscos', 'Sunday to Thursday, with the paper slip from the desk.', '20%', -2, 60, 'https://example.net/alfama-sings'),
  ('palm-resort', 1, 'Canyon Jeeps', 'Canyon by jeep', 'Three hours, water and hats included. Ages six and up.', '15%', -7, 45, 'https://example.com/canyon-jeeps'),
  ('palm-resort', 2, 'Mid-Century Walks', 'Houses behind the hedges', 'Two hours on foot, mornings only.', '$10 off', null, null, 'https://example.com/mid-century-walks'),
  ('palm-resort', 3, 'Nine Palms Golf', 'Twilight round', 'Tee times after 14:00, cart included.', '25%', -1, 14, 'https://example.com/nine-palms'),
  ('quiet-house', 1, 'Bodega del Norte', 'Tasting of four wines', 'With cheese and almonds, by appointment.', '2 for 1', -20, 70, 'https://example.org/bodega-del-norte'),
  ('quiet-house', 2, 'Sierra a Pie', 'Guided walk to the old mill', 'Four hours, easy, with a picnic.', '10%', null, null, 'https://example.org/sierra-a-pie'),
  ('quiet-house', 3, 'Cuadra Alta', 'An hour on horseback', 'From eight years, helmets included.', '€5 off', -4, 25, null)
) as d (slug, sort_order, partner, title, description, discount, from_day, until_day, link)
join public.accom_properties p on p.slug = d.slug;

-- The emergency numbers are the real ones of each country; all others are invented.
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
