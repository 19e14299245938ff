import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { describeFault, type Log } from '../request-log.ts';
import { type RequestFacts, runWithFacts } from './request-facts.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

export type AppServerOptions = {
  directory: string;
  host: string;
  /** 0: one the system gives. */
  port: number;
  publicUrl: URL;
  noIndex: boolean;
  referrerPolicy: SecurityOptions['referrerPolicy'];
  isDevelopment: boolean;
  log: Log;
};

export type RunningApp = { url: string; close: () => Promise<void> };

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Runs a built Next app behind a server that knows the peer's address, gives each request a nonce, and sets headers. */
export async function startAppServer(options: AppServerOptions): Promise<RunningApp> {
  const app = next({
    dev: options.isDevelopment,
    dir: options.directory,
    hostname: options.host,
    port: options.port,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const security: SecurityOptions = {
    isHttps: options.publicUrl.protocol === 'https:',
    noIndex: options.noIndex,
    referrerPolicy: options.referrerPolicy,
    isDevelopment: options.isDevelopment,
  };
  const server = createServer((request, response) => serve(request, response, handle, security, options.log));
  // A body that trickles in must not hold a connection for minutes.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await listen(server, options);
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return { url: `http://${options.host}:${port}`, close: () => stop(server, () => app.close()) };
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  security: SecurityOptions,
  log: Log,
): void {
  const facts: RequestFacts = {
    requestId: randomUUID(),
    socketAddress: request.socket.remoteAddress ?? 'unknown',
    nonce: randomBytes(16).toString('base64url'),
    page: {},
  };
  const headers = securityHeaders(facts.nonce, security);
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  if (!isDecodable(request.url ?? '/')) {
    // Next answers an address that does not decode by a 500 of its own.
    response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Bad Request');
    return;
  }
  // Next reads the nonce of its own scripts from the policy on the request.
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
  applyPageFacts(response, facts);
  logPage(request, response, facts, log);
  runWithFacts(facts, () => {
    handle(request, response).catch((thrown: unknown) => {
      log.fault({
        requestId: facts.requestId,
        route: facts.page.route ?? 'unknown',
        ...describeFault(thrown),
      });
      failRequest(response);
    });
  });
}

function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false; // that it does not decode is the answer
  }
}

/** What a page says of its answer is known when the first byte is written, which is after it has rendered. */
function applyPageFacts(response: ServerResponse, { page, requestId }: RequestFacts): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse; // the overloads differ in form only
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(page.headers ?? {})) {
      response.setHeader(name, value);
    }
    for (const cookie of page.cookies ?? []) {
      response.appendHeader('Set-Cookie', cookie);
    }
    if (page.route !== undefined) {
      response.setHeader('X-Request-Id', requestId);
    }
    return writeHead(page.status ?? status, ...rest);
  };
}

/** Routes of the API log themselves; a page that said which one it is, is logged here. */
function logPage(
  request: IncomingMessage,
  response: ServerResponse,
  { page, requestId }: RequestFacts,
  log: Log,
): void {
  const startedAt = performance.now();
  response.once('close', () => {
    if (page.route !== undefined) {
      const ms = Math.round(performance.now() - startedAt);
      log.request({
        requestId,
        route: page.route,
        method: request.method ?? 'GET',
        status: response.statusCode,
        ms,
      });
    }
  });
}

function failRequest(response: ServerResponse): void {
  if (!response.headersSent) {
    response.writeHead(500, { 'Content-Type': 'text/plain' });
  }
  response.end();
}

function listen(server: Server, options: AppServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function stop(server: Server, closeApp: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(cutOff);
  await closeApp();
}
