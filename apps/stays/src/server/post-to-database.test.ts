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

const post = (url: URL, body = '{}', timeoutMs = 5_000) =>
  postToDatabase({ url, headers: { apikey: 'k' }, body, timeoutMs });

test('sends JSON and reads the answer, whatever alphabet it is in', async () => {
  const { url } = await serve(async (request, response) => {
    const { method, headers } = request;
    const seen = [method, headers['apikey'], headers['content-type'], await text(request)];
    response.writeHead(201).end(seen.join(' '));
  });
  expect(await post(url, '{"name":"Hương"}')).toEqual({
    status: 201,
    text: 'POST k application/json {"name":"Hương"}',
  });
});

test('asks again and again on one connection', async () => {
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

test('a connection that was closed meanwhile costs nobody an error', async () => {
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

test('nobody there, an answer that does not come and one that breaks off are thrown', async () => {
  const { url, server } = await serve((request, response) => {
    if (request.headers['content-length'] === '3') {
      response.writeHead(200, { 'content-length': '100' }).write('{"half"');
      response.socket?.destroySoon();
    }
  });
  await expect(post(url, '{}', 50)).rejects.toThrow('did not answer in time');
  await expect(post(url, '{ }')).rejects.toThrow('aborted');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await expect(post(url)).rejects.toThrow('ECONNREFUSED');
});
