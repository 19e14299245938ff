export const locales = ['en', 'vi'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

/** Set by the language switch. Holds a language and nothing else. */
export const localeCookieName = 'locale';

/** Each in its own words. */
export const localeNames: Record<Locale, string> = { en: 'English', vi: 'Tiếng Việt' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
