import { formatMoney, localeNames } from '@gudbro/domain';
import { findFormat } from '@gudbro/sheets/formats';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { isEmpty, isTime } from './list-changes';

/** Fields whose values are words of ours, which have names. Any other text is somebody's own and is shown as it is. */
const fieldsOfWords = new Set([
  'cancel_reason',
  'answer',
  'documents',
  'kind',
  'orders_paid',
  'priority',
  'role',
  'state',
  'status',
  'type',
  'verification_method',
]);

/** Puts the values of the log into words. `names` has what accounts, room types and categories are called, by their id. */
export async function createValueWords(place: Place, names: Record<string, string>) {
  const [t, catalogue, documents, sheets, format, locale] = await Promise.all([
    getTranslations('History'),
    getTranslations('Catalogue'),
    getTranslations('Documents'),
    getTranslations('Sheets'),
    getFormatter(),
    getLocale(),
  ]);
  const countries = new Intl.DisplayNames([locale], { type: 'region' });

  function formatInstant(value: string): string {
    return format.dateTime(new Date(value), 'moment', { timeZone: place.timezone });
  }

  // Keys that come from the log: one without words of its own is shown as it is.
  function findWord(
    translate: { has(key: never): boolean; (key: never): string },
    key: string,
    plain: string,
  ) {
    return translate.has(key as never) ? translate(key as never) : plain;
  }

  function formatPaper(id: string): string {
    const paper = findFormat(id);
    return paper === null
      ? id
      : `${sheets(`kind_${paper.kind}`)}, ${paper.paper}, ${sheets('perPage', { count: paper.capacity })}`;
  }

  function formatNumber(field: string, value: number): string {
    if (field === 'weekend_nights') {
      // The first of January 2024 was a Monday, which is day 1.
      return format.dateTime(new Date(Date.UTC(2024, 0, value)), { weekday: 'long', timeZone: 'UTC' });
    }
    return /(^|_)price/.test(field) ? formatMoney(value, place.currency, locale) : String(value);
  }

  /** A text of a field that has a way of its own to be read, or null. */
  function formatCode(field: string, value: string, table: string): string | null {
    if (field === 'status' && table === 'accom_guest_documents') {
      return findWord(t, `value_document_${value}`, value);
    }
    switch (field) {
      case 'document_fields':
      case 'confirmed_fields':
        return findWord(documents, `field_${value}`, value);
      case 'country':
        return countries.of(value) ?? value;
      case 'default_locale':
        return localeNames[value as keyof typeof localeNames] ?? value;
      case 'format':
        return formatPaper(value);
      case 'icon':
        return findWord(catalogue, `icon_${value}`, value);
      case 'image':
        return t('pictures', { count: 1 });
      default:
        return fieldsOfWords.has(field) ? findWord(t, `value_${value}`, value) : null;
    }
  }

  /** A day, an instant or a time of the day, as the log has them. */
  function formatTime(value: string): string {
    if (/^\d\d:\d\d:\d\d$/.test(value)) {
      return value.slice(0, 5);
    }
    return value.includes('T')
      ? formatInstant(value)
      : format.dateTime(new Date(`${value}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  }

  function formatText(field: string, value: string, table: string): string {
    const known = names[value] ?? formatCode(field, value, table);
    if (known !== null) {
      return known;
    }
    if (isTime(field)) {
      return formatTime(value);
    }
    return field.endsWith('_id') ? t('gone') : value;
  }

  function formatList(field: string, values: readonly unknown[], table: string): string {
    if (field === 'images') {
      return t('pictures', { count: values.length });
    }
    return values
      .map((one) =>
        typeof one === 'object' && one !== null && 'name' in one
          ? String(one.name)
          : formatValue(field, one, table),
      )
      .join(', ');
  }

  function formatValue(field: string, value: unknown, table: string): string {
    if (isEmpty(value)) {
      return t('nothing');
    }
    if (field.includes('password')) {
      return '••••••••';
    }
    if (Array.isArray(value)) {
      return formatList(field, value, table);
    }
    switch (typeof value) {
      case 'boolean':
        return t(`value_${value}`);
      case 'number':
        return formatNumber(field, value);
      case 'string':
        return formatText(field, value, table);
      default:
        return JSON.stringify(value);
    }
  }

  return { formatInstant, formatValue };
}
