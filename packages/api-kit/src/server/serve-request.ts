/// <reference path="./compression.d.ts" />
import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http';
import compression from 'compression';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { formatFault, type Log } from '../request-log.ts';
import type { PlainResponse } from '../route/plain-response.ts';
import { applyPageResponse } from './apply-page-response.ts';
import { capturePage } from './capture-page.ts';
import { checkRequest } from './check-request.ts';
import { type CurrentRequest, runWithRequest } from './current-request.ts';
import { findDirectHandler } from './direct-routes.ts';
import { type CachedPage, fillPage } from './page-cache.ts';
import { prepareForNext } from './prepare-for-next.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

/** A page has set its status, headers or cookies after the head of its response was sent. The log says where. */
class LateResponseError extends Error {
  override readonly name = 'LateResponseError';
}

/** What our server needs to respond to requests. */
export type ServeOptions = {
  /** Next's request handler. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  security: SecurityOptions;
  log: Log;
  /** Counts a request of its caller and returns the seconds the caller has to wait; 0: none. */
  takeHit: (request: IncomingMessage) => number;
  /** With false, each page is rendered anew. */
  cachesPages: boolean;
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
    ...(request.url === undefined ? {} : { address: request.url }),
    pageResponse: {},
  };
  current.reportLate = () => {
    const late = new LateResponseError();
    const route = current.pageResponse.route ?? 'unknown';
    log.fault({ requestId: current.requestId, route, ...formatFault(late) });
  };
  const headers = securityHeaders(current.nonce, security);
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  applyPageResponse(response, current);
  if (refuse(request, response, current, options)) {
    return;
  }
  // Next takes the nonce for its own scripts from the policy on the request.
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
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
  { handle, security, cachesPages }: ServeOptions,
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
  if (current.pageCacheKey !== undefined && cachesPages) {
    // Next writes the head for some bots in another order, and everybody is sent what the first reader gets.
    delete request.headers['user-agent'];
    capturePage(response, current.pageCacheKey, current);
  }
  const prepared = await prepareForNext(request);
  if (typeof prepared === 'number') {
    response.setHeader('Connection', 'close');
    sendStatus(prepared, response);
  } else {
    await handle(prepared, response);
  }
}

function sendStatus(status: number, response: ServerResponse): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(STATUS_CODES[status]);
}

function sendPage(page: CachedPage, response: ServerResponse, { nonce }: CurrentRequest): void {
  const { headers, document } = fillPage(page, nonce);
  response.writeHead(200, headers).end(document);
}

function sendPlain({ status, headers, cookies, content }: PlainResponse, response: ServerResponse): void {
  for (const cookie of cookies) {
    response.appendHeader('Set-Cookie', cookie);
  }
  const length = content === null ? {} : { 'Content-Length': Buffer.byteLength(content) };
  response.writeHead(status, { ...headers, ...length }).end(content ?? undefined);
}

/** Refuses a caller over its limit, and a request that is not well-formed. Returns whether it did. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId }: CurrentRequest,
  { takeHit, log }: ServeOptions,
): boolean {
  const invalidStatus = checkRequest(request);
  // A page loads a dozen files of the build, and they cost next to nothing.
  const isFree = invalidStatus === null && request.url?.startsWith('/_next/static/');
  const retryAfterSeconds = isFree ? 0 : takeHit(request);
  if (retryAfterSeconds === 0 && invalidStatus === null) {
    return false;
  }
  response.setHeader('X-Request-Id', requestId);
  if (invalidStatus !== null) {
    // Nothing more is to be read from this connection.
    response.setHeader('Connection', 'close');
  }
  const line = { requestId, route: 'unknown', method: request.method ?? 'GET', ms: 0 };
  if (retryAfterSeconds > 0) {
    // The same short JSON for pages and routes, since it is the cheapest response.
    const error = new ApiError('rate_limited', { retryAfterSeconds });
    sendPlain(formatError(error, requestId), response);
    log.request({ ...line, status: error.status, error: error.code });
  } else if (invalidStatus !== null) {
    sendStatus(invalidStatus, response);
    log.request({ ...line, status: invalidStatus, error: 'invalid_request' });
  }
  return true;
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
