import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readResponse, sendRaw } from './send-raw.ts';

test('an interim response is not the response', () => {
  const received = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nX-A: b\r\n\r\n';
  expect(readResponse(received).status).toBe(404);
  expect(readResponse('HTTP/1.1 500 Internal Server Error\r\n\r\n').status).toBe(500);
  expect(readResponse('').status).toBeNull();
});

test('tells a closed connection from one on which nothing happens', async () => {
  let isSilent = false;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (!isSilent) {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = { app: 'stays', template: '/', bytes: Buffer.from('GET'), afterwards: 'wait' } as const;
  expect(await sendRaw(url, request, 60_000)).toMatchObject({ status: 400 });
  isSilent = true;
  expect(await sendRaw(url, request, 50)).toBe('hang');
});
