import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Called with the function's name and its response, before the app gets it. With `drop` the app never gets it. */
export type OnResponse = (functionName: string, response: string) => Promise<'pass' | 'drop'>;

/** Called before the database gets a call. With `drop` it never does. */
export type OnCall = (functionName: string) => Promise<'pass' | 'drop'>;

/** The name by which a gate knows an object that is sent to Storage. */
export const storedObject = 'stored object';

export type DatabaseGate = { url: string; close: () => Promise<void> };

/** Stands between an app and the database's API, where a transaction has been committed and the app does not know of it yet. */
export async function startDatabaseGate(
  databaseUrl: string,
  onResponse: OnResponse,
  onCall: OnCall = async () => 'pass',
): Promise<DatabaseGate> {
  const server = createServer((incoming, outgoing) => {
    forward(databaseUrl, incoming, outgoing, { onCall, onResponse }).catch(() => outgoing.destroy());
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
  { onCall, onResponse }: { onCall: OnCall; onResponse: OnResponse },
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const functionName = nameCall(method, url);
  const body = await buffer(incoming);
  if ((await onCall(functionName)) === 'drop') {
    outgoing.destroy();
    return;
  }
  const response = await send(new URL(url, databaseUrl), { method, headers }, body);
  const bytes = await buffer(response);
  if ((await onResponse(functionName, bytes.toString())) === 'drop') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.statusCode ?? 502, response.headers).end(bytes);
}

function nameCall(method: string, url: string): string {
  const isStored = method === 'POST' && url.startsWith('/storage/v1/object/');
  return isStored ? storedObject : (/^\/rest\/v1\/rpc\/(\w+)/.exec(url)?.[1] ?? '');
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
