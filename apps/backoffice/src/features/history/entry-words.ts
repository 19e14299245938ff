import { formatMoney, localeNames } from '@gudbro/domain';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { type Change, isEmpty, listChanges } from './list-changes';
import type { Entry, History } from './queries';

/** An entry in the reader's words. */
export type EntryWords = {
  what: string;
  who: string;
  when: string;
  changes: { label: string; from?: string; to?: string }[];
};

/** Puts entries into words. It is made once for all entries of a page or a file. */
export async function createEntryWords(place: Place, people: History['people']) {
  const [t, format, locale] = await Promise.all([getTranslations('History'), getFormatter(), getLocale()]);
  // Keys that come from the log: one without words of its own is shown as it is.
  const word = (key: string, plain: string) => (t.has(key as never) ? t(key as never) : plain);
  const instant = (value: string) =>
    format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short', timeZone: place.timezone });

  function formatValue(field: string, value: unknown): string {
    if (isEmpty(value)) {
      return t('nothing');
    }
    if (field.includes('password')) {
      return '••••••••';
    }
    if (typeof value === 'boolean') {
      return word(`value_${value}`, String(value));
    }
    if (typeof value === 'number') {
      return /(^|_)price/.test(field) ? formatMoney(value, place.currency, locale) : String(value);
    }
    return typeof value === 'string' ? formatText(field, value) : formatList(field, value);
  }

  function formatText(field: string, value: string): string {
    if (people[value] !== undefined) {
      return people[value];
    }
    if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      return format.dateTime(new Date(`${value}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
    }
    if (/^\d{4}-\d\d-\d\dT/.test(value)) {
      return instant(value);
    }
    if (/^\d\d:\d\d:\d\d$/.test(value)) {
      return value.slice(0, 5);
    }
    return field.endsWith('_id') ? t('another') : word(`value_${value}`, value);
  }

  function formatList(field: string, value: unknown): string {
    if (!Array.isArray(value)) {
      return JSON.stringify(value);
    }
    return value
      .map((one: unknown) =>
        typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : formatValue(field, one),
      )
      .join(', ');
  }

  function describeChange({ field, language, ...sides }: Change) {
    const label = word(`field_${field}`, field.replaceAll('_', ' '));
    const name = localeNames[language as keyof typeof localeNames] ?? language;
    return {
      label: language === undefined ? label : `${label} (${name})`,
      ...('from' in sides ? { from: formatValue(field, sides.from) } : {}),
      ...('to' in sides ? { to: formatValue(field, sides.to) } : {}),
    };
  }

  return function describeEntry(entry: Entry): EntryWords {
    const thing = word(`thing_${entry.table}`, entry.table.replaceAll('_', ' '));
    return {
      what: t('what', {
        thing: entry.name === null ? thing : `${thing} ${entry.name}`,
        action: word(`action_${entry.action}`, entry.action.replaceAll('_', ' ')),
      }),
      who: entry.person ?? t(`actor_${entry.actor}`),
      when: instant(entry.at),
      changes: listChanges(entry).map(describeChange),
    };
  };
}
