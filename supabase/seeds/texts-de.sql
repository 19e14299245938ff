-- The demo's texts in German, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', 'Ruhige Zimmer zwei Straßen vom Fluss, mit einer Dachterrasse, die dem Namen alle Ehre macht.',
    array['Nachtruhe von 22:00 bis 7:00 Uhr.', 'Rauchen gern auf der Dachterrasse, nicht in den Zimmern.', 'Besucher hinterlassen bitte ihren Namen an der Rezeption.', 'Bitte beim Ausgehen die Schlüsselkarte an die Tür hängen: Dann ruht auch die Klimaanlage.'],
    array['Dachterrasse', 'Frühstück 6:30–10:00', 'Klimaanlage', 'Wäscheservice', 'Fahrräder', 'Gepäckraum', 'Abholung vom Flughafen']),
  ('beach-view', 'Eine helle Wohnung im siebten Stock mit dem Meer in jedem Fenster.',
    array['Sand bitte am Hahn neben dem Tor abspülen.', 'Die Balkontür bleibt zu, solange die Klimaanlage läuft.', 'Müll kommt in die grüne Tonne im Hof.'],
    array['Küche', 'Waschmaschine', 'Meerblick', 'Aufzug', 'Zwei Fahrräder', 'Strandtücher']),
  ('backpack-hostel', 'Kojen mit Vorhang, eine Küche, in der niemand allein isst, und die Straßenbahn vor der Tür.',
    array['Licht aus in den Schlafsälen um 23:00 Uhr; der Aufenthaltsraum bleibt offen.', 'Bitte abwaschen, womit gekocht wurde.', 'Für die Schließfächer das eigene Schloss nehmen oder eins von der Rezeption.', 'Keine Schuhe auf den Betten.'],
    array['Gemeinschaftsküche', 'Schließfächer', 'Bettvorhänge', 'Leselampen', 'Wäscheraum', 'Kostenloser Stadtrundgang um 10:00']),
  ('palm-resort', 'Bungalows unter Palmen, drei Pools und ein Spa, das schon vor dem Frühstück öffnet.',
    array['Die Pools sind von 7:00 bis 22:00 Uhr geöffnet; Glas bleibt an der Bar.', 'Auf den Gartenwegen haben die Wagen Vorfahrt.', 'Bitte am Frühstücksbuffet das Armband tragen.'],
    array['Drei Pools', 'Spa', 'Tennis', 'Fitnessraum', 'Kinderclub', 'Parkservice', 'Zimmerservice bis 23:00']),
  ('quiet-house', 'Ein weiß gekalktes Haus hinter einem Mandelhain, wie gemacht zum Lesen und für lange Mittagessen.',
    array['Das Tor schließt von selbst: bitte die Fernbedienung mitnehmen.', 'Der Pool hat keine Aufsicht; Kinder schwimmen mit Erwachsenen.', 'Der Hund der Nachbarn ist freundlich. Sein Bellen nicht.'],
    array['Pool', 'Kamin', 'Bibliothek', 'Grill', 'Parkplatz für zwei Autos', 'Mandelhain'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('de', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', 'Frühstück', 'Auf der Dachterrasse oder auf dem Tablett an der Tür.'),
  ('sunset-hotel', 'Room service', 'Zimmerservice', 'Eine kleine Küche, die frisch kocht. Bitte eine halbe Stunde einplanen.'),
  ('sunset-hotel', 'Drinks', 'Getränke', 'Kaltes zu jeder Zeit; die Terrassenbar öffnet bei Sonnenuntergang.'),
  ('sunset-hotel', 'Laundry', 'Wäsche', 'Den Beutel einfach vor die Tür stellen, wir holen ihn ab.'),
  ('sunset-hotel', 'Getting around', 'Unterwegs', 'Autos, Motorräder und die hoteleigenen Fahrräder.'),
  ('beach-view', 'For your kitchen', 'Für Ihre Küche', 'Vom Markt und aus der Bäckerei im Erdgeschoss zu Ihnen gebracht.'),
  ('beach-view', 'Drinks', 'Getränke', 'In Ihren Kühlschrank gestellt, während Sie am Strand sind.'),
  ('beach-view', 'Cleaning and linen', 'Reinigung und Wäsche', 'Die Wohnung ist vor Ihrer Ankunft gereinigt; mehr ist einen Tipp entfernt.'),
  ('beach-view', 'At the beach', 'Am Strand', 'Ausgabe am Tor, Sand inbegriffen.'),
  ('backpack-hostel', 'Breakfast', 'Frühstück', 'In der Küche, am langen Tisch.'),
  ('backpack-hostel', 'Evenings together', 'Abende zusammen', 'Wir kochen, alle essen, jemand wäscht ab.'),
  ('backpack-hostel', 'Terrace bar', 'Terrassenbar', 'Von sechs bis zwei Uhr geöffnet. Ab elf bitte leise.'),
  ('backpack-hostel', 'Laundry and lockers', 'Wäsche und Schließfächer', 'Bezahlt an der Rezeption, genutzt im Untergeschoss.'),
  ('backpack-hostel', 'Out and about', 'Unterwegs', 'Tickets und Ausflüge mit Leuten aus dem Hostel.'),
  ('palm-resort', 'Breakfast in your bungalow', 'Frühstück im Bungalow', 'Mit dem Wagen gebracht, auf Wunsch mit Zeitung.'),
  ('palm-resort', 'Pool and fire-pit bar', 'Bar am Pool und am Feuer', 'An Ihre Liege serviert, in bruchsicheren Gläsern.'),
  ('palm-resort', 'Room service', 'Zimmerservice', 'Die Küche nimmt Bestellungen bis 23:00 Uhr an.'),
  ('palm-resort', 'Spa', 'Spa', 'Kommen Sie gern zehn Minuten früher: Das Dampfbad gehört Ihnen.'),
  ('palm-resort', 'Wheels', 'Auf Rädern', 'Der Parkservice ist rund um die Uhr da.'),
  ('quiet-house', 'Pantry', 'Speisekammer', 'Aus dem Dorf und vom Mandelhain, in die Küche gestellt.'),
  ('quiet-house', 'From the cellar', 'Aus dem Keller', 'Flaschen von den Weinbergen der Nachbarn.'),
  ('quiet-house', 'A cook at home', 'Köchin im Haus', 'Pepa kocht in Ihrer Küche und hinterlässt sie sauber.'),
  ('quiet-house', 'House and garden', 'Haus und Garten', 'Carmen oder ihr Bruder kommt vorbei.')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('de', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', 'Rinder-Phở', 'Reisnudeln in einer Brühe, die über Nacht geköchelt hat, Kräuter dazu.'),
  ('sunset-hotel', 'Bánh mì with fried egg', 'Bánh mì mit Spiegelei', 'Knuspriges Baguette, zwei Eier, Gurke, Koriander, auf Wunsch Chili.'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'Obst mit Joghurt', 'Mango, Drachenfrucht und Banane mit Naturjoghurt.'),
  ('sunset-hotel', 'Chicken congee', 'Reissuppe mit Huhn', 'Weich gekochter Reis mit Ingwer und Frühlingszwiebeln.'),
  ('sunset-hotel', 'Iced coffee with milk', 'Eiskaffee mit Milch', 'Kräftiger Filterkaffee auf gezuckerter Kondensmilch.'),
  ('sunset-hotel', 'Fried spring rolls', 'Frittierte Frühlingsrollen', 'Vier Stück mit Schwein und Garnele, Salat und Dip.'),
  ('sunset-hotel', 'Grilled chicken with rice', 'Gegrilltes Huhn mit Reis', 'Zitronengras-Hähnchen, Bruchreis und eingelegtes Gemüse.'),
  ('sunset-hotel', 'Fried noodles with vegetables', 'Gebratene Nudeln mit Gemüse', 'Auf Wunsch vegan: Schreiben Sie es in die Anmerkung.'),
  ('sunset-hotel', 'Night noodles with egg', 'Nachtnudeln mit Ei', 'Instantnudeln, nur besser, zu jeder Stunde.'),
  ('sunset-hotel', 'Sliced mango', 'Aufgeschnittene Mango', 'Eine reife Mango mit Chilisalz.'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'Stilles Wasser, 1,5 Liter', 'Zwei kleine Flaschen am Tag stehen kostenlos in Ihrem Zimmer.'),
  ('sunset-hotel', 'Fresh coconut', 'Frische Kokosnuss', 'Wird erst geöffnet, wenn Sie bestellen.'),
  ('sunset-hotel', 'Local lager', 'Lokales Lagerbier', 'Eine kalte Dose, 330 ml.'),
  ('sunset-hotel', 'Cocktail of the evening', 'Cocktail des Abends', 'Fragen Sie an der Terrassenbar, welcher es heute ist.'),
  ('sunset-hotel', 'Gin and tonic', 'Gin Tonic', 'Mit Limettenblatt von der Terrasse.'),
  ('sunset-hotel', 'Wash and fold, per kilo', 'Waschen und Falten, pro Kilo', 'Am nächsten Tag bis 18:00 Uhr zurück.'),
  ('sunset-hotel', 'Same-day wash, per kilo', 'Wäsche am selben Tag, pro Kilo', 'Vor 10:00 Uhr abgeholt, bis 19:00 Uhr zurück.'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'Hemd, gewaschen und gebügelt', 'Am nächsten Tag auf dem Bügel.'),
  ('sunset-hotel', 'Bicycle for a day', 'Fahrrad für einen Tag', 'Eins von unseren, kostenlos, mit Schloss. Helme an der Rezeption.'),
  ('sunset-hotel', 'Motorbike for a day', 'Motorroller für einen Tag', '110 ccm, zwei Helme. Ein Führerschein ist nötig.'),
  ('sunset-hotel', 'Airport car', 'Wagen zum Flughafen', 'Bis zu vier Personen mit Gepäck. Ihre Flugnummer bitte in die Anmerkung.'),
  ('sunset-hotel', 'Half a day in Hội An by car', 'Halber Tag in Hội An mit dem Auto', 'Wagen mit Fahrer für fünf Stunden; bitte am Vortag bestellen.'),
  ('beach-view', 'Breakfast basket for two', 'Frühstückskorb für zwei', 'Baguette, Eier, Butter, Marmelade, Bananen und gemahlener Kaffee.'),
  ('beach-view', 'Fruit basket', 'Obstkorb', 'Was der Markt heute hat, etwa drei Kilo.'),
  ('beach-view', 'Two warm baguettes', 'Zwei warme Baguettes', 'Aus der Bäckerei im Erdgeschoss.'),
  ('beach-view', 'Seafood box for the pan', 'Meeresfrüchte für die Pfanne', 'Garnelen, Tintenfisch und Muscheln für drei, küchenfertig.'),
  ('beach-view', 'Drinking water, 19 litres', 'Trinkwasser, 19 Liter', 'Eine neue Flasche für den Spender.'),
  ('beach-view', 'Lager, six cans', 'Lagerbier, sechs Dosen', 'Schon kalt, wenn es kommt.'),
  ('beach-view', 'Two fresh coconuts', 'Zwei frische Kokosnüsse', 'Mit Halmen aus Gras.'),
  ('beach-view', 'Ground coffee, 250 g', 'Gemahlener Kaffee, 250 g', 'In Đà Nẵng geröstet; der Filter ist im Schrank.'),
  ('beach-view', 'Extra cleaning', 'Zusätzliche Reinigung', 'Etwa eine Stunde: Böden, Bad und Küche.'),
  ('beach-view', 'Fresh bed linen', 'Frische Bettwäsche', 'Für ein Bett, von uns bezogen.'),
  ('beach-view', 'Two fresh beach towels', 'Zwei frische Strandtücher', 'Im Tausch gegen die sandigen.'),
  ('beach-view', 'Baby cot for the stay', 'Babybett für den Aufenthalt', 'Mit Laken und Moskitonetz.'),
  ('beach-view', 'Parasol and two loungers', 'Sonnenschirm und zwei Liegen', 'Für den Tag, vor dem Haus.'),
  ('beach-view', 'Paddleboard for an hour', 'Stand-up-Paddle für eine Stunde', 'Morgens ist es am ruhigsten. Nur für Schwimmer.'),
  ('beach-view', 'Child seat for the bicycle', 'Kindersitz fürs Fahrrad', 'Bis 22 kg, für den ganzen Aufenthalt.'),
  ('backpack-hostel', 'Hostel breakfast', 'Hostelfrühstück', 'Brot, Käse, Marmelade, Obst, Müsli und so viel Kaffee, wie Sie brauchen.'),
  ('backpack-hostel', 'Pastel de nata', 'Pastel de nata', 'Aus der Bäckerei gegenüber.'),
  ('backpack-hostel', 'Vegan porridge', 'Veganer Porridge', 'Hafer, Haferdrink, Apfel und Zimt.'),
  ('backpack-hostel', 'Packed lunch', 'Lunchpaket', 'Sandwich, Obst und Wasser. Am Abend vorher bestellen.'),
  ('backpack-hostel', 'Family dinner', 'Gemeinsames Abendessen', 'Um 20:00 Uhr in der Küche. Anmeldung bis sechs; ein vegetarischer Topf steht immer da.'),
  ('backpack-hostel', 'Caldo verde', 'Caldo verde', 'Kartoffel-Grünkohl-Suppe, mit oder ohne Chouriço.'),
  ('backpack-hostel', 'Cheese toastie', 'Käsetoast', 'Die Antwort zu jeder Stunde.'),
  ('backpack-hostel', 'Small draught beer', 'Kleines Bier vom Fass', 'Ein Imperial, wie man hier sagt.'),
  ('backpack-hostel', 'Glass of vinho verde', 'Glas Vinho Verde', 'Leicht, kalt, ein wenig spritzig.'),
  ('backpack-hostel', 'Ginjinha', 'Ginjinha', 'Sauerkirschlikör im Schokoladenbecher.'),
  ('backpack-hostel', 'Lemonade', 'Limonade', 'Hausgemacht, mit Minze.'),
  ('backpack-hostel', 'One wash, soap included', 'Eine Wäsche, Waschmittel inklusive', 'Bis 7 kg, etwa 40 Minuten.'),
  ('backpack-hostel', 'One round in the dryer', 'Eine Runde im Trockner', 'Bis 7 kg, etwa 45 Minuten.'),
  ('backpack-hostel', 'Padlock', 'Vorhängeschloss', 'Zum Behalten.'),
  ('backpack-hostel', 'Towel for the stay', 'Handtuch für den Aufenthalt', 'Ein großes. Beim Check-out nehmen wir es zurück.'),
  ('backpack-hostel', 'Seat on the surf bus', 'Platz im Surfbus', 'Zum Strand und zurück, mit Brett und Neoprenanzug; Abfahrt um 09:30 Uhr.'),
  ('backpack-hostel', 'City bike for a day', 'Stadtrad für einen Tag', 'Sieben Gänge, und Sie werden sie brauchen.'),
  ('backpack-hostel', 'Fado night', 'Fado-Abend', 'Eintritt und ein Getränk; um 21:00 Uhr gehen wir zusammen los.'),
  ('palm-resort', 'Continental tray', 'Kontinentales Frühstück', 'Gebäck, Obst, Joghurt, Saft und eine Kanne Kaffee, für eine Person.'),
  ('palm-resort', 'Avocado toast', 'Avocado-Toast', 'Sauerteigbrot, zwei pochierte Eier, Zitrone.'),
  ('palm-resort', 'Buttermilk pancakes', 'Buttermilch-Pancakes', 'Drei Stück mit Ahornsirup.'),
  ('palm-resort', 'Little breakfast', 'Kleines Frühstück', 'Ein Pancake, Obst und Milch, für Gäste unter zehn.'),
  ('palm-resort', 'Date shake', 'Dattelshake', 'Datteln aus dem Coachella Valley, Vanilleeis.'),
  ('palm-resort', 'Frozen margarita', 'Frozen Margarita', 'Für Gäste ab 21 Jahren; bitte Ausweis mitbringen.'),
  ('palm-resort', 'Chips and guacamole', 'Chips und Guacamole', 'Frisch gemacht, genug für zwei.'),
  ('palm-resort', 'S’mores kit', 'S’mores-Set', 'Für vier, mit Spießen. Das Feuer brennt ab der Dämmerung.'),
  ('palm-resort', 'Mezcal by the fire', 'Mezcal am Feuer', '6 cl, Orange und Wurmsalz. Für Gäste ab 21 Jahren.'),
  ('palm-resort', 'Club sandwich', 'Club Sandwich', 'Truthahn, Speck, Tomate, Pommes.'),
  ('palm-resort', 'Palm burger', 'Palm-Burger', 'Rind oder schwarze Bohnen, Cheddar, Gurken, Pommes.'),
  ('palm-resort', 'Caesar salad', 'Caesar Salad', 'Auf Wunsch mit Huhn: Schreiben Sie es in die Anmerkung.'),
  ('palm-resort', 'Ice bucket', 'Eiskübel', 'Geht aufs Haus.'),
  ('palm-resort', 'Desert massage, 50 minutes', 'Wüstenmassage, 50 Minuten', 'Ganzkörper, warmes Salbeiöl. Wir rufen Sie wegen der Uhrzeit an.'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'Hot-Stone-Massage, 80 Minuten', 'Flusssteine, langsame Hände.'),
  ('palm-resort', 'Sunrise yoga', 'Yoga bei Sonnenaufgang', 'Um 06:30 Uhr auf dem Rasen. Matten sind da.'),
  ('palm-resort', 'Airport transfer', 'Flughafentransfer', 'Flughafen Palm Springs, bis zu vier Personen.'),
  ('palm-resort', 'Beach cruiser for half a day', 'Cruiser-Fahrrad für einen halben Tag', 'Helm, Schloss und eine Karte der flachen Wege.'),
  ('palm-resort', 'Hand car wash', 'Autowäsche von Hand', 'Während Sie schlafen; den Schlüssel bitte beim Parkservice lassen.'),
  ('quiet-house', 'Basket for the first evening', 'Korb für den ersten Abend', 'Brot, Tomaten, Käse, Schinken, Oliven, Eier und eine Flasche Rotwein.'),
  ('quiet-house', 'Village bread', 'Dorfbrot', 'Ein runder Laib, morgens ans Tor gehängt.'),
  ('quiet-house', 'Almonds from the orchard, 500 g', 'Mandeln aus dem Hain, 500 g', 'Vom letzten Herbst, mit Salz geröstet.'),
  ('quiet-house', 'Goat’s cheese', 'Ziegenkäse', 'Halb gereift, etwa 400 g.'),
  ('quiet-house', 'A dozen eggs', 'Ein Dutzend Eier', 'Wenn die Hennen einverstanden sind.'),
  ('quiet-house', 'Sweet moscatel', 'Süßer Moscatel', 'Der Wein des Dorfes, 75 cl.'),
  ('quiet-house', 'Mountain red', 'Roter aus den Bergen', 'Jung, aus Romé und Garnacha, 75 cl.'),
  ('quiet-house', 'Olive oil, half a litre', 'Olivenöl, ein halber Liter', 'Kalt gepresst, von diesem Jahr.'),
  ('quiet-house', 'Paella for six', 'Paella für sechs', 'Auf dem Grill, mit oder ohne Fleisch. Bitte einen Tag vorher.'),
  ('quiet-house', 'Long lunch, per person', 'Langes Mittagessen, pro Person', 'Kalte Suppe, Salat, ein Braten und Mandelkuchen.'),
  ('quiet-house', 'Almond cake', 'Mandelkuchen', 'Ganz, ohne Mehl. Hält drei Tage, theoretisch.'),
  ('quiet-house', 'Extra cleaning, two hours', 'Zusätzliche Reinigung, zwei Stunden', 'Küche, Bäder und Böden.'),
  ('quiet-house', 'Basket of firewood', 'Korb Brennholz', 'Trockenes Mandelholz, für einen langen Abend.'),
  ('quiet-house', 'Fresh bed linen and towels', 'Frische Bettwäsche und Handtücher', 'Für ein Bett.')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('de', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', 'Abendessen an der Brücke', 'Zeigen Sie vor der Bestellung Ihre Zimmerkarte. Getränke ausgenommen.', '15 %'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', 'Eine Stunde Massage, neunzig Minuten lang', 'Werktags vor 16:00 Uhr. Bitte vorher anrufen.', '30 Min. gratis'),
  ('sunset-hotel', 'Shirt made in a day', 'Hemd an einem Tag genäht', 'Ein Hemd gratis zu je drei bestellten.', '4 für 3'),
  ('sunset-hotel', 'Evening on the river', 'Abend auf dem Fluss', 'Vierzig Minuten mit Tee, ab dem Anleger um 19:00 Uhr.', '50.000 ₫ Rabatt'),
  ('beach-view', 'First surf lesson', 'Erste Surfstunde', 'Zwei Stunden, Brett und Lycra inbegriffen.', '20 %'),
  ('beach-view', 'Seafood across the road', 'Meeresfrüchte gegenüber', 'Für Tische bis sechs Personen. Nicht an Feiertagen.', '10 %'),
  ('beach-view', 'Sơn Trà at sunrise', 'Sơn Trà bei Sonnenaufgang', 'Jeep für vier, zum Frühstück zurück.', '200.000 ₫ Rabatt'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', 'Gebrauchte Platten und Kaffee', 'Ein Kaffee zu jeder Platte. Sagen Sie, wo Sie wohnen.', 'Kaffee gratis'),
  ('backpack-hostel', 'Two hours on the river', 'Zwei Stunden auf dem Fluss', 'Geführt, ab Belém, auch für Anfänger.', '5 € Rabatt'),
  ('backpack-hostel', 'Fado and petiscos', 'Fado und Petiscos', 'Sonntag bis Donnerstag, mit dem Zettel von der Rezeption.', '20 %'),
  ('palm-resort', 'Canyon by jeep', 'Mit dem Jeep durch den Canyon', 'Drei Stunden, Wasser und Hüte inbegriffen. Ab sechs Jahren.', '15 %'),
  ('palm-resort', 'Houses behind the hedges', 'Häuser hinter den Hecken', 'Zwei Stunden zu Fuß, nur vormittags.', '10 $ Rabatt'),
  ('palm-resort', 'Twilight round', 'Runde am späten Nachmittag', 'Startzeiten nach 14:00 Uhr, Cart inbegriffen.', '25 %'),
  ('quiet-house', 'Tasting of four wines', 'Vier Weine zur Probe', 'Mit Käse und Mandeln, nach Vereinbarung.', '2 für 1'),
  ('quiet-house', 'Guided walk to the old mill', 'Geführte Wanderung zur alten Mühle', 'Vier Stunden, leicht, mit Picknick.', '10 %'),
  ('quiet-house', 'An hour on horseback', 'Eine Stunde zu Pferd', 'Ab acht Jahren, Helme inbegriffen.', '5 € Rabatt')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('de', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'Doppelzimmer mit Flussblick', 'Ein Doppelbett am Fenster, darunter der Fluss und nachts die beleuchtete Brücke.'),
  ('Garden twin', 'Zweibettzimmer zum Garten', 'Zwei Einzelbetten und ein Balkon zum Innenhof, wo es kühl und ruhig bleibt.'),
  ('One-bedroom apartment', 'Wohnung mit einem Schlafzimmer', 'Ein Doppelbett, ein Schlafsofa für zwei, eine Küche zum Kochen und ein Balkon über dem Meer.'),
  ('Mixed dorm, four beds', 'Gemischter Schlafsaal, vier Betten', 'Vier Kojen, jede mit Vorhang, Licht, Steckdose und Schließfach.'),
  ('Garden bungalow', 'Gartenbungalow', 'Ein Kingsize-Bett und eine eigene Terrasse, nur ein paar Schritte vom Spa.'),
  ('Pool bungalow', 'Poolbungalow', 'Ein Kingsize-Bett, und der ruhige Pool liegt direkt vor der Terrasse.'),
  ('Whole house', 'Ganzes Haus', 'Drei Schlafzimmer, ein Kamin, ein Pool und der Mandelgarten, alles für Sie allein.')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('de', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', 'Sommer'),
  ('New Year', 'Neujahr'),
  ('June festivals', 'Junifeste'),
  ('Desert spring', 'Wüstenfrühling'),
  ('Emergency', 'Notfall'),
  ('Health', 'Gesundheit'),
  ('Transport', 'Verkehr'),
  ('The house', 'Das Haus'),
  ('Police', 'Polizei'),
  ('Fire brigade', 'Feuerwehr'),
  ('Ambulance', 'Rettungsdienst'),
  ('Police, fire brigade, ambulance', 'Polizei, Feuerwehr, Rettungsdienst'),
  ('Taxi', 'Taxi'),
  ('Pharmacy', 'Apotheke'),
  ('Pharmacy, open all night', 'Apotheke, die ganze Nacht geöffnet'),
  ('Clinic with English-speaking doctors', 'Klinik mit englischsprachigen Ärzten'),
  ('Airport information', 'Flughafenauskunft'),
  ('Night desk', 'Nachtrezeption'),
  ('Lifeguards at the beach', 'Rettungsschwimmer am Strand'),
  ('Caretaker', 'Hausmeister'),
  ('Village doctor', 'Dorfarzt'),
  ('Plumber', 'Klempner'),
  ('Room', 'Zimmer'),
  ('Bedroom', 'Schlafzimmer'),
  ('Bedrooms', 'Schlafzimmer'),
  ('Bungalow', 'Bungalow'),
  ('Dorm', 'Schlafsaal'),
  ('Bathroom', 'Bad'),
  ('Bathrooms', 'Bäder'),
  ('Showers', 'Duschen'),
  ('Lockers', 'Schließfächer'),
  ('Kitchen', 'Küche'),
  ('Living room', 'Wohnzimmer'),
  ('Lounge', 'Aufenthaltsraum'),
  ('Lobby', 'Eingangshalle'),
  ('Lift', 'Aufzug'),
  ('Balcony', 'Balkon'),
  ('Terrace', 'Terrasse'),
  ('Roof terrace', 'Dachterrasse'),
  ('Air conditioning', 'Klimaanlage'),
  ('WiFi', 'WLAN'),
  ('Pool', 'Pool'),
  ('Spa', 'Spa'),
  ('Garden', 'Garten'),
  ('Parking', 'Parkplatz'),
  ('Doctor on call', 'Ärztlicher Bereitschaftsdienst'),
  ('Lost property, trams and metro', 'Fundbüro für Tram und Metro'),
  ('Resort security', 'Sicherheitsdienst des Resorts'),
  ('Urgent care', 'Notfallpraxis'),
  ('Roadside help', 'Pannenhilfe'),
  ('Concierge', 'Concierge'),
  ('Lounge and kitchen', 'Aufenthaltsraum und Küche'),
  ('Dorms', 'Schlafsäle')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('de', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('de', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('de', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'de', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
