import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionHandlers } from '@/app/api/session';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { verifyBooking } = sessionHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

let lastAddress = 0;
/** Each call comes from an address of its own, unless the limits are what is asked. */
const verify = (body: unknown, address = `198.51.100.${++lastAddress}`) =>
  stays.call(verifyBooking, '/api/stay/verify', {
    address,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  });

test('code and last name open the stay in the full tier', async () => {
  const response = await verify({ bookingCode: 'BK-GUEST2', lastName: 'Johnson' });
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({
    accessTier: 'full',
    booking: { code: 'BK-GUEST2', guestFirstName: 'Sarah', nights: 4, guestCount: 2 },
    room: { code: 'RM-SUNSET22', number: '203' },
    property: { name: 'Sunset Hotel' },
  });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toContain(body.token);
  expect(cookie).toContain('HttpOnly');
  expect(JSON.stringify(body)).not.toContain('sarah@example.com');
});

test.each([
  ['spaces and small letters', ' bk beach2 ', '  Nguyễn '],
  ['a missing prefix and a hyphen', 'bed333', 'van-der-berg'],
  ['a pasted address', 'https://stays.example/stay/BK-BED333', 'vanderberg'],
])('the stay opens although the code is written with %s', async (_what, bookingCode, lastName) => {
  expect((await verify({ bookingCode, lastName })).status).toBe(200);
});

test('ten wrong names in a row lock the code for their address, for the right name too, and an unknown code alike', async () => {
  for (const [index, [bookingCode, lastName]] of [
    ['BK-GUEST2', 'Johnson'],
    ['BK-YYYYYY', 'Nobody'],
  ].entries()) {
    const address = `203.0.113.8${index}`;
    let response = new Response();
    for (let tries = 0; tries < 10; tries += 1) {
      await stays.database.sql('delete from public.rate_limits');
      response = await verify({ bookingCode, lastName: 'Wrong' }, address);
    }
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'verification_failed', triesLeft: 0 });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
    await stays.database.sql('delete from public.rate_limits');
    const locked = await verify({ bookingCode, lastName }, address);
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({ error: 'rate_limited', locked: true });
  }
  expect((await verify({ bookingCode: 'BK-GUEST2', lastName: 'Johnson' })).status).toBe(200);
});

test('one address tries one code five times a minute', async () => {
  let lastPart = 50;
  await runWithinOneMinute(stays.database, async () => {
    // Another one for each run: ten wrong answers lock an address out for longer than a minute.
    const address = `203.0.113.${lastPart}`;
    lastPart += 1;
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      statuses.push((await verify({ bookingCode: 'BK-XXXXXX', lastName: 'a' }, address)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

test.each([
  ['a room code', { bookingCode: 'RM-SUNSET22', lastName: 'Johnson' }],
  ['a code with a look-alike', { bookingCode: 'BK-GUEST0', lastName: 'Johnson' }],
  ['no name', { bookingCode: 'BK-GUEST2' }],
  ['a blank name', { bookingCode: 'BK-GUEST2', lastName: '   ' }],
  ['a name that is no text', { bookingCode: 'BK-GUEST2', lastName: ['Johnson'] }],
  ['an endless name', { bookingCode: 'BK-GUEST2', lastName: 'x'.repeat(201) }],
  ['a field nobody asked for', { bookingCode: 'BK-GUEST2', lastName: 'Johnson', tier: 'full' }],
  ['nothing', null],
])('a request with %s is refused before it counts as a try', async (_what, body) => {
  const response = await verify(body);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test('a foreign page cannot plant a session', async () => {
  const response = await stays.call(verifyBooking, '/api/stay/verify', {
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.test' },
      body: JSON.stringify({ bookingCode: 'BK-BEACH2', lastName: 'Nguyen' }),
    },
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('set-cookie')).toBeNull();
});
