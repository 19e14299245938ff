import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { prepareToClose } from './close-server.ts';

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // a server on a port has no other kind of address
}

test('waits for a request under way', async () => {
  let finish: () => void = () => undefined;
  const server = createServer((_request, response) => {
    finish = () => response.end('whole');
  });
  const close = prepareToClose(server);
  const port = await listen(server);
  const request = get({ port, host: '127.0.0.1', agent: false });
  await once(server, 'request');
  const closed = close(60_000);
  finish();
  const [response]: IncomingMessage[] = await once(request, 'response');
  const parts = (await response?.toArray()) ?? [];
  expect(Buffer.concat(parts).toString()).toBe('whole');
  await closed;
});

test('does not wait for a websocket that a browser has open', async () => {
  const server = createServer();
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  });
  const close = prepareToClose(server);
  const port = await listen(server);
  const request = get({
    port,
    host: '127.0.0.1',
    headers: { Connection: 'Upgrade', Upgrade: 'websocket' },
  });
  await once(request, 'upgrade');
  await close(0);
  expect(server.listening).toBe(false);
});
