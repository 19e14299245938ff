import { expect, test } from 'vitest';
import { countryCodes } from '../countries/currency-of-country.ts';
import { documentFields } from './document-fields.ts';
import {
  areCopiesForbidden,
  defaultDocuments,
  documentLawsAsOf,
  findDocumentLaw,
  findKeptData,
  mayTrackVisas,
} from './document-law.ts';
import { documentLaws } from './document-laws.ts';
import { keptByCountry } from './kept-by-country.ts';

test('each country stands in the list once, with sources', () => {
  const countries = documentLaws.map(({ country }) => country);
  expect(new Set(countries).size).toBe(countries.length);
  expect(countries.filter((country) => !countryCodes.includes(country))).toEqual([]);
  expect(documentLaws.filter(({ sources }) => sources.length < 10)).toEqual([]);
  expect(documentLawsAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('no place starts with pictures where copies are forbidden, without a basis, or not looked up', () => {
  const starting = documentLaws.filter(({ country }) => defaultDocuments(country) === 'image');
  expect(starting.map(({ copies }) => copies).sort()).toEqual(['must', 'transient']);
  expect(defaultDocuments('ZZ')).toBe('fields_only');
  expect(findDocumentLaw('ZZ')).toBeNull();
});

const allowed = (country: string) => findKeptData(country).fields;

test.each([
  ['Spain: no end of a document, and so no visa', 'ES', ['expiryDate', 'visaExpiryDate', 'visaType']],
  [
    'the Netherlands: the kind of document, but no number',
    'NL',
    ['documentNumber', 'nationality', 'expiryDate'],
  ],
  ['France: no number', 'FR', ['documentNumber', 'expiryDate']],
  ['Germany: no end and no visa', 'DE', ['expiryDate', 'visaExpiryDate']],
] as const)('%s', (_what, country, forbidden) => {
  expect(forbidden.filter((field) => allowed(country).includes(field))).toEqual([]);
});

test('each country has its fields, each once, and those of the lead are among them', () => {
  for (const { country, fields, leadFields } of documentLaws) {
    expect({ country, fields: new Set(fields).size }).toEqual({ country, fields: fields.length });
    expect(fields.length).toBeGreaterThan(0);
    expect(leadFields.filter((field) => !fields.includes(field))).toEqual([]);
  }
  expect(Object.keys(keptByCountry).sort()).toEqual(documentLaws.map(({ country }) => country).sort());
});

test('where a copy must or may be kept, no field is left out, and where it is forbidden, no visa is followed', () => {
  for (const { country, copies } of documentLaws) {
    if (copies === 'may' || copies === 'must') {
      expect({ country, fields: allowed(country) }).toEqual({ country, fields: documentFields });
    }
    if (copies === 'must_not' || copies === 'no_basis') {
      expect({ country, visas: mayTrackVisas(country) }).toEqual({ country, visas: false });
    }
  }
  expect([
    mayTrackVisas('VN'),
    mayTrackVisas('ZZ'),
    areCopiesForbidden('ES'),
    areCopiesForbidden('ZZ'),
  ]).toEqual([true, true, true, false]);
});
