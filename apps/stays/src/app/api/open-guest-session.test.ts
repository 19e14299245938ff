import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionHandlers } from '@/app/api/session';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { openGuestSession } = sessionHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const open = (body: unknown, address = '203.0.113.1') =>
  stays.call(openGuestSession, '/api/guest-sessions/open', {
    address,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

test.each([
  'WAKE-UP23',
  'wakeup23',
  'https://stays.example/session/WAKE-UP23',
  '{"access_code":"WAKE-UP23"}',
])('the access code, given as %s, opens its room until the session ends', async (accessCode) => {
  const response = await open({ accessCode }, `198.51.100.${accessCode.length}`);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body).toMatchObject({ accessTier: 'full', booking: null, room: { number: '204' } });
  expect(response.headers.get('set-cookie')).toContain(body.token);
  const [row] = await stays.database.sql<{ ends: Date | string }>(
    "select expires_at as ends from public.guest_sessions where access_code = 'WAKE-UP23'",
  );
  const distance = Date.parse(body.expiresAt) - new Date(row?.ends ?? 0).getTime();
  expect(Math.abs(distance)).toBeLessThan(1000);
});

test.each([
  ['a booking code', { accessCode: 'BK-GUEST2' }],
  ['a look-alike', { accessCode: 'WAKE-UP20' }],
  ['no code', {}],
  ['a field nobody asked for', { accessCode: 'WAKE-UP23', roomId: 'x' }],
])('a request with %s for an access code is refused', async (_what, body) => {
  const response = await open(body);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

test('an address that guesses access codes is stopped, for a code that exists as well', async () => {
  const address = '203.0.113.70';
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ2345678';
  await runWithinOneMinute(stays.database, async () => {
    for (const letter of letters) {
      await open({ accessCode: `ZZZZ-ZZZ${letter}` }, address);
    }
    const known = await open({ accessCode: 'WAKE-UP23' }, address);
    expect(known.status).toBe(429);
    expect(Number(known.headers.get('retry-after'))).toBeGreaterThan(0);
  });
  expect((await open({ accessCode: 'WAKE-UP23' }, '203.0.113.71')).status).toBe(200);
});
