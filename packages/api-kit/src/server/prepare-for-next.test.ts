import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { dropMalformedHeaders, isForeignAction, isFormForNext, readFormForNext } from './prepare-for-next.ts';

/** Starts a server whose response is what this returns. */
async function serve(respond: (request: IncomingMessage) => Promise<string>): Promise<string> {
  const server = createServer(async (request, response) => response.end(await respond(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return `http://127.0.0.1:${port}`;
}

const state = encodeURIComponent(JSON.stringify(['', { children: ['a', {}] }]));

test.each([
  ['range', 'bytes=0-', true],
  ['range', 'bytes=-5', true],
  ['range', 'bytes=0-1, 4-5', true],
  ['range', 'bytes=-', false],
  ['range', 'bytes=a-b', false],
  ['next-router-state-tree', state, true],
  ['next-router-state-tree', '%', false],
  ['next-router-state-tree', '%5B%5D', false],
  ['next-router-state-tree', 'null', false],
])('the header %s with %s is kept: %s', async (name, value, isKept) => {
  const url = await serve(async (request) => {
    dropMalformedHeaders(request);
    return String(request.headers[name]);
  });
  const response = await fetch(url, { headers: { [name]: value } });
  expect(await response.text()).toBe(isKept ? value : 'undefined');
});

const form = (body: string) => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
});
const whole = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';

test('a form for a page is read, and Next can still read it', async () => {
  const url = await serve(async (request) => {
    const again = await readFormForNext(request);
    return typeof again === 'number' ? String(again) : `${again.method} ${again.url} ${await text(again)}`;
  });
  expect(await (await fetch(`${url}/sign-in`, form(whole))).text()).toBe(`POST /sign-in ${whole}`);
});

test.each([
  ['that has no end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', '400'],
  ['of another boundary', whole.replaceAll('--b', '--c'), '400'],
  ['that is too large', `${whole}${'x'.repeat(1024 * 1024)}`, '413'],
])('a form %s is refused', async (_what, body, status) => {
  const url = await serve(async (request) => String(await readFormForNext(request)));
  expect(await (await fetch(url, form(body))).text()).toBe(status);
});

test.each([
  ['a form for a page', '/sign-in', form(whole), true],
  [
    'a form for a route of ours, which admits its files first',
    '/api/stay/BK-GUEST2/incidents',
    form(whole),
    false,
  ],
  ['another body', '/sign-in', { ...form('a=1'), headers: {} }, false],
])('%s is read before Next: %s', async (_what, path, init, isRead) => {
  const url = await serve(async (request) => String(isFormForNext(request)));
  expect(await (await fetch(`${url}${path}`, init)).text()).toBe(String(isRead));
});

test.each([
  ['our own page', (own: string) => own, false],
  ['another site', () => 'https://evil.test', true],
  ['our host on another port', () => 'http://127.0.0.1:1', true],
  ['a page that hides itself', () => 'null', true],
])('a form of %s is an action from elsewhere: %s', async (_what, originOf, isForeign) => {
  const url = await serve(async (request) => String(isForeignAction(request)));
  const { headers, ...init } = form(whole);
  const sent = await fetch(`${url}/sign-in`, { ...init, headers: { ...headers, origin: originOf(url) } });
  expect(await sent.text()).toBe(String(isForeign));
  const action = { method: 'POST', headers: { 'next-action': 'a', origin: originOf(url) } };
  expect(await (await fetch(url, action)).text()).toBe(String(isForeign));
});

test('an action is from elsewhere where its origin is not the host that a proxy names', async () => {
  const url = await serve(async (request) => String(isForeignAction(request)));
  const send = async (origin: string) => {
    const headers = { 'next-action': 'a', origin, 'x-forwarded-host': 'desk.test' };
    return (await fetch(url, { method: 'POST', headers })).text();
  };
  expect([await send('https://desk.test'), await send(url)]).toEqual(['false', 'true']);
});

test('a form that the client cuts off is refused, and is no fault', async () => {
  const head = [
    'POST / HTTP/1.1',
    'Host: a',
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 99',
  ];
  const result = await new Promise((resolve, reject) => {
    void serve(async (request) => {
      const reading = readFormForNext(request);
      socket.destroy();
      reading.then(resolve, reject);
      return String(await reading);
    }).then((url) => {
      socket.connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(`${head.join('\r\n')}\r\n\r\n--b`);
    });
    const socket = new Socket();
  });
  expect(result).toBe(400);
});
