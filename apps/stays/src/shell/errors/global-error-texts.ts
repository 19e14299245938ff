import type { StaysLocale } from '@/i18n/locales';

type Texts = [title: string, text: string, retry: string];

/** Not in the message catalogues: these are provided by the root layout, which has failed. */
const textsByLocale: Record<StaysLocale, Texts> = {
  en: ['Something went wrong on our side', 'Please try again, or ask at the desk.', 'Try again'],
  vi: ['Đã xảy ra lỗi ở phía chúng tôi', 'Vui lòng thử lại hoặc hỏi lễ tân.', 'Thử lại'],
  it: ['Qualcosa è andato storto da noi', 'Riprovi, o chieda alla reception.', 'Riprova'],
  es: ['Algo ha fallado por nuestra parte', 'Inténtelo de nuevo, o pregunte en recepción.', 'Reintentar'],
  fr: ['Un problème est survenu chez nous', 'Veuillez réessayer, ou demander à la réception.', 'Réessayer'],
  de: [
    'Bei uns ist etwas schiefgegangen',
    'Bitte versuchen Sie es noch einmal, oder fragen Sie an der Rezeption.',
    'Noch einmal versuchen',
  ],
  ja: ['こちら側で問題が起きました', 'もう一度お試しいただくか、フロントへお尋ねください。', 'もう一度試す'],
  zh: ['我们这边出了点问题', '请重试，或询问前台。', '重试'],
};

/** In the language of the page that failed, otherwise in the browser's first language that we have. */
export function chooseGlobalErrorTexts(languages: readonly string[]): { locale: StaysLocale; texts: Texts } {
  const requested = languages.map((language) => language.slice(0, 2));
  const locale =
    requested.find((language): language is StaysLocale => Object.hasOwn(textsByLocale, language)) ?? 'en';
  return { locale, texts: textsByLocale[locale] };
}
