import { expect, test } from 'vitest';
import { findCodePath } from './find-code-path';

test.each([
  ['a room code', 'rm sunset22', '/stay/room/RM-SUNSET22'],
  ['a booking code', 'bk guest2', '/stay/BK-GUEST2'],
  ['a booking code without its prefix', 'guest2', '/stay/BK-GUEST2'],
  ['an access code', 'wake-up23', '/session/WAKE-UP23'],
  ['eight characters without a hyphen, as a room code', 'SUNSET22', '/stay/room/RM-SUNSET22'],
  ['the address of a room', 'https://stays.example/stay/room/RM-SUNSET22?x=1', '/stay/room/RM-SUNSET22'],
  ['the address of a booking', 'https://stays.example/stay/BK-GUEST2', '/stay/BK-GUEST2'],
  ['the address of a session', 'stays.example/session/WAKE-UP23', '/session/WAKE-UP23'],
  [
    'the code in an address on another host, on this site',
    'https://evil.test/stay/room/RM-SUNSET22',
    '/stay/room/RM-SUNSET22',
  ],
  ['an old QR payload', '{"room_code":"RM-SUNSET22"}', '/stay/room/RM-SUNSET22'],
  [
    'an old QR payload with both codes, as the access code',
    '{"room_code":"RM-SUNSET22","access_code":"WAKE-UP23"}',
    '/session/WAKE-UP23',
  ],
  ['a WiFi QR, which has none', 'WIFI:T:WPA;S:Sunset 203;P:lantern-tide-42;;', null],
  ['another site, which has none', 'https://evil.test/', null],
  ['empty text, which has none', '', null],
])('finds the path of %s', (_case, text, path) => {
  expect(findCodePath(text)).toBe(path);
});
