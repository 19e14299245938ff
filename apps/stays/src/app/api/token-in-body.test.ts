import type { RouteHandler } from '@gudbro/api-kit/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { sendRequest, type TestRequest } from '@/testing/send-request';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';

const { openGuestSession: openSession, verifyBooking } = sessionHandlers;
const { scanRoom: scan, verifyRoom } = roomHandlers;

let stays: TestStays;
let guest: Guest;
beforeAll(async () => {
  stays = await startTestStays();
  guest = await makeGuest(stays);
});
afterAll(() => stays.close());

const answer = { lastName: 'Silva' };

/** Every request whose response issues a token. */
const issuing: [what: string, handler: RouteHandler, request: () => TestRequest][] = [
  ['a scan', scan, () => ({ params: { roomCode: guest.roomCode } })],
  ['an answer in the room', verifyRoom, () => ({ params: { roomCode: guest.roomCode }, body: answer })],
  [
    'a booking code with a name',
    verifyBooking,
    () => ({ body: { bookingCode: guest.bookingCode, ...answer } }),
  ],
  ['an access code', openSession, () => ({ body: { accessCode: 'WAKE-UP23' } })],
];

describe.each(issuing)('%s', (_what, handler, request) => {
  const sendWith = (headers: Record<string, string>) =>
    sendRequest(stays, handler, { ...request(), headers });
  const tokenOf = (response: Response) =>
    /gudbro_guest=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];

  test.each([
    ['the origin of our page', { origin: staysUrl }],
    ['no origin, from a form of ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['any cookie', { cookie: 'locale=de' }],
    ['the site it came from', { 'sec-fetch-site': 'same-origin' }],
    ['no site, as a typed address', { 'sec-fetch-site': 'none' }],
    ['what it is for', { 'sec-fetch-dest': 'empty' }],
    ['the page it came from', { referer: `${staysUrl}/stay/room/RM-SUNSET22` }],
  ])('a browser that sends %s gets its token as a cookie and not in the body', async (_case, headers) => {
    const response = await sendWith(headers);
    expect(response.status).toBe(200);
    const token = tokenOf(response);
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const text = await response.text();
    expect(JSON.parse(text)).not.toHaveProperty('token');
    expect(text).not.toContain(token?.split('.')[2]);
    expect(response.headers.get('set-cookie')).toContain('HttpOnly');
  });

  test.each([
    ['nothing of a browser', {}],
    ['what Node’s fetch sends', { 'sec-fetch-mode': 'cors', 'accept-language': '*', 'user-agent': 'node' }],
  ])('a client of the API that sends %s gets its token in the body', async (_case, headers) => {
    const response = await sendWith(headers);
    const { token } = await response.json();
    expect(token).toBe(tokenOf(response));
  });
});

test('a verified guest who scans their room again gets the new token in the body only as a client of the API', async () => {
  const request = { params: { roomCode: guest.roomCode } };
  const byToken = await (await sendRequest(stays, scan, { ...request, token: guest.full })).json();
  expect(byToken).toMatchObject({ token: expect.any(String), booking: { code: guest.bookingCode } });
  const headers = { cookie: `gudbro_guest=${guest.full}` };
  const byCookie = await (await sendRequest(stays, scan, { ...request, headers })).json();
  expect(byCookie).toMatchObject({ booking: { code: guest.bookingCode } });
  expect(byCookie).not.toHaveProperty('token');
});
