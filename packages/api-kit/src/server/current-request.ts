import { AsyncLocalStorage } from 'node:async_hooks';
import { shareInProcess } from './share-in-process.ts';

/** What our server knows of the request it is handling, and what a page sets for its response. Next offers neither. */
export type CurrentRequest = {
  requestId: string;
  /** The address of the TCP connection's other end, which no header can change. */
  socketAddress: string;
  nonce: string;
  /** Path and query. Absent outside our server, in tests. */
  address?: string;
  pageResponse: PageResponse;
  /** Set where the page that Next is rendering is to be stored in the page cache, under this key. */
  pageCacheKey?: string;
  /** The status and the headers have been sent, so nothing more can be set. */
  isHeadSent?: boolean;
  /** Writes a fault into the log: something was set too late. Absent outside our server, in tests. */
  reportLate?: () => void;
};

/** What a page can set for its own response. */
export type PageResponse = {
  /** The route's pattern, for the log: its address may contain a code. */
  route?: string;
  /** For example 404 for an unknown code. Next would send 200. */
  status?: number;
  headers?: Record<string, string>;
  /** Set-Cookie values. */
  cookies?: readonly string[];
};

const store = shareInProcess('current-request', () => new AsyncLocalStorage<CurrentRequest>());

/** Runs a function in which `currentRequest()` returns this request. */
export function runWithRequest<T>(request: CurrentRequest, run: () => T): T {
  return store.run(request, run);
}

/** The request that is being handled. Throws outside our server: without it there is no address to limit callers by. */
export function currentRequest(): CurrentRequest {
  const request = store.getStore();
  if (request === undefined) {
    throw new Error('This app runs behind its own server (server.ts), not behind `next start`.');
  }
  return request;
}

/**
 * Sets route, status, headers or cookies for the response of the page that is being rendered, as long as no byte of it has
 * been sent: `setPageResponse({ route: '/rooms', status: 404 })`. A later call replaces the fields it names. What comes too late
 * is a fault in the log: the response went out with another status.
 */
export function setPageResponse(response: PageResponse): void {
  const request = currentRequest();
  if (request.isHeadSent) {
    request.reportLate?.();
  }
  Object.assign(request.pageResponse, response);
}
