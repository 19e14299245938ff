import { isLocale, type Locale, localeNames } from '../locales.ts';
import { findCurrencyOfCountry } from './currency-of-country.ts';

// Not in TypeScript's own types yet; Node and Chromium have it (Intl.Locale Info).
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] };

const locales = Object.keys(localeNames) as Locale[]; // the keys of a constant, which TypeScript widens

// Where most places are, for the countries whose first zone in the alphabet is not it.
const mainZones: Record<string, string> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Ho_Chi_Minh',
};

/** The time zones of a country, the one of most places first. UTC for what is no country. */
export function listTimezones(country: string): string[] {
  const locale: LocaleWithZones = localeOf(country);
  const zones = (locale.getTimeZones?.() ?? locale.timeZones ?? [])
    .map(modernName)
    .filter((zone) => zone.includes('/'));
  const main = mainZones[country];
  return [
    ...new Set([
      ...(main === undefined ? [] : [main]),
      ...zones,
      ...(zones.length === 0 && main === undefined ? ['UTC'] : []),
    ]),
  ];
}

// The engine still has some zones under their earlier names.
const modernNames: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** For what is no country, the region that is unknown. */
function localeOf(country: string): Intl.Locale {
  return new Intl.Locale(`und-${/^[A-Z]{2}$/.test(country) ? country : 'ZZ'}`);
}

function modernName(zone: string): string {
  return modernNames[zone] ?? zone;
}

/** What a new place in this country starts with. */
export type CountryDefaults = { timezone: string; currency: string; locale: Locale };

/** The zone and the currency of the country, and its language, or English where the product does not have it. Of what is no country, UTC, dollars and English. */
export function findCountryDefaults(country: string): CountryDefaults {
  const [timezone = 'UTC'] = listTimezones(country);
  const { language } = localeOf(country).maximize();
  return {
    timezone,
    currency: findCurrencyOfCountry(country) ?? 'USD',
    locale: isLocale(language, locales) ? language : 'en',
  };
}

/** The country of a browser by its header Accept-Language, as far as it tells one: the first region, or the home of a language. */
export function guessCountry(acceptLanguage: string | null): string | null {
  const tags = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  for (const tag of tags) {
    const [, region] = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})$/.exec(tag) ?? [];
    if (region !== undefined && findCurrencyOfCountry(region.toUpperCase()) !== null) {
      return region.toUpperCase();
    }
  }
  // English and French are spoken in too many countries.
  const homes: Record<string, string> = { vi: 'VN', it: 'IT', de: 'DE', ja: 'JP', th: 'TH' };
  return homes[tags[0] ?? ''] ?? null;
}
