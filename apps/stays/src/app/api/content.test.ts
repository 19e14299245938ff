import type { RouteHandler } from '@gudbro/api-kit/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHandlers } from '@/app/api/content';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { openGuestSession: openSession, verifyBooking: verify } = sessionHandlers;
const { scanRoom: scan } = roomHandlers;
const {
  listDeals: readDeals,
  readStayProperty: readProperty,
  readCatalogue: readServices,
  listUsefulNumbers: readNumbers,
} = contentHandlers;

let stays: TestStays;
const tokens = { browse: '', booking: '', session: '', other: '' };

const post = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const tokenOf = async (response: Promise<Response>): Promise<string> => (await (await response).json()).token;

beforeAll(async () => {
  stays = await startTestStays();
  const room = (roomCode: string) =>
    tokenOf(stays.call(scan, `/api/stay/room/${roomCode}`, { params: { roomCode } }));
  tokens.browse = await room('RM-SUNSET22');
  tokens.other = await room('RM-BEACH234');
  const booking = post({ bookingCode: 'BK-GUEST2', lastName: 'Johnson' });
  tokens.booking = await tokenOf(stays.call(verify, '/api/stay/verify', { init: booking }));
  const session = post({ accessCode: 'WAKE-UP23' });
  tokens.session = await tokenOf(stays.call(openSession, '/api/guest-sessions/open', { init: session }));
});
afterAll(() => stays.close());

const routes: [string, RouteHandler][] = [
  ['property', readProperty],
  ['services', readServices],
  ['deals', readDeals],
  ['useful-numbers', readNumbers],
];

function read(name: string, handler: RouteHandler, code: string, token?: string, language = 'en') {
  const headers = { 'accept-language': language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  return stays.call(handler, `/api/stay/${code}/${name}`, { params: { code }, init: { headers } });
}

describe.each(routes)('GET %s', (name, handler) => {
  test.each([
    ['a browse token of the room', 'RM-SUNSET22', 'browse'],
    ['a booking’s token, by the booking’s code', 'BK-GUEST2', 'booking'],
    ['a booking’s token, by the room’s code', 'RM-SUNSET22', 'booking'],
    ['a session’s token, by its code', 'WAKE-UP23', 'session'],
    ['a session’s token, by the room’s code', 'RM-EMPTY234', 'session'],
  ] as const)('the content is readable with %s', async (_who, code, kind) => {
    expect((await read(name, handler, code, tokens[kind])).status).toBe(200);
  });

  test.each([
    ['another room’s token', 'RM-SUNSET22', 'other'],
    ['a browse token under a booking’s code', 'BK-GUEST2', 'browse'],
    ['a booking’s token under another booking’s code', 'BK-BEACH2', 'booking'],
    ['a booking’s token under a booking code that does not exist', 'BK-ZZZZZZ', 'booking'],
    ['a session’s token under another room’s code', 'RM-SUNSET22', 'session'],
  ] as const)('the content is refused with %s', async (_who, code, kind) => {
    const response = await read(name, handler, code, tokens[kind]);
    expect(response.status).toBe(403);
    expect((await response.json()).error).toBe('wrong_stay');
  });

  test('the content is refused without a token, and under a malformed code', async () => {
    expect((await read(name, handler, 'RM-SUNSET22')).status).toBe(401);
    expect((await read(name, handler, 'RM-SUNSET0', tokens.browse)).status).toBe(400);
  });
});

test('the content for a browse token has the documented form and nothing about a guest', async () => {
  const body = async (name: string, handler: RouteHandler) =>
    (await read(name, handler, 'RM-SUNSET22', tokens.browse)).json();
  const [property, services, deals, numbers] = await Promise.all(
    routes.map(([name, handler]) => body(name, handler)),
  );
  expect(JSON.stringify(property)).toContain('Sunset Hotel');
  expect(services).toMatchObject({ currency: 'VND', categories: expect.any(Array) });
  expect(services.categories[0].items[0]).toMatchObject({
    id: expect.any(String),
    name: expect.any(String),
    priceMinor: expect.any(Number),
    soldOut: expect.any(Boolean),
    soldOutUntil: null,
    availableNow: expect.any(Boolean),
    maxQuantity: expect.any(Number),
  });
  expect(deals.deals.length).toBeGreaterThan(0);
  expect(numbers.numbers[0]).toEqual({
    category: expect.any(String),
    label: expect.any(String),
    phone: expect.any(String),
  });
  const all = JSON.stringify([property, services, deals, numbers]);
  for (const personal of ['Sarah', 'Johnson', 'BK-GUEST2', 'lantern-tide-42']) {
    expect(all).not.toContain(personal);
  }
});

test('the catalogue is in the requested language if it was translated', async () => {
  const names = async (language: string) =>
    JSON.stringify(
      await (await read('services', readServices, 'RM-SUNSET22', tokens.browse, language)).json(),
    );
  expect(await names('vi')).not.toBe(await names('en'));
});

test('a browse token is refused after the property hides its rooms from browsing', async () => {
  const hide = (isHidden: boolean) =>
    stays.database.sql(
      `update public.accom_properties
        set access_settings = access_settings || jsonb_build_object('browse_requires_verification', $1::boolean)
        where slug = 'sunset-hotel'`,
      [isHidden],
    );
  await hide(true);
  const response = await read('deals', readDeals, 'RM-SUNSET22', tokens.browse);
  await hide(false);
  expect(response.status).toBe(403);
  expect((await response.json()).error).toBe('verification_required');
});

test('the token of a cancelled booking is expired', async () => {
  const set = (status: string) =>
    stays.database.sql("update public.accom_bookings set status = $1 where booking_code = 'BK-GUEST2'", [
      status,
    ]);
  await set('cancelled');
  const response = await read('services', readServices, 'BK-GUEST2', tokens.booking);
  expect(response.status).toBe(401);
  expect((await response.json()).error).toBe('session_expired');
});
