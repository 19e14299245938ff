import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { scanRoom, verifyRoom: verify } = roomHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const scan = (roomCode: string, options: { address?: string; init?: RequestInit } = {}) =>
  stays.call(scanRoom, `/api/stay/room/${encodeURIComponent(roomCode)}`, {
    params: { roomCode },
    ...options,
  });

test('a scan gets the WiFi, the property and a browse token, and nothing about the guest', async () => {
  const response = await scan('RM-SUNSET22');
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({
    room: { number: '203', type: 'River view double', floor: '2' },
    property: {
      name: 'Sunset Hotel',
      slug: 'sunset-hotel',
      timezone: 'Asia/Ho_Chi_Minh',
      hasLinkedFnb: true,
    },
    wifi: {
      primary: { network: 'Sunset 203', password: 'lantern-tide-42', label: 'Your room WiFi' },
      zones: [],
    },
    booking: {
      hasActiveBooking: true,
      code: null,
      guestFirstName: null,
      checkIn: null,
      checkOut: null,
      nights: null,
      status: null,
      guestCount: null,
      bed: null,
    },
    accessSettings: {
      browseRequiresVerification: false,
      orderRequiresVerification: true,
      verificationMethod: 'last_name',
    },
  });
  for (const personal of ['Sarah', 'Johnson', 'BK-GUEST2', 'sarah@example.com']) {
    expect(JSON.stringify(body)).not.toContain(personal);
  }
});

test('a scan sets its browse token as an HttpOnly cookie for seven days', async () => {
  const response = await scan('RM-SUNSET22');
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toContain((await response.json()).token);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  const maxAge = Number(/Max-Age=(\d+);/.exec(cookie)?.[1]);
  // Seconds may have passed between signing and writing.
  expect(maxAge).toBeGreaterThan(604_740);
  expect(maxAge).toBeLessThanOrEqual(604_800);
});

test('a scan with a browse session of the room sets no new cookie', async () => {
  const { token } = await (await scan('RM-SUNSET22')).json();
  const again = await scan('RM-SUNSET22', { init: { headers: { authorization: `Bearer ${token}` } } });
  expect(again.status).toBe(200);
  expect(again.headers.get('set-cookie')).toBeNull();
});

test('a scan by a verified guest of the room gets their own booking, until it is cancelled', async () => {
  const proof = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"lastName":"O’Brien"}',
  };
  const verified = await stays.call(verify, '/api/stay/room/RM-DRM23456/verify', {
    params: { roomCode: 'RM-DRM23456' },
    init: proof,
  });
  const { token } = await verified.json();
  const init = { headers: { authorization: `Bearer ${token}` } };
  const own = await (await scan('RM-DRM23456', { init })).json();
  expect(own.booking).toMatchObject({
    hasActiveBooking: true,
    code: 'BK-BED222',
    guestFirstName: 'Aoife',
    nights: 4,
  });
  const elsewhere = await (await scan('RM-SUNSET22', { init })).json();
  expect(elsewhere.booking).toMatchObject({ hasActiveBooking: true, code: null, guestFirstName: null });
  await stays.database.sql(
    "update public.accom_bookings set status = 'cancelled' where booking_code = 'BK-BED222'",
  );
  const after = await (await scan('RM-DRM23456', { init })).json();
  expect(after.booking).toMatchObject({ code: null, guestFirstName: null });
});

test.each([
  ['in lower case', 'rm-sunset22'],
  ['without its prefix', 'SUNSET22'],
  ['with spaces', ' RM SUNSET 22 '],
])('a scan accepts a code %s', async (_case, code) => {
  expect((await scan(code)).status).toBe(200);
});

test.each([
  ['of no room', 'RM-AAAAAAAA', 404, 'room_not_found'],
  ['with a zero', 'RM-SUNSET20', 400, 'invalid_room_code'],
  ['that is too short', 'RM-SUN', 400, 'invalid_room_code'],
  ['that is too long', `RM-${'A'.repeat(40)}`, 400, 'invalid_room_code'],
  ['of another kind', 'BK-GUEST2', 400, 'invalid_room_code'],
  ['with markup', '<script>', 400, 'invalid_room_code'],
  ['with a quote for SQL', "RM-SUNSET2'", 400, 'invalid_room_code'],
  ['as long as an address may be', 'A'.repeat(5000), 400, 'invalid_room_code'],
])('a scan refuses a code %s', async (_case, code, status, error) => {
  const response = await scan(code, { address: '203.0.113.2' });
  expect(response.status).toBe(status);
  expect((await response.json()).error).toBe(error);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('a scan names the look-alike character that no code contains', async () => {
  const { issues } = await (await scan('RM-SUNSET20')).json();
  expect(issues[0].message).toBe('never_contains 0');
});

test('a scan in a property that hides its rooms gets its name, the desk’s numbers and its method, and no token', async () => {
  const response = await scan('RM-HUSH2345');
  expect(response.status).toBe(403);
  const body = await response.json();
  expect(body).toEqual({
    error: 'verification_required',
    message: expect.any(String),
    requestId: 'test-request',
    method: 'last_name',
    property: {
      name: 'Quiet House',
      slug: 'quiet-house',
      contactPhone: '+34 952 555 013',
      contactWhatsapp: '+34655550013',
    },
  });
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('a scan of an empty room gets no WiFi if the property shows it only during a stay', async () => {
  const { wifi, booking } = await (await scan('RM-PAMEMPTY')).json();
  expect(wifi).toEqual({ hidden: true, primary: null, zones: [] });
  expect(booking.hasActiveBooking).toBe(false);
});

test('a scan gets the primary network apart from those of the other zones', async () => {
  const { wifi } = await (await scan('RM-DRM23456')).json();
  expect(wifi.primary).toEqual({ network: 'Backpack Dorms', password: 'sweetdreams41', label: 'Dorms' });
  expect(wifi.zones.map((zone: { label: string }) => zone.label)).toEqual(['Lounge and kitchen', 'Terrace']);
});

test('a caller who guesses room codes is limited, for rooms that exist as well, but not a guest of a room behind the same address', async () => {
  await runWithinOneMinute(stays.database, expectGuessesToBeLimited);
});

async function expectGuessesToBeLimited(): Promise<void> {
  const address = '203.0.113.30';
  const { token } = await (await scan('RM-SUNSET22', { address })).json();
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      scan(`RM-AAAAAA${'ABCDEFGHJKMNPQRSTUVWXYZ23456789'[i]}A`, { address }),
    ),
  );
  expect(new Set(guesses.map((response) => response.status))).toEqual(new Set([404]));
  const unknown = await scan('RM-AAAAAAAA', { address });
  const known = await scan('RM-BEACH234', { address });
  expect([unknown.status, known.status]).toEqual([429, 429]);
  expect(Number(known.headers.get('retry-after'))).toBeGreaterThan(0);
  const reader = await scan('RM-SUNSET22', {
    address,
    init: { headers: { authorization: `Bearer ${token}` } },
  });
  expect(reader.status).toBe(200);
  expect((await scan('RM-BEACH234', { address: '203.0.113.31' })).status).toBe(200);
}
