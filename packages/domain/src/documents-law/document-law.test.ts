import { expect, test } from 'vitest';
import { countryCodes } from '../countries/currency-of-country.ts';
import { defaultDocuments, documentLawsAsOf, findDocumentLaw } from './document-law.ts';
import { documentLaws } from './document-laws.ts';

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
