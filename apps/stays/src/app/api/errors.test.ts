import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ErrorCode, terminalLog } from '@gudbro/api-kit';
import { createAppServer } from '@gudbro/api-kit/create-app-server';
import type { RouteHandler } from '@gudbro/api-kit/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiHandlers } from '@/app/api/handlers';
import { front } from '@/app/front';
import {
  type ApiDescription,
  readDocumentedErrors,
  readDocumentedSuccess,
} from '@/testing/documented-errors';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { namedHandlers } from '@/testing/named-handlers';
import { formatTestRequest, sendRequest, type TestRequest } from '@/testing/send-request';
import { type FaultyProxy, startFaultyProxy } from '@/testing/start-faulty-proxy';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { validRequests } from '@/testing/valid-requests';

// Every error that the OpenAPI document names is provoked here, through the real wrapper and on a real database. That no
// response is an error that it does not name is checked whenever a test of this app calls a route.

const handlers = new Map<string, RouteHandler>(namedHandlers);

let stays: TestStays;
let line: FaultyProxy;
let description: ApiDescription;
let documented: string[];
const reached = new Set<string>();

beforeAll(async () => {
  stays = await startTestStays({}, async (url) => {
    line = await startFaultyProxy(url);
    return line.url;
  });
  description = await (await stays.call(apiHandlers.readOpenApi, '/api/openapi.json')).json();
  documented = readDocumentedErrors(description);
});
afterAll(async () => {
  await stays.close();
  await line.close();
});

/** What a provocation of an error starts from: a guest of its own and a request that would succeed. */
type Scenario = {
  name: string;
  guest: Guest;
  good: TestRequest;
  send: (ask: TestRequest) => Promise<Response>;
};
/** Makes the route respond with a certain error. */
type Provoke = (scenario: Scenario) => Promise<Response>;

const setBooking = ({ bookingId }: Guest, status: string) =>
  stays.database.sql('update public.accom_bookings set status = $2::public.booking_status where id = $1', [
    bookingId,
    status,
  ]);

const changed =
  (change: (scenario: Scenario) => TestRequest): Provoke =>
  (scenario) =>
    scenario.send({ ...scenario.good, ...change(scenario) });
const withBody = (body: unknown): Provoke => changed(() => ({ body }));
const inStatus =
  (status: string): Provoke =>
  async ({ guest, good, send }) => {
    await setBooking(guest, status);
    return send(good);
  };

const beforeItsFirstDay: Provoke = async ({ guest, good, send }) => {
  await stays.database.sql(
    `update public.accom_bookings set status = 'confirmed', check_in_date = current_date + 5, check_out_date = current_date + 7
     where id = $1`,
    [guest.bookingId],
  );
  return send(good);
};

