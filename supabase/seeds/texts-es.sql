-- The demo's texts in Spanish, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', 'Habitaciones tranquilas a dos calles del río, con una azotea que hace honor al nombre.',
    array['Horas de silencio: de 22:00 a 7:00.', 'Se puede fumar en la azotea, no en las habitaciones.', 'Rogamos a las visitas que dejen su nombre en recepción.', 'Al salir, cuelgue la tarjeta en la puerta: así descansa también el aire acondicionado.'],
    array['Azotea', 'Desayuno 6:30–10:00', 'Aire acondicionado', 'Lavandería', 'Bicicletas', 'Consigna', 'Recogida en el aeropuerto']),
  ('beach-view', 'Un apartamento luminoso en la séptima planta, con el mar en todas las ventanas.',
    array['Quítese la arena en el grifo junto a la verja.', 'La puerta del balcón, cerrada mientras funcione el aire acondicionado.', 'La basura va al contenedor verde del patio.'],
    array['Cocina', 'Lavadora', 'Vistas al mar', 'Ascensor', 'Dos bicicletas', 'Toallas de playa']),
  ('backpack-hostel', 'Literas con cortina, una cocina donde nadie come solo y el tranvía en la puerta.',
    array['Luces apagadas en los dormitorios a las 23:00; el salón sigue abierto.', 'Friegue lo que haya usado para cocinar.', 'Las taquillas se cierran con su candado o con uno de recepción.', 'Sin zapatos en las camas.'],
    array['Cocina compartida', 'Taquillas', 'Cortinas en las camas', 'Luces de lectura', 'Lavandería', 'Paseo guiado gratuito a las 10:00']),
  ('palm-resort', 'Bungalós bajo las palmeras, tres piscinas y un spa que abre antes del desayuno.',
    array['Las piscinas abren de 7:00 a 22:00; los vasos de cristal se quedan en el bar.', 'Los carritos tienen preferencia en los senderos del jardín.', 'Lleve puesta la pulsera en el bufé de desayuno.'],
    array['Tres piscinas', 'Spa', 'Tenis', 'Gimnasio', 'Club infantil', 'Aparcacoches', 'Servicio de habitaciones hasta las 23:00']),
  ('quiet-house', 'Una casa encalada detrás de un almendral, hecha para leer y para las sobremesas largas.',
    array['La verja se cierra sola: llévese el mando.', 'La piscina no tiene socorrista; los niños se bañan con un adulto.', 'El perro de los vecinos es simpático. Su ladrido, no tanto.'],
    array['Piscina', 'Chimenea', 'Biblioteca', 'Barbacoa', 'Aparcamiento para dos coches', 'Almendral'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('es', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', 'Desayuno', 'En la azotea o en bandeja a su puerta.'),
  ('sunset-hotel', 'Room service', 'Servicio de habitaciones', 'Una cocina pequeña que prepara al momento. Cuente con media hora.'),
  ('sunset-hotel', 'Drinks', 'Bebidas', 'Frías a cualquier hora; el bar de la azotea abre al atardecer.'),
  ('sunset-hotel', 'Laundry', 'Lavandería', 'Deje la bolsa en la puerta y la recogemos.'),
  ('sunset-hotel', 'Getting around', 'Moverse', 'Coches, motos y las bicicletas del hotel.'),
  ('beach-view', 'For your kitchen', 'Para su cocina', 'Subido del mercado y de la panadería de abajo.'),
  ('beach-view', 'Drinks', 'Bebidas', 'En su nevera mientras usted está en la playa.'),
  ('beach-view', 'Cleaning and linen', 'Limpieza y ropa de cama', 'El apartamento se limpia antes de su llegada; lo demás, a un toque.'),
  ('beach-view', 'At the beach', 'En la playa', 'Se entrega en la verja, con arena incluida.'),
  ('backpack-hostel', 'Breakfast', 'Desayuno', 'En la cocina, en la mesa larga.'),
  ('backpack-hostel', 'Evenings together', 'Noches en compañía', 'Cocinamos, todos comen, alguien friega.'),
  ('backpack-hostel', 'Terrace bar', 'Bar de la terraza', 'Abierto de 18:00 a 2:00. En voz baja después de las 23:00.'),
  ('backpack-hostel', 'Laundry and lockers', 'Lavandería y taquillas', 'Se paga en recepción y se usa abajo.'),
  ('backpack-hostel', 'Out and about', 'Salir por ahí', 'Entradas y excursiones con gente del albergue.'),
  ('palm-resort', 'Breakfast in your bungalow', 'Desayuno en su bungaló', 'Llega en carrito, con el periódico si lo desea.'),
  ('palm-resort', 'Pool and fire-pit bar', 'Bar de la piscina y la hoguera', 'Servido en su tumbona, en vasos irrompibles.'),
  ('palm-resort', 'Room service', 'Servicio de habitaciones', 'La cocina acepta pedidos hasta las 23:00.'),
  ('palm-resort', 'Spa', 'Spa', 'Venga diez minutos antes: el baño de vapor es suyo.'),
  ('palm-resort', 'Wheels', 'Sobre ruedas', 'El aparcacoches está a cualquier hora.'),
  ('quiet-house', 'Pantry', 'Despensa', 'Del pueblo y del almendral, en la cocina cuando llegue.'),
  ('quiet-house', 'From the cellar', 'De la bodega', 'Botellas de las viñas de los vecinos.'),
  ('quiet-house', 'A cook at home', 'Cocinera en casa', 'Pepa cocina en su cocina y la deja limpia.'),
  ('quiet-house', 'House and garden', 'Casa y jardín', 'Pasa Carmen o su hermano.')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('es', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', 'Phở de ternera', 'Fideos de arroz en un caldo hecho toda la noche, con hierbas aparte.'),
  ('sunset-hotel', 'Bánh mì with fried egg', 'Bánh mì con huevo frito', 'Pan crujiente, dos huevos, pepino, cilantro y, si quiere, guindilla.'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'Bol de fruta y yogur', 'Mango, pitahaya y plátano con yogur natural.'),
  ('sunset-hotel', 'Chicken congee', 'Sopa de arroz con pollo', 'Arroz suave con jengibre y cebolleta.'),
  ('sunset-hotel', 'Iced coffee with milk', 'Café con hielo y leche', 'Café de filtro intenso sobre leche condensada.'),
  ('sunset-hotel', 'Fried spring rolls', 'Rollitos fritos', 'Cuatro piezas de cerdo y gamba, con lechuga y salsa.'),
  ('sunset-hotel', 'Grilled chicken with rice', 'Pollo a la parrilla con arroz', 'Pollo con citronela, arroz partido y encurtidos.'),
  ('sunset-hotel', 'Fried noodles with vegetables', 'Fideos salteados con verduras', 'Veganos si lo desea: indíquelo en la nota.'),
  ('sunset-hotel', 'Night noodles with egg', 'Fideos nocturnos con huevo', 'Fideos instantáneos, pero mejores, a cualquier hora.'),
  ('sunset-hotel', 'Sliced mango', 'Mango en rodajas', 'Un mango maduro con sal de chile.'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'Agua sin gas, 1,5 litros', 'Dos botellas pequeñas al día son gratis en su habitación.'),
  ('sunset-hotel', 'Fresh coconut', 'Coco fresco', 'Se abre cuando lo pide.'),
  ('sunset-hotel', 'Local lager', 'Cerveza local', 'Una lata fría, 330 ml.'),
  ('sunset-hotel', 'Cocktail of the evening', 'Cóctel de la noche', 'Pregunte en el bar de la azotea cuál es hoy.'),
  ('sunset-hotel', 'Gin and tonic', 'Gin-tonic', 'Con hoja de lima de la azotea.'),
  ('sunset-hotel', 'Wash and fold, per kilo', 'Lavado y doblado, por kilo', 'Listo al día siguiente antes de las 18:00.'),
  ('sunset-hotel', 'Same-day wash, per kilo', 'Lavado en el día, por kilo', 'Se recoge antes de las 10:00 y vuelve antes de las 19:00.'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'Camisa lavada y planchada', 'En percha al día siguiente.'),
  ('sunset-hotel', 'Bicycle for a day', 'Bicicleta para un día', 'De las nuestras, gratis, con candado. Cascos en recepción.'),
  ('sunset-hotel', 'Motorbike for a day', 'Moto para un día', '110 cc, dos cascos. Hace falta carné de conducir.'),
  ('sunset-hotel', 'Airport car', 'Coche al aeropuerto', 'Hasta cuatro personas con equipaje. Indique su vuelo en la nota.'),
  ('sunset-hotel', 'Half a day in Hội An by car', 'Medio día en Hội An en coche', 'Coche con conductor durante cinco horas; pídalo el día antes.'),
  ('beach-view', 'Breakfast basket for two', 'Cesta de desayuno para dos', 'Pan, huevos, mantequilla, mermelada, plátanos y café molido.'),
  ('beach-view', 'Fruit basket', 'Cesta de fruta', 'Lo que hoy tenga el mercado, unos tres kilos.'),
  ('beach-view', 'Two warm baguettes', 'Dos barras de pan calientes', 'De la panadería de abajo.'),
  ('beach-view', 'Seafood box for the pan', 'Marisco para la sartén', 'Gambas, calamares y almejas para tres, ya limpios.'),
  ('beach-view', 'Drinking water, 19 litres', 'Agua potable, 19 litros', 'Una garrafa nueva para el dispensador.'),
  ('beach-view', 'Lager, six cans', 'Cerveza, seis latas', 'Llega ya fría.'),
  ('beach-view', 'Two fresh coconuts', 'Dos cocos frescos', 'Con pajitas de hierba.'),
  ('beach-view', 'Ground coffee, 250 g', 'Café molido, 250 g', 'Tostado en Đà Nẵng; el filtro está en el armario.'),
  ('beach-view', 'Extra cleaning', 'Limpieza adicional', 'Cerca de una hora: suelos, baño y cocina.'),
  ('beach-view', 'Fresh bed linen', 'Sábanas limpias', 'Para una cama, que hacemos nosotros.'),
  ('beach-view', 'Two fresh beach towels', 'Dos toallas de playa limpias', 'A cambio de las llenas de arena.'),
  ('beach-view', 'Baby cot for the stay', 'Cuna para la estancia', 'Con sábana y mosquitera.'),
  ('beach-view', 'Parasol and two loungers', 'Sombrilla y dos tumbonas', 'Para todo el día, delante de la casa.'),
  ('beach-view', 'Paddleboard for an hour', 'Tabla de paddle por una hora', 'Por la mañana el mar está más tranquilo. Solo para quien sepa nadar.'),
  ('beach-view', 'Child seat for the bicycle', 'Silla infantil para la bicicleta', 'Hasta 22 kg, para toda la estancia.'),
  ('backpack-hostel', 'Hostel breakfast', 'Desayuno del albergue', 'Pan, queso, mermelada, fruta, cereales y todo el café que necesite.'),
  ('backpack-hostel', 'Pastel de nata', 'Pastel de nata', 'De la pastelería de enfrente.'),
  ('backpack-hostel', 'Vegan porridge', 'Gachas veganas', 'Avena, bebida de avena, manzana y canela.'),
  ('backpack-hostel', 'Packed lunch', 'Comida para llevar', 'Bocadillo, fruta y agua. Pídala la noche antes.'),
  ('backpack-hostel', 'Family dinner', 'Cena en familia', 'A las 20:00 en la cocina. Apúntese antes de las 18:00; siempre hay una olla vegetariana.'),
  ('backpack-hostel', 'Caldo verde', 'Caldo verde', 'Sopa de patata y col, con o sin chouriço.'),
  ('backpack-hostel', 'Cheese toastie', 'Sándwich caliente de queso', 'La respuesta a cualquier hora.'),
  ('backpack-hostel', 'Small draught beer', 'Caña de cerveza', 'Una imperial, como se dice aquí.'),
  ('backpack-hostel', 'Glass of vinho verde', 'Copa de vinho verde', 'Ligero, frío, con un poco de aguja.'),
  ('backpack-hostel', 'Ginjinha', 'Ginjinha', 'Licor de guindas en vasito de chocolate.'),
  ('backpack-hostel', 'Lemonade', 'Limonada', 'Hecha aquí, con hierbabuena.'),
  ('backpack-hostel', 'One wash, soap included', 'Un lavado, jabón incluido', 'Hasta 7 kg, unos 40 minutos.'),
  ('backpack-hostel', 'One round in the dryer', 'Una vuelta en la secadora', 'Hasta 7 kg, unos 45 minutos.'),
  ('backpack-hostel', 'Padlock', 'Candado', 'Para quedárselo.'),
  ('backpack-hostel', 'Towel for the stay', 'Toalla para la estancia', 'Una grande. La devuelve a la salida.'),
  ('backpack-hostel', 'Seat on the surf bus', 'Plaza en el bus del surf', 'Ida y vuelta a la playa con tabla y neopreno; sale a las 9:30.'),
  ('backpack-hostel', 'City bike for a day', 'Bici de ciudad para un día', 'Siete marchas, y hacen falta.'),
  ('backpack-hostel', 'Fado night', 'Noche de fado', 'Entrada y una bebida; vamos juntos a pie a las 21:00.'),
  ('palm-resort', 'Continental tray', 'Bandeja continental', 'Bollería, fruta, yogur, zumo y una jarra de café, para una persona.'),
  ('palm-resort', 'Avocado toast', 'Tostada de aguacate', 'Pan de masa madre, dos huevos escalfados, limón.'),
  ('palm-resort', 'Buttermilk pancakes', 'Tortitas de suero de leche', 'Tres, con sirope de arce.'),
  ('palm-resort', 'Little breakfast', 'Desayuno pequeño', 'Una tortita, fruta y leche, para menores de diez años.'),
  ('palm-resort', 'Date shake', 'Batido de dátiles', 'Dátiles del valle de Coachella, helado de vainilla.'),
  ('palm-resort', 'Frozen margarita', 'Margarita granizada', 'A partir de 21 años; traiga un documento.'),
  ('palm-resort', 'Chips and guacamole', 'Nachos con guacamole', 'Hechos al momento, bastan para dos.'),
  ('palm-resort', 'S’mores kit', 'Kit de s’mores', 'Para cuatro, con palitos. La hoguera se enciende al anochecer.'),
  ('palm-resort', 'Mezcal by the fire', 'Mezcal junto al fuego', '6 cl, naranja y sal de gusano. A partir de 21 años.'),
  ('palm-resort', 'Club sandwich', 'Sándwich club', 'Pavo, beicon, tomate, patatas fritas.'),
  ('palm-resort', 'Palm burger', 'Hamburguesa Palm', 'De ternera o de alubias negras, cheddar, pepinillos, patatas fritas.'),
  ('palm-resort', 'Caesar salad', 'Ensalada César', 'Con pollo si lo desea: indíquelo en la nota.'),
  ('palm-resort', 'Ice bucket', 'Cubitera', 'Invita la casa.'),
  ('palm-resort', 'Desert massage, 50 minutes', 'Masaje del desierto, 50 minutos', 'Cuerpo entero, aceite templado de salvia. Le llamamos para fijar la hora.'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'Masaje con piedras calientes, 80 minutos', 'Piedras de río, manos lentas.'),
  ('palm-resort', 'Sunrise yoga', 'Yoga al amanecer', 'En el césped a las 6:30. Las esterillas están allí.'),
  ('palm-resort', 'Airport transfer', 'Traslado al aeropuerto', 'Aeropuerto de Palm Springs, hasta cuatro personas.'),
  ('palm-resort', 'Beach cruiser for half a day', 'Bici de paseo para medio día', 'Casco, candado y un mapa de los caminos llanos.'),
  ('palm-resort', 'Hand car wash', 'Lavado de coche a mano', 'Mientras duerme; deje la llave al aparcacoches.'),
  ('quiet-house', 'Basket for the first evening', 'Cesta para la primera noche', 'Pan, tomates, queso, jamón, aceitunas, huevos y una botella de tinto.'),
  ('quiet-house', 'Village bread', 'Pan de pueblo', 'Una hogaza, colgada en la verja por la mañana.'),
  ('quiet-house', 'Almonds from the orchard, 500 g', 'Almendras de la finca, 500 g', 'Del otoño pasado, tostadas con sal.'),
  ('quiet-house', 'Goat’s cheese', 'Queso de cabra', 'Semicurado, unos 400 g.'),
  ('quiet-house', 'A dozen eggs', 'Una docena de huevos', 'Cuando las gallinas quieren.'),
  ('quiet-house', 'Sweet moscatel', 'Moscatel dulce', 'El vino del pueblo, 75 cl.'),
  ('quiet-house', 'Mountain red', 'Tinto de la sierra', 'Joven, de romé y garnacha, 75 cl.'),
  ('quiet-house', 'Olive oil, half a litre', 'Aceite de oliva, medio litro', 'Prensado en frío, de este año.'),
  ('quiet-house', 'Paella for six', 'Paella para seis', 'En la barbacoa, con o sin carne. Avise un día antes.'),
  ('quiet-house', 'Long lunch, per person', 'Comida sin prisa, por persona', 'Sopa fría, ensalada, asado y tarta de almendra.'),
  ('quiet-house', 'Almond cake', 'Tarta de almendra', 'Entera, sin harina. Aguanta tres días, en teoría.'),
  ('quiet-house', 'Extra cleaning, two hours', 'Limpieza adicional, dos horas', 'Cocina, baños y suelos.'),
  ('quiet-house', 'Basket of firewood', 'Cesta de leña', 'Almendro seco, para una noche larga.'),
  ('quiet-house', 'Fresh bed linen and towels', 'Sábanas y toallas limpias', 'Para una cama.')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('es', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', 'Cena junto al puente', 'Enseñe la tarjeta de su habitación antes de pedir. Bebidas no incluidas.', '15 %'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', 'Una hora de masaje que dura noventa minutos', 'Entre semana, antes de las 16:00. Llame antes.', '30 min gratis'),
  ('sunset-hotel', 'Shirt made in a day', 'Camisa hecha en un día', 'Una camisa gratis por cada tres.', '4 por 3'),
  ('sunset-hotel', 'Evening on the river', 'Noche en el río', 'Cuarenta minutos con té, salida del muelle a las 19:00.', '50.000 ₫ menos'),
  ('beach-view', 'First surf lesson', 'Primera clase de surf', 'Dos horas, tabla y licra incluidas.', '20 %'),
  ('beach-view', 'Seafood across the road', 'Marisco al otro lado de la calle', 'Para mesas de hasta seis. No en festivos.', '10 %'),
  ('beach-view', 'Sơn Trà at sunrise', 'Sơn Trà al amanecer', 'Todoterreno para cuatro, de vuelta para el desayuno.', '200.000 ₫ menos'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', 'Vinilos de segunda mano y café', 'Un café con cada disco. Diga dónde duerme.', 'Café gratis'),
  ('backpack-hostel', 'Two hours on the river', 'Dos horas en el río', 'Con guía, desde Belém, también para principiantes.', '5 € menos'),
  ('backpack-hostel', 'Fado and petiscos', 'Fado y petiscos', 'De domingo a jueves, con el papel de recepción.', '20 %'),
  ('palm-resort', 'Canyon by jeep', 'El cañón en todoterreno', 'Tres horas, agua y sombreros incluidos. Desde seis años.', '15 %'),
  ('palm-resort', 'Houses behind the hedges', 'Casas detrás de los setos', 'Dos horas a pie, solo por la mañana.', '10 $ menos'),
  ('palm-resort', 'Twilight round', 'Recorrido de tarde', 'Salidas después de las 14:00, carrito incluido.', '25 %'),
  ('quiet-house', 'Tasting of four wines', 'Cata de cuatro vinos', 'Con queso y almendras, con cita previa.', '2 por 1'),
  ('quiet-house', 'Guided walk to the old mill', 'Paseo guiado al molino viejo', 'Cuatro horas, fácil, con merienda.', '10 %'),
  ('quiet-house', 'An hour on horseback', 'Una hora a caballo', 'A partir de ocho años, cascos incluidos.', '5 € menos')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('es', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'Doble con vistas al río', 'Una cama doble junto a la ventana, con el río abajo y el puente iluminado por la noche.'),
  ('Garden twin', 'Dos camas con vistas al jardín', 'Dos camas individuales y un balcón sobre el patio, siempre fresco y tranquilo.'),
  ('One-bedroom apartment', 'Apartamento de un dormitorio', 'Una cama doble, un sofá cama para dos, cocina equipada y un balcón frente al mar.'),
  ('Mixed dorm, four beds', 'Dormitorio mixto, cuatro camas', 'Cuatro literas, cada una con cortina, luz, enchufe y taquilla.'),
  ('Garden bungalow', 'Bungaló del jardín', 'Una cama king size y terraza propia, a unos pasos del spa.'),
  ('Pool bungalow', 'Bungaló de la piscina', 'Una cama king size y la piscina tranquila justo delante de la terraza.'),
  ('Whole house', 'Casa entera', 'Tres dormitorios, chimenea, piscina y el huerto de almendros, todo para ustedes.')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('es', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', 'Verano'),
  ('New Year', 'Año Nuevo'),
  ('June festivals', 'Fiestas de junio'),
  ('Desert spring', 'Primavera del desierto'),
  ('Emergency', 'Emergencias'),
  ('Health', 'Salud'),
  ('Transport', 'Transporte'),
  ('The house', 'La casa'),
  ('Police', 'Policía'),
  ('Fire brigade', 'Bomberos'),
  ('Ambulance', 'Ambulancia'),
  ('Police, fire brigade, ambulance', 'Policía, bomberos, ambulancia'),
  ('Taxi', 'Taxi'),
  ('Pharmacy', 'Farmacia'),
  ('Pharmacy, open all night', 'Farmacia, abierta toda la noche'),
  ('Clinic with English-speaking doctors', 'Clínica con médicos que hablan inglés'),
  ('Airport information', 'Información del aeropuerto'),
  ('Night desk', 'Recepción nocturna'),
  ('Lifeguards at the beach', 'Socorristas de la playa'),
  ('Caretaker', 'Portero'),
  ('Village doctor', 'Médico del pueblo'),
  ('Plumber', 'Fontanero'),
  ('Room', 'Habitación'),
  ('Bedroom', 'Dormitorio'),
  ('Bedrooms', 'Dormitorios'),
  ('Bungalow', 'Bungaló'),
  ('Dorm', 'Dormitorio compartido'),
  ('Bathroom', 'Baño'),
  ('Bathrooms', 'Baños'),
  ('Showers', 'Duchas'),
  ('Lockers', 'Taquillas'),
  ('Kitchen', 'Cocina'),
  ('Living room', 'Salón'),
  ('Lounge', 'Sala común'),
  ('Lobby', 'Vestíbulo'),
  ('Lift', 'Ascensor'),
  ('Balcony', 'Balcón'),
  ('Terrace', 'Terraza'),
  ('Roof terrace', 'Azotea'),
  ('Air conditioning', 'Aire acondicionado'),
  ('WiFi', 'Wifi'),
  ('Pool', 'Piscina'),
  ('Spa', 'Spa'),
  ('Garden', 'Jardín'),
  ('Parking', 'Aparcamiento'),
  ('Doctor on call', 'Médico de guardia'),
  ('Lost property, trams and metro', 'Objetos perdidos, tranvía y metro'),
  ('Resort security', 'Seguridad del resort'),
  ('Urgent care', 'Atención médica urgente'),
  ('Roadside help', 'Asistencia en carretera'),
  ('Concierge', 'Conserjería'),
  ('Lounge and kitchen', 'Sala común y cocina'),
  ('Dorms', 'Dormitorios')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('es', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('es', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('es', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'es', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
