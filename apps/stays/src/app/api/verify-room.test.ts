import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { guestAuth } from '@/server/guest-auth';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { verifyRoom } = roomHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

let lastAddress = 0;
type Options = { address?: string; token?: string };
const verify = (roomCode: string, body: unknown, options: Options = {}) =>
  stays.call(verifyRoom, `/api/stay/room/${roomCode}/verify`, {
    params: { roomCode },
    address: options.address ?? `198.51.100.${++lastAddress}`,
    init: {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      },
      body: JSON.stringify(body),
    },
  });

const setMethod = (slug: string, method: string) =>
  stays.database.sql(
    `update public.accom_properties
      set access_settings = access_settings || jsonb_build_object('verification_method', $2::text) where slug = $1`,
    [slug, method],
  );

test.each([
  ['the last name', 'RM-SUNSET22', { lastName: ' johnson' }, 'BK-GUEST2'],
  ['the name of one bed of a dorm', 'RM-DRM23456', { lastName: 'VAN DER BERG' }, 'BK-BED333'],
  ['the name of another bed', 'RM-DRM23456', { lastName: 'o’brien' }, 'BK-BED222'],
  ['the PIN', 'rm-pam23456', { pin: '428193' }, 'BK-RESRT2'],
  ['an empty answer, where the method is none', 'RM-BEACH234', {}, 'BK-BEACH2'],
])('%s verifies a guest for their own booking', async (_what, roomCode, answer, bookingCode) => {
  const response = await verify(roomCode, answer);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({ accessTier: 'full', booking: { code: bookingCode } });
  expect(response.headers.get('set-cookie')).toContain(body.token);
});

test('the room number verifies a guest where it is the property’s method', async () => {
  await setMethod('quiet-house', 'room_number');
  expect((await verify('RM-HUSH2345', { roomNumber: '2' })).status).toBe(401);
  expect((await verify('RM-HUSH2345', { roomNumber: ' 1 ' })).status).toBe(200);
});

test.each([
  ['another method', 'RM-PAM23456', { lastName: 'Kim' }, 'pin'],
  ['no method', 'RM-SUNSET22', {}, 'last_name'],
])('an answer for %s is refused with the property’s method', async (_what, roomCode, body, method) => {
  const response = await verify(roomCode, body);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: 'verification_required', method });
});

test('an answer in an empty room fails like a wrong answer, and counts down the attempts left', async () => {
  const address = '203.0.113.63';
  const empty = await verify('RM-EMPTY234', { lastName: 'Johnson' }, { address });
  expect(empty.status).toBe(401);
  expect(await empty.json()).toMatchObject({ error: 'verification_failed', triesLeft: 9 });
  const again = await verify('RM-EMPTY234', { lastName: 'Johnson' }, { address });
  expect(await again.json()).toMatchObject({ triesLeft: 8 });
});

/** Starts the next minute for the limit of five tries. */
const startNextMinute = () => stays.database.sql('delete from public.rate_limits');

test('ten wrong answers lock the room’s code for their address, and the response says for how long', async () => {
  const address = '203.0.113.62';
  for (let tries = 0; tries < 10; tries += 1) {
    await startNextMinute();
    await verify('RM-PAM23456', { pin: '000000' }, { address });
  }
  await startNextMinute();
  const locked = await verify('RM-PAM23456', { pin: '428193' }, { address });
  expect(locked.status).toBe(429);
  expect(await locked.json()).toMatchObject({ error: 'rate_limited', locked: true });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  expect((await verify('RM-PAM23456', { pin: '428193' })).status).toBe(200);
});

test.each([
  ['an unknown room', 'RM-ZZZZZZZZ', { lastName: 'a' }, 404, 'room_not_found'],
  ['a malformed code', 'RM-SUNSET20', { lastName: 'a' }, 400, 'invalid_room_code'],
  ['an unknown field', 'RM-SUNSET22', { lastName: 'Johnson', pin: '1' }, 400, 'invalid_request'],
  ['a PIN of two digits', 'RM-PAM23456', { pin: '12' }, 400, 'invalid_request'],
  ['a PIN of seven digits', 'RM-PAM23456', { pin: '4281930' }, 400, 'invalid_request'],
  ['an answer that is not text', 'RM-SUNSET22', { lastName: 7 }, 400, 'invalid_request'],
])('a room’s verification is refused for %s', async (_what, roomCode, body, status, error) => {
  const response = await verify(roomCode, body);
  expect(response.status).toBe(status);
  expect((await response.json()).error).toBe(error);
});

const signBrowse = async (roomCode: string) =>
  (await guestAuth().signRoomBrowseToken({ propertyId: 'p', roomId: 'r', roomCode })).token;

test('an address has five tries a minute in a room, with or without a browse token', async () => {
  const address = '203.0.113.60';
  const token = await signBrowse('RM-SUNSET22');
  await runWithinOneMinute(stays.database, async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await verify('RM-SUNSET22', { lastName: 'Johnson' }, { address })).status).toBe(200);
    }
    for (const options of [{ address }, { address, token }]) {
      expect((await verify('RM-SUNSET22', { lastName: 'Johnson' }, options)).status).toBe(429);
    }
  });
});

test('the misses of another caller behind the same address do not stop a guest who opened the room', async () => {
  const address = '203.0.113.61';
  const token = await signBrowse('RM-SUNSET22');
  await runWithinOneMinute(stays.database, async () => {
    for (const letter of 'ABCDEFGHJKMNPQRSTUVWXYZ2345678') {
      await verify(`RM-ZZZZZZZ${letter}`, { lastName: 'a' }, { address });
    }
    expect((await verify('RM-SUNSET22', { lastName: 'Johnson' }, { address })).status).toBe(429);
    expect((await verify('RM-SUNSET22', { lastName: 'Johnson' }, { address, token })).status).toBe(200);
  });
});
