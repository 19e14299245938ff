import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createJsonLog } from '../request-log.ts';
import { createAppServer } from './create-app-server.ts';
import { currentRequest, setPageResponse } from './current-request.ts';
import { defineCachedPage, type PageLoad } from './define-cached-page.ts';
import { addDirectRoute } from './direct-routes.ts';
import { limitCallers } from './limit-callers.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const security = {
  isHttps: false,
  noIndex: true,
  referrerPolicy: 'no-referrer' as const,
};

type Rendering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Our server, with `render` instead of Next. */
type ServerSettings = { isDevelopment?: boolean; perMinute?: number; cachesPages?: boolean };

async function startServer(render: Rendering, settings: ServerSettings = {}) {
  const { isDevelopment = false, perMinute = 1000, cachesPages = true } = settings;
  const lines: string[] = [];
  const log = createJsonLog((line) => lines.push(line), clock);
  const server = createAppServer({
    handle: render,
    security: { ...security, isDevelopment },
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

/** A cached page. Each test needs a route of its own, since direct routes stay registered until the process ends. */
async function startPage(
  route: string,
  load: (name: string) => Promise<PageLoad> | PageLoad,
  { end = '', ...settings }: ServerSettings & { end?: string } = {},
) {
  const read = defineCachedPage(`/${route}/[name]`, async (_request, { name }: { name: string }) =>
    load(name),
  );
  const rendered: string[] = [];
  const server = await startServer(async (request, response) => {
    const address = request.url ?? '';
    rendered.push(`${request.method} ${address}`);
    await read({ headers: new Headers() }, { name: address.split('/')[2] ?? '' });
    response.writeHead(200, html);
    response.write(`<script nonce="${currentRequest().nonce}"></script>`);
    response.end(`<p>${'words '.repeat(400)}</p>${end}`);
  }, settings);
  return { ...server, rendered };
}

const nonceOf = (response: Response) =>
  /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';

test('a direct route responds without Next, with its status, cookies and the security headers', async () => {
  addDirectRoute('/direct/[name]', async (request, { name = '' }) => ({
    status: 418,
    headers: { 'x-heard': request.headers.get('X-Said') ?? '' },
    cookies: ['a=1', 'b=2'],
    content: JSON.stringify({ name, from: currentRequest().socketAddress }),
  }));
  const { send } = await startServer(() => Promise.reject(new Error('not Next')));
  const response = await send('/direct/tea%20pot', { headers: { 'x-said': 'hello' } });
  expect(response.status).toBe(418);
  expect(await response.json()).toEqual({ name: 'tea%20pot', from: '127.0.0.1' });
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-heard')).toBe('hello');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  ['a request with another method', '/part/a', { method: 'POST' }],
  ['a request for a part of a page', '/part/a', { headers: { rsc: '1' } }],
  ['an address with a query', '/part/a?b=c', {}],
  ['a deeper address', '/part/a/b', {}],
  ['an address with an empty name', '/part/', {}],
] as const)('a direct route leaves %s to Next', async (_what, path, init) => {
  addDirectRoute('/part/[name]', async () => ({ status: 200, headers: {}, cookies: [], content: 'direct' }));
  const { send } = await startServer(async (_request, response) => void response.end('next'));
  expect(await (await send(path, init)).text()).toBe('next');
});

test.each([
  ['/api/stay/room/orders', 'room'],
  ['/api/stay/RM-SUNSET22/orders', 'orders'],
  ['/api/stay/orders/orders', 'orders'],
])(
  'a request for %s reaches the direct route that Next would choose, in whatever order the routes were declared',
  async (path, expected) => {
    const respondWith = (name: string) => async () => ({
      status: 200,
      headers: {},
      cookies: [],
      content: name,
    });
    addDirectRoute('/api/stay/[code]/orders', respondWith('orders'));
    addDirectRoute('/api/stay/room/[roomCode]', respondWith('room'));
    const { send } = await startServer(() => Promise.reject(new Error('not Next')));
    expect(await (await send(path)).text()).toBe(expected);
  },
);

test('in development every request is left to Next', async () => {
  addDirectRoute('/worked/[name]', async () => ({
    status: 200,
    headers: {},
    cookies: [],
    content: 'direct',
  }));
  const { send } = await startServer(async (_request, response) => void response.end('next'), {
    isDevelopment: true,
  });
  expect(await (await send('/worked/a')).text()).toBe('next');
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
  const read = defineCachedPage('/bots/[name]', async () => ({ response: {}, cacheKey: 'same' }));
  const { send } = await startServer(async (request, response) => {
    seen.push(request.headers['user-agent']);
    await read({ headers: new Headers() }, { name: 'a' });
    response.writeHead(200, html).end();
  });
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
