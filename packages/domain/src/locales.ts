/** The languages of the product, each with its name in that language. An app offers those in which it has all messages. */
export const localeNames = {
  en: 'English',
  vi: 'Tiếng Việt',
  it: 'Italiano',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  ja: '日本語',
  zh: '简体中文',
} as const;

/** A language of the product. */
export type Locale = keyof typeof localeNames;

/** The cookie of the language switch. Its value is a language and nothing else. */
export const localeCookieName = 'locale';

/** Whether a value is one of the offered languages. */
export function isLocale<Offered extends Locale>(
  value: unknown,
  offered: readonly Offered[],
): value is Offered {
  return offered.some((locale) => locale === value);
}
