import { localeNames } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { createValueWords } from './entry-values';
import { type Change, listChanges } from './list-changes';
import type { Entry, History } from './queries';

/** An entry in the reader's words. */
export type EntryWords = {
  thing: string;
  what: string;
  who: string;
  when: string;
  changes: { label: string; from?: string; to?: string }[];
};

/** Puts entries into words. It is made once for all entries of a page or a file. */
export async function createEntryWords(place: Place, { people, names }: Pick<History, 'people' | 'names'>) {
  const [t, { formatInstant, formatValue }] = await Promise.all([
    getTranslations('History'),
    createValueWords(place, { ...people, ...names }),
  ]);
  // Keys that come from the log: one without words of its own is shown as it is.
  const word = (key: string, plain: string) => (t.has(key as never) ? t(key as never) : plain);

  function describeChange({ field, language, ...sides }: Change) {
    const label = word(`field_${field}`, field.replaceAll('_', ' '));
    const name = localeNames[language as keyof typeof localeNames] ?? language;
    const from = 'from' in sides ? formatValue(field, sides.from) : undefined;
    const to = 'to' in sides ? formatValue(field, sides.to) : undefined;
    return {
      label: language === undefined ? label : `${label} (${name})`,
      ...(from === undefined ? {} : { from }),
      // Two values that read the same, such as two passwords, still differ.
      ...(to === undefined ? {} : { to: to === from ? t('another') : to }),
    };
  }

  return function describeEntry(entry: Entry): EntryWords {
    const kind = word(`thing_${entry.table}`, entry.table.replaceAll('_', ' '));
    const thing = entry.name === null ? kind : `${kind} ${entry.name}`;
    return {
      thing,
      what: t('what', {
        thing,
        action: word(`action_${entry.action}`, entry.action.replaceAll('_', ' ')),
      }),
      who: entry.person ?? t(`actor_${entry.actor}`),
      when: formatInstant(entry.at),
      changes: listChanges(entry).map(describeChange),
    };
  };
}
