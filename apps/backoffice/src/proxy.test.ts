import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runWithRequest } from '@gudbro/api-kit';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { proxy as runProxy } from './proxy.ts';
import { accountCookieName } from './server/account-client.ts';
import { sessionUnavailableHeader } from './server/session-unavailable.ts';

// Supabase Auth, as far as it is needed here: it refuses each renewal with this status, or closes the connection.
let status: number | null = null;
let renewals = 0;
const auth = createServer((request, response) => {
  renewals += 1;
  if (status === null) {
    request.socket.destroy();
  } else {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"code":"no","message":"no"}');
  }
});

beforeAll(async () => {
  auth.listen(0, '127.0.0.1');
  await once(auth, 'listening');
  const { port } = auth.address() as AddressInfo; // a server on a port has no other kind of address
  vi.stubEnv('BACKOFFICE_URL', 'http://localhost:3001');
  vi.stubEnv('STAYS_URL', 'http://localhost:3000');
  vi.stubEnv('SUPABASE_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_test');
  vi.stubEnv('SUPABASE_BACKOFFICE_KEY', 'a.b.c');
  vi.stubEnv('CLIENT_SALT', 'long enough to be a salt for addresses');
  vi.stubEnv('DOCUMENT_KEYS', `test:${'A'.repeat(43)}`);
  vi.stubEnv('TRUSTED_PROXY_HOPS', '1');
});

afterAll(() => {
  auth.closeAllConnections();
  auth.close();
});

const expired = {
  access_token: 'e30.e30.e30',
  refresh_token: 'refresh',
  expires_at: 1,
  expires_in: 0,
  token_type: 'bearer',
  user: { id: '1' },
};

/** As our server runs it. */
const proxy = (incoming: NextRequest) =>
  runWithRequest({ requestId: 'r', socketAddress: '10.0.0.1', nonce: '', pageResponse: {} }, () =>
    runProxy(incoming),
  );

function request(method: string, cookie?: string, address = '198.51.100.1'): NextRequest {
  const session = cookie === undefined ? {} : { cookie: `${accountCookieName}=${cookie}` };
  const headers = { ...session, 'x-forwarded-for': address };
  return new NextRequest('http://localhost:3001/rooms/1', { method, headers });
}

const expiredCookie = `base64-${Buffer.from(JSON.stringify(expired)).toString('base64url')}`;

test('a request without a session goes on to its page without a call to Supabase Auth', async () => {
  const response = await proxy(request('GET'));
  expect(response.headers.get('x-middleware-next')).toBe('1');
});

test.each([
  ['GET', null],
  ['POST', null],
  ['GET', 429],
  ['POST', 409],
  ['GET', 500],
])(
  'a %s whose session cannot be renewed now (%s) keeps its cookies and gets the header that says so',
  async (method, refusal) => {
    status = refusal;
    const response = await proxy(request(method, expiredCookie));
    expect(response.headers.get('x-middleware-next')).toBe('1');
    expect(response.headers.get(`x-middleware-request-${sessionUnavailableHeader}`)).toBe('1');
    expect(response.headers.get('set-cookie')).toBeNull();
  },
);

test('the cookies are deleted where Supabase Auth knows no such session', async () => {
  status = 400;
  const response = await proxy(request('GET', expiredCookie));
  expect(response.headers.get('set-cookie')).toContain(`${accountCookieName}=;`);
});

test('sessions that one address makes up cost few renewals, and another address still gets its own', async () => {
  status = 400;
  renewals = 0;
  const responses = [];
  for (let sent = 0; sent < 50; sent += 1) {
    responses.push(await proxy(request('GET', expiredCookie, '198.51.100.2')));
  }
  expect(renewals).toBe(20);
  // As during an outage: a person whose session is good keeps it.
  expect(responses.at(-1)?.headers.get(`x-middleware-request-${sessionUnavailableHeader}`)).toBe('1');
  expect(responses.at(-1)?.headers.get('set-cookie')).toBeNull();
  await proxy(request('GET', expiredCookie, '198.51.100.3'));
  expect(renewals).toBe(21);
});

test.each([
  ['/p/sunset-hotel', 'sunset-hotel'],
  ['/p/sunset-hotel/orders', 'sunset-hotel'],
  ['/p/sunset-hotel/pulses', 'sunset-hotel'],
  // These come by themselves, also from a page that was left.
  ['/p/sunset-hotel/pulse', null],
  ['/p/sunset-hotel/pulse/live', null],
  ['/account', null],
])('after %s the place that was open last is %s', async (path, slug) => {
  const response = await proxy(
    new NextRequest(`http://localhost:3001${path}`, {
      headers: {
        cookie: `${accountCookieName}=base64-e30`,
        'x-forwarded-for': '198.51.100.4',
      },
    }),
  );
  expect(response.cookies.get('last_place')?.value ?? null).toBe(slug);
});
