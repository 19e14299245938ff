import { type StarterText, type Translations, translationsSchema } from '@gudbro/domain';
import type { SetupPlace } from './queries';

type RulesOfPlace = Pick<SetupPlace, 'houseRules' | 'translations'>;

/**
 * The house rules of a place with these after them. A translated list replaces the whole list for its readers, so a language
 * gets one only where it has one for the rules so far.
 */
export function addRules(
  place: RulesOfPlace,
  chosen: readonly StarterText[],
): { house_rules: string[]; translations: Translations } {
  const more = chosen.filter(({ text }) => !place.houseRules.includes(text));
  const translations: Translations = { ...translationsSchema.parse(place.translations) };
  for (const locale of new Set(more.flatMap((rule) => Object.keys(rule.translations)))) {
    const texts = translations[locale] ?? {};
    const known = texts['houseRules'] ?? [];
    const isWhole = Array.isArray(known) && known.length === place.houseRules.length;
    if (isWhole) {
      const added = more.map(
        (rule) => rule.translations[locale as keyof StarterText['translations']] ?? rule.text,
      ); // a key of that record
      translations[locale] = { ...texts, houseRules: [...known, ...added] };
    }
  }
  return { house_rules: [...place.houseRules, ...more.map(({ text }) => text)], translations };
}
