import { type DocumentField, type Locale, localeNames } from '@gudbro/domain';

/** The usual reasons to reject a document. */
const reasonNames = ['blurred', 'cut', 'glare', 'expired', 'other', 'name'] as const;

type ReasonName = (typeof reasonNames)[number];

type ReasonsOfLanguage = Readonly<
  Record<ReasonName, string> & {
    /** Where one field differs from the document: its name and this. */
    field: string;
    fields: Readonly<Record<DocumentField, string>>;
  }
>;

/** What a guest reads whose document is rejected, in the languages of guests. The desk can change it before it is sent. */
export const reasonsForGuests: Readonly<Record<Locale, ReasonsOfLanguage>> = {
  en: {
    blurred: 'The picture is blurred. Please take it again in good light.',
    cut: 'Part of the page is missing. Please show the whole page.',
    glare: 'Light is reflected in the picture. Please take it again without flash.',
    expired: 'This document has expired. Please show one that is valid.',
    other: 'This is not the document we need. Please show your passport or ID card.',
    name: 'The name is not that of the booking. Please add the document to the right person.',
    field: 'what you typed is not what the document says. Please hand it in again with the right one.',
    fields: {
      surname: 'Surname',
      givenNames: 'Given names',
      sex: 'Sex',
      birthDate: 'Date of birth',
      nationality: 'Nationality',
      issuingState: 'Country of issue',
      documentNumber: 'Number',
      expiryDate: 'Date of expiry',
      visaType: 'Kind of visa',
      visaExpiryDate: 'End of the visa',
    },
  },
  vi: {
    blurred: 'Ảnh bị mờ. Vui lòng chụp lại ở nơi đủ sáng.',
    cut: 'Ảnh thiếu một phần trang. Vui lòng chụp cả trang.',
    glare: 'Ảnh bị lóa. Vui lòng chụp lại, không dùng đèn flash.',
    expired: 'Giấy tờ này đã hết hạn. Vui lòng gửi giấy tờ còn hạn.',
    other: 'Đây không phải giấy tờ chúng tôi cần. Vui lòng gửi hộ chiếu hoặc thẻ căn cước.',
    name: 'Tên không trùng với đặt phòng. Vui lòng gửi giấy tờ cho đúng người.',
    field: 'điều bạn nhập không giống trên giấy tờ. Vui lòng gửi lại cho đúng.',
    fields: {
      surname: 'Họ',
      givenNames: 'Tên đệm và tên',
      sex: 'Giới tính',
      birthDate: 'Ngày sinh',
      nationality: 'Quốc tịch',
      issuingState: 'Nước cấp',
      documentNumber: 'Số giấy tờ',
      expiryDate: 'Ngày hết hạn',
      visaType: 'Loại thị thực',
      visaExpiryDate: 'Ngày hết hạn thị thực',
    },
  },
  de: {
    blurred: 'Das Bild ist unscharf. Bitte nehmen Sie es bei gutem Licht noch einmal auf.',
    cut: 'Ein Teil der Seite fehlt. Bitte zeigen Sie die ganze Seite.',
    glare: 'Im Bild spiegelt sich Licht. Bitte nehmen Sie es ohne Blitz noch einmal auf.',
    expired: 'Dieses Dokument ist abgelaufen. Bitte zeigen Sie ein gültiges.',
    other:
      'Das ist nicht das Dokument, das wir brauchen. Bitte zeigen Sie Ihren Reisepass oder Personalausweis.',
    name: 'Der Name ist nicht der der Buchung. Bitte fügen Sie das Dokument bei der richtigen Person hinzu.',
    field:
      'Ihre Eingabe stimmt nicht mit dem Dokument überein. Bitte reichen Sie es mit der richtigen noch einmal ein.',
    fields: {
      surname: 'Nachname',
      givenNames: 'Vornamen',
      sex: 'Geschlecht',
      birthDate: 'Geburtsdatum',
      nationality: 'Staatsangehörigkeit',
      issuingState: 'Ausstellender Staat',
      documentNumber: 'Dokumentnummer',
      expiryDate: 'Ablaufdatum',
      visaType: 'Art des Visums',
      visaExpiryDate: 'Ende des Visums',
    },
  },
  es: {
    blurred: 'La foto está borrosa. Hágala de nuevo con buena luz, por favor.',
    cut: 'Falta una parte de la página. Muestre la página entera, por favor.',
    glare: 'Hay un reflejo en la foto. Hágala de nuevo sin flash, por favor.',
    expired: 'Este documento ha caducado. Muestre uno válido, por favor.',
    other: 'No es el documento que necesitamos. Muestre su pasaporte o documento de identidad, por favor.',
    name: 'El nombre no es el de la reserva. Añada el documento a la persona correcta, por favor.',
    field:
      'lo que ha escrito no coincide con el documento. Envíelo de nuevo con el dato correcto, por favor.',
    fields: {
      surname: 'Apellidos',
      givenNames: 'Nombre',
      sex: 'Sexo',
      birthDate: 'Fecha de nacimiento',
      nationality: 'Nacionalidad',
      issuingState: 'País de expedición',
      documentNumber: 'Número de documento',
      expiryDate: 'Fecha de caducidad',
      visaType: 'Tipo de visado',
      visaExpiryDate: 'Fin del visado',
    },
  },
  fr: {
    blurred: 'La photo est floue. Veuillez la reprendre avec une bonne lumière.',
    cut: 'Une partie de la page manque. Veuillez montrer toute la page.',
    glare: 'Il y a un reflet sur la photo. Veuillez la reprendre sans flash.',
    expired: 'Ce document a expiré. Veuillez en montrer un valide.',
    other:
      'Ce n’est pas le document qu’il nous faut. Veuillez montrer votre passeport ou votre carte d’identité.',
    name: 'Le nom n’est pas celui de la réservation. Veuillez ajouter le document à la bonne personne.',
    field: 'votre saisie ne correspond pas au document. Veuillez le renvoyer avec la bonne.',
    fields: {
      surname: 'Nom',
      givenNames: 'Prénoms',
      sex: 'Sexe',
      birthDate: 'Date de naissance',
      nationality: 'Nationalité',
      issuingState: 'Pays de délivrance',
      documentNumber: 'Numéro du document',
      expiryDate: 'Date d’expiration',
      visaType: 'Type de visa',
      visaExpiryDate: 'Fin du visa',
    },
  },
  it: {
    blurred: 'La foto è sfocata. La rifaccia con una buona luce, per favore.',
    cut: 'Manca una parte della pagina. Mostri la pagina intera, per favore.',
    glare: 'C’è un riflesso nella foto. La rifaccia senza flash, per favore.',
    expired: 'Questo documento è scaduto. Ne mostri uno valido, per favore.',
    other: 'Non è il documento che ci serve. Mostri il passaporto o la carta d’identità, per favore.',
    name: 'Il nome non è quello della prenotazione. Aggiunga il documento alla persona giusta, per favore.',
    field:
      'quanto ha scritto non corrisponde al documento. Lo invii di nuovo con il dato giusto, per favore.',
    fields: {
      surname: 'Cognome',
      givenNames: 'Nomi',
      sex: 'Sesso',
      birthDate: 'Data di nascita',
      nationality: 'Cittadinanza',
      issuingState: 'Stato di rilascio',
      documentNumber: 'Numero del documento',
      expiryDate: 'Data di scadenza',
      visaType: 'Tipo di visto',
      visaExpiryDate: 'Scadenza del visto',
    },
  },
  ja: {
    blurred: '写真がぼやけています。明るい場所でもう一度撮影してください。',
    cut: 'ページの一部が写っていません。ページ全体を写してください。',
    glare: '写真に光が反射しています。フラッシュなしでもう一度撮影してください。',
    expired: 'この書類は有効期限が切れています。有効なものをお送りください。',
    other: '必要な書類ではありません。パスポートまたは身分証明書をお送りください。',
    name: 'お名前がご予約と異なります。該当する方の書類として追加してください。',
    field: 'ご入力の内容が書類と異なります。正しい内容でもう一度お送りください。',
    fields: {
      surname: '姓',
      givenNames: '名',
      sex: '性別',
      birthDate: '生年月日',
      nationality: '国籍',
      issuingState: '発行国',
      documentNumber: '書類の番号',
      expiryDate: '有効期限',
      visaType: 'ビザの種類',
      visaExpiryDate: 'ビザの期限',
    },
  },
  zh: {
    blurred: '照片模糊。请在光线充足的地方重新拍摄。',
    cut: '页面缺少一部分。请拍摄完整的页面。',
    glare: '照片有反光。请关闭闪光灯重新拍摄。',
    expired: '此证件已过期。请提供有效的证件。',
    other: '这不是我们需要的证件。请提供护照或身份证。',
    name: '姓名与预订不符。请将证件添加到正确的人名下。',
    field: '您填写的内容与证件不符。请更正后重新提交。',
    fields: {
      surname: '姓',
      givenNames: '名',
      sex: '性别',
      birthDate: '出生日期',
      nationality: '国籍',
      issuingState: '签发国',
      documentNumber: '证件号码',
      expiryDate: '有效期至',
      visaType: '签证种类',
      visaExpiryDate: '签证到期日',
    },
  },
};

/** The usual reasons, each in the language of the desk and in that of the guest who reads it. */
export type Reasons = {
  usual: readonly { name: ReasonName; forDesk: string; forGuest: string }[];
  guestLocale: Locale;
  /** The name of the guest's language, in that of the desk. */
  guestLanguage: string;
};

/** The reasons for a desk and a guest of these languages. */
export function listReasons(deskLocale: Locale, guestLocale: Locale): Reasons {
  return {
    usual: reasonNames.map((name) => ({
      name,
      forDesk: reasonsForGuests[deskLocale][name],
      forGuest: reasonsForGuests[guestLocale][name],
    })),
    guestLocale,
    guestLanguage:
      new Intl.DisplayNames([deskLocale], { type: 'language' }).of(guestLocale) ?? localeNames[guestLocale],
  };
}

/** A colon as the language sets it. */
const colons: Partial<Record<Locale, string>> = { fr: '\u00a0: ', ja: '：', zh: '：' };

/** The reason where this field differs from the document. */
export function sayWhichDiffers(field: DocumentField, locale: Locale): string {
  const words = reasonsForGuests[locale];
  return `${words.fields[field]}${colons[locale] ?? ': '}${words.field}`;
}
