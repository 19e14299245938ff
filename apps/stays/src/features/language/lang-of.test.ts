import { expect, test } from 'vitest';
import { createLangOf } from './lang-of';

test.each([
  ['a translated text is in the page’s language', 'de', 'en', ['name', 'description'], undefined],
  ['a text nobody translated is in the property’s', 'de', 'en', ['description'], 'en'],
  ['and so is one beside which nothing is said', 'de', 'vi', undefined, 'vi'],
  ['a region says no more than its language', 'es', 'es-MX', undefined, undefined],
  ['where the page is in the property’s language, nothing is marked', 'en', 'en', undefined, undefined],
])('the lang attribute of a property’s text: %s', (_guarantee, page, property, translated, expected) => {
  expect(createLangOf(page, property)({ translated }, 'name')).toBe(expected);
});
