import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFetch } from './database-fetch';

async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return { url: `http://127.0.0.1:${port}/rpc/f`, server };
}

test('sends and receives what fetch would', async () => {
  const { url } = await serve(async (request, response) => {
    const body = await text(request);
    response
      .writeHead(201, { 'x-seen': `${request.method} ${request.headers['apikey']}` })
      .end(`got ${body}`);
  });
  const response = await databaseFetch(url, {
    method: 'POST',
    headers: { apikey: 'k' },
    body: '{"name":"Hương"}',
  });
  expect([response.status, response.headers.get('x-seen'), await response.text()]).toEqual([
    201,
    'POST k',
    'got {"name":"Hương"}',
  ]);
});

test('asks again and again on one connection', async () => {
  const sockets = new Set<Socket>();
  const { url } = await serve((request, response) => {
    sockets.add(request.socket);
    response.end('{}');
  });
  for (let call = 0; call < 3; call += 1) {
    await (await databaseFetch(url)).text();
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
  await (await databaseFetch(url, { method: 'POST', body: '1' })).text();
  expect((await databaseFetch(url, { method: 'POST', body: '2' })).status).toBe(200);
  expect(calls).toBe(3);
});

test('nobody there, and a wait that is called off, are thrown', async () => {
  const { url, server } = await serve(() => undefined);
  await expect(databaseFetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await expect(databaseFetch(url)).rejects.toThrow('ECONNREFUSED');
});

test('an answer without a body has none', async () => {
  const { url } = await serve((_request, response) => response.writeHead(204).end());
  const response = await databaseFetch(url, { method: 'POST', body: '{}' });
  expect([response.status, await response.text()]).toEqual([204, '']);
});
