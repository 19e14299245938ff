import { expect, test } from 'vitest';
import { readScan } from './read-scan';

test.each([
  ['a room’s sign', 'https://stays.example/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['a sign printed for another host', 'https://old.example/stay/room/RM-SUNSET22', '/stay/room/RM-SUNSET22'],
  ['an old payload', '{"room_code":"RM-SUNSET22"}', '/stay/room/RM-SUNSET22'],
  ['a property’s own QR', 'https://stays.example/sunset-hotel', '/sunset-hotel'],
  ['an old link', 'https://stays.example/checkin/a/b', '/checkin/a/b'],
  ['another site', 'https://evil.test/sunset-hotel', null],
  ['a path that names a host', 'https://stays.example//evil.test/', null],
  ['a script', 'javascript:alert(1)', null],
  ['a WiFi code', 'WIFI:T:WPA;S:a;P:b;;', null],
  ['plain words', 'hello there', null],
])('the scanner finds the address, or none, behind %s', (_case, text, path) => {
  expect(readScan(text, 'https://stays.example')).toBe(path);
});
