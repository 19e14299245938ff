import { expect, test } from 'vitest';
import { readScan } from './read-scan';

const origin = 'https://stays.example';

test.each([
  ['a room’s sign', 'https://stays.example/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  [
    'a room’s sign with another host in its URL',
    'https://old.example/stay/room/RM-SUNSET22',
    '/stay/room/RM-SUNSET22',
  ],
  ['a room’s sign of the earlier system', '{"room_code":"RM-SUNSET22"}', '/stay/room/RM-SUNSET22'],
  ['a QR code of a property’s page', 'https://stays.example/sunset-hotel', '/sunset-hotel'],
  ['a check-in link of the earlier system', 'https://stays.example/checkin/a/b', '/checkin/a/b'],
])('a scan of %s leads to its path on this site', (_case, text, path) => {
  expect(readScan(text, origin)).toBe(path);
});

test.each([
  ['a page of another site', 'https://evil.test/sunset-hotel'],
  ['a URL whose path names another host', 'https://stays.example//evil.test/'],
  ['a javascript: URL', 'javascript:alert(1)'],
  ['a WiFi code', 'WIFI:T:WPA;S:a;P:b;;'],
  ['plain text', 'hello there'],
])('a scan of %s leads nowhere', (_case, text) => {
  expect(readScan(text, origin)).toBeNull();
});
