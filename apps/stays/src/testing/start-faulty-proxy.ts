import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** `away`: nobody answers. `nonsense`: somebody does, with what no function of ours returns. */
type Condition = 'good' | 'away' | 'nonsense';

export type FaultyLine = {
  url: string;
  /** Tells a story while the line is in this condition. */
  during: <Told>(condition: Condition, tell: () => Promise<Told>) => Promise<Told>;
  close: () => Promise<void>;
};

/** A line between the app and its database that can be cut, or have somebody else at its end. */
export async function startFaultyLine(databaseUrl: string): Promise<FaultyLine> {
  let condition: Condition = 'good';
  const server = createServer((request, response) => {
    if (condition === 'away') {
      request.socket.destroy();
    } else if (condition === 'nonsense') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('"42"');
    } else {
      passOn(databaseUrl, request, response).catch((fault: unknown) => response.destroy(fault as Error)); // fetch rejects with errors
    }
  });
  const url = await listen(server);
  return {
    url,
    during: async (wanted, tell) => {
      condition = wanted;
      try {
        return await tell();
      } finally {
        condition = 'good';
      }
    },
    close: () => close(server),
  };
}

async function passOn(
  databaseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await fetch(new URL(request.url ?? '/', databaseUrl), {
    method: request.method ?? 'GET',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody ? { body: await buffer(request) } : {}),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
