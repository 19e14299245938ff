/// <reference path="./compression.d.ts" />
import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http';
import compression from 'compression';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { describeFault, type Log } from '../request-log.ts';
import type { PlainAnswer } from '../route/plain-answer.ts';
import { capturePage } from './capture-page.ts';
import { findDirectAnswer } from './direct-answers.ts';
import { fillPage, type KeptPage } from './kept-page-store.ts';
import { type RequestFacts, runWithFacts } from './request-facts.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

export type Serving = {
  /** Next's. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  security: SecurityOptions;
  log: Log;
  /** Seconds the caller has to wait; 0: go on. */
  takeHit: (request: IncomingMessage) => number;
};

/** Compresses here and not in Next, whose settings turn its own off: what is answered without Next is too. */
export function listenForRequests(serving: Serving): RequestListener {
  const compress = compression();
  return (request, response) => compress(request, response, () => serveRequest(request, response, serving));
}

/** One request: who asks and its nonce are known before anything runs, and each answer carries the security headers. */
function serveRequest(request: IncomingMessage, response: ServerResponse, serving: Serving): void {
  const { security, log } = serving;
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
  const refusal = refuse(request);
  if (refusal !== null) {
    response.writeHead(refusal, { 'Content-Type': 'text/plain' }).end(STATUS_CODES[refusal]);
    return;
  }
  const retryAfterSeconds = serving.takeHit(request);
  if (retryAfterSeconds > 0) {
    turnAway(request, response, retryAfterSeconds, facts, log);
    return;
  }
  // Next reads the nonce of its own scripts from the policy on the request.
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
  applyPageFacts(response, facts);
  logPage(request, response, facts, log);
  runWithFacts(facts, () => {
    answer(request, response, facts, serving).catch((thrown: unknown) => {
      log.fault({
        requestId: facts.requestId,
        route: facts.page.route ?? 'unknown',
        ...describeFault(thrown),
      });
      failRequest(response);
    });
  });
}

/** What can be answered without Next is; the rest Next answers, and what it drew may be kept. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
  { handle, security }: Serving,
): Promise<void> {
  // While it is worked on, what was kept a moment ago is old.
  const direct = security.isDevelopment ? null : findDirectAnswer(request);
  const reply = (await direct?.()) ?? null;
  if (reply !== null) {
    if ('parts' in reply) {
      sendPage(reply, response, facts);
    } else {
      sendAnswer(reply, response);
    }
    return;
  }
  if (facts.keepAs !== undefined) {
    capturePage(response, facts.keepAs, facts);
  }
  await handle(request, response);
}

function sendPage(page: KeptPage, response: ServerResponse, { nonce }: RequestFacts): void {
  const { headers, document } = fillPage(page, nonce);
  response.writeHead(200, headers).end(document);
}

function sendAnswer({ status, headers, cookies, text }: PlainAnswer, response: ServerResponse): void {
  for (const cookie of cookies) {
    response.appendHeader('Set-Cookie', cookie);
  }
  const length = text === null ? {} : { 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...length }).end(text ?? undefined);
}

/** What Next would answer by a 500 of its own: an address that does not decode, a method that no Request may have. */
function refuse({ method, url = '/' }: IncomingMessage): 400 | 405 | null {
  if (method === 'TRACE') {
    return 405;
  }
  return isDecodable(url) ? null : 400;
}

/** The same for whoever asks without end, page or route: the cheapest answer there is. */
function turnAway(
  { method = 'GET' }: IncomingMessage,
  response: ServerResponse,
  retryAfterSeconds: number,
  { requestId }: RequestFacts,
  log: Log,
): void {
  const error = new ApiError('rate_limited', { retryAfterSeconds });
  response.setHeader('X-Request-Id', requestId);
  sendAnswer(formatError(error, requestId), response);
  log.request({ requestId, route: 'unknown', method, status: error.status, ms: 0, error: error.code });
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
