import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

test.each([
  ['the choice made here wins over the browser', 'vi', 'en-GB,en;q=0.9', 'vi'],
  ['the browser decides where nothing was chosen', undefined, 'vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['the wish with the highest weight wins, wherever it stands', undefined, 'en;q=0.3, vi;q=0.7', 'vi'],
  ['languages we do not have are passed over', undefined, 'de-DE,de;q=0.9,vi;q=0.4', 'vi'],
  ['a language refused outright is not taken', undefined, 'vi;q=0', 'en'],
  ['English is spoken where nothing fits', undefined, 'de,fr', 'en'],
  ['English is spoken where nothing is said', undefined, null, 'en'],
  ['a cookie that is no language is ignored', '../../etc', 'vi', 'vi'],
  ['a header that makes no sense is ignored', undefined, ';;;,q=,=', 'en'],
])('chooseLocale: %s', (_guarantee, chosen, accepted, expected) => {
  expect(chooseLocale({ chosen, accepted }, ['en', 'vi'])).toBe(expected);
});
