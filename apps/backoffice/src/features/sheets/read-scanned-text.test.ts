import { expect, test } from 'vitest';
import { readScannedText } from './read-scanned-text';

const read = (text: string) => readScannedText(text, 'https://stays.example', 'sunset-hotel');

test.each([
  [
    'the code of a sign',
    'https://stays.example/stay/room/RM-SUNSET22',
    { kind: 'code', code: 'RM-SUNSET22' },
  ],
  ['a typed code', ' rm-sunset22 ', { kind: 'code', code: 'RM-SUNSET22' }],
  ['the sign of the place', 'https://stays.example/sunset-hotel', { kind: 'place' }],
  ['an old link', 'https://stays.example/checkin/p/r', { kind: 'old_link', placeId: 'p', roomId: 'r' }],
  [
    'a WiFi card',
    'WIFI:T:WPA;S:RM-SUNSET22;P:welcome123;;',
    { kind: 'wifi', network: 'RM-SUNSET22', password: 'welcome123' },
  ],
])('%s is read as what it is', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['our code behind another address', 'https://evil.test/stay/room/RM-SUNSET22'],
  [
    'our code behind an address that looks like ours',
    'https://stays.example.evil.test/stay/room/RM-SUNSET22',
  ],
  ['our code without encryption', 'http://stays.example/stay/room/RM-SUNSET22'],
  ['our name before an at sign', 'https://stays.example@evil.test/stay/room/RM-SUNSET22'],
  ['the page of another place', 'https://stays.example/quiet-house'],
  ['a network without a name', 'WIFI:T:WPA;P:RM-SUNSET22;;'],
  ['a script', 'javascript:alert("RM-SUNSET22")'],
  ['plain text', 'hello there'],
])('%s is foreign', (_, text) => {
  expect(read(text).kind).toBe('foreign');
});
