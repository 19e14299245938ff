import { listEmergencyNumbers } from '../countries/emergency-numbers.ts';
import type { PropertyType } from '../default-access-settings.ts';
import { findDocumentLaw } from '../documents-law/document-law.ts';
import { isLocale, type Locale, localeNames } from '../locales.ts';
import { type StarterRule, type StarterService, type StarterTexts, starterTexts } from './starter-texts.ts';

const locales = Object.keys(localeNames) as Locale[]; // the keys of a constant, which TypeScript widens

/** A text in the place's language, and in the other languages of the product. */
export type StarterText = { text: string; translations: Partial<Record<Locale, string>> };

/** What a new place may start with. Each line has a key by which a form names it. */
export type Starters = {
  rules: (StarterText & { key: string })[];
  category: StarterText;
  /** All are free of charge: nobody but the owner knows a price. */
  services: (StarterText & { key: string })[];
  numbersCategory: StarterText;
  numbers: (StarterText & { key: string; phone: string })[];
};

const rulesOf: Record<PropertyType, StarterRule[]> = {
  hostel: ['quiet', 'smoking', 'dorm', 'kitchen', 'visitors'],
  hotel: ['quiet', 'smoking', 'visitors'],
  villa: ['quiet', 'smoking', 'kitchen', 'rubbish'],
  apartment: ['quiet', 'smoking', 'kitchen', 'rubbish'],
  resort: ['quiet', 'smoking', 'pool', 'visitors'],
};

const servicesOf: Record<PropertyType, StarterService[]> = {
  hostel: ['towels', 'pillow', 'blanket', 'luggage', 'adapter'],
  hotel: ['towels', 'pillow', 'blanket', 'cleaning', 'iron', 'luggage', 'adapter'],
  villa: ['towels', 'cleaning', 'adapter'],
  apartment: ['towels', 'cleaning', 'iron', 'adapter'],
  resort: ['towels', 'pillow', 'blanket', 'cleaning', 'iron', 'luggage', 'adapter'],
};

const shoesOffIn = new Set(['JP', 'KR']);

type StarterPlace = { type: PropertyType; country: string; locale: string };

/** The rules, services and numbers for a place of this type in this country, in its language. English for another language. */
export function listStarters({ type, country, locale }: StarterPlace): Starters {
  const own = isLocale(locale, locales) ? locale : 'en';
  const write = (read: (texts: StarterTexts) => string): StarterText => ({
    text: read(starterTexts[own]),
    translations: Object.fromEntries(
      locales.filter((other) => other !== own).map((other) => [other, read(starterTexts[other])]),
    ),
  });
  const rules = [
    ...rulesOf[type],
    ...(shoesOffIn.has(country) ? (['shoes'] as const) : []),
    ...(registersGuests(country) ? (['register'] as const) : []),
  ];
  return {
    rules: rules.map((key) => ({ key, ...write((texts) => texts.rules[key]) })),
    category: write((texts) => texts.category),
    services: servicesOf[type].map((key) => ({ key, ...write((texts) => texts.services[key]) })),
    numbersCategory: write((texts) => texts.emergency),
    numbers: listEmergencyNumbers(country).map(({ service, phone }) => ({
      key: service,
      phone,
      ...write((texts) => texts.numbers[service]),
    })),
  };
}

function registersGuests(country: string): boolean {
  const law = findDocumentLaw(country);
  return law !== null && law.registered !== 'unknown';
}
