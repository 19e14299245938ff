import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAppleWifiProfile } from './apple-wifi-profile.ts';
import { formatWifiPayload } from './format-wifi-payload.ts';
import { parseWifiPayload } from './parse-wifi-payload.ts';
import { wifiNetworkSchema, wifiZonesSchema } from './wifi.ts';

test('the QR text of an open network has no password field', () => {
  expect(formatWifiPayload({ network: 'Terrace', password: null })).toBe('WIFI:T:nopass;S:Terrace;;');
});

test('the QR text has its special characters escaped', () => {
  expect(formatWifiPayload({ network: 'A;B,C', password: 'q"u:o\\te' })).toBe(
    'WIFI:T:WPA;S:A\\;B\\,C;P:q\\"u\\:o\\\\te;;',
  );
});

test('a phone that parses the QR text gets every network name and password unchanged', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (network, password) => {
      const fields = readPayload(formatWifiPayload({ network, password }));
      expect(fields).toEqual({ T: 'WPA', S: network, P: password });
    }),
  );
});

test('every network and password is read back from its QR text', () => {
  const password = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), password, (network, secret) => {
      const wifi = { network, password: secret };
      expect(parseWifiPayload(formatWifiPayload(wifi))).toEqual(wifi);
    }),
  );
});

test.each([
  [
    'fields in another order',
    'WIFI:S:Sunset;T:WPA;P:welcome123;H:true;;',
    { network: 'Sunset', password: 'welcome123' },
  ],
  ['small letters', 'wifi:t:wpa;s:Sunset;p:welcome123;;', { network: 'Sunset', password: 'welcome123' }],
  ['an empty password', 'WIFI:T:WPA;S:Sunset;P:;;', { network: 'Sunset', password: null }],
  [
    'a password that an open network does not have',
    'WIFI:T:nopass;S:Sunset;P:x;;',
    { network: 'Sunset', password: null },
  ],
  ['no network', 'WIFI:T:WPA;P:welcome123;;', null],
  ['another text', 'https://stays.example/WIFI:S:Sunset;;', null],
])('reads a QR text with %s', (_, text, expected) => {
  expect(parseWifiPayload(text)).toEqual(expected);
});

/** Parses the QR text: a field ends at an unescaped semicolon. */
function readPayload(payload: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, key = '', value = ''] of payload
    .slice('WIFI:'.length)
    .matchAll(/([A-Z]):((?:\\.|[^\\;])*);/gs)) {
    fields[key] = value.replace(/\\(.)/gs, '$1');
  }
  return fields;
}

const uuids = {
  profileUuid: '6a2f41a3-c54c-fce8-32d2-0324e1c32e22',
  payloadUuid: '6a2f41a3-c54c-fce8-32d2-0324e1c32e23',
};

test('an Apple profile contains names that look like markup as text', () => {
  const profile = buildAppleWifiProfile({
    network: '<b>&</b>',
    password: ']]>&amp;12',
    displayName: 'Bed & Breakfast',
    identifier: 'test.room',
    ...uuids,
  });
  expect(profile).toContain('<string>&lt;b&gt;&amp;&lt;/b&gt;</string>');
  expect(profile).toContain('<string>]]&gt;&amp;amp;12</string>');
  expect(profile).toContain('<string>Bed &amp; Breakfast</string>');
});

test('an Apple profile leaves out only the characters that XML forbids', () => {
  const displayName = 'Bed\u0001\u001b\ufffe & Breakfast 漢 😀';
  const profile = buildAppleWifiProfile({
    network: 'Terrace',
    password: null,
    displayName,
    identifier: 'test.room',
    ...uuids,
  });
  expect(profile).toContain('<string>Bed &amp; Breakfast 漢 😀</string>');
});

test('an Apple profile of an open network has no password', () => {
  const profile = buildAppleWifiProfile({
    network: 'Terrace',
    password: null,
    displayName: 'Hostel',
    identifier: 'test.room',
    ...uuids,
  });
  expect(profile).toContain('<key>EncryptionType</key><string>None</string>');
  expect(profile).not.toContain('<key>Password</key>');
});

test.each([
  ['32 bytes', 'a'.repeat(32), true],
  ['33 bytes', 'a'.repeat(33), false],
  ['33 bytes in 11 characters', '漢'.repeat(11), false],
  ['an empty text', '', false],
  ['a line break', 'a\nb', false],
])(
  'wifiNetworkSchema accepts 1 to 32 bytes without control characters, and so decides rightly on %s',
  (_case, name, isValid) => {
    expect(wifiNetworkSchema.safeParse(name).success).toBe(isValid);
  },
);

test('wifiZonesSchema refuses two primary zones', () => {
  const zone = { name: 'Pool', network: 'Pool', primary: true };
  expect(wifiZonesSchema.safeParse([zone]).success).toBe(true);
  expect(wifiZonesSchema.safeParse([zone, { ...zone, name: 'Bar' }]).success).toBe(false);
});
