import { expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { auth, call, json, makeKit, room, takesName } from './make-test-kit.ts';

async function tokens() {
  const browse = await auth.signRoomBrowseToken(room);
  const full = await auth.signGuestToken({
    ...room,
    bookingId: 'b-1',
    expiresAt: new Date('2026-11-24T17:00:00Z'),
  });
  return { browse: browse.token, full: full.token, none: null, broken: `${full.token.slice(0, -4)}AAAA` };
}

test.each([
  ['public', 'none', 200, null],
  ['public', 'browse', 200, null],
  ['public', 'broken', 200, null],
  ['browse', 'none', 401, 'session_expired'],
  ['browse', 'broken', 401, 'session_expired'],
  ['browse', 'browse', 200, null],
  ['browse', 'full', 200, null],
  ['full', 'none', 401, 'session_expired'],
  ['full', 'broken', 401, 'session_expired'],
  ['full', 'browse', 403, 'verification_required'],
  ['full', 'full', 200, null],
] as const)(
  'a %s route responds to a caller with token %s with status %i',
  async (tier, kind, status, error) => {
    const { defineRoute } = makeKit();
    const handler = defineRoute(
      {
        route: '/t',
        summary: 'A test',
        method: 'GET',
        tier,
        output: z.object({ tier: z.string().nullable() }),
      },
      async ({ session }) => ({ body: { tier: session?.accessTier ?? null } }),
    );
    const token = (await tokens())[kind];
    const response = await call(
      handler,
      token === null ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body.error ?? null).toBe(error);
    expect(response.headers.get('X-Request-Id')).toBe('request-1');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  },
);

test.each([
  ['a valid body', { headers: json, body: '{"name":"x"}' }, 200, null],
  [
    'a charset beside the type',
    { headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{"name":"x"}' },
    200,
    null,
  ],
  [
    'a field that the schema does not have',
    { headers: json, body: '{"name":"x","admin":true}' },
    400,
    'invalid_request',
  ],
  [
    'a NUL, which Postgres cannot store',
    { headers: json, body: '{"name":"\\u0000"}' },
    400,
    'invalid_request',
  ],
  ['half a surrogate pair', { headers: json, body: '{"name":"\\ud800"}' }, 400, 'invalid_request'],
  ['a field of the wrong type', { headers: json, body: '{"name":1}' }, 400, 'invalid_request'],
  ['no body', { headers: json }, 400, 'invalid_request'],
  ['a body that is cut off', { headers: json, body: '{"name":' }, 400, 'invalid_request'],
  ['bytes that are not UTF-8', { headers: json, body: Uint8Array.of(0xff, 0xfe) }, 400, 'invalid_request'],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'name=x' },
    415,
    'unsupported_file',
  ],
  [
    'a content type that only begins like JSON',
    { headers: { 'content-type': 'application/json-seq' }, body: '{}' },
    415,
    'unsupported_file',
  ],
  ['no content type', { body: Uint8Array.of(123, 125) }, 415, 'unsupported_file'],
  [
    'more than 64 kB',
    { headers: json, body: JSON.stringify({ name: 'x'.repeat(65_536) }) },
    413,
    'too_large',
  ],
] as const)(
  'a route that takes a JSON body gets the right response for %s',
  async (_case, init, status, error) => {
    const { defineRoute } = makeKit();
    const handler = defineRoute(takesName, async ({ body }) => ({ body }));
    const response = await call(handler, { method: 'POST', ...init });
    expect(response.status).toBe(status);
    expect((await response.json()).error ?? null).toBe(error);
  },
);

test('a route stops reading a body that is longer than its limit, without a Content-Length', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(16 * 1024));
    },
  });
  const { defineRoute } = makeKit();
  const handler = defineRoute(takesName, async ({ body }) => ({ body }));
  const init = { method: 'POST', headers: json, body: endless, duplex: 'half' };
  expect((await call(handler, init)).status).toBe(413);
  expect(pulled).toBeLessThan(10);
});

test.each([
  ['its own origin', { origin: 'https://stays.test' }, 200],
  ['a foreign origin', { origin: 'https://evil.test' }, 400],
  ['the origin of a subdomain', { origin: 'https://x.stays.test' }, 400],
  ['its own host with another scheme', { origin: 'http://stays.test' }, 400],
  ['its own host with another port', { origin: 'https://stays.test:8443' }, 400],
  ['the host of the request, which is not its own', { origin: 'https://evil.test', host: 'evil.test' }, 400],
  ['no origin', {}, 400],
  ['a hidden origin of our own form', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
  ['a hidden origin of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 400],
] as const)(
  'a write with the session cookie and %s gets the right status',
  async (_case, headers, status) => {
    const { defineRoute } = makeKit();
    const handler = defineRoute(
      { route: '/t', summary: 'A test', method: 'DELETE', tier: 'browse', output: z.null() },
      async () => ({ body: null }),
    );
    const { browse } = await tokens();
    const response = await call(handler, {
      method: 'DELETE',
      headers: { host: 'stays.test', cookie: `gudbro_guest=${browse}`, ...headers },
    });
    expect(response.status).toBe(status);
  },
);

test.each([
  ['no origin, as API clients send none', {}, 200],
  ['a foreign origin, which would plant a session', { origin: 'https://evil.test' }, 400],
] as const)(
  'a write without the session cookie and %s gets the right status',
  async (_case, headers, status) => {
    const { defineRoute } = makeKit();
    const handler = defineRoute(takesName, async ({ body }) => ({ body }));
    const init = {
      method: 'POST',
      body: '{"name":"x"}',
      headers: { host: 'stays.test', ...json, ...headers },
    };
    expect((await call(handler, init)).status).toBe(status);
  },
);

test('fields that a handler returns beyond its output schema are not in the response', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    { route: '/t', summary: 'A test', method: 'GET', tier: 'public', output: z.object({ a: z.number() }) },
    async () => {
      const row = { a: 1, pinHash: 'secret' };
      return { body: row };
    },
  );
  expect(await (await call(handler)).json()).toEqual({ a: 1 });
});

