import type { Locale } from '../locales.ts';

/** The words of one language for what a new place may start with. */
export type StarterTexts = {
  rules: Record<StarterRule, string>;
  /** The one category, and what can be ordered in it. */
  category: string;
  services: Record<StarterService, string>;
  emergency: string;
  numbers: Record<'emergency' | 'police' | 'ambulance' | 'fire', string>;
};

export type StarterRule =
  | 'quiet'
  | 'smoking'
  | 'visitors'
  | 'dorm'
  | 'kitchen'
  | 'rubbish'
  | 'pool'
  | 'shoes'
  | 'register';

export type StarterService = 'towels' | 'pillow' | 'blanket' | 'cleaning' | 'iron' | 'luggage' | 'adapter';

const en: StarterTexts = {
  rules: {
    quiet: 'Quiet hours are from 22:00 to 7:00.',
    smoking: 'No smoking in the rooms.',
    visitors: 'Please tell the desk before a visitor comes to your room.',
    dorm: 'Lights out in the dorms at 23:00.',
    kitchen: 'Please wash up what you cooked with.',
    rubbish: 'Please take the rubbish out when you leave.',
    pool: 'Please shower before you go into the pool.',
    shoes: 'Please take your shoes off at the entrance.',
    register: 'Please have your passport or ID at hand when you arrive: the law asks us to register guests.',
  },
  category: 'For your room',
  services: {
    towels: 'Fresh towels',
    pillow: 'Another pillow',
    blanket: 'Another blanket',
    cleaning: 'Room cleaning',
    iron: 'Iron and board',
    luggage: 'Luggage storage',
    adapter: 'Plug adapter',
  },
  emergency: 'Emergency',
  numbers: { emergency: 'Emergency call', police: 'Police', ambulance: 'Ambulance', fire: 'Fire brigade' },
};

const vi: StarterTexts = {
  rules: {
    quiet: 'Giờ yên tĩnh từ 22:00 đến 7:00.',
    smoking: 'Không hút thuốc trong phòng.',
    visitors: 'Vui lòng báo lễ tân trước khi có khách đến phòng.',
    dorm: 'Phòng tập thể tắt đèn lúc 23:00.',
    kitchen: 'Vui lòng rửa sạch đồ bếp sau khi nấu.',
    rubbish: 'Vui lòng mang rác ra ngoài khi trả phòng.',
    pool: 'Vui lòng tắm tráng trước khi xuống hồ bơi.',
    shoes: 'Vui lòng để giày dép ở cửa ra vào.',
    register: 'Vui lòng chuẩn bị hộ chiếu hoặc căn cước khi đến: luật yêu cầu đăng ký lưu trú cho khách.',
  },
  category: 'Cho phòng của bạn',
  services: {
    towels: 'Khăn tắm sạch',
    pillow: 'Thêm gối',
    blanket: 'Thêm chăn',
    cleaning: 'Dọn phòng',
    iron: 'Bàn ủi',
    luggage: 'Giữ hành lý',
    adapter: 'Ổ cắm chuyển đổi',
  },
  emergency: 'Khẩn cấp',
  numbers: { emergency: 'Gọi khẩn cấp', police: 'Công an', ambulance: 'Cấp cứu', fire: 'Cứu hỏa' },
};

const it: StarterTexts = {
  rules: {
    quiet: 'Silenzio dalle 22:00 alle 7:00.',
    smoking: 'Nelle camere non si fuma.',
    visitors: 'Avvisate la reception prima di ricevere visite in camera.',
    dorm: 'Nei dormitori le luci si spengono alle 23:00.',
    kitchen: 'Lavate le stoviglie dopo aver cucinato.',
    rubbish: 'Portate fuori i rifiuti quando partite.',
    pool: 'Fate la doccia prima di entrare in piscina.',
    shoes: 'Toglietevi le scarpe all’ingresso.',
    register: 'Tenete pronto un documento all’arrivo: la legge ci chiede di registrare gli ospiti.',
  },
  category: 'Per la camera',
  services: {
    towels: 'Asciugamani puliti',
    pillow: 'Un cuscino in più',
    blanket: 'Una coperta in più',
    cleaning: 'Pulizia della camera',
    iron: 'Ferro e asse da stiro',
    luggage: 'Deposito bagagli',
    adapter: 'Adattatore per la presa',
  },
  emergency: 'Emergenza',
  numbers: {
    emergency: 'Chiamata di emergenza',
    police: 'Polizia',
    ambulance: 'Ambulanza',
    fire: 'Vigili del fuoco',
  },
};

const es: StarterTexts = {
  rules: {
    quiet: 'Silencio de 22:00 a 7:00.',
    smoking: 'No se fuma en las habitaciones.',
    visitors: 'Avise en recepción antes de recibir visitas en la habitación.',
    dorm: 'En los dormitorios se apagan las luces a las 23:00.',
    kitchen: 'Lave lo que haya usado para cocinar.',
    rubbish: 'Saque la basura al marcharse.',
    pool: 'Dúchese antes de entrar en la piscina.',
    shoes: 'Descálcese en la entrada.',
    register: 'Tenga a mano su documento al llegar: la ley nos pide registrar a los huéspedes.',
  },
  category: 'Para su habitación',
  services: {
    towels: 'Toallas limpias',
    pillow: 'Otra almohada',
    blanket: 'Otra manta',
    cleaning: 'Limpieza de la habitación',
    iron: 'Plancha y tabla',
    luggage: 'Consigna de equipaje',
    adapter: 'Adaptador de enchufe',
  },
  emergency: 'Emergencias',
  numbers: {
    emergency: 'Llamada de emergencia',
    police: 'Policía',
    ambulance: 'Ambulancia',
    fire: 'Bomberos',
  },
};

