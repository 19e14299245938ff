/// <reference path="./compression.d.ts" />
import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import compression from 'compression';
import { Hono } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { formatFault, type Log } from '../request-log.ts';
import { sendPlain } from '../route/plain-response.ts';
import { applyPageResponse } from './apply-page-response.ts';
import { capturePage } from './capture-page.ts';
import { checkRequest } from './check-request.ts';
import type { Front } from './create-front.ts';
import { type CurrentRequest, currentRequest, runWithRequest } from './current-request.ts';
import { prepareForNext } from './prepare-for-next.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

/** A page has set its status, headers or cookies after the head of its response was sent. The log says where. */
class LateResponseError extends Error {
  override readonly name = 'LateResponseError';
}

/** What our server needs to respond to requests. */
export type ServeOptions = {
  /** What is asked before Next. Null: nothing. */
  front: Front | null;
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
  const respond = createResponder(options);
  return (request, response) =>
    compress(request, response, () => serveRequest(request, response, respond, options));
}

type Responder = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The router: the front, and Next for what the front leaves. */
function createResponder(options: ServeOptions): Responder {
  const router = new Hono<{ Bindings: HttpBindings }>();
  if (options.front !== null) {
    router.route('/', options.front);
  }
  router.notFound(async ({ env }) => {
    await passToNext(env.incoming, env.outgoing, options);
    return RESPONSE_ALREADY_SENT;
  });
  router.onError((thrown) => {
    logFault(thrown, options.log);
    return new Response(null, { status: 500 });
  });
  return getRequestListener(router.fetch, {
    // Next has its own ideas of these classes.
    overrideGlobalObjects: false,
    // HTTP/1.0 needs no host.
    hostname: 'localhost',
    errorHandler: (thrown) => new Response(null, { status: thrown instanceof RequestError ? 400 : 500 }),
  });
}

function logFault(thrown: unknown, log: Log): void {
  const { requestId, pageResponse } = currentRequest();
  log.fault({ requestId, route: pageResponse.route ?? 'unknown', ...formatFault(thrown) });
}

function serveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  respond: Responder,
  options: ServeOptions,
): void {
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
  runWithRequest(current, () => respond(request, response));
}

async function passToNext(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  try {
    await renderByNext(request, response, options);
  } catch (thrown) {
    logFault(thrown, options.log);
    failRequest(response);
  }
}

async function renderByNext(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, cachesPages }: ServeOptions,
): Promise<void> {
  const current = currentRequest();
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
