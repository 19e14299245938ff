-- The demo's texts in Japanese, found by the English texts. docs/languages.md describes how a language is added.

with given (slug, description, house_rules, amenities) as (values
  ('sunset-hotel', '川から通り二本の静かな客室。夕日の名にふさわしい屋上テラスがあります。',
    array['22:00～7:00はお静かにお過ごしください。', '喫煙は屋上テラスでどうぞ。客室内は禁煙です。', 'ご訪問の方はフロントでお名前をお知らせください。', 'お出かけの際はカードキーをドアに掛けてください。エアコンも一緒に止まります。'],
    array['屋上テラス', '朝食 6:30～10:00', 'エアコン', 'ランドリー', '自転車', '荷物預かり', '空港送迎']),
  ('beach-view', '七階の明るいアパートメント。どの窓からも海が見えます。',
    array['砂は門の横の蛇口で洗い流してください。', 'エアコン使用中はバルコニーのドアを閉めてください。', 'ごみは中庭の緑の容器へお願いします。'],
    array['キッチン', '洗濯機', 'オーシャンビュー', 'エレベーター', '自転車2台', 'ビーチタオル']),
  ('backpack-hostel', 'カーテン付きの二段ベッド、ひとりで食べる人のいないキッチン、玄関前にはトラム。',
    array['ドミトリーは23:00消灯。ラウンジは引き続きご利用いただけます。', '使った調理器具と食器は洗ってください。', 'ロッカーにはご自分の南京錠か、フロントの錠をお使いください。', 'ベッドの上は土足禁止です。'],
    array['共用キッチン', 'ロッカー', 'ベッドカーテン', '読書灯', 'ランドリー', '無料ウォーキングツアー 10:00']),
  ('palm-resort', 'ヤシの木陰のバンガロー、三つのプール、朝食前から開くスパ。',
    array['プールは7:00～22:00。ガラス製品はバーの外へお持ち出しにならないでください。', '庭の小道ではカートが優先です。', '朝食ビュッフェではリストバンドをお着けください。'],
    array['プール3面', 'スパ', 'テニス', 'ジム', 'キッズクラブ', 'バレーパーキング', 'ルームサービス 23:00まで']),
  ('quiet-house', 'アーモンド畑の奥に立つ白壁の家。読書とゆっくりした昼食のために。',
    array['門は自動で閉まります。リモコンをお持ちください。', 'プールに監視員はいません。お子さまは大人と一緒に泳いでください。', '隣の犬は人懐こいです。鳴き声はそうでもありません。'],
    array['プール', '暖炉', '図書室', 'バーベキュー', '駐車場2台分', 'アーモンド畑'])
)
update public.accom_properties p
set translations = p.translations || jsonb_build_object('ja', jsonb_build_object(
  'description', g.description, 'houseRules', to_jsonb(g.house_rules), 'amenities', to_jsonb(g.amenities)
))
from given g
where p.slug = g.slug;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Breakfast', '朝食', '屋上テラスで、またはお部屋までお届けします。'),
  ('sunset-hotel', 'Room service', 'ルームサービス', 'ご注文ごとにお作りします。30分ほどお待ちください。'),
  ('sunset-hotel', 'Drinks', 'お飲み物', '冷たいお飲み物はいつでも。テラスバーは日没から。'),
  ('sunset-hotel', 'Laundry', 'ランドリー', '袋をドアの前に置いてください。取りに伺います。'),
  ('sunset-hotel', 'Getting around', '移動・交通', '車、バイク、ホテルの自転車。'),
  ('beach-view', 'For your kitchen', 'キッチンに', '市場と階下のパン屋からお届けします。'),
  ('beach-view', 'Drinks', 'お飲み物', 'ビーチにいらっしゃる間に冷蔵庫へ。'),
  ('beach-view', 'Cleaning and linen', '清掃とリネン', 'ご到着前に清掃済みです。追加もすぐに承ります。'),
  ('beach-view', 'At the beach', 'ビーチで', '門のところでお渡しします。砂も付いてきます。'),
  ('backpack-hostel', 'Breakfast', '朝食', 'キッチンの長いテーブルで。'),
  ('backpack-hostel', 'Evenings together', 'みんなで過ごす夜', '私たちが作り、みんなで食べ、誰かが洗います。'),
  ('backpack-hostel', 'Terrace bar', 'テラスバー', '18:00から2:00まで。23:00以降はお静かに。'),
  ('backpack-hostel', 'Laundry and lockers', 'ランドリーとロッカー', 'お支払いはフロント、ご利用は階下で。'),
  ('backpack-hostel', 'Out and about', '街へ出る', 'ホステルの仲間と行くチケットとツアー。'),
  ('palm-resort', 'Breakfast in your bungalow', 'バンガローで朝食', 'カートでお届けします。新聞もご用意できます。'),
  ('palm-resort', 'Pool and fire-pit bar', 'プールと焚き火のバー', 'デッキチェアまで、割れないグラスでお持ちします。'),
  ('palm-resort', 'Room service', 'ルームサービス', 'ご注文は23:00まで。'),
  ('palm-resort', 'Spa', 'スパ', '10分前にお越しください。スチームルームをご利用いただけます。'),
  ('palm-resort', 'Wheels', '乗り物', 'バレーは24時間承ります。'),
  ('quiet-house', 'Pantry', '食料庫', '村と畑から、キッチンに置いておきます。'),
  ('quiet-house', 'From the cellar', '酒蔵から', '近所のぶどう畑のワイン。'),
  ('quiet-house', 'A cook at home', '出張料理', 'ペパがお宅のキッチンで料理し、片付けまでいたします。'),
  ('quiet-house', 'House and garden', '家と庭', 'カルメンか弟が伺います。')
)
update public.accom_service_categories c
set translations = c.translations || jsonb_build_object('ja', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where c.property_id = p.id and c.name = g.english;

with given (slug, english, name, description) as (values
  ('sunset-hotel', 'Beef phở', '牛肉のフォー', 'ひと晩煮込んだスープに米麺。香草は別添えです。'),
  ('sunset-hotel', 'Bánh mì with fried egg', '目玉焼きのバインミー', 'カリッとしたバゲットに卵2個、きゅうり、香菜。唐辛子はお好みで。'),
  ('sunset-hotel', 'Fruit and yoghurt bowl', 'フルーツとヨーグルト', 'マンゴー、ドラゴンフルーツ、バナナにプレーンヨーグルト。'),
  ('sunset-hotel', 'Chicken congee', '鶏のおかゆ', 'やわらかなおかゆに生姜と青ねぎ。'),
  ('sunset-hotel', 'Iced coffee with milk', 'ミルク入りアイスコーヒー', '濃いドリップコーヒーに練乳を合わせました。'),
  ('sunset-hotel', 'Fried spring rolls', '揚げ春巻き', '豚肉とえびの4本。レタスとつけだれ付き。'),
  ('sunset-hotel', 'Grilled chicken with rice', 'グリルチキンとごはん', 'レモングラス風味の鶏肉に砕き米と漬物。'),
  ('sunset-hotel', 'Fried noodles with vegetables', '野菜の焼きそば', 'ヴィーガンにもできます。ご要望欄にお書きください。'),
  ('sunset-hotel', 'Night noodles with egg', '卵入り夜食麺', 'ひと手間かけた即席麺。いつでもどうぞ。'),
  ('sunset-hotel', 'Sliced mango', 'カットマンゴー', '完熟マンゴー1個に唐辛子塩を添えて。'),
  ('sunset-hotel', 'Still water, 1.5 litres', 'ミネラルウォーター 1.5リットル', '1日2本の小さなボトルは、お部屋で無料です。'),
  ('sunset-hotel', 'Fresh coconut', 'フレッシュココナッツ', 'ご注文をいただいてから開けます。'),
  ('sunset-hotel', 'Local lager', '地元のラガービール', '冷えた缶、330 ml。'),
  ('sunset-hotel', 'Cocktail of the evening', '今夜のカクテル', '内容はテラスバーでお尋ねください。'),
  ('sunset-hotel', 'Gin and tonic', 'ジントニック', 'テラスで育てたライムの葉を添えて。'),
  ('sunset-hotel', 'Wash and fold, per kilo', '洗濯とたたみ、1 kgあたり', '翌日18:00までにお届けします。'),
  ('sunset-hotel', 'Same-day wash, per kilo', '当日仕上げの洗濯、1 kgあたり', '10:00までにお預かりし、19:00までにお届けします。'),
  ('sunset-hotel', 'Shirt, washed and ironed', 'シャツの洗濯とアイロン', '翌日、ハンガーに掛けてお届けします。'),
  ('sunset-hotel', 'Bicycle for a day', '自転車 1日', 'ホテルの自転車を無料で。鍵付き。ヘルメットはフロントにあります。'),
  ('sunset-hotel', 'Motorbike for a day', 'バイク 1日', '110 cc、ヘルメット2個。運転免許証が必要です。'),
  ('sunset-hotel', 'Airport car', '空港までの車', 'お荷物込みで4名様まで。便名をご要望欄にお書きください。'),
  ('sunset-hotel', 'Half a day in Hội An by car', '車で行くホイアン半日', '運転手付き5時間。前日までにご注文ください。'),
  ('beach-view', 'Breakfast basket for two', '朝食バスケット 2名様', 'バゲット、卵、バター、ジャム、バナナ、挽いたコーヒー。'),
  ('beach-view', 'Fruit basket', 'フルーツバスケット', '今日の市場から、約3 kg。'),
  ('beach-view', 'Two warm baguettes', '焼きたてバゲット2本', '階下のパン屋から。'),
  ('beach-view', 'Seafood box for the pan', 'フライパン用シーフード', 'えび、いか、あさりを3名様分。下処理済みです。'),
  ('beach-view', 'Drinking water, 19 litres', '飲料水 19リットル', 'ウォーターサーバー用の新しいボトル。'),
  ('beach-view', 'Lager, six cans', 'ラガービール6缶', '冷えた状態でお届けします。'),
  ('beach-view', 'Two fresh coconuts', 'フレッシュココナッツ2個', '草のストロー付き。'),
  ('beach-view', 'Ground coffee, 250 g', '挽いたコーヒー 250 g', 'ダナンで焙煎。ドリッパーは棚にあります。'),
  ('beach-view', 'Extra cleaning', '追加の清掃', '約1時間。床、バスルーム、キッチン。'),
  ('beach-view', 'Fresh bed linen', 'ベッドリネンの交換', 'ベッド1台分。こちらで整えます。'),
  ('beach-view', 'Two fresh beach towels', 'ビーチタオル2枚', '砂の付いたものとお取り替えします。'),
  ('beach-view', 'Baby cot for the stay', 'ベビーベッド ご滞在中', 'シーツと蚊帳付き。'),
  ('beach-view', 'Parasol and two loungers', 'パラソルとデッキチェア2台', '1日、建物の前で。'),
  ('beach-view', 'Paddleboard for an hour', 'パドルボード 1時間', '朝がいちばん穏やかです。泳げる方に限ります。'),
  ('beach-view', 'Child seat for the bicycle', '自転車用チャイルドシート', '22 kgまで、ご滞在中ずっと。'),
  ('backpack-hostel', 'Hostel breakfast', 'ホステルの朝食', 'パン、チーズ、ジャム、果物、シリアル、コーヒーはお好きなだけ。'),
  ('backpack-hostel', 'Pastel de nata', 'パステル・デ・ナタ', '向かいのお菓子屋から。'),
  ('backpack-hostel', 'Vegan porridge', 'ヴィーガンのおかゆ', 'オーツ麦、オーツミルク、りんご、シナモン。'),
  ('backpack-hostel', 'Packed lunch', 'お弁当', 'サンドイッチ、果物、水。前日の夜までにご注文ください。'),
  ('backpack-hostel', 'Family dinner', 'みんなの夕食', '20:00にキッチンで。お申し込みは18:00まで。ベジタリアンの鍋もあります。'),
  ('backpack-hostel', 'Caldo verde', 'カルド・ヴェルデ', 'じゃがいもとケールのスープ。ショリソはお好みで。'),
  ('backpack-hostel', 'Cheese toastie', 'チーズトースト', 'どんな時間にも合う一品。'),
  ('backpack-hostel', 'Small draught beer', '生ビール 小', 'ここでは「インペリアル」と呼びます。'),
  ('backpack-hostel', 'Glass of vinho verde', 'ヴィーニョ・ヴェルデ グラス', '軽く、冷たく、微発泡。'),
  ('backpack-hostel', 'Ginjinha', 'ジンジーニャ', 'サワーチェリーのリキュールをチョコレートのカップで。'),
  ('backpack-hostel', 'Lemonade', 'レモネード', '自家製、ミント入り。'),
  ('backpack-hostel', 'One wash, soap included', '洗濯1回、洗剤込み', '7 kgまで、約40分。'),
  ('backpack-hostel', 'One round in the dryer', '乾燥機1回', '7 kgまで、約45分。'),
  ('backpack-hostel', 'Padlock', '南京錠', 'お持ち帰りいただけます。'),
  ('backpack-hostel', 'Towel for the stay', 'タオル ご滞在中', '大判です。チェックアウト時にお返しください。'),
  ('backpack-hostel', 'Seat on the surf bus', 'サーフバスの席', 'ボードとウェットスーツ付きでビーチを往復。9:30発。'),
  ('backpack-hostel', 'City bike for a day', 'シティバイク 1日', '7段変速。きっと役に立ちます。'),
  ('backpack-hostel', 'Fado night', 'ファドの夜', '入場料とワンドリンク。21:00に歩いて一緒に出かけます。'),
  ('palm-resort', 'Continental tray', 'コンチネンタルの朝食', 'パン、果物、ヨーグルト、ジュース、ポットのコーヒー。1名様分。'),
  ('palm-resort', 'Avocado toast', 'アボカドトースト', 'サワードウにポーチドエッグ2個、レモン。'),
  ('palm-resort', 'Buttermilk pancakes', 'バターミルクパンケーキ', '3枚重ね、メープルシロップ添え。'),
  ('palm-resort', 'Little breakfast', '小さな朝食', 'パンケーキ1枚、果物、牛乳。10歳未満のお子さまに。'),
  ('palm-resort', 'Date shake', 'デーツシェイク', 'コーチェラ・バレーのデーツとバニラアイス。'),
  ('palm-resort', 'Frozen margarita', 'フローズンマルガリータ', '21歳以上の方。身分証をお持ちください。'),
  ('palm-resort', 'Chips and guacamole', 'チップスとワカモレ', 'ご注文ごとに作ります。2名様分。'),
  ('palm-resort', 'S’mores kit', 'スモアセット', '4名様分、串付き。日暮れに火を入れます。'),
  ('palm-resort', 'Mezcal by the fire', '焚き火のメスカル', '60 ml、オレンジと虫塩。21歳以上の方。'),
  ('palm-resort', 'Club sandwich', 'クラブサンドイッチ', 'ターキー、ベーコン、トマト、フライドポテト。'),
  ('palm-resort', 'Palm burger', 'パームバーガー', '牛肉またはブラックビーン、チェダー、ピクルス、フライドポテト。'),
  ('palm-resort', 'Caesar salad', 'シーザーサラダ', 'チキン入りはご要望欄にお書きください。'),
  ('palm-resort', 'Ice bucket', 'アイスペール', 'サービスです。'),
  ('palm-resort', 'Desert massage, 50 minutes', '砂漠のマッサージ 50分', '全身、温かいセージオイル。お時間はお電話でお知らせします。'),
  ('palm-resort', 'Hot-stone massage, 80 minutes', 'ホットストーンマッサージ 80分', '川の石と、ゆっくりした手で。'),
  ('palm-resort', 'Sunrise yoga', '朝日のヨガ', '芝生で6:30から。マットはあります。'),
  ('palm-resort', 'Airport transfer', '空港送迎', 'パームスプリングス空港、4名様まで。'),
  ('palm-resort', 'Beach cruiser for half a day', 'ビーチクルーザー 半日', 'ヘルメット、鍵、平らな道の地図付き。'),
  ('palm-resort', 'Hand car wash', '手洗い洗車', 'お休みの間に。鍵はバレーにお預けください。'),
  ('quiet-house', 'Basket for the first evening', '最初の夜のバスケット', 'パン、トマト、チーズ、ハム、オリーブ、卵、赤ワイン1本。'),
  ('quiet-house', 'Village bread', '村のパン', '丸いパンを朝、門に掛けておきます。'),
  ('quiet-house', 'Almonds from the orchard, 500 g', '畑のアーモンド 500 g', '昨年の秋のもの。塩でローストしました。'),
  ('quiet-house', 'Goat’s cheese', 'ヤギのチーズ', '半熟成、約400 g。'),
  ('quiet-house', 'A dozen eggs', '卵12個', '鶏の機嫌がよければ。'),
  ('quiet-house', 'Sweet moscatel', '甘口モスカテル', '村のワイン、750 ml。'),
  ('quiet-house', 'Mountain red', '山の赤ワイン', 'ロメとガルナッチャの若いワイン、750 ml。'),
  ('quiet-house', 'Olive oil, half a litre', 'オリーブオイル 500 ml', '低温圧搾、今年のもの。'),
  ('quiet-house', 'Paella for six', 'パエリア 6名様分', 'バーベキュー台で、肉あり・なし。前日までにお願いします。'),
  ('quiet-house', 'Long lunch, per person', 'ゆっくりランチ お一人様', '冷たいスープ、サラダ、ロースト、アーモンドケーキ。'),
  ('quiet-house', 'Almond cake', 'アーモンドケーキ', 'ホール、小麦粉不使用。理論上は3日もちます。'),
  ('quiet-house', 'Extra cleaning, two hours', '追加の清掃 2時間', 'キッチン、バスルーム、床。'),
  ('quiet-house', 'Basket of firewood', '薪ひとかご', '乾いたアーモンドの木。長い夜に。'),
  ('quiet-house', 'Fresh bed linen and towels', 'ベッドリネンとタオル', 'ベッド1台分。')
)
update public.accom_service_items i
set translations = i.translations || jsonb_build_object('ja', jsonb_build_object('name', g.name, 'description', g.description))
from given g
join public.accom_properties p on p.slug = g.slug
where i.property_id = p.id and i.name = g.english;

with given (slug, english, title, description, discount) as (values
  ('sunset-hotel', 'Dinner by the bridge', '橋のたもとで夕食', 'ご注文の前にルームカードをご提示ください。お飲み物は対象外です。', '15％引き'),
  ('sunset-hotel', 'An hour’s massage, ninety minutes long', '90分続く「1時間」のマッサージ', '平日16:00まで。事前にお電話ください。', '30分無料'),
  ('sunset-hotel', 'Shirt made in a day', '1日で仕立てるシャツ', '3着ご注文ごとに1着無料。', '3着で1着無料'),
  ('sunset-hotel', 'Evening on the river', '川で過ごす夕べ', 'お茶付き40分。19:00に桟橋を出発します。', '50,000ドン引き'),
  ('beach-view', 'First surf lesson', 'はじめてのサーフィン', '2時間、ボードとラッシュガード込み。', '20％引き'),
  ('beach-view', 'Seafood across the road', '道の向かいのシーフード', '6名様までのテーブルに。祝日は対象外です。', '10％引き'),
  ('beach-view', 'Sơn Trà at sunrise', 'ソンチャ半島の朝日', '4名様用ジープ。朝食までに戻ります。', '200,000ドン引き'),
  ('backpack-hostel', 'Second-hand vinyl and coffee', '中古レコードとコーヒー', 'レコード1枚ごとにコーヒー1杯。お泊まりの場所をお伝えください。', 'コーヒー無料'),
  ('backpack-hostel', 'Two hours on the river', '川の上で2時間', 'ガイド付き、ベレン発。初めての方も歓迎。', '5ユーロ引き'),
  ('backpack-hostel', 'Fado and petiscos', 'ファドとペティスコ', '日曜から木曜まで。フロントの紙をお持ちください。', '20％引き'),
  ('palm-resort', 'Canyon by jeep', 'ジープで渓谷へ', '3時間、水と帽子付き。6歳から。', '15％引き'),
  ('palm-resort', 'Houses behind the hedges', '生け垣の向こうの家々', '徒歩2時間、午前のみ。', '10ドル引き'),
  ('palm-resort', 'Twilight round', '夕方のゴルフ', '14:00以降のスタート、カート込み。', '25％引き'),
  ('quiet-house', 'Tasting of four wines', '4種のワインの試飲', 'チーズとアーモンド付き、要予約。', '2名様で1名分'),
  ('quiet-house', 'Guided walk to the old mill', '古い水車小屋への散策', 'ガイド付き4時間、やさしい道、お弁当付き。', '10％引き'),
  ('quiet-house', 'An hour on horseback', '乗馬1時間', '8歳から、ヘルメット込み。', '5ユーロ引き')
)
update public.accom_local_deals d
set translations = d.translations || jsonb_build_object('ja', jsonb_build_object(
  'title', g.title, 'description', g.description, 'discount', g.discount
))
from given g
join public.accom_properties p on p.slug = g.slug
where d.property_id = p.id and d.title = g.english;

with given (english, name, description) as (values
  ('River view double', 'リバービューのダブル', '窓辺にダブルベッド。眼下に川が流れ、夜は橋がライトアップされます。'),
  ('Garden twin', 'ガーデンビューのツイン', 'シングルベッド2台と中庭に面したバルコニー。涼しく静かなお部屋です。'),
  ('One-bedroom apartment', '1ベッドルームのアパートメント', 'ダブルベッド、2名用ソファベッド、自炊できるキッチン、海を望むバルコニー付き。'),
  ('Mixed dorm, four beds', '男女共用ドミトリー（4ベッド）', '4つの寝台それぞれに、カーテン、読書灯、コンセント、ロッカーがあります。'),
  ('Garden bungalow', '庭のバンガロー', 'キングサイズベッドと専用テラス。スパまですぐです。'),
  ('Pool bungalow', 'プールサイドのバンガロー', 'キングサイズベッド。テラスのすぐ前が静かなプールです。'),
  ('Whole house', '一棟貸し', '寝室3室、暖炉、プール、アーモンド園をすべて貸し切りでご利用いただけます。')
)
update public.accom_room_types t
set translations = t.translations || jsonb_build_object('ja', jsonb_build_object('name', g.name, 'description', g.description))
from given g
where t.name = g.english;

-- Texts that several properties share: of useful numbers, areas, seasons and WiFi zones.
with word (english, text) as (values
  ('Summer', '夏季'),
  ('New Year', '年末年始'),
  ('June festivals', '6月のお祭り'),
  ('Desert spring', '砂漠の春'),
  ('Emergency', '緊急'),
  ('Health', '医療'),
  ('Transport', '交通'),
  ('The house', '宿'),
  ('Police', '警察'),
  ('Fire brigade', '消防'),
  ('Ambulance', '救急車'),
  ('Police, fire brigade, ambulance', '警察・消防・救急'),
  ('Taxi', 'タクシー'),
  ('Pharmacy', '薬局'),
  ('Pharmacy, open all night', '薬局（終夜営業）'),
  ('Clinic with English-speaking doctors', '英語の通じる診療所'),
  ('Airport information', '空港案内'),
  ('Night desk', '夜間フロント'),
  ('Lifeguards at the beach', 'ビーチの監視員'),
  ('Caretaker', '管理人'),
  ('Village doctor', '村の医師'),
  ('Plumber', '水道修理'),
  ('Room', '客室'),
  ('Bedroom', '寝室'),
  ('Bedrooms', '寝室'),
  ('Bungalow', 'バンガロー'),
  ('Dorm', 'ドミトリー'),
  ('Bathroom', 'バスルーム'),
  ('Bathrooms', 'バスルーム'),
  ('Showers', 'シャワー'),
  ('Lockers', 'ロッカー'),
  ('Kitchen', 'キッチン'),
  ('Living room', 'リビング'),
  ('Lounge', 'ラウンジ'),
  ('Lobby', 'ロビー'),
  ('Lift', 'エレベーター'),
  ('Balcony', 'バルコニー'),
  ('Terrace', 'テラス'),
  ('Roof terrace', '屋上テラス'),
  ('Air conditioning', 'エアコン'),
  ('WiFi', 'Wi-Fi'),
  ('Pool', 'プール'),
  ('Spa', 'スパ'),
  ('Garden', '庭'),
  ('Parking', '駐車場'),
  ('Doctor on call', '当番医'),
  ('Lost property, trams and metro', '遺失物（トラム・地下鉄）'),
  ('Resort security', 'リゾートの警備'),
  ('Urgent care', '救急外来'),
  ('Roadside help', 'ロードサービス'),
  ('Concierge', 'コンシェルジュ'),
  ('Lounge and kitchen', 'ラウンジとキッチン'),
  ('Dorms', 'ドミトリー')
), numbers as (
  update public.accom_useful_numbers n
  set translations = n.translations || jsonb_build_object('ja', jsonb_strip_nulls(jsonb_build_object(
    'category', (select w.text from word w where w.english = n.category),
    'label', (select w.text from word w where w.english = n.label)
  )))
), areas as (
  update public.areas a
  set translations = a.translations || jsonb_build_object('ja', jsonb_build_object('name', w.text))
  from word w where w.english = a.name
), seasons as (
  update public.accom_room_type_seasons s
  set translations = s.translations || jsonb_build_object('ja', jsonb_build_object('name', w.text))
  from word w where w.english = s.name
)
update public.accom_properties p
set wifi_zones = (
  select jsonb_agg(z.zone || jsonb_build_object('translations', coalesce(z.zone -> 'translations', '{}') || jsonb_build_object(
    'ja', jsonb_build_object('name', w.text)
  )) order by z.position)
  from jsonb_array_elements(p.wifi_zones) with ordinality z (zone, position)
  join word w on w.english = z.zone ->> 'name'
)
where p.wifi_zones <> '[]';
