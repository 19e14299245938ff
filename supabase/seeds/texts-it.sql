-- The demo's texts in Italian, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', 'Camere silenziose a due strade dal fiume, con una terrazza sul tetto degna del nome.',
    array['Silenzio dalle 22:00 alle 7:00.', 'Si può fumare sulla terrazza, non nelle camere.', 'I visitatori sono pregati di lasciare il nome alla reception.', 'Uscendo, appenda la tessera alla porta: riposa anche l’aria condizionata.'],
    array['Terrazza sul tetto', 'Colazione 6:30–10:00', 'Aria condizionata', 'Lavanderia', 'Biciclette', 'Deposito bagagli', 'Transfer dall’aeroporto']),
  ('beach-view', 'Un appartamento luminoso al settimo piano, con il mare a ogni finestra.',
    array['Sciacqui via la sabbia al rubinetto accanto al cancello.', 'La porta del balcone resta chiusa quando l’aria condizionata è accesa.', 'I rifiuti vanno nel bidone verde in cortile.'],
    array['Cucina', 'Lavatrice', 'Vista mare', 'Ascensore', 'Due biciclette', 'Teli mare']),
  ('backpack-hostel', 'Letti a castello con tenda, una cucina dove nessuno mangia da solo e il tram davanti alla porta.',
    array['Luci spente nei dormitori alle 23:00; il salotto resta aperto.', 'Lavi quello che ha usato per cucinare.', 'Gli armadietti si chiudono con il Suo lucchetto o con uno della reception.', 'Niente scarpe sui letti.'],
    array['Cucina comune', 'Armadietti', 'Tende ai letti', 'Luci da lettura', 'Lavanderia', 'Passeggiata guidata gratuita alle 10:00']),
  ('palm-resort', 'Bungalow sotto le palme, tre piscine e una spa che apre prima di colazione.',
    array['Le piscine sono aperte dalle 7:00 alle 22:00; il vetro resta al bar.', 'Sui vialetti i carrelli hanno la precedenza.', 'A colazione indossi il braccialetto.'],
    array['Tre piscine', 'Spa', 'Tennis', 'Palestra', 'Miniclub', 'Parcheggiatore', 'Servizio in camera fino alle 23:00']),
  ('quiet-house', 'Una casa imbiancata a calce dietro un mandorleto, fatta per leggere e per i lunghi pranzi.',
    array['Il cancello si chiude da solo: porti con sé il telecomando.', 'La piscina non ha bagnino; i bambini nuotano con un adulto.', 'Il cane dei vicini è amichevole. Il suo abbaiare no.'],
    array['Piscina', 'Camino', 'Biblioteca', 'Barbecue', 'Parcheggio per due auto', 'Mandorleto'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('it', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', 'Colazione', 'In terrazza, o su un vassoio davanti alla porta.'),
  ('sunset-hotel', 'Room service', 'Servizio in camera', 'Una piccola cucina che prepara al momento. Calcoli mezz’ora.'),
  ('sunset-hotel', 'Drinks', 'Bevande', 'Fresche a ogni ora; il bar in terrazza apre al tramonto.'),
  ('sunset-hotel', 'Laundry', 'Lavanderia', 'Lasci il sacchetto alla porta: lo ritiriamo noi.'),
  ('sunset-hotel', 'Getting around', 'Spostarsi', 'Auto, motorini e le biciclette dell’hotel.'),
  ('beach-view', 'For your kitchen', 'Per la Sua cucina', 'Portato su dal mercato e dal forno sotto casa.'),
  ('beach-view', 'Drinks', 'Bevande', 'Messe in frigo mentre è in spiaggia.'),
  ('beach-view', 'Cleaning and linen', 'Pulizie e biancheria', 'L’appartamento è pulito prima dell’arrivo; il resto è a un tocco.'),
  ('beach-view', 'At the beach', 'In spiaggia', 'Si ritira al cancello, sabbia inclusa.'),
  ('backpack-hostel', 'Breakfast', 'Colazione', 'In cucina, al tavolo lungo.'),
  ('backpack-hostel', 'Evenings together', 'Serate insieme', 'Noi cuciniamo, tutti mangiano, qualcuno lava i piatti.'),
  ('backpack-hostel', 'Terrace bar', 'Bar in terrazza', 'Aperto dalle 18:00 alle 2:00. A bassa voce dopo le 23:00.'),
  ('backpack-hostel', 'Laundry and lockers', 'Lavanderia e armadietti', 'Si paga alla reception, si usa di sotto.'),
  ('backpack-hostel', 'Out and about', 'In giro', 'Biglietti e gite con la gente dell’ostello.'),
  ('palm-resort', 'Breakfast in your bungalow', 'Colazione nel bungalow', 'Portata con il carrello, con il giornale se lo desidera.'),
  ('palm-resort', 'Pool and fire-pit bar', 'Bar della piscina e del falò', 'Servito al lettino, in bicchieri infrangibili.'),
  ('palm-resort', 'Room service', 'Servizio in camera', 'La cucina prende ordini fino alle 23:00.'),
  ('palm-resort', 'Spa', 'Spa', 'Venga dieci minuti prima: il bagno turco è Suo.'),
  ('palm-resort', 'Wheels', 'Su ruote', 'Il parcheggiatore c’è a ogni ora.'),
  ('quiet-house', 'Pantry', 'Dispensa', 'Dal paese e dal mandorleto, lasciata in cucina.'),
  ('quiet-house', 'From the cellar', 'Dalla cantina', 'Bottiglie delle vigne dei vicini.'),
  ('quiet-house', 'A cook at home', 'Una cuoca in casa', 'Pepa cucina nella Sua cucina e la lascia pulita.'),
  ('quiet-house', 'House and garden', 'Casa e giardino', 'Passa Carmen o suo fratello.')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('it', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', 'Phở di manzo', 'Tagliatelle di riso in un brodo sobbollito tutta la notte, erbe a parte.'),
  ('sunset-hotel', 'Bánh mì with fried egg', 'Bánh mì con uovo al tegamino', 'Baguette croccante, due uova, cetriolo, coriandolo, peperoncino a piacere.'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'Frutta e yogurt', 'Mango, frutto del drago e banana con yogurt bianco.'),
  ('sunset-hotel', 'Chicken congee', 'Crema di riso al pollo', 'Riso morbido con zenzero e cipollotto.'),
  ('sunset-hotel', 'Iced coffee with milk', 'Caffè freddo con latte', 'Caffè filtro forte su latte condensato.'),
  ('sunset-hotel', 'Fried spring rolls', 'Involtini fritti', 'Quattro pezzi con maiale e gambero, lattuga e salsa.'),
  ('sunset-hotel', 'Grilled chicken with rice', 'Pollo alla griglia con riso', 'Pollo alla citronella, riso spezzato e sottaceti.'),
  ('sunset-hotel', 'Fried noodles with vegetables', 'Noodles saltati con verdure', 'Vegani su richiesta: lo scriva nella nota.'),
  ('sunset-hotel', 'Night noodles with egg', 'Noodles notturni con uovo', 'Noodles istantanei, ma migliori, a ogni ora.'),
  ('sunset-hotel', 'Sliced mango', 'Mango a fette', 'Un mango maturo con sale al peperoncino.'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'Acqua naturale, 1,5 litri', 'Due bottigliette al giorno sono gratis in camera.'),
  ('sunset-hotel', 'Fresh coconut', 'Cocco fresco', 'Aperto al momento dell’ordine.'),
  ('sunset-hotel', 'Local lager', 'Birra locale', 'Una lattina fredda, 33 cl.'),
  ('sunset-hotel', 'Cocktail of the evening', 'Cocktail della sera', 'Chieda al bar in terrazza qual è quello di stasera.'),
  ('sunset-hotel', 'Gin and tonic', 'Gin tonic', 'Con foglia di lime della terrazza.'),
  ('sunset-hotel', 'Wash and fold, per kilo', 'Lavaggio e piegatura, al chilo', 'Pronto il giorno dopo entro le 18:00.'),
  ('sunset-hotel', 'Same-day wash, per kilo', 'Lavaggio in giornata, al chilo', 'Ritirato prima delle 10:00, pronto entro le 19:00.'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'Camicia lavata e stirata', 'Sulla gruccia il giorno dopo.'),
  ('sunset-hotel', 'Bicycle for a day', 'Bicicletta per un giorno', 'Una delle nostre, gratis, con lucchetto. Caschi alla reception.'),
  ('sunset-hotel', 'Motorbike for a day', 'Scooter per un giorno', '110 cc, due caschi. Serve la patente.'),
  ('sunset-hotel', 'Airport car', 'Auto per l’aeroporto', 'Fino a quattro persone con bagagli. Scriva il volo nella nota.'),
  ('sunset-hotel', 'Half a day in Hội An by car', 'Mezza giornata a Hội An in auto', 'Auto con autista per cinque ore; da ordinare il giorno prima.'),
  ('beach-view', 'Breakfast basket for two', 'Cesto della colazione per due', 'Baguette, uova, burro, marmellata, banane e caffè macinato.'),
  ('beach-view', 'Fruit basket', 'Cesto di frutta', 'Quello che offre oggi il mercato, circa tre chili.'),
  ('beach-view', 'Two warm baguettes', 'Due baguette calde', 'Dal forno sotto casa.'),
  ('beach-view', 'Seafood box for the pan', 'Frutti di mare da saltare', 'Gamberi, calamari e vongole per tre, già puliti.'),
  ('beach-view', 'Drinking water, 19 litres', 'Acqua potabile, 19 litri', 'Un nuovo boccione per il distributore.'),
  ('beach-view', 'Lager, six cans', 'Birra, sei lattine', 'Già fredda quando arriva.'),
  ('beach-view', 'Two fresh coconuts', 'Due cocchi freschi', 'Con cannucce d’erba.'),
  ('beach-view', 'Ground coffee, 250 g', 'Caffè macinato, 250 g', 'Tostato a Đà Nẵng; il filtro è nella credenza.'),
  ('beach-view', 'Extra cleaning', 'Pulizia extra', 'Circa un’ora: pavimenti, bagno e cucina.'),
  ('beach-view', 'Fresh bed linen', 'Lenzuola pulite', 'Per un letto, che rifacciamo noi.'),
  ('beach-view', 'Two fresh beach towels', 'Due teli mare puliti', 'In cambio di quelli pieni di sabbia.'),
  ('beach-view', 'Baby cot for the stay', 'Culla per il soggiorno', 'Con lenzuolino e zanzariera.'),
  ('beach-view', 'Parasol and two loungers', 'Ombrellone e due lettini', 'Per la giornata, davanti a casa.'),
  ('beach-view', 'Paddleboard for an hour', 'Tavola da SUP per un’ora', 'Al mattino il mare è più calmo. Solo per chi sa nuotare.'),
  ('beach-view', 'Child seat for the bicycle', 'Seggiolino per la bicicletta', 'Fino a 22 kg, per tutto il soggiorno.'),
  ('backpack-hostel', 'Hostel breakfast', 'Colazione dell’ostello', 'Pane, formaggio, marmellata, frutta, cereali e tutto il caffè che serve.'),
  ('backpack-hostel', 'Pastel de nata', 'Pastel de nata', 'Dalla pasticceria di fronte.'),
  ('backpack-hostel', 'Vegan porridge', 'Porridge vegano', 'Avena, latte d’avena, mela e cannella.'),
  ('backpack-hostel', 'Packed lunch', 'Pranzo al sacco', 'Panino, frutta e acqua. Da ordinare la sera prima.'),
  ('backpack-hostel', 'Family dinner', 'Cena in compagnia', 'Alle 20:00 in cucina. Iscrizione entro le 18:00; una pentola vegetariana c’è sempre.'),
  ('backpack-hostel', 'Caldo verde', 'Caldo verde', 'Zuppa di patate e cavolo, con o senza chouriço.'),
  ('backpack-hostel', 'Cheese toastie', 'Toast al formaggio', 'La risposta a ogni ora.'),
  ('backpack-hostel', 'Small draught beer', 'Birra piccola alla spina', 'Una imperial, come si dice qui.'),
  ('backpack-hostel', 'Glass of vinho verde', 'Calice di vinho verde', 'Leggero, freddo, un po’ frizzante.'),
  ('backpack-hostel', 'Ginjinha', 'Ginjinha', 'Liquore di amarene in un bicchierino di cioccolato.'),
  ('backpack-hostel', 'Lemonade', 'Limonata', 'Fatta qui, con la menta.'),
  ('backpack-hostel', 'One wash, soap included', 'Un lavaggio, detersivo incluso', 'Fino a 7 kg, circa 40 minuti.'),
  ('backpack-hostel', 'One round in the dryer', 'Un giro di asciugatrice', 'Fino a 7 kg, circa 45 minuti.'),
  ('backpack-hostel', 'Padlock', 'Lucchetto', 'Da tenere.'),
  ('backpack-hostel', 'Towel for the stay', 'Asciugamano per il soggiorno', 'Uno grande. Lo riprendiamo al check-out.'),
  ('backpack-hostel', 'Seat on the surf bus', 'Posto sul bus del surf', 'In spiaggia e ritorno, con tavola e muta; partenza alle 9:30.'),
  ('backpack-hostel', 'City bike for a day', 'Bici da città per un giorno', 'Sette marce, e serviranno.'),
  ('backpack-hostel', 'Fado night', 'Serata di fado', 'Ingresso e una bevanda; ci andiamo insieme a piedi alle 21:00.'),
  ('palm-resort', 'Continental tray', 'Vassoio continentale', 'Brioche, frutta, yogurt, succo e una caffettiera, per una persona.'),
  ('palm-resort', 'Avocado toast', 'Toast con avocado', 'Pane a lievitazione naturale, due uova in camicia, limone.'),
  ('palm-resort', 'Buttermilk pancakes', 'Pancake al latticello', 'Una pila di tre con sciroppo d’acero.'),
  ('palm-resort', 'Little breakfast', 'Piccola colazione', 'Un pancake, frutta e latte, per chi ha meno di dieci anni.'),
  ('palm-resort', 'Date shake', 'Frullato di datteri', 'Datteri della Coachella Valley, gelato alla vaniglia.'),
  ('palm-resort', 'Frozen margarita', 'Frozen margarita', 'Dai 21 anni; porti un documento.'),
  ('palm-resort', 'Chips and guacamole', 'Nachos e guacamole', 'Fatti al momento, bastano per due.'),
  ('palm-resort', 'S’mores kit', 'Kit per s’mores', 'Per quattro, con gli spiedini. Il fuoco si accende al crepuscolo.'),
  ('palm-resort', 'Mezcal by the fire', 'Mezcal accanto al fuoco', '6 cl, arancia e sale di verme. Dai 21 anni.'),
  ('palm-resort', 'Club sandwich', 'Club sandwich', 'Tacchino, bacon, pomodoro, patatine.'),
  ('palm-resort', 'Palm burger', 'Burger Palm', 'Manzo o fagioli neri, cheddar, cetriolini, patatine.'),
  ('palm-resort', 'Caesar salad', 'Caesar salad', 'Con pollo su richiesta: lo scriva nella nota.'),
  ('palm-resort', 'Ice bucket', 'Secchiello di ghiaccio', 'Offerto dalla casa.'),
  ('palm-resort', 'Desert massage, 50 minutes', 'Massaggio del deserto, 50 minuti', 'Corpo intero, olio caldo di salvia. La chiamiamo per l’orario.'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'Massaggio con pietre calde, 80 minuti', 'Pietre di fiume, mani lente.'),
  ('palm-resort', 'Sunrise yoga', 'Yoga all’alba', 'Sul prato alle 6:30. I tappetini ci sono.'),
  ('palm-resort', 'Airport transfer', 'Transfer aeroporto', 'Aeroporto di Palm Springs, fino a quattro persone.'),
  ('palm-resort', 'Beach cruiser for half a day', 'Bici cruiser per mezza giornata', 'Casco, lucchetto e una mappa delle strade in piano.'),
  ('palm-resort', 'Hand car wash', 'Lavaggio auto a mano', 'Mentre dorme; lasci la chiave al parcheggiatore.'),
  ('quiet-house', 'Basket for the first evening', 'Cesto per la prima sera', 'Pane, pomodori, formaggio, prosciutto, olive, uova e una bottiglia di rosso.'),
  ('quiet-house', 'Village bread', 'Pane del paese', 'Una pagnotta rotonda, appesa al cancello al mattino.'),
  ('quiet-house', 'Almonds from the orchard, 500 g', 'Mandorle del mandorleto, 500 g', 'Dell’autunno scorso, tostate con il sale.'),
  ('quiet-house', 'Goat’s cheese', 'Formaggio di capra', 'Semistagionato, circa 400 g.'),
  ('quiet-house', 'A dozen eggs', 'Una dozzina di uova', 'Quando le galline sono d’accordo.'),
  ('quiet-house', 'Sweet moscatel', 'Moscatel dolce', 'Il vino del paese, 75 cl.'),
  ('quiet-house', 'Mountain red', 'Rosso di montagna', 'Giovane, di romé e garnacha, 75 cl.'),
  ('quiet-house', 'Olive oil, half a litre', 'Olio d’oliva, mezzo litro', 'Spremuto a freddo, di quest’anno.'),
  ('quiet-house', 'Paella for six', 'Paella per sei', 'Sul barbecue, con o senza carne. Con un giorno di anticipo.'),
  ('quiet-house', 'Long lunch, per person', 'Lungo pranzo, a persona', 'Zuppa fredda, insalata, un arrosto e torta di mandorle.'),
  ('quiet-house', 'Almond cake', 'Torta di mandorle', 'Intera, senza farina. Dura tre giorni, in teoria.'),
  ('quiet-house', 'Extra cleaning, two hours', 'Pulizia extra, due ore', 'Cucina, bagni e pavimenti.'),
  ('quiet-house', 'Basket of firewood', 'Cesto di legna', 'Mandorlo secco, per una lunga serata.'),
  ('quiet-house', 'Fresh bed linen and towels', 'Lenzuola e asciugamani puliti', 'Per un letto.')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('it', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', 'Cena vicino al ponte', 'Mostri la tessera della camera prima di ordinare. Bevande escluse.', '15%'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', 'Un’ora di massaggio, lunga novanta minuti', 'Nei giorni feriali prima delle 16:00. Meglio chiamare prima.', '30 min gratis'),
  ('sunset-hotel', 'Shirt made in a day', 'Camicia cucita in un giorno', 'Una camicia in omaggio ogni tre ordinate.', '4 per 3'),
  ('sunset-hotel', 'Evening on the river', 'Serata sul fiume', 'Quaranta minuti con il tè, partenza dal molo alle 19:00.', '50.000 ₫ di sconto'),
  ('beach-view', 'First surf lesson', 'Prima lezione di surf', 'Due ore, tavola e lycra incluse.', '20%'),
  ('beach-view', 'Seafood across the road', 'Pesce dall’altra parte della strada', 'Per tavoli fino a sei persone. Non nei giorni festivi.', '10%'),
  ('beach-view', 'Sơn Trà at sunrise', 'Sơn Trà all’alba', 'Jeep per quattro, di ritorno per colazione.', '200.000 ₫ di sconto'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', 'Vinili usati e caffè', 'Un caffè con ogni disco. Dica dove dorme.', 'Caffè gratis'),
  ('backpack-hostel', 'Two hours on the river', 'Due ore sul fiume', 'Con guida, da Belém, anche per principianti.', '5 € di sconto'),
  ('backpack-hostel', 'Fado and petiscos', 'Fado e petiscos', 'Da domenica a giovedì, con il biglietto della reception.', '20%'),
  ('palm-resort', 'Canyon by jeep', 'Il canyon in jeep', 'Tre ore, acqua e cappelli inclusi. Dai sei anni.', '15%'),
  ('palm-resort', 'Houses behind the hedges', 'Case dietro le siepi', 'Due ore a piedi, solo al mattino.', '10 $ di sconto'),
  ('palm-resort', 'Twilight round', 'Giro al tramonto', 'Partenze dopo le 14:00, cart incluso.', '25%'),
  ('quiet-house', 'Tasting of four wines', 'Degustazione di quattro vini', 'Con formaggio e mandorle, su appuntamento.', '2 per 1'),
  ('quiet-house', 'Guided walk to the old mill', 'Passeggiata guidata al vecchio mulino', 'Quattro ore, facile, con picnic.', '10%'),
  ('quiet-house', 'An hour on horseback', 'Un’ora a cavallo', 'Dagli otto anni, caschi inclusi.', '5 € di sconto')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('it', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'Doppia con vista fiume', 'Un letto matrimoniale accanto alla finestra, il fiume sotto e il ponte illuminato di notte.'),
  ('Garden twin', 'Camera a due letti sul giardino', 'Due letti singoli e un balcone sul cortile, sempre fresco e silenzioso.'),
  ('One-bedroom apartment', 'Appartamento con una camera da letto', 'Un letto matrimoniale, un divano letto per due, una cucina attrezzata e un balcone sul mare.'),
  ('Mixed dorm, four beds', 'Dormitorio misto, quattro letti', 'Quattro letti a castello, ognuno con tenda, luce, presa e armadietto.'),
  ('Garden bungalow', 'Bungalow in giardino', 'Un letto king size e una terrazza privata, a pochi passi dalla spa.'),
  ('Pool bungalow', 'Bungalow sulla piscina', 'Un letto king size e la piscina tranquilla proprio davanti alla terrazza.'),
  ('Whole house', 'Casa intera', 'Tre camere, il camino, la piscina e il mandorleto, tutto per voi.')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('it', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', 'Estate'),
  ('New Year', 'Capodanno'),
  ('June festivals', 'Feste di giugno'),
  ('Desert spring', 'Primavera del deserto'),
  ('Emergency', 'Emergenza'),
  ('Health', 'Salute'),
  ('Transport', 'Trasporti'),
  ('The house', 'La struttura'),
  ('Police', 'Polizia'),
  ('Fire brigade', 'Vigili del fuoco'),
  ('Ambulance', 'Ambulanza'),
  ('Police, fire brigade, ambulance', 'Polizia, vigili del fuoco, ambulanza'),
  ('Taxi', 'Taxi'),
  ('Pharmacy', 'Farmacia'),
  ('Pharmacy, open all night', 'Farmacia, aperta tutta la notte'),
  ('Clinic with English-speaking doctors', 'Clinica con medici che parlano inglese'),
  ('Airport information', 'Informazioni aeroporto'),
  ('Night desk', 'Reception notturna'),
  ('Lifeguards at the beach', 'Bagnini in spiaggia'),
  ('Caretaker', 'Custode'),
  ('Village doctor', 'Medico del paese'),
  ('Plumber', 'Idraulico'),
  ('Room', 'Camera'),
  ('Bedroom', 'Camera da letto'),
  ('Bedrooms', 'Camere da letto'),
  ('Bungalow', 'Bungalow'),
  ('Dorm', 'Dormitorio'),
  ('Bathroom', 'Bagno'),
  ('Bathrooms', 'Bagni'),
  ('Showers', 'Docce'),
  ('Lockers', 'Armadietti'),
  ('Kitchen', 'Cucina'),
  ('Living room', 'Soggiorno'),
  ('Lounge', 'Salotto'),
  ('Lobby', 'Ingresso'),
  ('Lift', 'Ascensore'),
  ('Balcony', 'Balcone'),
  ('Terrace', 'Terrazza'),
  ('Roof terrace', 'Terrazza sul tetto'),
  ('Air conditioning', 'Aria condizionata'),
  ('WiFi', 'Wi-Fi'),
  ('Pool', 'Piscina'),
  ('Spa', 'Spa'),
  ('Garden', 'Giardino'),
  ('Parking', 'Parcheggio'),
  ('Doctor on call', 'Guardia medica'),
  ('Lost property, trams and metro', 'Oggetti smarriti, tram e metro'),
  ('Resort security', 'Sicurezza del resort'),
  ('Urgent care', 'Pronto intervento medico'),
  ('Roadside help', 'Soccorso stradale'),
  ('Concierge', 'Concierge'),
  ('Lounge and kitchen', 'Salotto e cucina'),
  ('Dorms', 'Dormitori')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('it', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('it', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('it', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'it', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