/** Our server, for a caller who has no request left. */
const overTheLimit: Provoke = async ({ name, good }) => {
  const handler = findHandler(name);
  const server = createAppServer({
    front,
    handle: () => Promise.reject(new Error('The limit comes before everything else.')),
    security: { isHttps: false, noIndex: true, referrerPolicy: 'no-referrer', isDevelopment: false },
    log: terminalLog,
    takeHit: () => 40,
    cachesPages: false,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // the address of a server on a port has this form
  const { path, init } = formatTestRequest(handler, good);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  server.close();
  return response;
};

const withReplacedCode: Provoke = async ({ good, send }) => {
  await stays.database.sql(
    `insert into public.retired_room_codes (room_code, property_id)
     select 'RM-GGGGGGGG', id from public.accom_properties limit 1 on conflict do nothing`,
  );
  return send({ ...good, params: { roomCode: 'RM-GGGGGGGG' } });
};

const whereBrowsingIsHidden: Provoke = async ({ good, send }) => {
  const set = (isHidden: boolean) =>
    stays.database.sql(
      `update public.accom_properties set access_settings = access_settings || jsonb_build_object('browse_requires_verification', $1::boolean)
       where slug = 'sunset-hotel'`,
      [isHidden],
    );
  await set(true);
  try {
    return await send(good);
  } finally {
    await set(false);
  }
};

const sameKeyOtherBody =
  (body: (good: TestRequest) => unknown): Provoke =>
  async ({ good, send }) => {
    expect((await send(good)).status).toBe(201);
    return send({ ...good, body: body(good) });
  };

/** Errors of many routes: the error, the routes it applies to, and how to provoke it. */
const common: [ErrorCode, (name: string) => boolean, Provoke][] = [
  ['rate_limited', () => true, overTheLimit],
  ['unavailable', () => true, ({ good, send }) => line.during('unreachable', () => send(good))],
  ['internal', () => true, ({ good, send }) => line.during('invalid', () => send(good))],
  ['session_expired', () => true, ({ good: { token: _token, ...withoutToken }, send }) => send(withoutToken)],
  ['wrong_stay', () => true, changed(({ good }) => ({ params: { ...good.params, code: 'RM-BEACH234' } }))],
  ['too_large', () => true, withBody({ text: 'x'.repeat(65_536) })],
  [
    'unsupported_file',
    () => true,
    changed(({ good }) => ({ headers: { ...good.headers, 'content-type': 'text/plain' } })),
  ],
  [
    'invalid_request',
    (name) => !name.startsWith('GET'),
    changed(({ good }) => ({ headers: { ...good.headers, origin: 'https://evil.test' } })),
  ],
  ['invalid_code', () => true, changed(() => ({ params: { code: 'hello!' } }))],
  ['invalid_room_code', () => true, changed(() => ({ params: { roomCode: 'hello!' } }))],
  ['stay_ended', () => true, inStatus('checked_out')],
  ['stay_not_begun', () => true, beforeItsFirstDay],
  [
    'not_found',
    (name) => name.includes('[id]'),
    changed(({ good }) => ({ params: { ...good.params, id: crypto.randomUUID() } })),
  ],
  ['not_found', (name) => name.includes('[slug]'), changed(() => ({ params: { slug: 'no-such-property' } }))],
  ['room_not_found', () => true, changed(() => ({ params: { roomCode: 'RM-ZZZZZZZZ' } }))],
  ['room_code_replaced', () => true, withReplacedCode],
  ['illegal_step', (name) => name.startsWith('POST'), inStatus('pending')],
  [
    'verification_required',
    (name) => /orders|incidents|phones|documents|visa/.test(name),
    changed(({ guest }) => ({ token: guest.browse })),
  ],
  [
    'verification_required',
    (name) => /property|services|deals|numbers|GET .*roomCode/.test(name),
    whereBrowsingIsHidden,
  ],
];

/** Errors that need their own provocation for one route. */
const special: Record<string, Provoke> = {
  'GET /api/properties/[slug]/availability invalid_request': changed(() => ({
    query: { checkIn: '2026-02-31', checkOut: '2026-03-02' },
  })),
  'POST /api/properties/[slug]/bookings conflict': async ({ good, send }) => {
    expect((await send(good)).status).toBe(201);
    return send({ ...good, headers: {} });
  },
  'POST /api/stay/[code]/orders item_unavailable': withBody({
    items: [{ itemId: crypto.randomUUID(), quantity: 1 }],
  }),
  'POST /api/stay/[code]/orders conflict': sameKeyOtherBody(({ body }) => ({
    ...(body as object),
    notes: 'Cold',
  })),
  'POST /api/stay/[code]/incidents conflict': sameKeyOtherBody(() => ({
    title: 'Loud pipe',
    priority: 'low',
  })),
  'POST /api/stay/[code]/incidents/[id]/replies conflict': sameKeyOtherBody(() => ({ message: 'Warm now.' })),
  'DELETE /api/stay/[code]/orders/[id] illegal_step': async ({ good, send }) => {
    await stays.database.sql("update public.accom_service_orders set status = 'confirmed' where id = $1", [
      good.params?.['id'],
    ]);
    return send(good);
  },
  'POST /api/stay/[code]/documents conflict': sameKeyOtherBody(({ body }) => ({
    ...(body as object),
    documentType: 'visa',
  })),
  'DELETE /api/stay/[code]/documents/[id] illegal_step': async ({ good, send }) => {
    await stays.database.sql(
      `update public.accom_guest_documents set status = 'verified', reviewed_at = now() where id = $1`,
      [good.params?.['id']],
    );
    return send(good);
  },
  'DELETE /api/stay/[code]/documents/[id] conflict': async ({ good, send }) => {
    await stays.database.sql(
      `update public.accom_guest_documents set hold_reason = 'Asked for by the police' where id = $1`,
      [good.params?.['id']],
    );
    return send(good);
  },
  'POST /api/stay/room/[roomCode]/verify verification_failed': withBody({ lastName: 'Nobody' }),
  'POST /api/stay/room/[roomCode]/verify verification_required': withBody({ pin: '428193' }),
  'POST /api/stay/verify verification_failed': withBody({ bookingCode: 'BK-ZZZZZZ', lastName: 'Silva' }),
  'POST /api/guest-sessions/open verification_failed': withBody({ accessCode: 'ZZZZ-ZZZZ' }),
};

function findProvocation(name: string, code: string): Provoke | undefined {
  const shared = common.find(([error, applies]) => error === code && applies(name));
  return special[`${name} ${code}`] ?? shared?.[2];
}

function findHandler(name: string): RouteHandler {
  const handler = handlers.get(name);
  if (handler === undefined) {
    throw new Error(`The API has no ${name}.`);
  }
  return handler;
}

async function startScenario(name: string): Promise<Scenario> {
  const handler = findHandler(name);
  const makeRequest = validRequests[name];
  if (makeRequest === undefined) {
    throw new Error(`${name} has no entry in valid-requests.ts`);
  }
  const guest = await makeGuest(stays);
  return {
    name,
    guest,
    good: await makeRequest(stays, guest),
    send: (ask) => sendRequest(stays, handler, ask),
  };
}

describe.each([...handlers.keys()])('%s', (name) => {
  test('the route responds to a valid request with a documented success', async () => {
    const { good, send } = await startScenario(name);
    const response = await send(good);
    expect(readDocumentedSuccess(description, name), await response.text()).toContain(response.status);
  });

  test('the route responds with each of its documented errors when it is provoked', async () => {
    const errors = documented
      .filter((entry) => entry.startsWith(`${name} `))
      .map((entry) => entry.slice(name.length + 1));
    for (const error of errors) {
      const [status = '', code = ''] = error.split(' ');
      const provoke = findProvocation(name, code);
      expect(provoke, `a way to make ${name} respond with ${code}`).toBeDefined();
      const response = await provoke?.(await startScenario(name));
      const body = await response?.json();
      // Our server refuses before any test has given the request an id.
      const requestId = code === 'rate_limited' ? response?.headers.get('x-request-id') : 'test-request';
      expect(body).toMatchObject({ error: code, message: expect.any(String), requestId });
      expect(response?.status).toBe(Number(status));
      expect(response?.headers.get('retry-after') !== null).toBe(
        ['rate_limited', 'unavailable'].includes(code),
      );
      expect('method' in body).toBe(code === 'verification_required');
      expect('beginsOn' in body).toBe(code === 'stay_not_begun');
      reached.add(`${name} ${status} ${code}`);
    }
  });
});

test('every documented error of the API was provoked by a test above', () => {
  expect(documented.filter((entry) => !reached.has(entry))).toEqual([]);
  expect(documented.length).toBeGreaterThan(130);
});

test('a guest function without its grant is our fault: 500 internal', async () => {
  const call = 'execute on function public.get_property_page(text, text, text)';
  await stays.database.sql(`revoke ${call} from guest_api`);
  const { good, send } = await startScenario('GET /api/properties/[slug]');
  const response = await send(good);
  await stays.database.sql(`grant ${call} to guest_api`);
  expect([response.status, (await response.json()).error]).toEqual([500, 'internal']);
});
