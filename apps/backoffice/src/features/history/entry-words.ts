import { localeNames } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { createValueWords } from './entry-values';
import { type Change, listChanges } from './list-changes';
import type { Entry, History } from './queries';

const ofRooms: ReadonlySet<string> = new Set([
  'accom_service_orders',
  'guest_sessions',
  'incidents',
  'room_states',
]);

/** An entry in the reader's words. */
export type EntryWords = {
  thing: string;
  what: string;
  who: string;
  when: string;
  changes: { label: string; from?: string; to?: string }[];
};

/** Tables whose names are texts of an owner, which may read like words of ours. Rooms and people are called by a number or a name. */
const namedByTexts = new Set([
  'accom_properties',
  'accom_service_categories',
  'accom_service_items',
  'accom_local_deals',
  'accom_useful_numbers',
  'areas',
  'accom_room_types',
  'accom_room_type_seasons',
]);

/** Puts entries into words. It is made once for all entries of a page or a file. */
export async function createEntryWords(place: Place, { people, names }: Pick<History, 'people' | 'names'>) {
  const [t, { formatInstant, formatValue }] = await Promise.all([
    getTranslations('History'),
    createValueWords(place, { ...people, ...names }),
  ]);
  // Keys that come from the log: one without words of its own is shown as it is.
  const word = (key: string, plain: string) => (t.has(key as never) ? t(key as never) : plain);

  function describeChange({ field, language, ...sides }: Change, table: string) {
    const label = word(`field_${field}`, field.replaceAll('_', ' '));
    const name = localeNames[language as keyof typeof localeNames] ?? language;
    const from = 'from' in sides ? formatValue(field, sides.from, table) : undefined;
    const to = 'to' in sides ? formatValue(field, sides.to, table) : undefined;
    return {
      label: language === undefined ? label : `${label} (${name})`,
      ...(from === undefined ? {} : { from }),
      // Two values that read the same, such as two passwords, still differ.
      ...(to === undefined ? {} : { to: to === from ? t('another') : to }),
    };
  }

  function describeThing(kind: string, { table, name }: Pick<Entry, 'table' | 'name'>): string {
    if (name === null) {
      return kind;
    }
    // Orders and reports have no name: they are told apart by their room.
    if (ofRooms.has(table)) {
      return t('ofRoom', { thing: kind, room: name });
    }
    return namedByTexts.has(table) ? t('named', { kind, name }) : `${kind} ${name}`;
  }

  return function describeEntry(entry: Entry): EntryWords {
    const kind = word(`thing_${entry.table}`, entry.table.replaceAll('_', ' '));
    const thing = describeThing(kind, entry);
    return {
      thing,
      what: t('what', {
        thing,
        action: word(`action_${entry.action}`, entry.action.replaceAll('_', ' ')),
      }),
      who: entry.person ?? t(`actor_${entry.actor}`),
      when: formatInstant(entry.at),
      changes: listChanges(entry).map((change) => describeChange(change, entry.table)),
    };
  };
}
