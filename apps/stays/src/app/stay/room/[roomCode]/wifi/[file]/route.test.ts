import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const download = (roomCode: string, file: string) =>
  stays.call(GET, `/stay/room/${roomCode}/wifi/${file}`, { params: { roomCode, file } });

test('a WiFi profile has the network and password of the room', async () => {
  const response = await download('RM-SUNSET22', '0.mobileconfig');
  expect(response.headers.get('content-type')).toBe('application/x-apple-aspen-config');
  expect(response.headers.get('content-disposition')).toContain('wifi.mobileconfig');
  const profile = await response.text();
  expect(profile).toContain('<key>SSID_STR</key><string>Sunset 203</string>');
  expect(profile).toContain('<key>Password</key><string>lantern-tide-42</string>');
});

test('a WiFi profile has its name in the guest’s language', async () => {
  const response = await stays.call(GET, '/stay/room/RM-SUNSET22/wifi/0.mobileconfig', {
    params: { roomCode: 'RM-SUNSET22', file: '0.mobileconfig' },
    init: { headers: { 'accept-language': 'de' } },
  });
  expect(await response.text()).toContain('<string>WLAN Sunset Hotel</string>');
});

test('a zone’s network has a WiFi profile, and one without a password has no encryption', async () => {
  const profile = await (await download('RM-DRM23456', '2.mobileconfig')).text();
  expect(profile).toContain('<string>Backpack Terrace</string>');
  expect(profile).toContain('<key>EncryptionType</key><string>None</string>');
});

test.each([
  ['a network that is not there', 'RM-SUNSET22', '1.mobileconfig', 404],
  ['another file', 'RM-SUNSET22', '0.txt', 404],
  ['a path', 'RM-SUNSET22', '../0.mobileconfig', 404],
  ['a room whose WiFi is hidden', 'RM-PAMEMPTY', '0.mobileconfig', 404],
  ['a property that hides everything from browsing', 'RM-HUSH2345', '0.mobileconfig', 403],
  ['an unknown room', 'RM-AAAAAAAA', '0.mobileconfig', 404],
])('there is no WiFi profile for %s', async (_case, roomCode, file, status) => {
  expect((await download(roomCode, file)).status).toBe(status);
});