test('a handler result that does not fit its output schema becomes internal and is not in the log', async () => {
  const { defineRoute, lines } = makeKit();
  const wrong = { a: 'sarah@example.com' as unknown as number }; // what a database could hand over against its type
  const handler = defineRoute(
    { route: '/t', summary: 'A test', method: 'GET', tier: 'public', output: z.object({ a: z.number() }) },
    async () => ({ body: wrong }),
  );
  const response = await call(handler);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: 'internal',
    message: 'Something went wrong on our side.',
    requestId: 'request-1',
  });
  expect(lines.join()).not.toContain('sarah');
});

test('the response for a thrown ApiError has its payload and Retry-After', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    { route: '/t', summary: 'A test', method: 'GET', tier: 'public', output: z.null() },
    async () => {
      throw new ApiError('rate_limited', { retryAfterSeconds: 42, locked: true });
    },
  );
  const response = await call(handler);
  expect(response.status).toBe(429);
  expect(response.headers.get('Retry-After')).toBe('42');
  expect(await response.json()).toEqual({
    error: 'rate_limited',
    message: 'Too many tries. Wait before the next one.',
    requestId: 'request-1',
    retryAfterSeconds: 42,
    locked: true,
  });
});

test('the log line of a request has no code, no token and no error message', async () => {
  const { defineRoute, lines } = makeKit();
  const handler = defineRoute(
    { route: '/api/stay/[code]/things', summary: 'A test', method: 'GET', tier: 'public', output: z.null() },
    async () => {
      throw new Error('no row for Sarah Johnson');
    },
  );
  const { full } = await tokens();
  await call(handler, { headers: { authorization: `Bearer ${full}` } });
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    at: '2026-11-21T12:00:00.000Z',
    kind: 'request',
    requestId: 'request-1',
    route: '/api/stay/[code]/things',

    method: 'GET',
    status: 500,
    ms: 0,
    error: 'internal',
  });
  for (const secret of ['RM-SUNSET22', full, 'Sarah', '203.0.113.7']) {
    expect(lines.join('')).not.toContain(secret);
  }
});

test('a scope gives a caller another client key, and a client key is a hash without the address', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    { route: '/t', summary: 'A test', method: 'GET', tier: 'public', output: z.array(z.string()) },
    async ({ clientKey }) => ({ body: [clientKey(), clientKey(), clientKey('RM-SUNSET22')] }),
  );
  const [first, again, scoped] = await (await call(handler)).json();
  expect(again).toBe(first);
  expect(scoped).not.toBe(first);
  expect(first).toMatch(/^[\w-]{43}$/);
});

test('an unchanged response of a polled route is a 304 without a body', async () => {
  const { defineRoute } = makeKit();
  let count = 1;
  const handler = defineRoute(
    {
      route: '/t',
      summary: 'A test',
      method: 'GET',
      tier: 'public',
      isPolled: true,
      output: z.object({ count: z.number() }),
    },
    async () => ({ body: { count } }),
  );
  const first = await call(handler);
  const tag = first.headers.get('etag') ?? '';
  const again = await call(handler, { headers: { 'if-none-match': tag } });
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
  count = 2;
  expect((await call(handler, { headers: { 'if-none-match': tag } })).status).toBe(200);
});

test.each([
  ['a form that came from a page', true, 'text/html,*/*;q=0.8', 303],
  ['a form that a script sent', true, '*/*', 400],
  ['a request that is no form and accepts HTML', false, 'text/html', 400],
] as const)(
  'a route refuses %s with a redirect only where a person would see it',
  async (_case, form, accept, status) => {
    const { defineRoute, lines } = makeKit();
    const route = {
      route: '/form',
      method: 'POST',
      tier: 'public',
      summary: '',
      form,
      output: z.null(),
    } as const;
    const response = await call(
      defineRoute(route, async () => ({ body: null })),
      { method: 'POST', headers: { accept, origin: 'https://evil.test' } },
    );
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBe(status === 303 ? '/invalid_request' : null);
    expect(lines[0]).toContain('"error":"invalid_request"');
  },
);
