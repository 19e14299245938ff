import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createJsonLog } from '../request-log.ts';
import { createAppServer } from './create-app-server.ts';
import { limitCallers } from './limit-callers.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const security = {
  isHttps: false,
  noIndex: true,
  referrerPolicy: 'no-referrer',
  isDevelopment: false,
} as const;

/** Our server, with a function that responds instead of Next. */
async function startServer({
  perMinute = 1000,
  handle = async (_request: IncomingMessage, response: ServerResponse) => void response.end('next'),
} = {}) {
  const lines: string[] = [];
  const reached: string[] = [];
  const server = createAppServer({
    front: null,
    handle: (request, response) => {
      reached.push(request.url ?? '');
      return handle(request, response);
    },
    security,
    log: createJsonLog((line) => lines.push(line), clock),
    cachesPages: true,
    takeHit: limitCallers({ perMinute, trustedHops: 0, clock }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // the address of a server on a port has this form
  /** Sends these bytes, never closes its own end, and returns all that comes until the server closes the connection. */
  const sendRaw = async (...raw: string[]) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    socket.write(Buffer.from(raw.join('\r\n'), 'latin1'));
    return text(socket);
  };
  const countConnections = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  return { server, sendRaw, countConnections, lines, reached };
}

const get = (path: string, ...headers: string[]) => [`GET ${path} HTTP/1.1`, ...headers, '', ''];
const host = 'Host: stays.test';
const upgrade = ['Connection: Upgrade', 'Upgrade: websocket'];

test.each([
  ['an upgrade', get('/', host, ...upgrade), 400],
  ['an upgrade of a file of the build', get('/_next/static/a.js', host, ...upgrade), 400],
  ['dots', get('/_next/static/../..', host), 400],
  ['one dot', get('/./a', host), 400],
  ['dots at the end', get('/_next/static/..', host), 400],
  ['encoded dots', get('/_next/static/%2e%2E/%2e%2e/stay', host), 400],
  ['a dot and an encoded dot', get('/_next/static/.%2e/%2e./', host), 400],
  ['dots that are encoded twice', get('/_next/static/%252e%252e/', host), 400],
  ['dots behind an encoded slash', get('/_next/static/..%2f..%2fstay', host), 400],
  ['dots between backslashes', get('/_next/static/\\..\\..\\stay', host), 400],
  ['dots between encoded backslashes', get('/_next/static/%5c..%5C..%5cstay', host), 400],
  ['dots in an absolute address', get('http://stays.test/_next/static/../..', host), 400],
  ['a path that does not decode', get('/%E0%A4%A', host), 400],
  ['an asterisk instead of a path', ['OPTIONS * HTTP/1.1', host, '', ''], 400],
  ['a whole address instead of a path', get('http://evil.test/', host), 400],
  ['no host', get('/'), 400],
  ['two hosts', get('/', host, 'Host: evil.test'), 400],
  ['an expectation', get('/', host, 'Expect: a-miracle'), 417],
  ['the method TRACE', ['TRACE / HTTP/1.1', host, '', ''], 405],
  ['the target *', ['OPTIONS * HTTP/1.1', host, '', ''], 400],
  ['a target without a slash', get('stay', host), 400],
  ['a method that writes, on a file', ['POST /sw.js HTTP/1.1', host, 'Content-Length: 0', '', ''], 405],
  ['a method of nobody, on a file of the build', ['PATCH /_next/static/a.js?x HTTP/1.1', host, '', ''], 405],
  ['no HTTP', ['what?', '', ''], 400],
  ['the preface of HTTP/2', ['PRI * HTTP/2.0', '', 'SM', '', ''], 400],
  ['headers without end', get('/', host, `X: ${'x'.repeat(40_000)}`), 431],
  ['two lengths', ['POST / HTTP/1.1', host, 'Content-Length: 1', 'Content-Length: 2', '', 'ab'], 400],
])(
  'a request with %s gets a status, our headers and a closed connection, and does not reach Next',
  async (_what, raw, status) => {
    const { sendRaw, lines, reached } = await startServer();
    const [head = ''] = (await sendRaw(...raw)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const names = [
      'Content-Security-Policy: ',
      'X-Content-Type-Options: nosniff',
      'X-Robots-Tag: noindex',
      'Cache-Control: no-store',
      'Connection: close',
      'X-Request-Id: ',
    ];
    expect(names.filter((name) => !head.toLowerCase().includes(name.toLowerCase()))).toEqual([]);
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([status]);
    expect(reached).toEqual([]);
  },
);

test.each([
  ['dots inside of a name', '/_next/static/a..b.js'],
  ['three dots', '/stay/.../a'],
  ['dots in the query', '/open?code=/../..'],
  ['a name that begins with a dot', '/.well-known/jwks.json'],
])('a request with %s reaches Next', async (_what, path) => {
  const { sendRaw, reached } = await startServer();
  await sendRaw(...get(path, host, 'Connection: close'));
  expect(reached).toEqual([path]);
});

test('a request without a host is accepted by HTTP/1.0, and 100-continue is no other expectation', async () => {
  const { sendRaw, reached } = await startServer();
  await sendRaw('GET /old HTTP/1.0', '', '');
  await sendRaw(...get('/new', host, 'Expect: 100-continue', 'Connection: close'));
  expect(reached).toEqual(['/old', '/new']);
});

test('a header that is sent too slowly gets 408 with our headers', async () => {
  const { server, sendRaw } = await startServer();
  // Node checks the time limits of its connections at intervals. The event is what it emits when one is over.
  server.once('connection', (socket) => {
    const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', error, socket);
  });
  const response = await sendRaw('GET / HTTP/1.1', 'X-Slow: ');
  expect(response).toMatch(/^HTTP\/1.1 408 /);
  expect(response).toContain('X-Content-Type-Options: nosniff');
});

test('many upgrades occupy no connection, and the address limit counts them', async () => {
  const { sendRaw, countConnections, lines } = await startServer({ perMinute: 30 });
  const responses = await Promise.all(
    Array.from({ length: 40 }, () => sendRaw(...get('/a', host, ...upgrade))),
  );
  const statusOf = (response: string) => response.slice(9, 12);
  expect(responses.filter((response) => statusOf(response) === '400')).toHaveLength(30);
  expect(responses.filter((response) => statusOf(response) === '429')).toHaveLength(10);
  expect(lines).toHaveLength(40);
  await expect.poll(countConnections).toBe(0);
});

test('the address limit counts paths with dots, which are no files of the build', async () => {
  const { sendRaw, reached } = await startServer({ perMinute: 2 });
  const statuses: string[] = [];
  for (let request = 0; request < 4; request += 1) {
    const response = await sendRaw(...get('/_next/static/../../', host));
    statuses.push(response.slice(9, 12));
  }
  expect(statuses).toEqual(['400', '400', '429', '429']);
  expect(reached).toEqual([]);
});

test.each([
  ['a redirect without a word about caches', {}, 'no-store'],
  ['a response that says how it may be cached', { 'cache-control': 'max-age=1' }, 'max-age=1'],
])('%s is sent with a Cache-Control', async (_what, headers, expected) => {
  const handle = async (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(308, { location: '/b', ...headers }).end();
  const { sendRaw } = await startServer({ handle });
  const response = await sendRaw(...get('/a', host, 'Connection: close'));
  expect(/cache-control: (.*)/i.exec(response)?.[1]).toBe(expected);
});
