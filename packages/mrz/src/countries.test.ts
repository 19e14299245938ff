import { states } from 'mrz';
import { expect, test } from 'vitest';
import { isKnownIssuer, toCountry } from './countries.ts';

test.each([
  ['D', 'DE'],
  ['DEU', 'DE'],
  ['PRT', 'PT'],
  ['GBR', 'GB'],
  ['GBD', 'GB'],
  ['GBN', 'GB'],
  ['GBO', 'GB'],
  ['GBP', 'GB'],
  ['GBS', 'GB'],
  ['RKS', 'XK'],
  ['XXA', null],
  ['XXB', null],
  ['XXC', null],
  ['XXX', null],
  ['UNO', null],
  ['EUE', null],
  ['UTO', null],
  ['', null],
])('%s is in %s', (code, country) => {
  expect(toCountry(code)).toBe(country);
});

test('knows each code that another library knows', () => {
  expect(Object.keys(states).filter((code) => !isKnownIssuer(code))).toEqual([]);
});

test('gives each country that has a name, and each but the special ones once', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = Object.keys(states)
    .map(toCountry)
    .filter((code) => code !== null);
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(new Set(codes).size).toBe(250);
  // Germany, five for the United Kingdom and two for Kosovo are there a second time.
  expect(codes).toHaveLength(258);
});
