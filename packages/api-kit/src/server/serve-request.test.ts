import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createJsonLog } from '../request-log.ts';
import { makeKit } from '../route/make-test-kit.ts';
import { createAppServer } from './create-app-server.ts';
import { createFront, type Front } from './create-front.ts';
import { currentRequest, setPageResponse } from './current-request.ts';
import { defineCachedPage, type PageLoad } from './define-cached-page.ts';
import { limitCallers } from './limit-callers.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const security = {
  isHttps: false,
  noIndex: true,
  referrerPolicy: 'no-referrer' as const,
  isDevelopment: false,
};

type Rendering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Our server, with `render` instead of Next. */
type ServerSettings = { front?: Front; perMinute?: number; cachesPages?: boolean };

async function startServer(render: Rendering, settings: ServerSettings = {}) {
  const { front = null, perMinute = 1000, cachesPages = true } = settings;
  const lines: string[] = [];
  const log = createJsonLog((line) => lines.push(line), clock);
  const server = createAppServer({
    front,
    handle: render,
    security,
    log,
    cachesPages,
    takeHit: limitCallers({ perMinute, trustedHops: 1, clock }),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // the address of a server on a port has this form
  return {
    port,
    lines,
    send: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
  };
}

const html = { 'content-type': 'text/html; charset=utf-8', 'x-rendered-by': 'next' };

/** A cached page. Each test needs a route of its own, since cached pages stay until the process ends. */
async function startPage(
  route: string,
  load: (name: string) => Promise<PageLoad> | PageLoad,
  { end = '', ...settings }: ServerSettings & { end?: string } = {},
) {
  const page = defineCachedPage(`/${route}/[name]`, async (_request, { name }: { name: string }) =>
    load(name),
  );
  const front = createFront({ routes: [], pages: [page] });
  const rendered: string[] = [];
  const server = await startServer(
    async (request, response) => {
      const address = request.url ?? '';
      rendered.push(`${request.method} ${address}`);
      await page.read({ headers: new Headers() }, { name: address.split('/')[2] ?? '' });
      response.writeHead(200, html);
      response.write(`<script nonce="${currentRequest().nonce}"></script>`);
      response.end(`<p>${'words '.repeat(400)}</p>${end}`);
    },
    { ...settings, front },
  );
  return { ...server, rendered };
}

const nonceOf = (response: Response) =>
  /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';

test('the front responds without Next, with its status, cookies and the security headers', async () => {
  const front: Front = new Hono();
  front.get('/front/:name', ({ req }) => {
    const headers = new Headers({ 'x-heard': req.header('X-Said') ?? '' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    const body = { name: req.param('name'), from: currentRequest().socketAddress };
    return new Response(JSON.stringify(body), { status: 418, headers });
  });
  const { send } = await startServer(() => Promise.reject(new Error('not Next')), { front });
  const response = await send('/front/tea%20pot', { headers: { 'x-said': 'hello' } });
  expect(response.status).toBe(418);
  expect(await response.json()).toEqual({ name: 'tea pot', from: '127.0.0.1' });
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-heard')).toBe('hello');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('our server writes what a route returned, and a 304 where nothing has changed', async () => {
  const { defineRoute } = makeKit();
  const polled = defineRoute(
    {
      route: '/api/polled/[name]',
      method: 'GET',
      summary: 'A polled route',
      tier: 'public',
      isPolled: true,
      params: z.object({ name: z.string().max(8) }),
      output: z.object({ name: z.string() }),
    },
    async ({ params }) => ({ body: params, cookies: ['a=1', 'b=2'], headers: { 'X-Read': 'yes' } }),
  );
  const { send } = await startServer(() => Promise.reject(new Error('not Next')), {
    front: createFront({ routes: [polled] }),
  });
  const first = await send('/api/polled/tea%20pot');
  expect([first.status, await first.text()]).toEqual([200, '{"name":"tea pot"}']);
  expect(first.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(first.headers.get('x-read')).toBe('yes');
  expect(first.headers.get('content-length')).toBe('18');
  const tag = first.headers.get('etag') ?? '';
  const again = await send('/api/polled/tea%20pot', { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  const refused = await send('/api/polled/far%20too%20long');
  expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_request']);
  const head = await send('/api/polled/tea%20pot', { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '18']);
});

test.each([
  ['a deeper address', '/front/a/b'],
  ['an address with an empty name', '/front/'],
  ['another address', '/other?b=c'],
])('what the front does not know is left to Next: %s', async (_what, path) => {
  const front: Front = new Hono();
  front.all('/front/:name', () => new Response('front'));
  const { send } = await startServer(async (_request, response) => void response.end('next'), { front });
  expect(await (await send('/front/a')).text()).toBe('front');
  expect(await (await send(path)).text()).toBe('next');
  expect(await (await send(path, { method: 'POST', body: 'text' })).text()).toBe('next');
});

test('a front that throws is a fault in the log, and the response is 500', async () => {
  const front: Front = new Hono();
  front.get('/front', () => {
    throw new TypeError('broken');
  });
  const { send, lines } = await startServer(() => Promise.reject(new Error('not Next')), { front });
  expect((await send('/front')).status).toBe(500);
  expect(lines.join()).toContain('TypeError');
});

test.each([
  ['a request with another method', '/part/a', { method: 'POST' }],
  ['a request for its head alone', '/part/a', { method: 'HEAD' }],
  ['a request for a part of a page', '/part/a', { headers: { rsc: '1' } }],
  ['an address with a query', '/part/a?b=c', {}],
] as const)('a cached page leaves %s to Next', async (_what, path, init) => {
  const { send, rendered } = await startPage('part', () => ({ response: {}, cacheKey: 'same' }));
  await (await send(path)).text();
  await (await send(path)).text();
  const before = rendered.length;
  await (await send(path, init)).text();
  expect(rendered.slice(before)).toEqual([`${'method' in init ? init.method : 'GET'} ${path}`]);
  // What Next responded to it is no document of the page.
  expect(await (await send('/part/a')).text()).toContain('words words');
});

test('a cached page is rendered once and loaded for each request, and has the nonce and cookie of each request', async () => {
  let reads = 0;
  const { send, rendered, lines } = await startPage('once', () => {
    reads += 1;
    const response = { route: '/once/[name]', cookies: [`read=${reads}`], headers: { 'x-read': `${reads}` } };
    return { response, cacheKey: 'same' };
  });
  const first = await send('/once/a');
  const second = await send('/once/a');
  const [renderedText, cachedText] = [await first.text(), await second.text()];
  expect(rendered).toEqual(['GET /once/a']);
  expect(second.headers.get('set-cookie')).toBe('read=2');
  expect([second.headers.get('x-read'), second.headers.get('x-rendered-by')]).toEqual(['2', 'next']);
  expect(second.headers.get('content-type')).toBe(html['content-type']);
  expect(nonceOf(second)).not.toBe(nonceOf(first));
  expect(cachedText).toBe(renderedText.replace(nonceOf(first), nonceOf(second)));
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  await expect.poll(() => lines.length).toBe(2);
  expect(reads).toBe(2);
});

test('a page that is to be cached is rendered as for any browser, whatever bot reads it first', async () => {
  const seen: unknown[] = [];
  const page = defineCachedPage('/bots/[name]', async () => ({ response: {}, cacheKey: 'same' }));
  const front = createFront({ routes: [], pages: [page] });
  const { send } = await startServer(
    async (request, response) => {
      seen.push(request.headers['user-agent']);
      await page.read({ headers: new Headers() }, { name: 'a' });
      response.writeHead(200, html).end();
    },
    { front },
  );
  await send('/bots/a', { headers: { 'user-agent': 'Twitterbot/1.0' } });
  await send('/other', { headers: { 'user-agent': 'Twitterbot/1.0' } });
  expect(seen).toEqual([undefined, 'Twitterbot/1.0']);
});

test('a page is rendered again when its data has changed or its address differs', async () => {
  let words = 'old';
  const { send, rendered } = await startPage('other', () => ({ response: {}, cacheKey: words }));
  for (const path of ['/other/a', '/other/a', '/other/b']) {
    await (await send(path)).text();
  }
  words = 'new';
  await (await send('/other/a')).text();
  expect(rendered).toEqual(['GET /other/a', 'GET /other/b', 'GET /other/a']);
});

test.each([
  ['is for one person', { response: {}, cacheKey: null }],
  ['is an error', { response: { status: 404 }, cacheKey: 'error' }],
])('a page that %s is rendered for each request', async (what, load) => {
  const route = `each-${what.replaceAll(' ', '-')}`;
  const { send, rendered } = await startPage(route, () => load);
  await (await send(`/${route}/a`)).text();
  await (await send(`/${route}/a`)).text();
  expect(rendered).toHaveLength(2);
});

test('where no page is to be cached, each is rendered anew', async () => {
  const load = { response: {}, cacheKey: 'same' };
  const { send, rendered } = await startPage('anew', () => load, { cachesPages: false });
  await (await send('/anew/a')).text();
  await (await send('/anew/a')).text();
  expect(rendered).toHaveLength(2);
});

test.each([
  ['was not sent', '<!--$!--><template data-dgst="1"></template><!--/$-->'],
  ['was sent before it failed', '<script>$RX("B:0","1")</script>'],
])('a page with a failed part, of which the beginning %s, is rendered anew', async (what, end) => {
  const route = `failed-${what.replaceAll(' ', '-')}`;
  const { send, rendered } = await startPage(route, () => ({ response: {}, cacheKey: 'same' }), { end });
  await (await send(`/${route}/a`)).text();
  expect(await (await send(`/${route}/a`)).text()).toContain(end);
  expect(rendered).toHaveLength(2);
});

test('a status that is set after the head was sent is a fault in the log', async () => {
  const { send, lines } = await startServer(async (_request, response) => {
    setPageResponse({ route: '/late' });
    response.writeHead(200, html);
    setPageResponse({ status: 404 });
    response.end('<p>Late</p>');
  });
  const response = await send('/late');
  await response.text();
  expect(response.status).toBe(200);
  const faults = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'fault');
  expect(faults).toMatchObject([{ route: '/late', fault: 'LateResponseError' }]);
});

test('a cached page whose data fails to load is rendered by Next, and the data is loaded once', async () => {
  let reads = 0;
  const { send, lines } = await startPage('broken', () => {
    reads += 1;
    throw new TypeError('broken');
  });
  const response = await send('/broken/a');
  expect(response.status).toBe(500);
  expect(reads).toBe(1);
  expect(lines.join()).toContain('TypeError');
});

test('a page is compressed for a caller that accepts gzip, whether rendered or cached', async () => {
  const { send } = await startPage('small', () => ({ response: {}, cacheKey: 'same' }));
  for (const time of ['rendered', 'cached']) {
    const response = await send('/small/a', { headers: { 'accept-encoding': 'gzip' } });
    expect([time, response.headers.get('content-encoding')]).toEqual([time, 'gzip']);
    expect(await response.text()).toContain('words words');
  }
});

test('a caller over the limit gets 429 before anything is rendered, and other callers do not', async () => {
  const rendered: string[] = [];
  const render: Rendering = async (request, response) => {
    rendered.push(request.url ?? '');
    response.end('next');
  };
  const { send, lines } = await startServer(render, { perMinute: 2 });
  const from = (address: string, path: string) => send(path, { headers: { 'x-forwarded-for': address } });
  const statuses: number[] = [];
  for (const path of ['/a', '/_next/static/b.js', '/_next/static/c.js', '/api/no-such-route', '/d', '/e']) {
    statuses.push((await from('203.0.113.1', path)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  const limited = await from('203.0.113.1', '/f');
  expect(await limited.json()).toMatchObject({ error: 'rate_limited' });
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(limited.headers.get('x-content-type-options')).toBe('nosniff');
  expect(limited.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  expect((await from('203.0.113.2', '/g')).status).toBe(200);
  expect(lines.filter((line) => JSON.parse(line).error === 'rate_limited')).toHaveLength(3);
  expect(rendered).toEqual(['/a', '/_next/static/b.js', '/_next/static/c.js', '/api/no-such-route', '/g']);
});
