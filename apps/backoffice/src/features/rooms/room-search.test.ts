import { expect, test } from 'vitest';
import { readRoomSearches, readSearchText } from './room-search.ts';

const sunset = { id: 'sunset', shortCode: 'SUN' };
const beach = { id: 'beach', shortCode: 'BVA' };

test.each([
  ['a label', 'SUN-203', '203%'],
  ['a label in any case', 'sun-203', '203%'],
  ['a label without its hyphen', 'SUN203', '203%'],
  ['a label with a space', 'SUN 203', '203%'],
  ['the beginning of a label', 'SUN-2', '2%'],
  ['the short code alone', 'sun', '%'],
])('a search for %s looks for rooms of its property', (_what, text, numberPattern) => {
  expect(readRoomSearches(text, [sunset, beach])).toContainEqual({ propertyId: 'sunset', numberPattern });
});

test('a search text without a short code looks for room numbers of all properties', () => {
  expect(readRoomSearches('203', [sunset])).toEqual([{ propertyId: null, numberPattern: '%203%' }]);
  expect(readRoomSearches('A1', [sunset])).toEqual([{ propertyId: null, numberPattern: '%A1%' }]);
});

test('wildcards of SQL and PostgREST in a search text are escaped', () => {
  expect(readRoomSearches('5%_\\', [])).toEqual([{ propertyId: null, numberPattern: '%5\\%\\_\\\\%' }]);
  expect(readRoomSearches('1*2', [])).toEqual([{ propertyId: null, numberPattern: '%1_2%' }]);
});

test.each([
  ['a text with spaces around it', '  203 ', '203'],
  ['a text with a NUL, which Postgres refuses', '20\u00003', '20 3'],
  ['a text that is too long', 'x'.repeat(100), 'x'.repeat(60)],
  ['a list', ['203', '204'], ''],
  ['a missing parameter', undefined, ''],
])('readSearchText reads %s safely', (_what, value, expected) => {
  expect(readSearchText(value)).toBe(expected);
});
