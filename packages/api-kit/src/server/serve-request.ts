/// <reference path="./compression.d.ts" />
import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http';
import compression from 'compression';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { formatFault, type Log } from '../request-log.ts';
import type { PlainResponse } from '../route/plain-response.ts';
import { capturePage } from './capture-page.ts';
import { type CurrentRequest, runWithRequest } from './current-request.ts';
import { findDirectHandler } from './direct-routes.ts';
import { type CachedPage, fillPage } from './page-cache.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

/** What our server needs to respond to requests. */
export type ServeOptions = {
  /** Next's request handler. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  security: SecurityOptions;
  log: Log;
  /** Counts a request of its caller and returns the seconds the caller has to wait; 0: none. */
  takeHit: (request: IncomingMessage) => number;
};

/** The listener of our HTTP server. It compresses, and Next does not: our own responses are to be compressed too. */
export function listenForRequests(options: ServeOptions): RequestListener {
  const compress = compression();
  return (request, response) => compress(request, response, () => serveRequest(request, response, options));
}

function serveRequest(request: IncomingMessage, response: ServerResponse, options: ServeOptions): void {
  const { security, log } = options;
  const current: CurrentRequest = {
    requestId: randomUUID(),
    socketAddress: request.socket.remoteAddress ?? 'unknown',
    nonce: randomBytes(16).toString('base64url'),
    pageResponse: {},
  };
  const headers = securityHeaders(current.nonce, security);
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  const invalidStatus = checkRequestLine(request);
  if (invalidStatus !== null) {
    response.writeHead(invalidStatus, { 'Content-Type': 'text/plain' }).end(STATUS_CODES[invalidStatus]);
    return;
  }
  const retryAfterSeconds = options.takeHit(request);
  if (retryAfterSeconds > 0) {
    sendRateLimited(request, response, retryAfterSeconds, current, log);
    return;
  }
  // Next takes the nonce for its own scripts from the policy on the request.
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
  applyPageResponse(response, current);
  logPage(request, response, current, log);
  runWithRequest(current, () => {
    respond(request, response, current, options).catch((thrown: unknown) => {
      log.fault({
        requestId: current.requestId,
        route: current.pageResponse.route ?? 'unknown',
        ...formatFault(thrown),
      });
      failRequest(response);
    });
  });
}

/** Responds without Next where a direct route or a cached page allows it, and else lets Next respond. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  current: CurrentRequest,
  { handle, security }: ServeOptions,
): Promise<void> {
  // In development a cached page would be older than the code.
  const direct = security.isDevelopment ? null : findDirectHandler(request);
  const directResponse = (await direct?.()) ?? null;
  if (directResponse !== null) {
    if ('parts' in directResponse) {
      sendPage(directResponse, response, current);
    } else {
      sendPlain(directResponse, response);
    }
    return;
  }
  if (current.pageCacheKey !== undefined) {
    capturePage(response, current.pageCacheKey, current);
  }
  await handle(request, response);
}

function sendPage(page: CachedPage, response: ServerResponse, { nonce }: CurrentRequest): void {
  const { headers, document } = fillPage(page, nonce);
  response.writeHead(200, headers).end(document);
}

function sendPlain({ status, headers, cookies, text }: PlainResponse, response: ServerResponse): void {
  for (const cookie of cookies) {
    response.appendHeader('Set-Cookie', cookie);
  }
  const length = text === null ? {} : { 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...length }).end(text ?? undefined);
}

/** The status for a request to which Next would respond with 500: its address does not decode, or its method is TRACE. */
function checkRequestLine({ method, url = '/' }: IncomingMessage): 400 | 405 | null {
  if (method === 'TRACE') {
    return 405;
  }
  return isDecodable(url) ? null : 400;
}

/** The same short JSON for pages and routes, since it is the cheapest response. */
function sendRateLimited(
  { method = 'GET' }: IncomingMessage,
  response: ServerResponse,
  retryAfterSeconds: number,
  { requestId }: CurrentRequest,
  log: Log,
): void {
  const error = new ApiError('rate_limited', { retryAfterSeconds });
  response.setHeader('X-Request-Id', requestId);
  sendPlain(formatError(error, requestId), response);
  log.request({ requestId, route: 'unknown', method, status: error.status, ms: 0, error: error.code });
}

function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false; // decodeURIComponent throws for this reason only
  }
}

/** Applies what the page set for its response when the headers are written: by then the page has rendered. */
function applyPageResponse(response: ServerResponse, { pageResponse, requestId }: CurrentRequest): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse; // the overloads differ in form only
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(pageResponse.headers ?? {})) {
      response.setHeader(name, value);
    }
    for (const cookie of pageResponse.cookies ?? []) {
      response.appendHeader('Set-Cookie', cookie);
    }
    if (pageResponse.route !== undefined) {
      response.setHeader('X-Request-Id', requestId);
    }
    return writeHead(pageResponse.status ?? status, ...rest);
  };
}

/** Logs a page that has set its route. Routes of the API log themselves. */
function logPage(
  request: IncomingMessage,
  response: ServerResponse,
  { pageResponse, requestId }: CurrentRequest,
  log: Log,
): void {
  const startedAt = performance.now();
  response.once('close', () => {
    if (pageResponse.route !== undefined) {
      const ms = Math.round(performance.now() - startedAt);
      log.request({
        requestId,
        route: pageResponse.route,
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
