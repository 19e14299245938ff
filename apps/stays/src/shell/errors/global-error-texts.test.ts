import { expect, test } from 'vitest';
import { locales } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { chooseGlobalErrorTexts } from './global-error-texts';

test.each(locales)(
  'the global error page in %s uses the same title and button as the error page of that language',
  (locale) => {
    const { title, retry } = messagesOf[locale].Failure;
    const { texts } = chooseGlobalErrorTexts([locale]);
    expect([texts[0], texts[2]]).toEqual([title, retry]);
  },
);

test.each([
  ['the global error page uses the language of the page that failed', ['ja', 'de-DE'], 'ja'],
  [
    'without a page language, the global error page uses the browser’s first language that we have',
    ['', 'nl-NL', 'fr-CH', 'de'],
    'fr',
  ],
  [
    'the global error page is in English if we have none of the browser’s languages',
    ['nl', 'constructor'],
    'en',
  ],
])('%s', (_guarantee, languages, expected) => {
  expect(chooseGlobalErrorTexts(languages).locale).toBe(expected);
});
