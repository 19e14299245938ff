import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HealthOptions = {
  host: string;
  port: number;
  /** When the database last gave out jobs; null before the first time. */
  lastClaimAt: () => number | null;
  clock: () => number;
};

/** The database is asked every few seconds; a request may wait for it for eight. */
const staleAfterMs = 60_000;

/** Responds to `GET /health`: 200 while the process gets its jobs from the database, else 503. */
export async function serveHealth(options: HealthOptions) {
  const { host, port, lastClaimAt, clock } = options;
  const server = createServer((request, response) => {
    if (request.url !== '/health') {
      response.writeHead(404).end();
      return;
    }
    const last = lastClaimAt();
    const isWell = last !== null && clock() - last < staleAfterMs;
    response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: isWell }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
