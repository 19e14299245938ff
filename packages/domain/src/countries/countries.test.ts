import { expect, test } from 'vitest';
import { findCountryDefaults, guessCountry, listTimezones } from './country-defaults.ts';
import { countryCodes, currencyCodes } from './currency-of-country.ts';
import { listEmergencyNumbers } from './emergency-numbers.ts';

test.each([
  ['VN', { timezone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' }],
  ['ES', { timezone: 'Europe/Madrid', currency: 'EUR', locale: 'es' }],
  ['US', { timezone: 'America/New_York', currency: 'USD', locale: 'en' }],
  ['TH', { timezone: 'Asia/Bangkok', currency: 'THB', locale: 'en' }],
  ['ZZ', { timezone: 'UTC', currency: 'USD', locale: 'en' }],
])('a place in %s starts with its zone, currency and language', (country, expected) => {
  expect(findCountryDefaults(country)).toEqual(expected);
});

test('every country has zones that Intl and the database know, and a currency that Intl can format', () => {
  for (const country of countryCodes) {
    for (const zone of listTimezones(country)) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      // The form of zones in check_property.
      expect(zone).toMatch(/^([A-Za-z_]+(\/[A-Za-z_]+(-[A-Za-z_]+)*)+|UTC)$/);
    }
  }
  const known = Intl.supportedValuesOf('currency');
  expect(currencyCodes.filter((currency) => !known.includes(currency))).toEqual([]);
});

test('every country is one that Intl has a name for, once', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(countryCodes.filter((country) => names.of(country) === undefined)).toEqual([]);
  expect(new Set(countryCodes).size).toBe(countryCodes.length);
  expect(countryCodes.length).toBeGreaterThan(230);
});

test.each([
  ['vi', 'VN'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'VN'],
  ['en-GB,en;q=0.9', 'GB'],
  ['zh-Hant-TW', 'TW'],
  ['en,de-AT;q=0.5', 'AT'],
  ['en', null],
  ['*', null],
  [null, null],
])('the header %s tells the country %s', (header, country) => {
  expect(guessCountry(header)).toBe(country);
});

test.each(['', 'ZZ', 'vietnam', 'x-y'])(
  'a place in no known country, as %j is none, starts with UTC, dollars and English',
  (country) => {
    expect(findCountryDefaults(country)).toEqual({ timezone: 'UTC', currency: 'USD', locale: 'en' });
  },
);

test('the emergency numbers of Vietnam, and none where nobody has looked them up', () => {
  expect(listEmergencyNumbers('VN')).toEqual([
    { service: 'police', phone: '113' },
    { service: 'ambulance', phone: '115' },
    { service: 'fire', phone: '114' },
  ]);
  expect(listEmergencyNumbers('ZZ')).toEqual([]);
});

test('every emergency number fits the column for numbers', () => {
  const phones = countryCodes.flatMap(listEmergencyNumbers).map(({ phone }) => phone);
  expect(phones.length).toBeGreaterThan(100);
  expect(phones.filter((phone) => !/^\+?[0-9][0-9 ()./-]{1,30}$/.test(phone))).toEqual([]);
});
