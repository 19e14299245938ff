import { type Locale, localeNames, type Translations } from '@gudbro/domain';
import { z } from 'zod';

/** How long a text may be, and whether it is a list with one entry a line. */
export type TextRule = { max: number; isList?: boolean };

type FieldOf<Key extends string> = `${Locale}.${Key}`;

export const locales = Object.keys(localeNames) as Locale[]; // the keys of a constant object

/**
 * The texts of a row in other languages as fields of a form, named `vi.name`. A form without such a field leaves the text as it
 * is; an empty one removes it.
 */
export function translatedTexts<Key extends string>(rules: Record<Key, TextRule>) {
  const keys = Object.keys(rules) as Key[]; // the rules name every key
  const fields = locales.flatMap((locale) =>
    keys.map((key) => ({ field: formatField(locale, key), locale, key })),
  );
  return {
    shape: Object.fromEntries(
      fields.map(({ field, key }) => [field, z.string().trim().max(rules[key].max, 'too_long').optional()]),
      // Object.fromEntries forgets the names.
    ) as { [Field in FieldOf<Key>]: z.ZodOptional<z.ZodString> },

    /** The translations to write: those of the row with what the form sent. */
    merge(sent: { [Field in FieldOf<Key>]?: string | undefined }, current: Translations): Translations {
      const merged: Translations = structuredClone(current);
      for (const { field, locale, key } of fields) {
        const text = sent[field]?.replaceAll('\r\n', '\n');
        if (text === undefined) {
          continue;
        }
        const { [key]: _replaced, ...others } = merged[locale] ?? {};
        const texts =
          text === '' ? others : { ...others, [key]: rules[key].isList ? splitLines(text) : text };
        if (Object.keys(texts).length === 0) {
          delete merged[locale];
        } else {
          merged[locale] = texts;
        }
      }
      return merged;
    },
  };
}

/** The translations of a row as the values of its form's fields. */
export function readTranslated(translations: unknown): Record<string, string> {
  const byLocale = (translations ?? {}) as Translations; // the database checks its shape
  return Object.fromEntries(
    Object.entries(byLocale).flatMap(([locale, texts]) =>
      Object.entries(texts).map(([key, text]) => [
        `${locale}.${key}`,
        Array.isArray(text) ? text.join('\n') : text,
      ]),
    ),
  );
}

/** The languages besides the place's own. */
export function otherLocales(ownLocale: string): Locale[] {
  return locales.filter((locale) => locale !== ownLocale.split('-')[0]);
}

/** Whether one of these texts is missing in a language. A text that is empty itself needs no translation. */
export function isMissing(own: Record<string, string>, translations: unknown, locale: Locale): boolean {
  const translated = readTranslated(translations);
  return Object.entries(own).some(
    ([key, text]) => text !== '' && (translated[`${locale}.${key}`] ?? '') === '',
  );
}

/** In how many other languages one of these texts is missing. */
export function countMissing(own: Record<string, string>, translations: unknown, ownLocale: string): number {
  return otherLocales(ownLocale).filter((locale) => isMissing(own, translations, locale)).length;
}

export function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function formatField<Key extends string>(locale: Locale, key: Key): FieldOf<Key> {
  return `${locale}.${key}`;
}