const fr: StarterTexts = {
  rules: {
    quiet: 'Silence de 22 h à 7 h.',
    smoking: 'Il est interdit de fumer dans les chambres.',
    visitors: 'Prévenez la réception avant de recevoir une visite dans votre chambre.',
    dorm: 'Extinction des feux à 23 h dans les dortoirs.',
    kitchen: 'Lavez la vaisselle après avoir cuisiné.',
    rubbish: 'Sortez les poubelles à votre départ.',
    pool: 'Douchez-vous avant d’entrer dans la piscine.',
    shoes: 'Retirez vos chaussures à l’entrée.',
    register: 'Préparez une pièce d’identité à l’arrivée : la loi nous demande d’enregistrer les clients.',
  },
  category: 'Pour votre chambre',
  services: {
    towels: 'Serviettes propres',
    pillow: 'Un oreiller de plus',
    blanket: 'Une couverture de plus',
    cleaning: 'Ménage de la chambre',
    iron: 'Fer et planche à repasser',
    luggage: 'Bagagerie',
    adapter: 'Adaptateur de prise',
  },
  emergency: 'Urgences',
  numbers: { emergency: 'Appel d’urgence', police: 'Police', ambulance: 'SAMU', fire: 'Pompiers' },
};

const de: StarterTexts = {
  rules: {
    quiet: 'Nachtruhe ist von 22:00 bis 7:00 Uhr.',
    smoking: 'In den Zimmern wird nicht geraucht.',
    visitors: 'Bitte sagen Sie an der Rezeption Bescheid, bevor Besuch aufs Zimmer kommt.',
    dorm: 'In den Schlafsälen geht um 23:00 Uhr das Licht aus.',
    kitchen: 'Bitte spülen Sie ab, womit Sie gekocht haben.',
    rubbish: 'Bitte bringen Sie bei der Abreise den Müll hinaus.',
    pool: 'Bitte duschen Sie, bevor Sie in den Pool gehen.',
    shoes: 'Bitte ziehen Sie am Eingang die Schuhe aus.',
    register:
      'Bitte halten Sie bei der Ankunft Ihren Ausweis bereit: Das Gesetz verlangt, dass wir Gäste anmelden.',
  },
  category: 'Für Ihr Zimmer',
  services: {
    towels: 'Frische Handtücher',
    pillow: 'Noch ein Kissen',
    blanket: 'Noch eine Decke',
    cleaning: 'Zimmerreinigung',
    iron: 'Bügeleisen und Brett',
    luggage: 'Gepäckaufbewahrung',
    adapter: 'Steckdosenadapter',
  },
  emergency: 'Notfall',
  numbers: { emergency: 'Notruf', police: 'Polizei', ambulance: 'Rettungsdienst', fire: 'Feuerwehr' },
};

const ja: StarterTexts = {
  rules: {
    quiet: '22時から7時まではお静かにお願いします。',
    smoking: '客室内は禁煙です。',
    visitors: 'お部屋に来客がある場合は、事前にフロントへお知らせください。',
    dorm: 'ドミトリーは23時に消灯します。',
    kitchen: '使った調理器具や食器は洗ってください。',
    rubbish: 'お帰りの際はゴミを外に出してください。',
    pool: 'プールに入る前にシャワーを浴びてください。',
    shoes: '玄関で靴をお脱ぎください。',
    register: '法律により宿泊者の登録が必要です。到着時にパスポートまたは身分証をご用意ください。',
  },
  category: 'お部屋のご用意',
  services: {
    towels: 'タオルの交換',
    pillow: '枕の追加',
    blanket: '毛布の追加',
    cleaning: '客室清掃',
    iron: 'アイロンとアイロン台',
    luggage: '荷物預かり',
    adapter: '変換プラグ',
  },
  emergency: '緊急',
  numbers: { emergency: '緊急通報', police: '警察', ambulance: '救急', fire: '消防' },
};

const zh: StarterTexts = {
  rules: {
    quiet: '22:00 至次日 7:00 请保持安静。',
    smoking: '客房内禁止吸烟。',
    visitors: '访客进房前请告知前台。',
    dorm: '多人间 23:00 熄灯。',
    kitchen: '做饭后请清洗用过的餐具。',
    rubbish: '离开时请把垃圾带到室外。',
    pool: '下泳池前请先淋浴。',
    shoes: '请在入口处脱鞋。',
    register: '法律要求登记住客，请在抵达时备好护照或身份证。',
  },
  category: '客房用品',
  services: {
    towels: '干净毛巾',
    pillow: '加一个枕头',
    blanket: '加一条毯子',
    cleaning: '打扫房间',
    iron: '熨斗和熨板',
    luggage: '行李寄存',
    adapter: '转换插头',
  },
  emergency: '紧急',
  numbers: { emergency: '紧急电话', police: '警察', ambulance: '急救', fire: '消防' },
};

/** In every language of the product, so that guests of all of them can read what a place starts with. */
export const starterTexts: Record<Locale, StarterTexts> = { en, vi, it, es, fr, de, ja, zh };
