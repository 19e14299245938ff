-- The demo's texts in Vietnamese, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', 'Những căn phòng yên tĩnh, cách sông hai con phố, với sân thượng ngắm hoàng hôn đúng như tên gọi.',
    array['Giờ yên tĩnh từ 22:00 đến 7:00.', 'Quý khách có thể hút thuốc trên sân thượng, không hút trong phòng.', 'Khách đến thăm vui lòng để lại tên ở lễ tân.', 'Khi ra ngoài, xin treo thẻ khóa lên cửa: máy lạnh sẽ tự tắt.'],
    array['Sân thượng', 'Bữa sáng 6:30–10:00', 'Máy lạnh', 'Giặt ủi', 'Xe đạp', 'Phòng giữ hành lý', 'Đón sân bay']),
  ('beach-view', 'Căn hộ sáng sủa trên tầng bảy, cửa sổ nào cũng nhìn ra biển.',
    array['Xin rửa sạch cát ở vòi nước cạnh cổng.', 'Đóng cửa ban công khi bật máy lạnh.', 'Rác bỏ vào thùng màu xanh trong sân.'],
    array['Bếp', 'Máy giặt', 'Hướng biển', 'Thang máy', 'Hai xe đạp', 'Khăn tắm biển']),
  ('backpack-hostel', 'Giường tầng có rèm, căn bếp nơi không ai phải ăn một mình, và xe điện ngay trước cửa.',
    array['Phòng tập thể tắt đèn lúc 23:00; phòng khách vẫn mở.', 'Nấu xong xin rửa bát đĩa.', 'Tủ khóa dùng ổ khóa của quý khách, hoặc mua ở lễ tân.', 'Không mang giày lên giường.'],
    array['Bếp chung', 'Tủ khóa', 'Rèm giường', 'Đèn đọc sách', 'Giặt ủi', 'Tour đi bộ miễn phí lúc 10:00']),
  ('palm-resort', 'Những căn bungalow dưới bóng cọ, ba hồ bơi và spa mở cửa trước cả giờ ăn sáng.',
    array['Hồ bơi mở cửa từ 7:00 đến 22:00; đồ thủy tinh xin để lại quầy bar.', 'Trên lối đi trong vườn, xin nhường đường cho xe điện.', 'Vui lòng đeo vòng tay khi dùng buffet sáng.'],
    array['Ba hồ bơi', 'Spa', 'Quần vợt', 'Phòng tập', 'Câu lạc bộ trẻ em', 'Đỗ xe có nhân viên', 'Phục vụ tại phòng đến 23:00']),
  ('quiet-house', 'Ngôi nhà quét vôi trắng sau vườn hạnh nhân, dành cho việc đọc sách và những bữa trưa dài.',
    array['Cổng tự đóng: xin mang theo điều khiển.', 'Hồ bơi không có cứu hộ; trẻ em bơi cùng người lớn.', 'Chó nhà hàng xóm rất hiền. Tiếng sủa thì không.'],
    array['Hồ bơi', 'Lò sưởi', 'Thư viện', 'Lò nướng ngoài trời', 'Chỗ đỗ hai xe', 'Vườn hạnh nhân'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('vi', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', 'Bữa sáng', 'Trên sân thượng, hoặc mang đến tận cửa phòng.'),
  ('sunset-hotel', 'Room service', 'Phục vụ tại phòng', 'Bếp nhỏ, nấu khi có món gọi. Xin chờ khoảng nửa tiếng.'),
  ('sunset-hotel', 'Drinks', 'Đồ uống', 'Đồ lạnh phục vụ mọi lúc; quầy bar sân thượng mở lúc hoàng hôn.'),
  ('sunset-hotel', 'Laundry', 'Giặt ủi', 'Quý khách để túi đồ ở cửa, chúng tôi sẽ đến lấy.'),
  ('sunset-hotel', 'Getting around', 'Đi lại', 'Ô tô, xe máy và xe đạp của khách sạn.'),
  ('beach-view', 'For your kitchen', 'Cho căn bếp của quý khách', 'Mang lên từ chợ và tiệm bánh dưới nhà.'),
  ('beach-view', 'Drinks', 'Đồ uống', 'Để sẵn trong tủ lạnh trong lúc quý khách tắm biển.'),
  ('beach-view', 'Cleaning and linen', 'Dọn dẹp và chăn ga', 'Căn hộ đã dọn sạch trước khi quý khách đến; cần thêm chỉ việc đặt.'),
  ('beach-view', 'At the beach', 'Trên bãi biển', 'Nhận tại cổng, có kèm cả cát.'),
  ('backpack-hostel', 'Breakfast', 'Bữa sáng', 'Trong bếp, bên chiếc bàn dài.'),
  ('backpack-hostel', 'Evenings together', 'Những buổi tối bên nhau', 'Chúng tôi nấu, mọi người ăn, ai đó rửa bát.'),
  ('backpack-hostel', 'Terrace bar', 'Quầy bar sân hiên', 'Mở từ 18:00 đến 2:00. Sau 23:00 xin nói nhỏ.'),
  ('backpack-hostel', 'Laundry and lockers', 'Giặt ủi và tủ khóa', 'Thanh toán ở lễ tân, sử dụng ở tầng dưới.'),
  ('backpack-hostel', 'Out and about', 'Ra ngoài chơi', 'Vé và các chuyến đi cùng mọi người trong hostel.'),
  ('palm-resort', 'Breakfast in your bungalow', 'Bữa sáng tại bungalow', 'Mang đến bằng xe điện, kèm báo nếu quý khách thích.'),
  ('palm-resort', 'Pool and fire-pit bar', 'Quầy bar bên hồ bơi và bếp lửa', 'Phục vụ tận ghế nằm, trong ly không vỡ.'),
  ('palm-resort', 'Room service', 'Phục vụ tại phòng', 'Bếp nhận đơn đến 23:00.'),
  ('palm-resort', 'Spa', 'Spa', 'Xin đến sớm mười phút: phòng xông hơi dành cho quý khách.'),
  ('palm-resort', 'Wheels', 'Xe cộ', 'Nhân viên đỗ xe túc trực suốt ngày đêm.'),
  ('quiet-house', 'Pantry', 'Tủ thức ăn', 'Từ làng và vườn hạnh nhân, để sẵn trong bếp.'),
  ('quiet-house', 'From the cellar', 'Từ hầm rượu', 'Rượu từ vườn nho của hàng xóm.'),
  ('quiet-house', 'A cook at home', 'Đầu bếp tại nhà', 'Cô Pepa nấu trong bếp và dọn sạch sẽ.'),
  ('quiet-house', 'House and garden', 'Nhà và vườn', 'Carmen hoặc em trai sẽ ghé qua.')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('vi', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', 'Phở bò', 'Bánh phở với nước dùng ninh qua đêm, rau thơm để riêng.'),
  ('sunset-hotel', 'Bánh mì with fried egg', 'Bánh mì ốp la', 'Bánh mì giòn, hai trứng, dưa leo, ngò, thêm ớt nếu thích.'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'Trái cây và sữa chua', 'Xoài, thanh long và chuối với sữa chua không đường.'),
  ('sunset-hotel', 'Chicken congee', 'Cháo gà', 'Cháo mềm với gừng và hành lá.'),
  ('sunset-hotel', 'Iced coffee with milk', 'Cà phê sữa đá', 'Cà phê phin đậm với sữa đặc.'),
  ('sunset-hotel', 'Fried spring rolls', 'Chả giò', 'Bốn cuốn nhân thịt heo và tôm, rau xà lách và nước chấm.'),
  ('sunset-hotel', 'Grilled chicken with rice', 'Cơm gà nướng', 'Gà nướng sả, cơm tấm và đồ chua.'),
  ('sunset-hotel', 'Fried noodles with vegetables', 'Mì xào rau củ', 'Có thể làm món chay: xin ghi trong ghi chú.'),
  ('sunset-hotel', 'Night noodles with egg', 'Mì trứng đêm', 'Mì gói nấu ngon hơn, phục vụ mọi lúc.'),
  ('sunset-hotel', 'Sliced mango', 'Xoài cắt sẵn', 'Một trái xoài chín với muối ớt.'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'Nước suối 1,5 lít', 'Mỗi ngày có hai chai nhỏ miễn phí trong phòng.'),
  ('sunset-hotel', 'Fresh coconut', 'Dừa tươi', 'Chặt khi quý khách gọi.'),
  ('sunset-hotel', 'Local lager', 'Bia địa phương', 'Một lon lạnh, 330 ml.'),
  ('sunset-hotel', 'Cocktail of the evening', 'Cocktail của tối nay', 'Hỏi quầy bar sân thượng xem tối nay có gì.'),
  ('sunset-hotel', 'Gin and tonic', 'Gin tonic', 'Với lá chanh trồng trên sân thượng.'),
  ('sunset-hotel', 'Wash and fold, per kilo', 'Giặt và gấp, theo ký', 'Trả trước 18:00 ngày hôm sau.'),
  ('sunset-hotel', 'Same-day wash, per kilo', 'Giặt lấy trong ngày, theo ký', 'Nhận trước 10:00, trả trước 19:00.'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'Áo sơ mi, giặt và ủi', 'Treo móc, trả ngày hôm sau.'),
  ('sunset-hotel', 'Bicycle for a day', 'Xe đạp một ngày', 'Xe của khách sạn, miễn phí, có khóa. Mũ bảo hiểm ở lễ tân.'),
  ('sunset-hotel', 'Motorbike for a day', 'Xe máy một ngày', '110 cc, hai mũ bảo hiểm. Cần có bằng lái.'),
  ('sunset-hotel', 'Airport car', 'Xe sân bay', 'Tối đa bốn người kèm hành lý. Xin ghi số hiệu chuyến bay trong ghi chú.'),
  ('sunset-hotel', 'Half a day in Hội An by car', 'Nửa ngày ở Hội An bằng ô tô', 'Xe có tài xế trong năm tiếng; xin đặt trước một ngày.'),
  ('beach-view', 'Breakfast basket for two', 'Giỏ bữa sáng cho hai người', 'Bánh mì, trứng, bơ, mứt, chuối và cà phê bột.'),
  ('beach-view', 'Fruit basket', 'Giỏ trái cây', 'Trái cây chợ có hôm nay, khoảng ba ký.'),
  ('beach-view', 'Two warm baguettes', 'Hai ổ bánh mì nóng', 'Từ tiệm bánh dưới nhà.'),
  ('beach-view', 'Seafood box for the pan', 'Hộp hải sản để nấu', 'Tôm, mực và nghêu cho ba người, đã làm sạch.'),
  ('beach-view', 'Drinking water, 19 litres', 'Nước uống bình 19 lít', 'Bình mới cho cây nước.'),
  ('beach-view', 'Lager, six cans', 'Bia, sáu lon', 'Giao đến đã lạnh.'),
  ('beach-view', 'Two fresh coconuts', 'Hai trái dừa tươi', 'Kèm ống hút cỏ.'),
  ('beach-view', 'Ground coffee, 250 g', 'Cà phê bột 250 g', 'Rang tại Đà Nẵng; phin ở trong tủ bếp.'),
  ('beach-view', 'Extra cleaning', 'Dọn dẹp thêm', 'Khoảng một tiếng: sàn nhà, phòng tắm và bếp.'),
  ('beach-view', 'Fresh bed linen', 'Thay chăn ga', 'Cho một giường, chúng tôi trải sẵn.'),
  ('beach-view', 'Two fresh beach towels', 'Hai khăn tắm biển sạch', 'Đổi lấy khăn dính cát.'),
  ('beach-view', 'Baby cot for the stay', 'Nôi em bé trong suốt kỳ lưu trú', 'Kèm ga và màn chống muỗi.'),
  ('beach-view', 'Parasol and two loungers', 'Dù và hai ghế nằm', 'Cả ngày, ngay trước nhà.'),
  ('beach-view', 'Paddleboard for an hour', 'Ván chèo đứng một giờ', 'Buổi sáng biển lặng nhất. Chỉ dành cho người biết bơi.'),
  ('beach-view', 'Child seat for the bicycle', 'Ghế trẻ em gắn xe đạp', 'Đến 22 kg, dùng suốt kỳ lưu trú.'),
  ('backpack-hostel', 'Hostel breakfast', 'Bữa sáng của hostel', 'Bánh mì, phô mai, mứt, trái cây, ngũ cốc và cà phê thoải mái.'),
  ('backpack-hostel', 'Pastel de nata', 'Pastel de nata', 'Từ tiệm bánh bên kia đường.'),
  ('backpack-hostel', 'Vegan porridge', 'Cháo yến mạch thuần chay', 'Yến mạch, sữa yến mạch, táo và quế.'),
  ('backpack-hostel', 'Packed lunch', 'Bữa trưa mang theo', 'Bánh sandwich, trái cây và nước. Xin đặt từ tối hôm trước.'),
  ('backpack-hostel', 'Family dinner', 'Bữa tối chung', 'Lúc 20:00 trong bếp. Đăng ký trước 18:00; luôn có một nồi chay.'),
  ('backpack-hostel', 'Caldo verde', 'Caldo verde', 'Súp khoai tây và cải xoăn, có hoặc không có xúc xích chouriço.'),
  ('backpack-hostel', 'Cheese toastie', 'Bánh mì nướng phô mai', 'Giờ nào cũng hợp.'),
  ('backpack-hostel', 'Small draught beer', 'Bia tươi ly nhỏ', 'Ở đây gọi là imperial.'),
  ('backpack-hostel', 'Glass of vinho verde', 'Một ly vinho verde', 'Nhẹ, mát, hơi sủi.'),
  ('backpack-hostel', 'Ginjinha', 'Ginjinha', 'Rượu anh đào chua trong cốc sô-cô-la.'),
  ('backpack-hostel', 'Lemonade', 'Nước chanh', 'Tự làm, thêm bạc hà.'),
  ('backpack-hostel', 'One wash, soap included', 'Một lần giặt, có xà phòng', 'Tối đa 7 kg, khoảng 40 phút.'),
  ('backpack-hostel', 'One round in the dryer', 'Một lượt sấy', 'Tối đa 7 kg, khoảng 45 phút.'),
  ('backpack-hostel', 'Padlock', 'Ổ khóa', 'Quý khách giữ luôn.'),
  ('backpack-hostel', 'Towel for the stay', 'Khăn tắm trong suốt kỳ lưu trú', 'Khăn lớn. Chúng tôi nhận lại khi trả phòng.'),
  ('backpack-hostel', 'Seat on the surf bus', 'Một chỗ trên xe đi lướt sóng', 'Đi và về bãi biển, kèm ván và đồ bơi giữ nhiệt; khởi hành lúc 9:30.'),
  ('backpack-hostel', 'City bike for a day', 'Xe đạp phố một ngày', 'Bảy tốc độ, và chắc chắn sẽ cần.'),
  ('backpack-hostel', 'Fado night', 'Đêm fado', 'Vé vào cửa và một đồ uống, cùng đi bộ đến đó lúc 21:00.'),
  ('palm-resort', 'Continental tray', 'Khay bữa sáng kiểu lục địa', 'Bánh ngọt, trái cây, sữa chua, nước ép và một bình cà phê, cho một người.'),
  ('palm-resort', 'Avocado toast', 'Bánh mì nướng và trái bơ', 'Bánh mì men tự nhiên, hai trứng chần, chanh.'),
  ('palm-resort', 'Buttermilk pancakes', 'Bánh kếp sữa bơ', 'Ba chiếc với xi-rô phong.'),
  ('palm-resort', 'Little breakfast', 'Bữa sáng nhỏ', 'Một bánh kếp, trái cây và sữa, cho bé dưới mười tuổi.'),
  ('palm-resort', 'Date shake', 'Sinh tố chà là', 'Chà là thung lũng Coachella, kem vani.'),
  ('palm-resort', 'Frozen margarita', 'Margarita đá xay', 'Khách từ 21 tuổi; xin mang theo giấy tờ tùy thân.'),
  ('palm-resort', 'Chips and guacamole', 'Bánh ngô giòn và sốt guacamole', 'Làm khi gọi, đủ cho hai người.'),
  ('palm-resort', 'S’mores kit', 'Bộ nướng s’mores', 'Cho bốn người, kèm que. Lửa được nhóm lúc chạng vạng.'),
  ('palm-resort', 'Mezcal by the fire', 'Mezcal bên bếp lửa', '60 ml, cam và muối sâu. Khách từ 21 tuổi.'),
  ('palm-resort', 'Club sandwich', 'Bánh kẹp club', 'Gà tây, thịt xông khói, cà chua, khoai tây chiên.'),
  ('palm-resort', 'Palm burger', 'Burger Palm', 'Thịt bò hoặc đậu đen, phô mai cheddar, dưa chua, khoai tây chiên.'),
  ('palm-resort', 'Caesar salad', 'Xà lách Caesar', 'Thêm gà nếu muốn: xin ghi trong ghi chú.'),
  ('palm-resort', 'Ice bucket', 'Xô đá', 'Miễn phí.'),
  ('palm-resort', 'Desert massage, 50 minutes', 'Massage sa mạc, 50 phút', 'Toàn thân, dầu xô thơm ấm. Chúng tôi sẽ gọi để hẹn giờ.'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'Massage đá nóng, 80 phút', 'Đá sông, đôi tay chậm rãi.'),
  ('palm-resort', 'Sunrise yoga', 'Yoga lúc bình minh', 'Trên bãi cỏ lúc 6:30. Đã có sẵn thảm.'),
  ('palm-resort', 'Airport transfer', 'Xe đưa ra sân bay', 'Sân bay Palm Springs, tối đa bốn người.'),
  ('palm-resort', 'Beach cruiser for half a day', 'Xe đạp dạo nửa ngày', 'Mũ bảo hiểm, khóa và bản đồ đường bằng phẳng.'),
  ('palm-resort', 'Hand car wash', 'Rửa xe bằng tay', 'Trong lúc quý khách ngủ; xin gửi chìa khóa cho nhân viên đỗ xe.'),
  ('quiet-house', 'Basket for the first evening', 'Giỏ cho buổi tối đầu tiên', 'Bánh mì, cà chua, phô mai, giăm bông, ô liu, trứng và một chai vang đỏ.'),
  ('quiet-house', 'Village bread', 'Bánh mì làng', 'Một ổ tròn, treo ở cổng vào buổi sáng.'),
  ('quiet-house', 'Almonds from the orchard, 500 g', 'Hạnh nhân vườn nhà, 500 g', 'Thu hoạch mùa thu trước, rang muối.'),
  ('quiet-house', 'Goat’s cheese', 'Phô mai dê', 'Ủ vừa, khoảng 400 g.'),
  ('quiet-house', 'A dozen eggs', 'Một chục trứng', 'Khi đàn gà đồng ý.'),
  ('quiet-house', 'Sweet moscatel', 'Vang ngọt moscatel', 'Rượu của làng, 75 cl.'),
  ('quiet-house', 'Mountain red', 'Vang đỏ vùng núi', 'Vang trẻ, nho romé và garnacha, 75 cl.'),
  ('quiet-house', 'Olive oil, half a litre', 'Dầu ô liu, nửa lít', 'Ép lạnh, của năm nay.'),
  ('quiet-house', 'Paella for six', 'Paella cho sáu người', 'Nướng ngoài trời, có hoặc không có thịt. Xin báo trước một ngày.'),
  ('quiet-house', 'Long lunch, per person', 'Bữa trưa dài, mỗi người', 'Súp lạnh, xà lách, món nướng và bánh hạnh nhân.'),
  ('quiet-house', 'Almond cake', 'Bánh hạnh nhân', 'Nguyên chiếc, không bột mì. Để được ba ngày, trên lý thuyết.'),
  ('quiet-house', 'Extra cleaning, two hours', 'Dọn dẹp thêm, hai giờ', 'Bếp, phòng tắm và sàn nhà.'),
  ('quiet-house', 'Basket of firewood', 'Giỏ củi', 'Gỗ hạnh nhân khô, đủ một buổi tối dài.'),
  ('quiet-house', 'Fresh bed linen and towels', 'Chăn ga và khăn sạch', 'Cho một giường.')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('vi', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', 'Bữa tối bên cầu', 'Đưa thẻ phòng trước khi gọi món. Không áp dụng cho đồ uống.', '15%'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', 'Massage một giờ, làm chín mươi phút', 'Ngày thường trước 16:00. Xin gọi trước.', 'Tặng 30 phút'),
  ('sunset-hotel', 'Shirt made in a day', 'May áo sơ mi trong một ngày', 'Đặt ba áo tặng một áo.', '3 tặng 1'),
  ('sunset-hotel', 'Evening on the river', 'Buổi tối trên sông', 'Bốn mươi phút có trà, khởi hành từ bến lúc 19:00.', 'Giảm 50.000 ₫'),
  ('beach-view', 'First surf lesson', 'Buổi học lướt sóng đầu tiên', 'Hai tiếng, gồm ván và áo lướt sóng.', '20%'),
  ('beach-view', 'Seafood across the road', 'Hải sản bên kia đường', 'Cho bàn tối đa sáu người. Không áp dụng ngày lễ.', '10%'),
  ('beach-view', 'Sơn Trà at sunrise', 'Bình minh trên Sơn Trà', 'Xe jeep bốn chỗ, về kịp bữa sáng.', 'Giảm 200.000 ₫'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', 'Đĩa than cũ và cà phê', 'Mỗi đĩa tặng một ly cà phê. Chỉ cần nói nơi lưu trú.', 'Tặng cà phê'),
  ('backpack-hostel', 'Two hours on the river', 'Hai giờ trên sông', 'Có hướng dẫn, xuất phát từ Belém, người mới cũng đi được.', 'Giảm 5 EUR'),
  ('backpack-hostel', 'Fado and petiscos', 'Fado và petiscos', 'Từ Chủ nhật đến thứ Năm, kèm phiếu giấy của lễ tân.', '20%'),
  ('palm-resort', 'Canyon by jeep', 'Hẻm núi bằng xe jeep', 'Ba giờ, gồm nước và mũ. Từ sáu tuổi.', '15%'),
  ('palm-resort', 'Houses behind the hedges', 'Những ngôi nhà sau hàng rào', 'Hai giờ đi bộ, chỉ buổi sáng.', 'Giảm 10 USD'),
  ('palm-resort', 'Twilight round', 'Vòng golf buổi chiều', 'Giờ phát bóng sau 14:00, gồm xe điện.', '25%'),
  ('quiet-house', 'Tasting of four wines', 'Nếm bốn loại rượu vang', 'Kèm phô mai và hạnh nhân, xin hẹn trước.', 'Mua 1 tặng 1'),
  ('quiet-house', 'Guided walk to the old mill', 'Đi bộ có hướng dẫn đến cối xay cũ', 'Bốn giờ, dễ đi, có bữa ăn ngoài trời.', '10%'),
  ('quiet-house', 'An hour on horseback', 'Một giờ cưỡi ngựa', 'Từ tám tuổi, gồm mũ bảo hiểm.', 'Giảm 5 EUR')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('vi', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'Phòng đôi nhìn ra sông', 'Giường đôi bên cửa sổ, dưới kia là dòng sông và cây cầu lên đèn khi đêm xuống.'),
  ('Garden twin', 'Phòng hai giường nhìn ra vườn', 'Hai giường đơn và ban công nhìn xuống sân trong, lúc nào cũng mát và yên tĩnh.'),
  ('One-bedroom apartment', 'Căn hộ một phòng ngủ', 'Một giường đôi, một sofa giường cho hai người, bếp để nấu ăn và ban công nhìn ra biển.'),
  ('Mixed dorm, four beds', 'Phòng tập thể nam nữ, bốn giường', 'Bốn giường tầng, mỗi giường có rèm, đèn đọc sách, ổ cắm và tủ khóa riêng.'),
  ('Garden bungalow', 'Bungalow trong vườn', 'Giường cỡ lớn và hiên riêng, cách spa vài bước chân.'),
  ('Pool bungalow', 'Bungalow bên hồ bơi', 'Giường cỡ lớn, hồ bơi yên tĩnh nằm ngay trước hiên.'),
  ('Whole house', 'Nguyên căn', 'Ba phòng ngủ, lò sưởi, hồ bơi và vườn hạnh nhân, tất cả dành riêng cho quý khách.')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('vi', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', 'Mùa hè'),
  ('New Year', 'Năm mới'),
  ('June festivals', 'Lễ hội tháng Sáu'),
  ('Desert spring', 'Mùa xuân sa mạc'),
  ('Emergency', 'Khẩn cấp'),
  ('Health', 'Y tế'),
  ('Transport', 'Đi lại'),
  ('The house', 'Nơi lưu trú'),
  ('Police', 'Cảnh sát'),
  ('Fire brigade', 'Cứu hỏa'),
  ('Ambulance', 'Cấp cứu'),
  ('Police, fire brigade, ambulance', 'Cảnh sát, cứu hỏa, cấp cứu'),
  ('Taxi', 'Taxi'),
  ('Pharmacy', 'Nhà thuốc'),
  ('Pharmacy, open all night', 'Nhà thuốc mở suốt đêm'),
  ('Clinic with English-speaking doctors', 'Phòng khám có bác sĩ nói tiếng Anh'),
  ('Airport information', 'Thông tin sân bay'),
  ('Night desk', 'Lễ tân ban đêm'),
  ('Lifeguards at the beach', 'Cứu hộ bãi biển'),
  ('Caretaker', 'Người quản lý'),
  ('Village doctor', 'Bác sĩ trong làng'),
  ('Plumber', 'Thợ sửa ống nước'),
  ('Room', 'Phòng'),
  ('Bedroom', 'Phòng ngủ'),
  ('Bedrooms', 'Các phòng ngủ'),
  ('Bungalow', 'Bungalow'),
  ('Dorm', 'Phòng tập thể'),
  ('Bathroom', 'Phòng tắm'),
  ('Bathrooms', 'Các phòng tắm'),
  ('Showers', 'Phòng tắm vòi sen'),
  ('Lockers', 'Tủ khóa'),
  ('Kitchen', 'Bếp'),
  ('Living room', 'Phòng khách'),
  ('Lounge', 'Phòng sinh hoạt chung'),
  ('Lobby', 'Sảnh'),
  ('Lift', 'Thang máy'),
  ('Balcony', 'Ban công'),
  ('Terrace', 'Sân hiên'),
  ('Roof terrace', 'Sân thượng'),
  ('Air conditioning', 'Máy lạnh'),
  ('WiFi', 'WiFi'),
  ('Pool', 'Hồ bơi'),
  ('Spa', 'Spa'),
  ('Garden', 'Vườn'),
  ('Parking', 'Bãi đỗ xe'),
  ('Doctor on call', 'Bác sĩ trực'),
  ('Lost property, trams and metro', 'Đồ thất lạc, xe điện và tàu điện ngầm'),
  ('Resort security', 'Bảo vệ của resort'),
  ('Urgent care', 'Phòng khám khẩn cấp'),
  ('Roadside help', 'Cứu hộ giao thông'),
  ('Concierge', 'Nhân viên hỗ trợ khách'),
  ('Lounge and kitchen', 'Phòng sinh hoạt chung và bếp'),
  ('Dorms', 'Phòng tập thể')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('vi', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('vi', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('vi', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'vi', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
