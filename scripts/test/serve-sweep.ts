import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a journey do what is due at once, by a POST: by the timer it is done every quarter of an hour. */
export async function serveSweep(
  sweep: () => Promise<unknown>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    try {
      await sweep();
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
