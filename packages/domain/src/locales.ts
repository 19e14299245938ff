/** The languages we have words in, and their own names for themselves. An app offers those it has all its words in. */
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

export type Locale = keyof typeof localeNames;

/** Set by the language switch. Holds a language and nothing else. */
export const localeCookieName = 'locale';

/** Whether this is one of the languages an app offers. */
export function isLocale<Offered extends Locale>(
  value: unknown,
  offered: readonly Offered[],
): value is Offered {
  return offered.some((locale) => locale === value);
}
