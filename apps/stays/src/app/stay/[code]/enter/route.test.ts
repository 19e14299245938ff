import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryCookieName, readEntryCookie } from '@/server/session/entry-attempt';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

/** Starts the next minute for the limit of five tries. */
const startNextMinute = () => stays.database.sql('delete from public.rate_limits');

let lastAddress = 0;
async function enter(
  code: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  address = `198.51.100.${++lastAddress}`,
) {
  const response = await stays.call(POST, `/stay/${code}/enter`, {
    params: { code },
    address,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: staysUrl, ...headers },
      body: new URLSearchParams(form).toString(),
    },
  });
  const cookies = response.headers.getSetCookie();
  const attempt = cookies.find((cookie) => cookie.startsWith(`${entryCookieName}=`));
  return {
    status: response.status,
    location: response.headers.get('location'),
    isSignedIn: cookies.some((cookie) => cookie.startsWith('gudbro_guest=ey')),
    attempt: readEntryCookie(attempt?.split(/[=;]/)[1]),
  };
}

test('the right last name signs in and redirects to the booking’s page', async () => {
  expect(await enter('bk-guest2', { lastName: 'johnson' })).toEqual({
    status: 303,
    location: '/stay/BK-GUEST2',
    isSignedIn: true,
    attempt: null,
  });
});

test('a wrong last name redirects back with what was typed and the attempts left, and so does an unknown code', async () => {
  const wrong = await enter('BK-BEACH2', { lastName: 'Nobody' });
  expect(wrong).toEqual({
    status: 303,
    location: '/stay/BK-BEACH2',
    isSignedIn: false,
    attempt: { typed: 'Nobody', error: { error: 'verification_failed', triesLeft: 9 } },
  });
  const unknown = await enter('BK-ZZZZZZ', { lastName: 'Nobody' });
  expect(unknown).toEqual({ ...wrong, location: '/stay/BK-ZZZZZZ' });
});

test('the last attempt at a code, and every one while it is locked, say for how long', async () => {
  const enterFromOneAddress = async (lastName: string) => {
    await startNextMinute();
    return enter('BK-RESRT2', { lastName }, {}, '203.0.113.9');
  };
  let last = await enterFromOneAddress('a');
  for (let tries = 1; tries < 10; tries += 1) {
    last = await enterFromOneAddress('a');
  }
  expect(last.attempt?.error).toMatchObject({
    error: 'verification_failed',
    triesLeft: 0,
    retryAfterSeconds: expect.any(Number),
  });
  const locked = await enterFromOneAddress('Kim');
  expect(locked).toMatchObject({
    isSignedIn: false,
    attempt: { error: { error: 'rate_limited', locked: true } },
  });
  const error = locked.attempt?.error;
  expect(error?.error === 'rate_limited' && error.retryAfterSeconds).toBeGreaterThan(800);
});

test.each([
  ['no name', {}],
  ['a blank name', { lastName: '  ' }],
])('an entry form with %s is not counted as an attempt', async (_what, form: Record<string, string>) => {
  expect((await enter('BK-BED222', form)).attempt).toMatchObject({ error: { error: 'invalid_request' } });
});

test('an entry form for a code of another kind redirects to that code’s page', async () => {
  expect(await enter('RM-SUNSET22', { lastName: 'Johnson' })).toMatchObject({
    status: 303,
    location: '/stay/room/RM-SUNSET22',
    isSignedIn: false,
  });
  expect((await enter('//evil.test', { lastName: 'a' })).location).toBe('/stay/%2F%2Fevil.test');
});

test('an entry form from another site is refused and sets no session', async () => {
  const planted = await enter('BK-GUEST2', { lastName: 'Johnson' }, { origin: 'https://evil.test' });
  expect(planted).toMatchObject({ status: 400, isSignedIn: false });
  const hidden = await enter(
    'BK-GUEST2',
    { lastName: 'Johnson' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  );
  expect(hidden).toMatchObject({ status: 400, isSignedIn: false });
});
