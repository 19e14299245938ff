import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { countNights, findToday } from '@/shell/days/days';
import { formatCountry } from '@/shell/place/format-country';
import type { ListedDocument } from './document-schemas';
import type { DocumentFact } from './open-fields';

/** Fields whose values are days. */
const days: ReadonlySet<string> = new Set(['birthDate', 'expiryDate', 'visaExpiryDate']);

/** What is said of documents, in the language of this page and by the clock of the place. */
export async function createDocumentWords(place: Pick<Place, 'timezone' | 'country'>) {
  const [t, format, locale] = await Promise.all([getTranslations('Documents'), getFormatter(), getLocale()]);
  const country = formatCountry(place.country, locale);
  const { timezone: timeZone } = place;
  const formatMoment = (at: string) => format.dateTime(new Date(at), 'moment', { timeZone });
  const formatDay = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });

  /** Why a part goes when it goes. */
  function sayWhy(rule: ListedDocument['fieldsRule'], until: string, { checkOut }: ListedDocument): string {
    // The first of these days begins when the last day of the stay has ended.
    const left = countNights(checkOut, findToday(new Date(until), timeZone)) - 1;
    return t(`why_${rule}`, { country, days: Math.max(0, left) });
  }

  function formatFact({ field, value }: DocumentFact): string {
    if (days.has(field)) {
      return formatDay(value);
    }
    if (field === 'sex') {
      return t.has(`sex_${value}` as never) ? t(`sex_${value}` as never) : value;
    }
    return field === 'nationality' || field === 'issuingState' ? formatCountry(value, locale) : value;
  }

  return {
    country,
    formatMoment,
    formatDay,
    sayWhy,
    formatFact,
    nameOf: ({ name }: Pick<ListedDocument, 'name'>) => (name === '' ? t('anon') : name),
    /** How many days a document has waited, by the calendar of the place. */
    countDays: (createdAt: string, now: Date) =>
      countNights(findToday(new Date(createdAt), timeZone), findToday(now, timeZone)),
  };
}

export type DocumentWords = Awaited<ReturnType<typeof createDocumentWords>>;
