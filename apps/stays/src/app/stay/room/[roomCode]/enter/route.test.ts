import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryCookieName, readEntryAttempt } from '@/server/session/entry-attempt';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
  await stays.database.sql(
    `update public.accom_properties set access_settings = access_settings || '{"browse_requires_verification": true}'
     where slug = 'palm-resort'`,
  );
});
afterAll(() => stays.close());

/** Starts the next minute for the limit of five tries. */
const startNextMinute = () => stays.database.sql('delete from public.rate_limits');

let lastAddress = 0;
async function enter(
  roomCode: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  address = `198.51.100.${++lastAddress}`,
) {
  const response = await stays.call(POST, `/stay/room/${encodeURIComponent(roomCode)}/enter`, {
    params: { roomCode },
    address,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: staysUrl, ...headers },
      body: new URLSearchParams(form).toString(),
    },
  });
  const cookies = response.headers.getSetCookie();
  const attemptCookie = cookies.find((cookie) => cookie.startsWith(`${entryCookieName}=`)) ?? '';
  return {
    status: response.status,
    location: response.headers.get('location'),
    isSignedIn: cookies.some((cookie) => cookie.startsWith('gudbro_guest=ey')),
    attempt: readEntryAttempt({
      headers: new Headers({ cookie: `a=b; ${attemptCookie.split(';')[0]}; c=d` }),
    }),
    cookies,
  };
}

const signedIn = { status: 303, isSignedIn: true, attempt: null };

test.each([
  ['the last name', 'rm-hush2345', { lastName: ' garcia ' }, '/stay/room/RM-HUSH2345'],
  ['the PIN, in groups', 'RM-PAM23456', { pin: '428 193' }, '/stay/room/RM-PAM23456'],
])(
  'a form with %s signs in to a room that is hidden from browsing',
  async (_what, roomCode, form, location) => {
    expect(await enter(roomCode, form)).toMatchObject({ ...signedIn, location });
  },
);

test('a wrong last name redirects back to the room with the attempts left, in a cookie for the rooms’ pages only', async () => {
  const { cookies, ...wrong } = await enter('RM-HUSH2345', { lastName: 'Nobody' });
  expect(wrong).toEqual({
    status: 303,
    location: '/stay/room/RM-HUSH2345',
    isSignedIn: false,
    attempt: { typed: 'Nobody', error: { error: 'verification_failed', triesLeft: 9 } },
  });
  expect(cookies.join()).toContain('; Max-Age=120; Path=/stay/room; HttpOnly; SameSite=Lax');
});

test('a PIN that was typed is in no cookie', async () => {
  const { attempt, cookies } = await enter('RM-PAM23456', { pin: '428194' });
  expect(attempt).toMatchObject({ typed: '', error: { error: 'verification_failed' } });
  expect(cookies.map((cookie) => Buffer.from(cookie, 'base64url').toString()).join()).not.toContain('428194');
});

test('after ten wrong answers, the room’s form says for how long it is locked', async () => {
  const enterFromOneAddress = async () => {
    await startNextMinute();
    return enter('RM-PAMEMPTY', { pin: '000000' }, {}, '203.0.113.9');
  };
  for (let tries = 0; tries < 10; tries += 1) {
    await enterFromOneAddress();
  }
  expect(await enterFromOneAddress()).toMatchObject({
    isSignedIn: false,
    attempt: { error: { error: 'rate_limited', locked: true, retryAfterSeconds: expect.any(Number) } },
  });
});

test.each([[{}], [{ lastName: '  ' }], [{ pin: '' }], [{ pin: '12' }], [{ pin: '4281930' }]])(
  'a room’s form with %j comes back as incomplete',
  async (form) => {
    expect(await enter('RM-HUSH2345', form)).toMatchObject({
      isSignedIn: false,
      attempt: { error: { error: 'invalid_request' } },
    });
  },
);

test.each([
  ['an answer to another question', 'RM-HUSH2345', { pin: '123456' }],
  ['an unknown room', 'RM-ZZZZZZZZ', { lastName: 'García' }],
])(
  'a form with %s redirects to the room’s page without an error of its own',
  async (_what, roomCode, form) => {
    expect(await enter(roomCode, form)).toMatchObject({
      status: 303,
      location: `/stay/room/${roomCode}`,
      isSignedIn: false,
      attempt: null,
    });
  },
);

test('a room’s form from another site is refused', async () => {
  const foreign = await enter('RM-HUSH2345', { lastName: 'García' }, { origin: 'https://evil.test' });
  expect(foreign).toMatchObject({ status: 400, isSignedIn: false });
});
