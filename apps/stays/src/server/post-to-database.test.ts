import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { postToDatabase } from './post-to-database';

async function serve(listener: RequestListener): Promise<{ url: URL; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return { url: new URL(`http://127.0.0.1:${port}/rpc/f`), server };
}

const post = (url: URL, { body = '{}', timeoutMs = 5_000, mayRepeat = true } = {}) =>
  postToDatabase({ url, headers: { apikey: 'k' }, body, timeoutMs, mayRepeat });

test('postToDatabase sends JSON and reads the response as UTF-8', async () => {
  const { url } = await serve(async (request, response) => {
    const { method, headers } = request;
    const seen = [method, headers['apikey'], headers['content-type'], await text(request)];
    response.writeHead(201).end(seen.join(' '));
  });
  expect(await post(url, { body: '{"name":"Hương"}' })).toEqual({
    status: 201,
    text: 'POST k application/json {"name":"Hương"}',
  });
});

test('postToDatabase reuses one connection for several requests', async () => {
  const sockets = new Set<Socket>();
  const { url } = await serve((request, response) => {
    sockets.add(request.socket);
    response.end('{}');
  });
  for (let call = 0; call < 3; call += 1) {
    await post(url);
  }
  expect(sockets.size).toBe(1);
});

test('postToDatabase sends a request again if its reused connection had been closed', async () => {
  let calls = 0;
  const { url } = await serve((request, response) => {
    calls += 1;
    if (calls === 2) {
      request.socket.resetAndDestroy();
      return;
    }
    response.end('{}');
  });
  await post(url);
  expect((await post(url)).status).toBe(200);
  expect(calls).toBe(3);
});

test('a call that may not be repeated takes a new connection, and is not sent again after a reset', async () => {
  const sockets: Socket[] = [];
  const { url } = await serve((request, response) => {
    sockets.push(request.socket);
    if (sockets.length === 3) {
      request.socket.resetAndDestroy();
      return;
    }
    response.end('{}');
  });
  await post(url);
  await post(url, { mayRepeat: false });
  expect(new Set(sockets).size).toBe(2);
  await expect(post(url, { mayRepeat: false })).rejects.toThrow();
  expect(sockets).toHaveLength(3);
});

test('postToDatabase throws on a refused connection, a timeout and a truncated response', async () => {
  const { url, server } = await serve((request, response) => {
    if (request.headers['content-length'] === '3') {
      response.writeHead(200, { 'content-length': '100' }).write('{"half"');
      response.socket?.destroySoon();
    }
  });
  await expect(post(url, { timeoutMs: 50 })).rejects.toThrow('did not respond in time');
  await expect(post(url, { body: '{ }' })).rejects.toThrow('aborted');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await expect(post(url)).rejects.toThrow('ECONNREFUSED');
});
