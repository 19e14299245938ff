import { createServer, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createJsonLog } from '../request-log.ts';
import { defineKeptPage, type PageLoad } from './define-kept-page.ts';
import { answerDirectly } from './direct-answers.ts';
import { limitCallers } from './limit-callers.ts';
import { currentRequest } from './request-facts.ts';
import { listenForRequests } from './serve-request.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const security = {
  isHttps: false,
  noIndex: true,
  referrerPolicy: 'no-referrer' as const,
};

type Drawing = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Our server with something in Next's place that draws pages. */
async function startServer(draw: Drawing, isDevelopment = false, perMinute = 1000) {
  const lines: string[] = [];
  const log = createJsonLog((line) => lines.push(line), clock);
  const server = createServer(
    listenForRequests({
      handle: draw,
      security: { ...security, isDevelopment },
      log,
      takeHit: limitCallers({ perMinute, trustedHops: 1, clock }),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return {
    port,
    lines,
    ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
  };
}

const html = { 'content-type': 'text/html; charset=utf-8', 'x-drawn-by': 'next' };

/** A page of its own route for each test, since routes are known for the life of the process. */
async function startPage(route: string, load: (name: string) => Promise<PageLoad> | PageLoad) {
  const read = defineKeptPage(`/${route}/[name]`, async (_request, { name }: { name: string }) => load(name));
  const drawn: string[] = [];
  const server = await startServer(async (request, response) => {
    const address = request.url ?? '';
    drawn.push(`${request.method} ${address}`);
    await read({ headers: new Headers() }, { name: address.split('/')[2] ?? '' });
    response.writeHead(200, html);
    response.write(`<script nonce="${currentRequest().nonce}"></script>`);
    response.end(`<p>${'words '.repeat(400)}</p>`);
  });
  return { ...server, drawn };
}

const nonceOf = (response: Response) =>
  /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';

test('a direct route is answered past Next, like any other', async () => {
  answerDirectly('/direct/[name]', async (request, { name = '' }) => ({
    status: 418,
    headers: { 'x-heard': request.headers.get('X-Said') ?? '' },
    cookies: ['a=1', 'b=2'],
    text: JSON.stringify({ name, from: currentRequest().socketAddress }),
  }));
  const { ask } = await startServer(() => Promise.reject(new Error('not Next')));
  const response = await ask('/direct/tea%20pot', { headers: { 'x-said': 'hello' } });
  expect(response.status).toBe(418);
  expect(await response.json()).toEqual({ name: 'tea%20pot', from: '127.0.0.1' });
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-heard')).toBe('hello');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  ['another method', '/part/a', { method: 'POST' }],
  ['a request for a part of a page', '/part/a', { headers: { rsc: '1' } }],
  ['a query', '/part/a?b=c', {}],
  ['a deeper address', '/part/a/b', {}],
  ['an empty name', '/part/', {}],
] as const)('%s is left to Next', async (_what, path, init) => {
  answerDirectly('/part/[name]', async () => ({ status: 200, headers: {}, cookies: [], text: 'direct' }));
  const { ask } = await startServer(async (_request, response) => void response.end('next'));
  expect(await (await ask(path, init)).text()).toBe('next');
});

test.each([
  ['/api/stay/room/orders', 'room'],
  ['/api/stay/RM-SUNSET22/orders', 'orders'],
  ['/api/stay/orders/orders', 'orders'],
])('%s is for the route Next would choose, whichever was declared first', async (path, expected) => {
  const answerBy = (name: string) => async () => ({ status: 200, headers: {}, cookies: [], text: name });
  answerDirectly('/api/stay/[code]/orders', answerBy('orders'));
  answerDirectly('/api/stay/room/[roomCode]', answerBy('room'));
  const { ask } = await startServer(() => Promise.reject(new Error('not Next')));
  expect(await (await ask(path)).text()).toBe(expected);
});

test('while an app is worked on, everything is left to Next', async () => {
  answerDirectly('/worked/[name]', async () => ({ status: 200, headers: {}, cookies: [], text: 'direct' }));
  const { ask } = await startServer(async (_request, response) => void response.end('next'), true);
  expect(await (await ask('/worked/a')).text()).toBe('next');
});

test('a page is drawn once and read each time, and carries each request’s own nonce and cookie', async () => {
  let reads = 0;
  const { ask, drawn, lines } = await startPage('once', () => {
    reads += 1;
    const answer = { route: '/once/[name]', cookies: [`read=${reads}`], headers: { 'x-read': `${reads}` } };
    return { answer, keepAs: 'same' };
  });
  const first = await ask('/once/a');
  const second = await ask('/once/a');
  const [drawnText, keptText] = [await first.text(), await second.text()];
  expect(drawn).toEqual(['GET /once/a']);
  expect(second.headers.get('set-cookie')).toBe('read=2');
  expect([second.headers.get('x-read'), second.headers.get('x-drawn-by')]).toEqual(['2', 'next']);
  expect(second.headers.get('content-type')).toBe(html['content-type']);
  expect(nonceOf(second)).not.toBe(nonceOf(first));
  expect(keptText).toBe(drawnText.replace(nonceOf(first), nonceOf(second)));
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  await expect.poll(() => lines.length).toBe(2);
  expect(reads).toBe(2);
});

test('what was read otherwise, or at another address, is another page', async () => {
  let words = 'old';
  const { ask, drawn } = await startPage('other', () => ({ answer: {}, keepAs: words }));
  for (const path of ['/other/a', '/other/a', '/other/b']) {
    await (await ask(path)).text();
  }
  words = 'new';
  await (await ask('/other/a')).text();
  expect(drawn).toEqual(['GET /other/a', 'GET /other/b', 'GET /other/a']);
});

test.each([
  ['is for one person', { answer: {}, keepAs: null }],
  ['is refused', { answer: { status: 404 }, keepAs: 'refused' }],
])('a page that %s is drawn each time', async (what, load) => {
  const route = `each-${what.replaceAll(' ', '-')}`;
  const { ask, drawn } = await startPage(route, () => load);
  await (await ask(`/${route}/a`)).text();
  await (await ask(`/${route}/a`)).text();
  expect(drawn).toHaveLength(2);
});

test('what goes wrong while a page is read is the page’s to show, and is tried once', async () => {
  let reads = 0;
  const { ask, lines } = await startPage('broken', () => {
    reads += 1;
    throw new TypeError('broken');
  });
  const response = await ask('/broken/a');
  expect(response.status).toBe(500);
  expect(reads).toBe(1);
  expect(lines.join()).toContain('TypeError');
});

test('what is sent is compressed for those who can read it, kept or not', async () => {
  const { ask } = await startPage('small', () => ({ answer: {}, keepAs: 'same' }));
  for (const time of ['drawn', 'kept']) {
    const response = await ask('/small/a', { headers: { 'accept-encoding': 'gzip' } });
    expect([time, response.headers.get('content-encoding')]).toEqual([time, 'gzip']);
    expect(await response.text()).toContain('words words');
  }
});

test('an address that does not decode is refused before anything runs', async () => {
  const { ask } = await startServer(async (_request, response) => void response.end('next'));
  expect((await ask('/%E0%A4%A')).status).toBe(400);
});

test('a method that no request of a browser has is refused before anything runs', async () => {
  const { port } = await startServer(async (_request, response) => void response.end('next'));
  const status = await new Promise((resolve, reject) => {
    // Fetch sends none.
    const request = requestHttp({ port, host: '127.0.0.1', path: '/', method: 'TRACE', agent: false });
    request.once('error', reject);
    request.once('response', (response) => resolve(response.resume().statusCode));
    request.end();
  });
  expect(status).toBe(405);
});

test('a caller that asks without end is stopped before anything is drawn, and nobody else', async () => {
  const drawn: string[] = [];
  const draw: Drawing = async (request, response) => {
    drawn.push(request.url ?? '');
    response.end('next');
  };
  const { ask, lines } = await startServer(draw, false, 2);
  const from = (address: string, path: string) => ask(path, { headers: { 'x-forwarded-for': address } });
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
  expect(drawn).toEqual(['/a', '/_next/static/b.js', '/_next/static/c.js', '/api/no-such-route', '/g']);
});
