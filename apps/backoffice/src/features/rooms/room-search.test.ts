import { expect, test } from 'vitest';
import { readRoomSearches, readSearchText } from './room-search.ts';

const sunset = { id: 'sunset', shortCode: 'SUN' };
const beach = { id: 'beach', shortCode: 'BVA' };

test.each([
  ['a label', 'SUN-203', '203%'],
  ['a label in any case', 'sun-203', '203%'],
  ['a label without its hyphen', 'SUN203', '203%'],
  ['a label with a space', 'SUN 203', '203%'],
  ['a label that is not finished', 'SUN-2', '2%'],
  ['the short code alone', 'sun', '%'],
])('%s finds rooms of its property', (_what, text, numberPattern) => {
  expect(readRoomSearches(text, [sunset, beach])).toContainEqual({ propertyId: 'sunset', numberPattern });
});

test('what names no property is looked for in the room numbers of all', () => {
  expect(readRoomSearches('203', [sunset])).toEqual([{ propertyId: null, numberPattern: '%203%' }]);
  expect(readRoomSearches('A1', [sunset])).toEqual([{ propertyId: null, numberPattern: '%A1%' }]);
});

test('signs that SQL and PostgREST read as wildcards are looked for as they stand', () => {
  expect(readRoomSearches('5%_\\', [])).toEqual([{ propertyId: null, numberPattern: '%5\\%\\_\\\\%' }]);
  expect(readRoomSearches('1*2', [])).toEqual([{ propertyId: null, numberPattern: '%1_2%' }]);
});

test.each([
  ['spaces around', '  203 ', '203'],
  ['a NUL, which Postgres refuses', '20\u00003', '20 3'],
  ['an endless text', 'x'.repeat(100), 'x'.repeat(60)],
  ['a list', ['203', '204'], ''],
  ['nothing', undefined, ''],
])('reads %s', (_what, value, expected) => {
  expect(readSearchText(value)).toBe(expected);
});
