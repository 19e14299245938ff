import type { StaysLocale } from '@/i18n/locales';

type Words = [title: string, text: string, retry: string];

/** For when even the layout failed, and with it the messages of the language. */
const lastWords: Record<StaysLocale, Words> = {
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

/** In the language of the page that failed, else in the first of the browser's that we have. */
export function chooseLastWords(languages: readonly string[]): { locale: StaysLocale; words: Words } {
  const wished = languages.map((language) => language.slice(0, 2));
  const locale =
    wished.find((language): language is StaysLocale => Object.hasOwn(lastWords, language)) ?? 'en';
  return { locale, words: lastWords[locale] };
}
