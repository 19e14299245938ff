import type { Locale } from '@gudbro/domain';

/** What a sign says besides what its place wrote. `{domain}`, `{word}` stand for the address and the check word. */
export type SignTexts = {
  room: string;
  place: string;
  wifi: string;
  hint: string;
  network: string;
  password: string;
};

// The terms and the forms of address of the guest app (docs/languages.md). Whole sentences: each language has its own order.
export const signTexts: Record<Locale, SignTexts> = {
  en: {
    room: 'Scan with your phone: WiFi, information and help for your room',
    place: 'Scan with your phone: our rooms, information and contact',
    wifi: 'Scan with your phone to join the WiFi',
    hint: 'The page opens at {domain} and shows the word {word}. If it does not, please tell the desk.',
    network: 'Network',
    password: 'Password',
  },
  vi: {
    room: 'Quét bằng điện thoại: WiFi, thông tin và hỗ trợ cho phòng của quý khách',
    place: 'Quét bằng điện thoại: phòng, thông tin và liên hệ',
    wifi: 'Quét bằng điện thoại để kết nối WiFi',
    hint: 'Trang mở tại {domain} và hiện từ {word}. Nếu không đúng, vui lòng báo lễ tân.',
    network: 'Mạng',
    password: 'Mật khẩu',
  },
  it: {
    room: 'Inquadri il codice con il telefono: Wi-Fi, informazioni e assistenza per la Sua camera',
    place: 'Inquadri il codice con il telefono: camere, informazioni e contatti',
    wifi: 'Inquadri il codice con il telefono per collegarsi al Wi-Fi',
    hint: 'La pagina si apre su {domain} e mostra la parola {word}. In caso contrario, avvisi la reception.',
    network: 'Rete',
    password: 'Password',
  },
  es: {
    room: 'Escanee con su teléfono: wifi, información y ayuda para su habitación',
    place: 'Escanee con su teléfono: habitaciones, información y contacto',
    wifi: 'Escanee con su teléfono para conectarse al wifi',
    hint: 'La página se abre en {domain} y muestra la palabra {word}. Si no es así, avise en recepción.',
    network: 'Red',
    password: 'Contraseña',
  },
  fr: {
    room: 'Scannez avec votre téléphone\u00a0: Wi-Fi, informations et aide pour votre chambre',
    place: 'Scannez avec votre téléphone\u00a0: chambres, informations et contact',
    wifi: 'Scannez avec votre téléphone pour rejoindre le Wi-Fi',
    hint: 'La page s’ouvre sur {domain} et affiche le mot {word}. Sinon, prévenez la réception.',
    network: 'Réseau',
    password: 'Mot de passe',
  },
  de: {
    room: 'Mit dem Telefon scannen: WLAN, Informationen und Hilfe für Ihr Zimmer',
    place: 'Mit dem Telefon scannen: Zimmer, Informationen und Kontakt',
    wifi: 'Mit dem Telefon scannen, um ins WLAN zu kommen',
    hint: 'Die Seite öffnet sich unter {domain} und zeigt das Wort {word}. Wenn nicht, sagen Sie es bitte der Rezeption.',
    network: 'Netzwerk',
    password: 'Passwort',
  },
  ja: {
    room: 'スマートフォンで読み取ると、お部屋のWi-Fi、ご案内、お手伝いをご利用いただけます',
    place: 'スマートフォンで読み取ると、お部屋のご案内とお問い合わせ先をご覧いただけます',
    wifi: 'スマートフォンで読み取ると、Wi-Fiに接続できます',
    hint: '{domain}のページが開き、「{word}」と表示されます。異なる場合はフロントにお知らせください。',
    network: 'ネットワーク',
    password: 'パスワード',
  },
  zh: {
    room: '用手机扫码：您房间的 Wi-Fi、信息和帮助',
    place: '用手机扫码：房间、信息和联系方式',
    wifi: '用手机扫码连接 Wi-Fi',
    hint: '页面网址为 {domain}，并显示 {word} 一词。如有不同，请告知前台。',
    network: '网络',
    password: '密码',
  },
};
