import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { makeGuestTokenKey, makeMasterKey } from '@/testing/start-test-stays';
import { createStore } from './guest-files';

const photo = new Uint8Array(300_000);
const photos = { bucket: 'incident-photos', contentType: 'image/webp' };

/** Storage as this server sees it from outside: the app reads its address once, so all tests share one. */
let respond: RequestListener = () => undefined;
beforeAll(async () => {
  const server = createServer((request, response) => respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  Object.assign(process.env, {
    STAYS_URL: 'http://localhost:3000',
    SUPABASE_URL: `http://127.0.0.1:${port}`,
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
    SUPABASE_GUEST_KEY: 'a.guest.key',
    GUEST_TOKEN_KEYS: JSON.stringify([makeGuestTokenKey('test')]),
    DOCUMENT_KEYS: makeMasterKey('test'),
    CLIENT_SALT: 'a salt of the tests, of 32 characters at least',
  });
  return () => {
    server.closeAllConnections();
    server.close();
  };
});

test('an upload has its length in a header, and is no stream', async () => {
  const seen: IncomingHttpHeaders[] = [];
  respond = (request, response) => {
    seen.push(request.headers);
    request.resume().on('end', () => response.end('{"Id":"1","Key":"incident-photos/a.webp"}'));
  };
  await createStore(photos)('a.webp', photo);
  expect(seen).toMatchObject([
    { 'content-length': '300000', 'content-type': 'image/webp', connection: 'close' },
  ]);
  expect(seen[0]).not.toHaveProperty('transfer-encoding');
});

test('an upload that is refused without being read does not hold up the next one: each has its own connection', async () => {
  const sockets = new Set<Socket>();
  respond = (request, response) => {
    // Real Storage does this. It would read the next request only after the body that it has not read.
    sockets.add(request.socket);
    const body = '{"statusCode":"409","error":"Duplicate","message":"The resource already exists"}';
    response.writeHead(400, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  };
  const store = createStore(photos);
  for (let upload = 1; upload <= 3; upload += 1) {
    await expect(store('a.webp', photo)).rejects.toMatchObject({ code: 'unavailable' });
    expect(sockets.size).toBe(upload);
  }
});

test('an upload that gets no response ends at the time limit', async () => {
  const ended = new Promise((resolve) => {
    respond = (request) => void request.resume().once('close', resolve);
  });
  await expect(createStore(photos, 200)('a.webp', photo)).rejects.toMatchObject({ code: 'unavailable' });
  await ended;
});
