import { documentFields, type Locale, localeNames } from '@gudbro/domain';
import { expect, test } from 'vitest';
import { listReasons, reasonsForGuests, sayWhichDiffers } from './reasons-for-guests';

// The database takes no longer one.
const longest = 500;

const locales = Object.keys(localeNames) as Locale[];

test.each(locales)('each reason in %s is a sentence of its own that the database takes', (locale) => {
  const { usual } = listReasons(locale, locale);
  const fields = documentFields.map((field) => sayWhichDiffers(field, locale));
  const all = [...usual.map(({ forGuest }) => forGuest), ...fields];
  expect(new Set(all).size).toBe(usual.length + documentFields.length);
  for (const reason of all) {
    expect(reason).toMatch(/[.。]$/);
    expect(reason.length).toBeLessThanOrEqual(longest);
  }
});

test.each(locales.filter((locale) => locale !== 'en'))('no reason in %s is left in English', (locale) => {
  const { usual } = listReasons('en', locale);
  expect(usual.filter(({ forDesk, forGuest }) => forDesk === forGuest)).toEqual([]);
  expect(reasonsForGuests[locale].field).not.toBe(reasonsForGuests.en.field);
});

test('the desk reads in its own language which one its guest reads', () => {
  expect(listReasons('vi', 'de')).toMatchObject({ guestLocale: 'de', guestLanguage: 'Tiếng Đức' });
  expect(sayWhichDiffers('surname', 'fr')).toBe(
    'Nom\u00a0: votre saisie ne correspond pas au document. Veuillez le renvoyer avec la bonne.',
  );
});
