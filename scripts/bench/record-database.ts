import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Recorder = {
  url: string;
  /** How many calls went through to the database. */
  countForwarded: () => number;
  close: () => Promise<void>;
};

type Answer = { status: number; contentType: string; body: Buffer };

/**
 * Stands before the database: the first answer to a call is the real one, the same call later is answered with it at
 * once. Refusals are not kept.
 */
export async function recordDatabase(databaseUrl: string): Promise<Recorder> {
  const answers = new Map<string, Answer>();
  let forwarded = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const sent = await buffer(request);
    const call = `${request.method} ${request.url} ${sent}`;
    let known = answers.get(call);
    if (known === undefined) {
      forwarded += 1;
      known = await forward(databaseUrl, request, sent);
      if (known.status === 200) {
        answers.set(call, known);
      }
    }
    response.writeHead(known.status, {
      'Content-Type': known.contentType,
      'Content-Length': known.body.length,
    });
    response.end(known.body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  // The app keeps its connections open between rounds, as it would to a real database.
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

const passedOn = [
  'apikey',
  'authorization',
  'content-type',
  'accept',
  'content-profile',
  'accept-profile',
  'prefer',
];

async function forward(databaseUrl: string, request: IncomingMessage, sent: Buffer): Promise<Answer> {
  const headers = passedOn.flatMap((name): [string, string][] => {
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
