import { expect, test } from 'vitest';
import { locales } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { chooseLastWords } from './last-words';

test.each(locales)('the error page without a layout has the words of the messages in %s', (locale) => {
  const { title, retry } = messagesOf[locale].Failure;
  const { words } = chooseLastWords([locale]);
  expect([words[0], words[2]]).toEqual([title, retry]);
});

test.each([
  ['the page’s language wins', ['ja', 'de-DE'], 'ja'],
  ['without one, the browser’s first that we have', ['', 'nl-NL', 'fr-CH', 'de'], 'fr'],
  ['English where none fits', ['nl', 'constructor'], 'en'],
])('the language of the error page without a layout: %s', (_guarantee, languages, expected) => {
  expect(chooseLastWords(languages).locale).toBe(expected);
});
