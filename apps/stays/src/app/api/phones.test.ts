import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionHandlers } from '@/app/api/session';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { newAddress, sendRequest } from '@/testing/send-request';
import { type FaultyProxy, startFaultyProxy } from '@/testing/start-faulty-proxy';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';

const { readSession, signOut: signOutSession, verifyBooking, signOutPhone, listPhones } = sessionHandlers;

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Safari/604.1';
const android = 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';

let stays: TestStays;
let line: FaultyProxy;
beforeAll(async () => {
  stays = await startTestStays({}, async (url) => {
    line = await startFaultyProxy(url);
    return line.url;
  });
});
afterAll(async () => {
  await stays.close();
  await line.close();
});

type Browser = { cookie: string; phoneCookie: string };
type ListedPhone = { id: string; label: string; isThisPhone: boolean; firstSeenAt: string };

const origin = { origin: staysUrl };

/** A new browser that proves the stay by its booking link. */
async function prove({ bookingCode }: Guest, userAgent: string): Promise<Browser> {
  const body = { bookingCode, lastName: 'Silva' };
  const response = await sendRequest(stays, verifyBooking, { body, headers: { 'user-agent': userAgent } });
  expect(response.status).toBe(200);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  const find = (name: string) => cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
  return { cookie: find('gudbro_guest'), phoneCookie: find('gudbro_phone') };
}

async function list({ bookingCode: code }: Guest, { cookie }: Browser): Promise<ListedPhone[]> {
  const response = await sendRequest(stays, listPhones, { params: { code }, headers: { cookie } });
  expect(response.status).toBe(200);
  return (await response.json()).phones;
}

const signOut = ({ bookingCode: code }: Guest, { cookie }: Browser, id = '') =>
  sendRequest(stays, signOutPhone, { params: { code, id }, headers: { ...origin, cookie } });

const sessionStatus = async ({ cookie }: Browser) =>
  (await sendRequest(stays, readSession, { headers: { cookie } })).status;

let guest: Guest;
let own: Browser;
let other: Browser;
beforeEach(async () => {
  guest = await makeGuest(stays);
  await stays.database.sql('delete from public.stay_phones where id = $1', [guest.phoneId]);
  own = await prove(guest, iPhone);
  other = await prove(guest, android);
});

test('a guest sees the phones on the stay, their own first, by device and browser', async () => {
  const phones = await list(guest, own);
  expect(phones.map(({ label, isThisPhone }) => [label, isThisPhone])).toEqual([
    ['iPhone, Safari', true],
    ['Android, Chrome', false],
  ]);
  const seconds = (Date.now() - Date.parse(phones[0]?.firstSeenAt ?? '')) / 1000;
  expect(Math.abs(seconds)).toBeLessThan(600);
  expect(JSON.stringify(phones)).not.toContain(own.phoneCookie.split('=')[1]);
});

test('a guest signs another phone out: it has no session any more, and the guest keeps theirs', async () => {
  const [, theirs] = await list(guest, own);
  const response = await signOut(guest, own, theirs?.id);
  expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null]);
  expect(await sessionStatus(other)).toBe(401);
  expect(await sessionStatus(own)).toBe(200);
  expect(await list(guest, own)).toHaveLength(1);
  expect((await signOut(guest, own, theirs?.id)).status).toBe(404);
});

test('to sign out the phone of the request is to sign out: its cookies are cleared', async () => {
  const [mine] = await list(guest, own);
  const response = await signOut(guest, own, mine?.id);
  const cleared = response.headers.getSetCookie().filter((cookie) => cookie.includes('Max-Age=0'));
  expect(cleared.map((cookie) => cookie.split('=', 1)[0])).toEqual([
    'gudbro_guest',
    'gudbro_had_stay',
    'gudbro_phone',
    'gudbro_desk',
  ]);
  expect(await sessionStatus(own)).toBe(401);
});

test('a browser that proves the stay again by its cookie stays one phone', async () => {
  const again = await sendRequest(stays, verifyBooking, {
    body: { bookingCode: guest.bookingCode, lastName: 'Silva' },
    headers: { ...origin, cookie: own.phoneCookie, 'user-agent': iPhone },
  });
  expect(again.headers.getSetCookie().join()).toContain(own.phoneCookie);
  expect(await list(guest, own)).toHaveLength(2);
});

test('a known phone gets in while a stranger behind its address and fifty wrong answers have locked all others out', async () => {
  const address = newAddress();
  for (let tries = 0; tries < 60; tries += 1) {
    await stays.database.sql('delete from public.rate_limits');
    const body = { bookingCode: guest.bookingCode, lastName: 'Wrong' };
    await sendRequest(stays, verifyBooking, { body, address: tries < 10 ? address : newAddress() });
  }
  const send = (headers: Record<string, string>) =>
    sendRequest(stays, verifyBooking, {
      body: { bookingCode: guest.bookingCode, lastName: 'Silva' },
      address,
      headers,
    });
  expect((await send({})).status).toBe(429);
  expect((await send({ ...origin, cookie: `gudbro_phone=${'a'.repeat(43)}` })).status).toBe(429);
  expect((await send({ ...origin, cookie: own.phoneCookie })).status).toBe(200);
});

describe('signing out', () => {
  const leave = ({ cookie }: Browser) =>
    sendRequest(stays, signOutSession, { headers: { ...origin, cookie } });

  test('takes the phone off the stay, so that a copy of its cookie opens nothing', async () => {
    expect((await leave(own)).status).toBe(200);
    expect(await sessionStatus(own)).toBe(401);
    expect((await list(guest, other)).map(({ label }) => label)).toEqual(['Android, Chrome']);
    expect((await leave(own)).status).toBe(200);
  });

  test('clears the cookies even while the database cannot be reached', async () => {
    const response = await line.during('unreachable', () => leave(own));
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().filter((cookie) => cookie.includes('Max-Age=0'))).toHaveLength(4);
  });
});
