-- The demo's texts in French, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', 'Des chambres calmes à deux rues du fleuve, et un toit-terrasse qui mérite son nom.',
    array['Silence de 22 h à 7 h.', 'On peut fumer sur le toit-terrasse, pas dans les chambres.', 'Les visiteurs sont priés de laisser leur nom à la réception.', 'En sortant, accrochez la carte à la porte : la climatisation se repose avec elle.'],
    array['Toit-terrasse', 'Petit-déjeuner 6 h 30 – 10 h', 'Climatisation', 'Blanchisserie', 'Vélos', 'Bagagerie', 'Navette depuis l’aéroport']),
  ('beach-view', 'Un appartement lumineux au septième étage, avec la mer à chaque fenêtre.',
    array['Rincez le sable au robinet près du portail.', 'La porte du balcon reste fermée quand la climatisation fonctionne.', 'Les ordures vont dans le bac vert de la cour.'],
    array['Cuisine', 'Lave-linge', 'Vue sur la mer', 'Ascenseur', 'Deux vélos', 'Serviettes de plage']),
  ('backpack-hostel', 'Des lits superposés avec rideau, une cuisine où personne ne mange seul et le tram devant la porte.',
    array['Extinction des feux dans les dortoirs à 23 h ; le salon reste ouvert.', 'Lavez ce qui vous a servi à cuisiner.', 'Les casiers ferment avec votre cadenas ou un de la réception.', 'Pas de chaussures sur les lits.'],
    array['Cuisine partagée', 'Casiers', 'Rideaux de lit', 'Liseuses', 'Laverie', 'Visite à pied gratuite à 10 h']),
  ('palm-resort', 'Des bungalows sous les palmiers, trois piscines et un spa qui ouvre avant le petit-déjeuner.',
    array['Les piscines sont ouvertes de 7 h à 22 h ; le verre reste au bar.', 'Les voiturettes ont la priorité dans les allées du jardin.', 'Merci de porter le bracelet au buffet du petit-déjeuner.'],
    array['Trois piscines', 'Spa', 'Tennis', 'Salle de sport', 'Club enfants', 'Voiturier', 'Service en chambre jusqu’à 23 h']),
  ('quiet-house', 'Une maison chaulée derrière un verger d’amandiers, faite pour lire et déjeuner longuement.',
    array['Le portail se ferme tout seul : emportez la télécommande.', 'La piscine n’est pas surveillée ; les enfants se baignent avec un adulte.', 'Le chien des voisins est gentil. Son aboiement, moins.'],
    array['Piscine', 'Cheminée', 'Bibliothèque', 'Barbecue', 'Stationnement pour deux voitures', 'Verger d’amandiers'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('fr', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', 'Petit-déjeuner', 'Sur le toit-terrasse, ou sur un plateau à votre porte.'),
  ('sunset-hotel', 'Room service', 'Service en chambre', 'Une petite cuisine qui prépare à la commande. Comptez une demi-heure.'),
  ('sunset-hotel', 'Drinks', 'Boissons', 'Fraîches à toute heure ; le bar du toit ouvre au coucher du soleil.'),
  ('sunset-hotel', 'Laundry', 'Blanchisserie', 'Laissez le sac devant la porte, nous passons le prendre.'),
  ('sunset-hotel', 'Getting around', 'Se déplacer', 'Voitures, motos et les vélos de l’hôtel.'),
  ('beach-view', 'For your kitchen', 'Pour votre cuisine', 'Monté du marché et de la boulangerie d’en bas.'),
  ('beach-view', 'Drinks', 'Boissons', 'Mises au frais chez vous pendant que vous êtes à la plage.'),
  ('beach-view', 'Cleaning and linen', 'Ménage et linge', 'L’appartement est nettoyé avant votre arrivée ; le reste est à portée de doigt.'),
  ('beach-view', 'At the beach', 'À la plage', 'Remis au portail, sable compris.'),
  ('backpack-hostel', 'Breakfast', 'Petit-déjeuner', 'Dans la cuisine, à la grande table.'),
  ('backpack-hostel', 'Evenings together', 'Soirées ensemble', 'Nous cuisinons, tout le monde mange, quelqu’un fait la vaisselle.'),
  ('backpack-hostel', 'Terrace bar', 'Bar de la terrasse', 'Ouvert de 18 h à 2 h. À voix basse après 23 h.'),
  ('backpack-hostel', 'Laundry and lockers', 'Lessive et casiers', 'Se paie à la réception, s’utilise en bas.'),
  ('backpack-hostel', 'Out and about', 'En ville et plus loin', 'Billets et sorties avec les gens de l’auberge.'),
  ('palm-resort', 'Breakfast in your bungalow', 'Petit-déjeuner dans votre bungalow', 'Apporté en voiturette, avec le journal si vous le souhaitez.'),
  ('palm-resort', 'Pool and fire-pit bar', 'Bar de la piscine et du feu', 'Servi à votre transat, dans des verres incassables.'),
  ('palm-resort', 'Room service', 'Service en chambre', 'La cuisine prend les commandes jusqu’à 23 h.'),
  ('palm-resort', 'Spa', 'Spa', 'Venez dix minutes plus tôt : le hammam est à vous.'),
  ('palm-resort', 'Wheels', 'Sur roues', 'Le voiturier est là jour et nuit.'),
  ('quiet-house', 'Pantry', 'Garde-manger', 'Du village et du verger, déposé dans la cuisine.'),
  ('quiet-house', 'From the cellar', 'De la cave', 'Des bouteilles des vignes des voisins.'),
  ('quiet-house', 'A cook at home', 'Une cuisinière à domicile', 'Pepa cuisine chez vous et laisse la cuisine propre.'),
  ('quiet-house', 'House and garden', 'Maison et jardin', 'Carmen ou son frère passe vous voir.')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('fr', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', 'Phở au bœuf', 'Nouilles de riz dans un bouillon mijoté toute la nuit, herbes à part.'),
  ('sunset-hotel', 'Bánh mì with fried egg', 'Bánh mì à l’œuf au plat', 'Baguette croustillante, deux œufs, concombre, coriandre, piment à votre goût.'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'Bol de fruits et yaourt', 'Mangue, fruit du dragon et banane avec un yaourt nature.'),
  ('sunset-hotel', 'Chicken congee', 'Soupe de riz au poulet', 'Riz fondant au gingembre et à la ciboule.'),
  ('sunset-hotel', 'Iced coffee with milk', 'Café glacé au lait', 'Café filtre corsé sur du lait concentré.'),
  ('sunset-hotel', 'Fried spring rolls', 'Nems frits', 'Quatre pièces au porc et à la crevette, salade et sauce.'),
  ('sunset-hotel', 'Grilled chicken with rice', 'Poulet grillé et riz', 'Poulet à la citronnelle, riz brisé et légumes vinaigrés.'),
  ('sunset-hotel', 'Fried noodles with vegetables', 'Nouilles sautées aux légumes', 'Véganes sur demande : dites-le dans la remarque.'),
  ('sunset-hotel', 'Night noodles with egg', 'Nouilles de nuit à l’œuf', 'Des nouilles instantanées, en mieux, à toute heure.'),
  ('sunset-hotel', 'Sliced mango', 'Mangue tranchée', 'Une mangue mûre au sel pimenté.'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'Eau plate, 1,5 litre', 'Deux petites bouteilles par jour sont offertes dans votre chambre.'),
  ('sunset-hotel', 'Fresh coconut', 'Noix de coco fraîche', 'Ouverte au moment où vous commandez.'),
  ('sunset-hotel', 'Local lager', 'Bière blonde locale', 'Une canette bien fraîche, 33 cl.'),
  ('sunset-hotel', 'Cocktail of the evening', 'Cocktail du soir', 'Demandez au bar de la terrasse lequel c’est ce soir.'),
  ('sunset-hotel', 'Gin and tonic', 'Gin tonic', 'Avec une feuille de citronnier de la terrasse.'),
  ('sunset-hotel', 'Wash and fold, per kilo', 'Lavage et pliage, au kilo', 'De retour le lendemain avant 18 h.'),
  ('sunset-hotel', 'Same-day wash, per kilo', 'Lavage dans la journée, au kilo', 'Pris avant 10 h, rendu avant 19 h.'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'Chemise lavée et repassée', 'Sur cintre le lendemain.'),
  ('sunset-hotel', 'Bicycle for a day', 'Vélo pour la journée', 'Un des nôtres, gratuit, avec antivol. Casques à la réception.'),
  ('sunset-hotel', 'Motorbike for a day', 'Scooter pour la journée', '110 cm³, deux casques. Permis de conduire nécessaire.'),
  ('sunset-hotel', 'Airport car', 'Voiture pour l’aéroport', 'Jusqu’à quatre personnes avec bagages. Indiquez votre vol dans la remarque.'),
  ('sunset-hotel', 'Half a day in Hội An by car', 'Une demi-journée à Hội An en voiture', 'Voiture avec chauffeur pendant cinq heures ; à commander la veille.'),
  ('beach-view', 'Breakfast basket for two', 'Panier de petit-déjeuner pour deux', 'Baguette, œufs, beurre, confiture, bananes et café moulu.'),
  ('beach-view', 'Fruit basket', 'Panier de fruits', 'Ce que le marché offre aujourd’hui, environ trois kilos.'),
  ('beach-view', 'Two warm baguettes', 'Deux baguettes chaudes', 'De la boulangerie d’en bas.'),
  ('beach-view', 'Seafood box for the pan', 'Fruits de mer à poêler', 'Crevettes, calamars et palourdes pour trois, nettoyés.'),
  ('beach-view', 'Drinking water, 19 litres', 'Eau potable, 19 litres', 'Une nouvelle bonbonne pour la fontaine.'),
  ('beach-view', 'Lager, six cans', 'Bière blonde, six canettes', 'Fraîche à la livraison.'),
  ('beach-view', 'Two fresh coconuts', 'Deux noix de coco fraîches', 'Avec des pailles en herbe.'),
  ('beach-view', 'Ground coffee, 250 g', 'Café moulu, 250 g', 'Torréfié à Đà Nẵng ; le filtre est dans le placard.'),
  ('beach-view', 'Extra cleaning', 'Ménage supplémentaire', 'Environ une heure : sols, salle de bains et cuisine.'),
  ('beach-view', 'Fresh bed linen', 'Draps propres', 'Pour un lit, que nous faisons pour vous.'),
  ('beach-view', 'Two fresh beach towels', 'Deux serviettes de plage propres', 'Échangées contre celles pleines de sable.'),
  ('beach-view', 'Baby cot for the stay', 'Lit bébé pour le séjour', 'Avec drap et moustiquaire.'),
  ('beach-view', 'Parasol and two loungers', 'Parasol et deux transats', 'Pour la journée, devant la maison.'),
  ('beach-view', 'Paddleboard for an hour', 'Paddle pour une heure', 'Le matin est le plus calme. Réservé à qui sait nager.'),
  ('beach-view', 'Child seat for the bicycle', 'Siège enfant pour le vélo', 'Jusqu’à 22 kg, pour le séjour.'),
  ('backpack-hostel', 'Hostel breakfast', 'Petit-déjeuner de l’auberge', 'Pain, fromage, confiture, fruits, céréales et autant de café qu’il vous faut.'),
  ('backpack-hostel', 'Pastel de nata', 'Pastel de nata', 'De la boulangerie d’en face.'),
  ('backpack-hostel', 'Vegan porridge', 'Porridge végane', 'Avoine, boisson d’avoine, pomme et cannelle.'),
  ('backpack-hostel', 'Packed lunch', 'Panier-repas', 'Sandwich, fruit et eau. À commander la veille au soir.'),
  ('backpack-hostel', 'Family dinner', 'Dîner partagé', 'À 20 h dans la cuisine. Inscription avant 18 h ; il y a toujours une marmite végétarienne.'),
  ('backpack-hostel', 'Caldo verde', 'Caldo verde', 'Soupe de pommes de terre et de chou, avec ou sans chouriço.'),
  ('backpack-hostel', 'Cheese toastie', 'Croque au fromage', 'La réponse à toute heure.'),
  ('backpack-hostel', 'Small draught beer', 'Petite bière pression', 'Une imperial, comme on dit ici.'),
  ('backpack-hostel', 'Glass of vinho verde', 'Verre de vinho verde', 'Léger, frais, un peu pétillant.'),
  ('backpack-hostel', 'Ginjinha', 'Ginjinha', 'Liqueur de griotte dans un gobelet en chocolat.'),
  ('backpack-hostel', 'Lemonade', 'Citronnade', 'Faite ici, à la menthe.'),
  ('backpack-hostel', 'One wash, soap included', 'Une machine, lessive comprise', 'Jusqu’à 7 kg, environ 40 minutes.'),
  ('backpack-hostel', 'One round in the dryer', 'Un séchage en machine', 'Jusqu’à 7 kg, environ 45 minutes.'),
  ('backpack-hostel', 'Padlock', 'Cadenas', 'À garder.'),
  ('backpack-hostel', 'Towel for the stay', 'Serviette pour le séjour', 'Une grande. Nous la reprenons au départ.'),
  ('backpack-hostel', 'Seat on the surf bus', 'Place dans le bus du surf', 'Aller-retour à la plage avec planche et combinaison ; départ à 9 h 30.'),
  ('backpack-hostel', 'City bike for a day', 'Vélo de ville pour la journée', 'Sept vitesses, et elles serviront.'),
  ('backpack-hostel', 'Fado night', 'Soirée fado', 'Entrée et une boisson ; nous y allons à pied ensemble à 21 h.'),
  ('palm-resort', 'Continental tray', 'Plateau continental', 'Viennoiseries, fruits, yaourt, jus et un pot de café, pour une personne.'),
  ('palm-resort', 'Avocado toast', 'Toast à l’avocat', 'Pain au levain, deux œufs pochés, citron.'),
  ('palm-resort', 'Buttermilk pancakes', 'Pancakes au babeurre', 'Une pile de trois, au sirop d’érable.'),
  ('palm-resort', 'Little breakfast', 'Petit-déjeuner des petits', 'Un pancake, des fruits et du lait, pour les moins de dix ans.'),
  ('palm-resort', 'Date shake', 'Milk-shake aux dattes', 'Dattes de la vallée de Coachella, glace à la vanille.'),
  ('palm-resort', 'Frozen margarita', 'Margarita glacée', 'Dès 21 ans ; merci d’apporter une pièce d’identité.'),
  ('palm-resort', 'Chips and guacamole', 'Chips et guacamole', 'Faits à la commande, assez pour deux.'),
  ('palm-resort', 'S’mores kit', 'Kit à s’mores', 'Pour quatre, avec les piques. Le feu est allumé au crépuscule.'),
  ('palm-resort', 'Mezcal by the fire', 'Mezcal au coin du feu', '6 cl, orange et sel de ver. Dès 21 ans.'),
  ('palm-resort', 'Club sandwich', 'Club sandwich', 'Dinde, bacon, tomate, frites.'),
  ('palm-resort', 'Palm burger', 'Burger Palm', 'Bœuf ou haricots noirs, cheddar, cornichons, frites.'),
  ('palm-resort', 'Caesar salad', 'Salade César', 'Avec du poulet sur demande : dites-le dans la remarque.'),
  ('palm-resort', 'Ice bucket', 'Seau à glace', 'Offert par la maison.'),
  ('palm-resort', 'Desert massage, 50 minutes', 'Massage du désert, 50 minutes', 'Corps entier, huile de sauge tiède. Nous vous appelons pour l’heure.'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'Massage aux pierres chaudes, 80 minutes', 'Galets de rivière, gestes lents.'),
  ('palm-resort', 'Sunrise yoga', 'Yoga au lever du soleil', 'Sur la pelouse à 6 h 30. Les tapis sont sur place.'),
  ('palm-resort', 'Airport transfer', 'Transfert à l’aéroport', 'Aéroport de Palm Springs, jusqu’à quatre personnes.'),
  ('palm-resort', 'Beach cruiser for half a day', 'Vélo de plage, une demi-journée', 'Casque, antivol et un plan des routes plates.'),
  ('palm-resort', 'Hand car wash', 'Lavage de voiture à la main', 'Pendant votre sommeil ; laissez la clé au voiturier.'),
  ('quiet-house', 'Basket for the first evening', 'Panier du premier soir', 'Pain, tomates, fromage, jambon, olives, œufs et une bouteille de rouge.'),
  ('quiet-house', 'Village bread', 'Pain du village', 'Une miche ronde, accrochée au portail le matin.'),
  ('quiet-house', 'Almonds from the orchard, 500 g', 'Amandes du verger, 500 g', 'De l’automne dernier, grillées au sel.'),
  ('quiet-house', 'Goat’s cheese', 'Fromage de chèvre', 'Demi-affiné, environ 400 g.'),
  ('quiet-house', 'A dozen eggs', 'Une douzaine d’œufs', 'Quand les poules sont d’accord.'),
  ('quiet-house', 'Sweet moscatel', 'Moscatel doux', 'Le vin du village, 75 cl.'),
  ('quiet-house', 'Mountain red', 'Rouge de montagne', 'Jeune, de romé et de garnacha, 75 cl.'),
  ('quiet-house', 'Olive oil, half a litre', 'Huile d’olive, un demi-litre', 'Pressée à froid, de l’année.'),
  ('quiet-house', 'Paella for six', 'Paella pour six', 'Au barbecue, avec ou sans viande. Un jour à l’avance, s’il vous plaît.'),
  ('quiet-house', 'Long lunch, per person', 'Long déjeuner, par personne', 'Soupe froide, salade, rôti et gâteau aux amandes.'),
  ('quiet-house', 'Almond cake', 'Gâteau aux amandes', 'Entier, sans farine. Se garde trois jours, en théorie.'),
  ('quiet-house', 'Extra cleaning, two hours', 'Ménage supplémentaire, deux heures', 'Cuisine, salles de bains et sols.'),
  ('quiet-house', 'Basket of firewood', 'Panier de bois', 'Amandier sec, pour une longue soirée.'),
  ('quiet-house', 'Fresh bed linen and towels', 'Draps et serviettes propres', 'Pour un lit.')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('fr', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', 'Dîner près du pont', 'Montrez la carte de votre chambre avant de commander. Hors boissons.', '15 %'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', 'Une heure de massage, longue de quatre-vingt-dix minutes', 'En semaine avant 16 h. Appelez avant de venir.', '30 min offertes'),
  ('sunset-hotel', 'Shirt made in a day', 'Chemise cousue en un jour', 'Une chemise offerte pour trois commandées.', '4 pour 3'),
  ('sunset-hotel', 'Evening on the river', 'Soirée sur le fleuve', 'Quarante minutes avec du thé, départ de l’embarcadère à 19 h.', '50 000 ₫ de remise'),
  ('beach-view', 'First surf lesson', 'Premier cours de surf', 'Deux heures, planche et lycra compris.', '20 %'),
  ('beach-view', 'Seafood across the road', 'Fruits de mer d’en face', 'Pour les tables jusqu’à six. Sauf jours fériés.', '10 %'),
  ('beach-view', 'Sơn Trà at sunrise', 'Sơn Trà au lever du soleil', 'Jeep pour quatre, retour pour le petit-déjeuner.', '200 000 ₫ de remise'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', 'Vinyles d’occasion et café', 'Un café avec chaque disque. Dites où vous dormez.', 'Café offert'),
  ('backpack-hostel', 'Two hours on the river', 'Deux heures sur le fleuve', 'Avec guide, depuis Belém, débutants bienvenus.', '5 € de remise'),
  ('backpack-hostel', 'Fado and petiscos', 'Fado et petiscos', 'Du dimanche au jeudi, avec le billet de la réception.', '20 %'),
  ('palm-resort', 'Canyon by jeep', 'Le canyon en jeep', 'Trois heures, eau et chapeaux compris. Dès six ans.', '15 %'),
  ('palm-resort', 'Houses behind the hedges', 'Les maisons derrière les haies', 'Deux heures à pied, le matin seulement.', '10 $ de remise'),
  ('palm-resort', 'Twilight round', 'Parcours de fin de journée', 'Départs après 14 h, voiturette comprise.', '25 %'),
  ('quiet-house', 'Tasting of four wines', 'Dégustation de quatre vins', 'Avec fromage et amandes, sur rendez-vous.', '2 pour 1'),
  ('quiet-house', 'Guided walk to the old mill', 'Marche guidée jusqu’au vieux moulin', 'Quatre heures, facile, avec pique-nique.', '10 %'),
  ('quiet-house', 'An hour on horseback', 'Une heure à cheval', 'Dès huit ans, casques compris.', '5 € de remise')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('fr', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'Chambre double côté fleuve', 'Un lit double près de la fenêtre, le fleuve en contrebas et le pont illuminé la nuit.'),
  ('Garden twin', 'Chambre à deux lits côté jardin', 'Deux lits simples et un balcon sur la cour, toujours fraîche et calme.'),
  ('One-bedroom apartment', 'Appartement d’une chambre', 'Un lit double, un canapé-lit pour deux, une cuisine équipée et un balcon sur la mer.'),
  ('Mixed dorm, four beds', 'Dortoir mixte, quatre lits', 'Quatre couchettes, chacune avec rideau, lampe, prise et casier.'),
  ('Garden bungalow', 'Bungalow côté jardin', 'Un lit king size et une terrasse privée, à quelques pas du spa.'),
  ('Pool bungalow', 'Bungalow côté piscine', 'Un lit king size, et la piscine calme juste devant la terrasse.'),
  ('Whole house', 'Maison entière', 'Trois chambres, une cheminée, une piscine et le verger d’amandiers, rien que pour vous.')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('fr', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', 'Été'),
  ('New Year', 'Nouvel An'),
  ('June festivals', 'Fêtes de juin'),
  ('Desert spring', 'Printemps du désert'),
  ('Emergency', 'Urgences'),
  ('Health', 'Santé'),
  ('Transport', 'Transports'),
  ('The house', 'La maison'),
  ('Police', 'Police'),
  ('Fire brigade', 'Pompiers'),
  ('Ambulance', 'Ambulance'),
  ('Police, fire brigade, ambulance', 'Police, pompiers, ambulance'),
  ('Taxi', 'Taxi'),
  ('Pharmacy', 'Pharmacie'),
  ('Pharmacy, open all night', 'Pharmacie, ouverte toute la nuit'),
  ('Clinic with English-speaking doctors', 'Clinique avec médecins anglophones'),
  ('Airport information', 'Informations aéroport'),
  ('Night desk', 'Réception de nuit'),
  ('Lifeguards at the beach', 'Sauveteurs de la plage'),
  ('Caretaker', 'Gardien'),
  ('Village doctor', 'Médecin du village'),
  ('Plumber', 'Plombier'),
  ('Room', 'Chambre'),
  ('Bedroom', 'Chambre'),
  ('Bedrooms', 'Chambres'),
  ('Bungalow', 'Bungalow'),
  ('Dorm', 'Dortoir'),
  ('Bathroom', 'Salle de bains'),
  ('Bathrooms', 'Salles de bains'),
  ('Showers', 'Douches'),
  ('Lockers', 'Casiers'),
  ('Kitchen', 'Cuisine'),
  ('Living room', 'Salon'),
  ('Lounge', 'Salon'),
  ('Lobby', 'Hall'),
  ('Lift', 'Ascenseur'),
  ('Balcony', 'Balcon'),
  ('Terrace', 'Terrasse'),
  ('Roof terrace', 'Toit-terrasse'),
  ('Air conditioning', 'Climatisation'),
  ('WiFi', 'Wi-Fi'),
  ('Pool', 'Piscine'),
  ('Spa', 'Spa'),
  ('Garden', 'Jardin'),
  ('Parking', 'Stationnement'),
  ('Doctor on call', 'Médecin de garde'),
  ('Lost property, trams and metro', 'Objets trouvés, tramway et métro'),
  ('Resort security', 'Sécurité du resort'),
  ('Urgent care', 'Soins urgents'),
  ('Roadside help', 'Dépannage routier'),
  ('Concierge', 'Conciergerie'),
  ('Lounge and kitchen', 'Salon et cuisine'),
  ('Dorms', 'Dortoirs')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('fr', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('fr', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('fr', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'fr', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
