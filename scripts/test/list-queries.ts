import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type QueryList = {
  /** Where an app finds the database. */
  databaseUrl: string;
  /** A GET returns what was queried since the last GET, as JSON: `["POST /rest/v1/rpc/list_rooms"]`. */
  queriesUrl: string;
  close: () => Promise<void>;
};

const listPath = '/queries';

/** A proxy in front of the database that lists the queries it forwards. */
export async function listQueries(databaseUrl: string): Promise<QueryList> {
  const queries: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', databaseUrl);
    if (pathname === listPath) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(queries.splice(0)));
      return;
    }
    if (pathname.startsWith('/rest/')) {
      queries.push(`${request.method} ${pathname}`);
    }
    forward(databaseUrl, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  const url = `http://127.0.0.1:${port}`;
  return {
    databaseUrl: url,
    queriesUrl: `${url}${listPath}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(databaseUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', databaseUrl);
  const { method, headers } = request;
  const onward = openRequest(url, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', (error) => response.destroy(error));
  request.pipe(onward);
}
