import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

let lastAddress = 0;
/** Each call comes from an address of its own, except in tests of the limits. */
const verify = (body: unknown, address = `198.51.100.${++lastAddress}`) =>
  stays.call(POST, '/api/stay/verify', {
    address,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  });

const setStatus = (code: string, status: string) =>
  stays.database.sql('update public.accom_bookings set status = $2 where booking_code = $1', [code, status]);

test('a booking code with its last name gets a full token for the stay', async () => {
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
  ['case', 'bk-beach2', 'NGUYỄN'],
  ['accents', 'BK-BEACH2', 'nguyen'],
  ['spaces', ' BK BEACH2 ', '  Nguyễn '],
  ['an apostrophe', 'BK-BED222', 'obrien'],
  ['a particle', 'BK-BED333', 'Van Der Berg'],
  ['a missing prefix and a hyphen', 'bed333', 'van-der-berg'],
  ['a pasted address', 'https://stays.example/stay/BK-BED333', 'vanderberg'],
])('verification by booking code ignores %s', async (_what, bookingCode, lastName) => {
  expect((await verify({ bookingCode, lastName })).status).toBe(200);
});

test('an unknown code, a wrong name and an ended stay get the same response', async () => {
  await setStatus('BK-QUTET2', 'checked_out');
  await setStatus('BK-RESRT2', 'cancelled');
  const responses = await Promise.all(
    [
      ['BK-ZZZZZZ', 'Johnson'],
      ['BK-BED222', 'Johnson'],
      ['BK-QUTET2', 'García'],
      ['BK-RESRT2', 'Kim'],
    ].map(async ([bookingCode, lastName]) => {
      const response = await verify({ bookingCode, lastName });
      return {
        status: response.status,
        cookie: response.headers.get('set-cookie'),
        body: await response.json(),
      };
    }),
  );
  expect(responses[0]).toMatchObject({
    status: 401,
    cookie: null,
    body: { error: 'verification_failed', triesLeft: 9 },
  });
  expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1);
});

test('ten wrong names in a row lock a booking code, for the right name too, and lock an unknown code the same way', async () => {
  for (const [bookingCode, lastName] of [
    ['BK-GUEST2', 'Johnson'],
    ['BK-YYYYYY', 'Nobody'],
  ]) {
    let response = new Response();
    for (let tries = 0; tries < 10; tries += 1) {
      response = await verify({ bookingCode, lastName: 'Wrong' });
    }
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'verification_failed', triesLeft: 0 });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
    const locked = await verify({ bookingCode, lastName });
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({ error: 'rate_limited', locked: true });
  }
});

test('one address may try one booking code five times a minute', async () => {
  const address = '203.0.113.50';
  const statuses: number[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    statuses.push((await verify({ bookingCode: 'BK-XXXXXX', lastName: 'a' }, address)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

test.each([
  ['a room code', { bookingCode: 'RM-SUNSET22', lastName: 'Johnson' }],
  ['a code with a look-alike character', { bookingCode: 'BK-GUEST0', lastName: 'Johnson' }],
  ['no name', { bookingCode: 'BK-GUEST2' }],
  ['a blank name', { bookingCode: 'BK-GUEST2', lastName: '   ' }],
  ['a name that is not text', { bookingCode: 'BK-GUEST2', lastName: ['Johnson'] }],
  ['a name that is too long', { bookingCode: 'BK-GUEST2', lastName: 'x'.repeat(201) }],
  ['an unknown field', { bookingCode: 'BK-GUEST2', lastName: 'Johnson', tier: 'full' }],
  ['no body', null],
])('verification by booking code refuses %s as an invalid request', async (_what, body) => {
  const response = await verify(body);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test('verification from another site is refused and sets no session', async () => {
  const response = await stays.call(POST, '/api/stay/verify', {
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.test' },
      body: JSON.stringify({ bookingCode: 'BK-BEACH2', lastName: 'Nguyen' }),
    },
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('set-cookie')).toBeNull();
});
