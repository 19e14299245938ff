import { readErrorBody } from '@gudbro/api-kit/read-error-body';
import type { ApiInput, ApiOutput, ApiRoute } from '@gudbro/guest-api/api-types';
import { formatRequest } from '@gudbro/guest-api/format-request';
import { probeLine, reportNoResponse, reportResponse } from './line-state';
import { RequestError } from './request-error';
import { syncClock } from './server-clock';

const defaultTimeoutMs = 20_000;
/** A request that has no response by then may have no line: the guest is told before it times out. */
const probeAfterMs = 1_000;

type Sending = {
  /** Longer for a request that uploads photos. */
  timeoutMs?: number;
  /** False: the browser stores no copy of the response, as of documents. */
  isStored?: boolean;
};

/**
 * Calls a route of our own API with the session's cookie. What it takes and responds with is checked against the contract, of which the
 * browser gets nothing but types. Throws a RequestError if the response is an error or none arrives.
 */
export async function requestApi<Route extends ApiRoute>(
  route: Route,
  input: ApiInput<Route> & Sending,
): Promise<ApiOutput<Route>> {
  const { timeoutMs = defaultTimeoutMs, isStored = true } = input;
  const sentAt = performance.now();
  const { path, ...request } = formatRequest(route, input);
  const response = await send(path, {
    ...request,
    // Always revalidate: the browser sends the ETag it has, and uses its cached copy on 304.
    cache: isStored ? 'no-cache' : 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
  });
  syncClock(response);
  const data = await readJson(response, sentAt);
  if (response.ok) {
    // The server parses each response by the schema that this type is inferred from.
    return data as ApiOutput<Route>;
  }
  throw new RequestError(readErrorBody(data));
}

async function send(path: string, init: RequestInit): Promise<Response> {
  // An upload takes long on a line that works.
  const timer = init.body instanceof FormData ? undefined : setTimeout(probeLine, probeAfterMs);
  try {
    return await fetch(path, init);
  } catch {
    // No network, cut off or timed out: the guest can do the same about each.
    return throwOffline();
  } finally {
    clearTimeout(timer);
  }
}

async function readJson(response: Response, sentAt: number): Promise<unknown> {
  try {
    const data = await response.json();
    reportResponse(sentAt);
    return data;
  } catch {
    // A truncated body, or the HTML page of a proxy: treat both as a lost connection.
    return throwOffline();
  }
}

function throwOffline(): never {
  reportNoResponse();
  throw new RequestError({ error: 'offline' });
}
