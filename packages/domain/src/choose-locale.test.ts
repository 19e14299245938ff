import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

test.each([
  ['prefers the language chosen in the app to that of the browser', 'vi', 'en-GB,en;q=0.9', 'vi'],
  ['takes the language of the browser where none was chosen', undefined, 'vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  [
    'takes the language with the highest weight, in whatever order they are listed',
    undefined,
    'en;q=0.3, vi;q=0.7',
    'vi',
  ],
  ['skips languages that the app does not offer', undefined, 'de-DE,de;q=0.9,vi;q=0.4', 'vi'],
  ['does not take a language of weight 0', undefined, 'vi;q=0', 'en'],
  ['takes the first offered language where no other fits', undefined, 'de,fr', 'en'],
  ['takes the first offered language without Accept-Language', undefined, null, 'en'],
  ['ignores a cookie that is no language', '../../etc', 'vi', 'vi'],
  ['ignores a malformed header', undefined, ';;;,q=,=', 'en'],
])('chooseLocale %s', (_guarantee, chosen, accepted, expected) => {
  expect(chooseLocale({ chosen, accepted }, ['en', 'vi'])).toBe(expected);
});
