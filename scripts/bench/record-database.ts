import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Recorder = {
  url: string;
  /** How many calls were forwarded to the database. */
  countForwarded: () => number;
  close: () => Promise<void>;
};

type RecordedResponse = { status: number; contentType: string; body: Buffer };

/**
 * A proxy in front of the database. The first call is forwarded and its response recorded; the same call later gets the
 * recorded response. Failed calls are not recorded.
 */
export async function recordDatabase(databaseUrl: string): Promise<Recorder> {
  const recorded = new Map<string, RecordedResponse>();
  let forwarded = 0;
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const sent = await buffer(request);
    const call = `${request.method} ${request.url} ${sent}`;
    let known = recorded.get(call);
    if (known === undefined) {
      forwarded += 1;
      known = await forward(databaseUrl, request, sent);
      if (known.status === 200) {
        recorded.set(call, known);
      }
    }
    response.writeHead(known.status, {
      'Content-Type': known.contentType,
      'Content-Length': known.body.length,
    });
    response.end(known.body);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  // The app reuses its connections between rounds, as it does with a real database.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return {
    url: `http://127.0.0.1:${port}`,
    countForwarded: () => forwarded,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const forwardedHeaders = [
  'apikey',
  'authorization',
  'content-type',
  'accept',
  'content-profile',
  'accept-profile',
  'prefer',
];

async function forward(
  databaseUrl: string,
  request: IncomingMessage,
  sent: Buffer,
): Promise<RecordedResponse> {
  const headers = forwardedHeaders.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const response = await fetch(new URL(request.url ?? '/', databaseUrl), {
    method: request.method ?? 'GET',
    headers,
    ...(sent.length === 0 ? {} : { body: new Uint8Array(sent) }),
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? 'application/json',
    body: Buffer.from(await response.arrayBuffer()),
  };
}
