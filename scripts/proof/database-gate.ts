import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Called with the function's name and its response, before the app gets it. With `drop` the app never gets it. */
export type OnResponse = (functionName: string, response: string) => Promise<'pass' | 'drop'>;

export type DatabaseGate = { url: string; close: () => Promise<void> };

/** Stands between an app and the database's API, where a transaction has been committed and the app does not know of it yet. */
export async function startDatabaseGate(databaseUrl: string, onResponse: OnResponse): Promise<DatabaseGate> {
  const server = createServer((incoming, outgoing) => {
    forward(databaseUrl, incoming, outgoing, onResponse).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function forward(
  databaseUrl: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onResponse: OnResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const response = await send(new URL(url, databaseUrl), { method, headers }, await buffer(incoming));
  const bytes = await buffer(response);
  const functionName = /^\/rest\/v1\/rpc\/(\w+)/.exec(url)?.[1] ?? '';
  if ((await onResponse(functionName, bytes.toString())) === 'drop') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.statusCode ?? 502, response.headers).end(bytes);
}

function send(
  url: URL,
  head: Pick<IncomingMessage, 'headers'> & { method: string },
  body: Buffer,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, head, resolve).once('error', reject).end(body);
  });
}
