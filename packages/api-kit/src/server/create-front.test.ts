import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeKit } from '../route/make-test-kit.ts';
import { createFront } from './create-front.ts';
import { runWithRequest } from './current-request.ts';

const { defineRoute } = makeKit();

const routeOf = (method: 'GET' | 'POST' | 'DELETE', route: string) =>
  defineRoute(
    {
      route,
      method,
      summary: 'A test',
      tier: 'public',
      params: z.record(z.string(), z.string()),
      output: z.object({ at: z.string(), params: z.record(z.string(), z.string()) }),
    },
    async ({ params }) => ({ body: { at: `${method} ${route}`, params } }),
  );

const routes = [
  routeOf('GET', '/api/stay/[code]'),
  routeOf('GET', '/api/stay/[code]/orders'),
  routeOf('POST', '/api/stay/[code]/orders'),
  routeOf('GET', '/api/stay/room/[roomCode]'),
  routeOf('DELETE', '/api/stay/session'),
  routeOf('GET', '/elsewhere'),
];

const ask = (path: string, method = 'GET', front = createFront({ routes })) => {
  const current = { requestId: 'request-1', socketAddress: '203.0.113.1', nonce: 'n', pageResponse: {} };
  const request = new Request(new URL(path, 'https://stays.test'), { method });
  return runWithRequest(current, async () => front.fetch(request, {}));
};

test.each([
  ['/api/stay/room/orders', 'GET /api/stay/room/[roomCode]', { roomCode: 'orders' }],
  ['/api/stay/RM-SUNSET22/orders', 'GET /api/stay/[code]/orders', { code: 'RM-SUNSET22' }],
  ['/api/stay/tea%20pot%2Fcup', 'GET /api/stay/[code]', { code: 'tea pot/cup' }],
  ['/api/stay/%2541', 'GET /api/stay/[code]', { code: '%41' }],
  ['/api/stay/caf%C3%A9', 'GET /api/stay/[code]', { code: 'café' }],
  ['/elsewhere', 'GET /elsewhere', {}],
])('a request for %s reaches %s in whatever order the routes are listed', async (path, at, params) => {
  expect(await (await ask(path)).json()).toEqual({ at, params });
  const reversed = createFront({ routes: routes.toReversed() });
  expect(await (await ask(path, 'GET', reversed)).json()).toEqual({ at, params });
});

test.each([
  ['POST', '/api/stay/RM-SUNSET22', 405, 'GET, HEAD, OPTIONS'],
  ['PATCH', '/api/stay/RM-SUNSET22/orders', 405, 'GET, HEAD, OPTIONS, POST'],
  // A name of its own is not the parameter of another route.
  ['GET', '/api/stay/session', 405, 'DELETE, OPTIONS'],
  ['OPTIONS', '/api/stay/session', 204, 'DELETE, OPTIONS'],
])('%s %s is answered with %i and the methods that there are', async (method, path, status, allowed) => {
  const response = await ask(path, method);
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
    status,
    allowed,
    '',
  ]);
});

test('HEAD of a route is its GET without the body', async () => {
  const [head, get] = [await ask('/elsewhere', 'HEAD'), await ask('/elsewhere')];
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect([...head.headers]).toEqual([...get.headers]);
});

test.each(['/api', '/api/nothing', '/api/stay/a/b/c'])(
  'the API has nothing at %s: 404 not_found',
  async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: 'not_found', requestId: 'request-1' });
  },
);
