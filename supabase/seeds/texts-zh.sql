-- The demo's texts in simplified Chinese, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', '安静的客房，距河边仅两条街，屋顶露台的日落名副其实。',
    array['22:00 至次日 7:00 请保持安静。', '屋顶露台可以吸烟，客房内禁止吸烟。', '访客请在前台登记姓名。', '外出时请将房卡挂在门上，空调会随之关闭。'],
    array['屋顶露台', '早餐 6:30–10:00', '空调', '洗衣服务', '自行车', '行李寄存', '机场接送']),
  ('beach-view', '七楼的明亮公寓，每扇窗外都是大海。',
    array['请在大门旁的水龙头处冲净沙子。', '开空调时请关好阳台门。', '垃圾请放入院内的绿色垃圾桶。'],
    array['厨房', '洗衣机', '海景', '电梯', '两辆自行车', '沙滩巾']),
  ('backpack-hostel', '带床帘的上下铺，没有人独自吃饭的厨房，出门就是电车。',
    array['宿舍 23:00 熄灯，公共休息室继续开放。', '做完饭请清洗用过的厨具。', '储物柜请用自己的挂锁，或在前台购买。', '请勿穿鞋上床。'],
    array['公用厨房', '储物柜', '床帘', '阅读灯', '洗衣房', '10:00 免费徒步导览']),
  ('palm-resort', '棕榈树下的独栋小屋，三座泳池，以及早餐前就开放的水疗中心。',
    array['泳池开放时间为 7:00–22:00；玻璃器皿请留在吧台。', '花园小路上请礼让电瓶车。', '享用自助早餐时请佩戴手环。'],
    array['三座泳池', '水疗', '网球', '健身房', '儿童俱乐部', '代客泊车', '客房送餐至 23:00']),
  ('quiet-house', '杏仁园后的白墙小屋，适合阅读，也适合悠长的午餐。',
    array['大门会自动关闭，请随身携带遥控器。', '泳池没有救生员，儿童须由成人陪同。', '邻居家的狗很友善，叫声则不然。'],
    array['泳池', '壁炉', '藏书室', '烧烤架', '两个停车位', '杏仁园'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('zh', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', '早餐', '在屋顶露台享用，或送到房门口。'),
  ('sunset-hotel', 'Room service', '客房送餐', '小厨房现点现做，请预留半小时。'),
  ('sunset-hotel', 'Drinks', '饮品', '冷饮全天供应，露台酒吧日落时开门。'),
  ('sunset-hotel', 'Laundry', '洗衣', '请把洗衣袋放在门口，我们来取。'),
  ('sunset-hotel', 'Getting around', '出行', '汽车、摩托车和酒店自行车。'),
  ('beach-view', 'For your kitchen', '为您的厨房', '从市场和楼下面包店送上楼。'),
  ('beach-view', 'Drinks', '饮品', '您在海滩时，我们放进冰箱。'),
  ('beach-view', 'Cleaning and linen', '清洁与床品', '公寓在您到达前已打扫；还需要什么，点一下就好。'),
  ('beach-view', 'At the beach', '在海滩', '在大门口领取，沙子免费。'),
  ('backpack-hostel', 'Breakfast', '早餐', '在厨房的长桌上。'),
  ('backpack-hostel', 'Evenings together', '一起度过的夜晚', '我们做饭，大家吃，有人洗碗。'),
  ('backpack-hostel', 'Terrace bar', '露台酒吧', '18:00 到次日 2:00。23:00 后请轻声。'),
  ('backpack-hostel', 'Laundry and lockers', '洗衣与储物柜', '在前台付款，到楼下使用。'),
  ('backpack-hostel', 'Out and about', '出门逛逛', '和青旅的朋友一起的门票与行程。'),
  ('palm-resort', 'Breakfast in your bungalow', '小屋早餐', '由电瓶车送到，可附报纸。'),
  ('palm-resort', 'Pool and fire-pit bar', '泳池与火塘酒吧', '送到您的躺椅旁，使用防摔杯。'),
  ('palm-resort', 'Room service', '客房送餐', '厨房接单至 23:00。'),
  ('palm-resort', 'Spa', '水疗', '请提前十分钟到：蒸汽房供您使用。'),
  ('palm-resort', 'Wheels', '车轮上', '代客泊车全天服务。'),
  ('quiet-house', 'Pantry', '食品柜', '来自村里和果园，放在厨房。'),
  ('quiet-house', 'From the cellar', '酒窖', '邻居自家葡萄园的酒。'),
  ('quiet-house', 'A cook at home', '上门厨师', '佩帕在您的厨房做饭，并收拾干净。'),
  ('quiet-house', 'House and garden', '房屋与花园', '卡门或她的弟弟会过来。')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('zh', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', '牛肉河粉', '通宵慢炖的高汤配米粉，香草另上。'),
  ('sunset-hotel', 'Bánh mì with fried egg', '煎蛋越式法棍', '酥脆法棍，两个鸡蛋、黄瓜、香菜，辣椒随意。'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', '水果酸奶碗', '芒果、火龙果和香蕉，配原味酸奶。'),
  ('sunset-hotel', 'Chicken congee', '鸡肉粥', '绵软的米粥，加姜和葱。'),
  ('sunset-hotel', 'Iced coffee with milk', '冰奶咖啡', '浓滴滤咖啡配炼乳。'),
  ('sunset-hotel', 'Fried spring rolls', '炸春卷', '四个，猪肉鲜虾馅，配生菜和蘸汁。'),
  ('sunset-hotel', 'Grilled chicken with rice', '烤鸡饭', '香茅烤鸡、碎米饭和腌菜。'),
  ('sunset-hotel', 'Fried noodles with vegetables', '蔬菜炒面', '可做纯素：请写在备注里。'),
  ('sunset-hotel', 'Night noodles with egg', '鸡蛋夜宵面', '用心升级的方便面，全天供应。'),
  ('sunset-hotel', 'Sliced mango', '切片芒果', '一个熟芒果，配辣椒盐。'),
  ('sunset-hotel', 'Still water, 1.5 litres', '纯净水，1.5 升', '房内每天免费提供两小瓶。'),
  ('sunset-hotel', 'Fresh coconut', '鲜椰子', '下单后现开。'),
  ('sunset-hotel', 'Local lager', '本地啤酒', '冰镇一罐，330 毫升。'),
  ('sunset-hotel', 'Cocktail of the evening', '今晚的鸡尾酒', '今天是哪一款，请问露台酒吧。'),
  ('sunset-hotel', 'Gin and tonic', '金汤力', '配露台上种的青柠叶。'),
  ('sunset-hotel', 'Wash and fold, per kilo', '洗涤折叠，每公斤', '次日 18:00 前送回。'),
  ('sunset-hotel', 'Same-day wash, per kilo', '当日洗衣，每公斤', '10:00 前取，19:00 前送回。'),
  ('sunset-hotel', 'Shirt, washed and ironed', '衬衫清洗熨烫', '次日挂好送回。'),
  ('sunset-hotel', 'Bicycle for a day', '自行车一天', '酒店自备，免费，带锁。头盔在前台。'),
  ('sunset-hotel', 'Motorbike for a day', '摩托车一天', '110 cc，两顶头盔。需持驾照。'),
  ('sunset-hotel', 'Airport car', '机场用车', '最多四人及行李。请在备注中写明航班号。'),
  ('sunset-hotel', 'Half a day in Hội An by car', '会安半日包车', '五小时，含司机；请提前一天预订。'),
  ('beach-view', 'Breakfast basket for two', '双人早餐篮', '法棍、鸡蛋、黄油、果酱、香蕉和研磨咖啡。'),
  ('beach-view', 'Fruit basket', '水果篮', '当天市场的水果，约三公斤。'),
  ('beach-view', 'Two warm baguettes', '两根热法棍', '来自楼下面包店。'),
  ('beach-view', 'Seafood box for the pan', '待煎海鲜盒', '虾、鱿鱼和蛤蜊，三人份，已洗净。'),
  ('beach-view', 'Drinking water, 19 litres', '饮用水，19 升', '饮水机的新桶。'),
  ('beach-view', 'Lager, six cans', '啤酒，六罐', '送到时已冰好。'),
  ('beach-view', 'Two fresh coconuts', '两个鲜椰子', '配草吸管。'),
  ('beach-view', 'Ground coffee, 250 g', '研磨咖啡，250 克', '岘港烘焙；滴滤壶在橱柜里。'),
  ('beach-view', 'Extra cleaning', '额外清洁', '约一小时：地板、浴室和厨房。'),
  ('beach-view', 'Fresh bed linen', '更换床品', '一张床，由我们铺好。'),
  ('beach-view', 'Two fresh beach towels', '两条干净的沙滩巾', '用沾了沙的来换。'),
  ('beach-view', 'Baby cot for the stay', '婴儿床（住宿期间）', '含床单和蚊帐。'),
  ('beach-view', 'Parasol and two loungers', '遮阳伞和两张躺椅', '全天，就在楼前。'),
  ('beach-view', 'Paddleboard for an hour', '桨板一小时', '早晨最平静。仅限会游泳者。'),
  ('beach-view', 'Child seat for the bicycle', '自行车儿童座椅', '最重 22 公斤，住宿期间使用。'),
  ('backpack-hostel', 'Hostel breakfast', '青旅早餐', '面包、奶酪、果酱、水果、麦片，咖啡随意喝。'),
  ('backpack-hostel', 'Pastel de nata', '葡式蛋挞', '来自街对面的糕点店。'),
  ('backpack-hostel', 'Vegan porridge', '纯素燕麦粥', '燕麦、燕麦奶、苹果和肉桂。'),
  ('backpack-hostel', 'Packed lunch', '便当', '三明治、水果和水。请前一晚预订。'),
  ('backpack-hostel', 'Family dinner', '大家的晚餐', '20:00 在厨房。18:00 前报名；总有一锅素食。'),
  ('backpack-hostel', 'Caldo verde', '葡式青菜汤', '土豆羽衣甘蓝汤，可加或不加葡式香肠。'),
  ('backpack-hostel', 'Cheese toastie', '芝士吐司', '任何时候都合适。'),
  ('backpack-hostel', 'Small draught beer', '小杯生啤', '这里叫 imperial。'),
  ('backpack-hostel', 'Glass of vinho verde', '一杯绿酒', '清爽、冰凉、微起泡。'),
  ('backpack-hostel', 'Ginjinha', '樱桃酒', '酸樱桃利口酒，盛在巧克力杯里。'),
  ('backpack-hostel', 'Lemonade', '柠檬水', '自制，加薄荷。'),
  ('backpack-hostel', 'One wash, soap included', '洗衣一次，含洗衣液', '最多 7 公斤，约 40 分钟。'),
  ('backpack-hostel', 'One round in the dryer', '烘干一次', '最多 7 公斤，约 45 分钟。'),
  ('backpack-hostel', 'Padlock', '挂锁', '归您所有。'),
  ('backpack-hostel', 'Towel for the stay', '浴巾（住宿期间）', '大号。退房时请归还。'),
  ('backpack-hostel', 'Seat on the surf bus', '冲浪巴士座位', '往返海滩，含冲浪板和湿衣；9:30 出发。'),
  ('backpack-hostel', 'City bike for a day', '城市自行车一天', '七档变速，您会用得上。'),
  ('backpack-hostel', 'Fado night', '法朵之夜', '含入场和一杯饮料，21:00 一起步行前往。'),
  ('palm-resort', 'Continental tray', '欧陆早餐盘', '糕点、水果、酸奶、果汁和一壶咖啡，一人份。'),
  ('palm-resort', 'Avocado toast', '牛油果吐司', '酸面包、两个水波蛋、柠檬。'),
  ('palm-resort', 'Buttermilk pancakes', '酪乳松饼', '三片一叠，配枫糖浆。'),
  ('palm-resort', 'Little breakfast', '儿童早餐', '一片松饼、水果和牛奶，十岁以下适用。'),
  ('palm-resort', 'Date shake', '椰枣奶昔', '科切拉谷椰枣，香草冰淇淋。'),
  ('palm-resort', 'Frozen margarita', '冰沙玛格丽特', '限 21 岁以上，请带证件。'),
  ('palm-resort', 'Chips and guacamole', '玉米片配牛油果酱', '现点现做，够两人吃。'),
  ('palm-resort', 'S’mores kit', '烤棉花糖套装', '四人份，含竹签。黄昏时生火。'),
  ('palm-resort', 'Mezcal by the fire', '火塘边的梅斯卡尔', '60 毫升，配橙子和虫盐。限 21 岁以上。'),
  ('palm-resort', 'Club sandwich', '总汇三明治', '火鸡、培根、番茄、薯条。'),
  ('palm-resort', 'Palm burger', '棕榈汉堡', '牛肉或黑豆饼，切达奶酪、酸黄瓜、薯条。'),
  ('palm-resort', 'Caesar salad', '凯撒沙拉', '可加鸡肉：请写在备注里。'),
  ('palm-resort', 'Ice bucket', '冰桶', '免费赠送。'),
  ('palm-resort', 'Desert massage, 50 minutes', '沙漠按摩，50 分钟', '全身，温热鼠尾草油。我们会致电约定时间。'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', '热石按摩，80 分钟', '河石，缓慢的手法。'),
  ('palm-resort', 'Sunrise yoga', '日出瑜伽', '6:30 在草坪。已备瑜伽垫。'),
  ('palm-resort', 'Airport transfer', '机场接送', '棕榈泉机场，最多四人。'),
  ('palm-resort', 'Beach cruiser for half a day', '沙滩自行车半天', '头盔、锁和平路地图。'),
  ('palm-resort', 'Hand car wash', '手工洗车', '在您睡觉时完成，钥匙请交给泊车员。'),
  ('quiet-house', 'Basket for the first evening', '第一晚的食物篮', '面包、番茄、奶酪、火腿、橄榄、鸡蛋和一瓶红酒。'),
  ('quiet-house', 'Village bread', '乡村面包', '圆面包，早上挂在大门上。'),
  ('quiet-house', 'Almonds from the orchard, 500 g', '果园杏仁，500 克', '去年秋天采收，盐烤。'),
  ('quiet-house', 'Goat’s cheese', '山羊奶酪', '半熟成，约 400 克。'),
  ('quiet-house', 'A dozen eggs', '一打鸡蛋', '看母鸡心情。'),
  ('quiet-house', 'Sweet moscatel', '甜麝香葡萄酒', '本村自酿，750 毫升。'),
  ('quiet-house', 'Mountain red', '山地红酒', '年轻，罗梅和歌海娜葡萄，750 毫升。'),
  ('quiet-house', 'Olive oil, half a litre', '橄榄油，半升', '冷榨，今年新油。'),
  ('quiet-house', 'Paella for six', '六人份海鲜饭', '户外烤架烹制，可选有肉或无肉。请提前一天。'),
  ('quiet-house', 'Long lunch, per person', '悠长午餐，每人', '冷汤、沙拉、烤肉和杏仁蛋糕。'),
  ('quiet-house', 'Almond cake', '杏仁蛋糕', '整个，不含面粉。理论上可放三天。'),
  ('quiet-house', 'Extra cleaning, two hours', '额外清洁，两小时', '厨房、浴室和地板。'),
  ('quiet-house', 'Basket of firewood', '一篮柴火', '干杏木，够一个长夜。'),
  ('quiet-house', 'Fresh bed linen and towels', '干净床品和毛巾', '一张床。')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('zh', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', '桥边晚餐', '点餐前请出示房卡。酒水除外。', '八五折'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', '一小时按摩，做足九十分钟', '工作日 16:00 前。请提前致电。', '免费加 30 分钟'),
  ('sunset-hotel', 'Shirt made in a day', '一天做好的衬衫', '每订三件送一件。', '买三送一'),
  ('sunset-hotel', 'Evening on the river', '河上夜晚', '四十分钟，含茶，19:00 码头出发。', '减 50,000 越南盾'),
  ('beach-view', 'First surf lesson', '第一堂冲浪课', '两小时，含冲浪板和防晒衣。', '八折'),
  ('beach-view', 'Seafood across the road', '马路对面的海鲜', '最多六人一桌。节假日除外。', '九折'),
  ('beach-view', 'Sơn Trà at sunrise', '山茶半岛日出', '四人吉普车，早餐前返回。', '减 200,000 越南盾'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', '二手黑胶与咖啡', '每张唱片送一杯咖啡。请说明您住在哪里。', '咖啡免费'),
  ('backpack-hostel', 'Two hours on the river', '河上两小时', '有向导，贝伦出发，欢迎新手。', '减 5 欧元'),
  ('backpack-hostel', 'Fado and petiscos', '法朵与小食', '周日至周四，凭前台的纸条。', '八折'),
  ('palm-resort', 'Canyon by jeep', '吉普车峡谷游', '三小时，含水和帽子。六岁以上。', '八五折'),
  ('palm-resort', 'Houses behind the hedges', '树篱后的老房子', '步行两小时，仅限上午。', '减 10 美元'),
  ('palm-resort', 'Twilight round', '黄昏高尔夫', '14:00 后开球，含球车。', '七五折'),
  ('quiet-house', 'Tasting of four wines', '四款葡萄酒品鉴', '配奶酪和杏仁，需预约。', '买一送一'),
  ('quiet-house', 'Guided walk to the old mill', '步行导览至老磨坊', '四小时，轻松，含野餐。', '九折'),
  ('quiet-house', 'An hour on horseback', '骑马一小时', '八岁以上，含头盔。', '减 5 欧元')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('zh', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', '河景大床房', '窗边一张大床，楼下就是河，夜里可以看到亮灯的大桥。'),
  ('Garden twin', '花园双床房', '两张单人床，阳台面向庭院，凉爽又安静。'),
  ('One-bedroom apartment', '一室一厅公寓', '一张双人床、一张双人沙发床、可以做饭的厨房和海景阳台。'),
  ('Mixed dorm, four beds', '四人混住宿舍', '四个床位，各有床帘、阅读灯、插座和储物柜。'),
  ('Garden bungalow', '花园小屋', '特大床和私人露台，离水疗中心只有几步路。'),
  ('Pool bungalow', '泳池小屋', '特大床，露台前就是安静的泳池。'),
  ('Whole house', '整栋房屋', '三间卧室、壁炉、泳池和杏仁园，全部由您独享。')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('zh', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', '夏季'),
  ('New Year', '新年'),
  ('June festivals', '六月节庆'),
  ('Desert spring', '沙漠之春'),
  ('Emergency', '紧急'),
  ('Health', '医疗'),
  ('Transport', '交通'),
  ('The house', '住宿'),
  ('Police', '警察'),
  ('Fire brigade', '消防'),
  ('Ambulance', '急救'),
  ('Police, fire brigade, ambulance', '警察、消防、急救'),
  ('Taxi', '出租车'),
  ('Pharmacy', '药房'),
  ('Pharmacy, open all night', '通宵药房'),
  ('Clinic with English-speaking doctors', '有英语医生的诊所'),
  ('Airport information', '机场问询'),
  ('Night desk', '夜间前台'),
  ('Lifeguards at the beach', '海滩救生员'),
  ('Caretaker', '管理员'),
  ('Village doctor', '村里的医生'),
  ('Plumber', '水管工'),
  ('Room', '客房'),
  ('Bedroom', '卧室'),
  ('Bedrooms', '卧室'),
  ('Bungalow', '小屋'),
  ('Dorm', '宿舍'),
  ('Bathroom', '浴室'),
  ('Bathrooms', '浴室'),
  ('Showers', '淋浴间'),
  ('Lockers', '储物柜'),
  ('Kitchen', '厨房'),
  ('Living room', '客厅'),
  ('Lounge', '休息室'),
  ('Lobby', '大堂'),
  ('Lift', '电梯'),
  ('Balcony', '阳台'),
  ('Terrace', '露台'),
  ('Roof terrace', '屋顶露台'),
  ('Air conditioning', '空调'),
  ('WiFi', 'Wi-Fi'),
  ('Pool', '泳池'),
  ('Spa', '水疗'),
  ('Garden', '花园'),
  ('Parking', '停车场'),
  ('Doctor on call', '值班医生'),
  ('Lost property, trams and metro', '失物招领（电车和地铁）'),
  ('Resort security', '度假村保安'),
  ('Urgent care', '急诊门诊'),
  ('Roadside help', '道路救援'),
  ('Concierge', '礼宾部'),
  ('Lounge and kitchen', '公共休息室与厨房'),
  ('Dorms', '宿舍')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('zh', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('zh', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('zh', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'zh', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
