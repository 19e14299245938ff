import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** `unreachable`: connections are closed. `invalid`: responses have a body that no guest function returns. */
type Condition = 'good' | 'unreachable' | 'invalid';

export type FaultyProxy = {
  url: string;
  /** Calls `run` while the proxy is in this condition. */
  during: <Result>(condition: Condition, run: () => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Starts a proxy between the app and its database that can fail in the ways of `Condition`. */
export async function startFaultyProxy(databaseUrl: string): Promise<FaultyProxy> {
  let condition: Condition = 'good';
  const server = createServer((request, response) => {
    if (condition === 'unreachable') {
      request.socket.destroy();
    } else if (condition === 'invalid') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('"42"');
    } else {
      forward(databaseUrl, request, response).catch((fault: unknown) => response.destroy(fault as Error)); // fetch rejects with errors
    }
  });
  const url = await listen(server);
  return {
    url,
    during: async (wanted, run) => {
      condition = wanted;
      try {
        return await run();
      } finally {
        condition = 'good';
      }
    },
    close: () => close(server),
  };
}

async function forward(
  databaseUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const reply = await fetch(new URL(request.url ?? '/', databaseUrl), {
    method: request.method ?? 'GET',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody ? { body: await buffer(request) } : {}),
  });
  response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
  response.end(Buffer.from(await reply.arrayBuffer()));
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
