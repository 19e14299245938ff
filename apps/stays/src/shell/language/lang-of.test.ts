import { expect, test } from 'vitest';
import { createLangOf } from './lang-of';

test.each([
  ['a translated text has no lang of its own', 'de', 'en', ['name', 'description'], undefined],
  [
    'a text that is not translated has the property’s language as its lang',
    'de',
    'en',
    ['description'],
    'en',
  ],
  [
    'a text without a list of translations has the property’s language as its lang',
    'de',
    'vi',
    undefined,
    'vi',
  ],
  [
    'a property’s region does not make its texts another language than the page',
    'es',
    'es-MX',
    undefined,
    undefined,
  ],
  ['no text has a lang where the page is in the property’s language', 'en', 'en', undefined, undefined],
])('%s', (_guarantee, page, property, translated, expected) => {
  expect(createLangOf(page, property)({ translated }, 'name')).toBe(expected);
});
