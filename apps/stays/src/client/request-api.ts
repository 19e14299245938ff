import { readErrorBody } from '@gudbro/api-kit/read-error-body';
import type { GuestApi } from '@/guest-api/contract';
import { probeLine, reportNoResponse, reportResponse } from './line-state';
import { RequestError } from './request-error';
import { syncClock } from './server-clock';

const defaultTimeoutMs = 20_000;
/** A request that has no response by then may have no line: the guest is told before it times out. */
const probeAfterMs = 1_000;

/** A route of the API: `POST /api/stay/[code]/orders`. */
export type ApiRoute = keyof GuestApi;

export type ApiOutput<Route extends ApiRoute> = GuestApi[Route]['output'];

/** What the contract asks for of a route. A body that is a FormData is sent as a form. */
export type ApiInput<Route extends ApiRoute> = Part<Route, 'params'> &
  Part<Route, 'body'> &
  Part<Route, 'idempotencyKey'>;

type Part<
  Route extends ApiRoute,
  Name extends 'params' | 'body' | 'idempotencyKey',
> = undefined extends GuestApi[Route][Name]
  ? { [Optional in Name]?: GuestApi[Route][Name] }
  : { [Required in Name]: GuestApi[Route][Name] };

type Sending = {
  /** Longer for a request that uploads photos. */
  timeoutMs?: number;
};

/**
 * Calls a route of our own API with the session's cookie. What it takes and responds with is checked against the contract, of which the
 * browser gets nothing but types. Throws a RequestError if the response is an error or none arrives.
 */
export async function requestApi<Route extends ApiRoute>(
  route: Route,
  { params, body, idempotencyKey, timeoutMs = defaultTimeoutMs }: ApiInput<Route> & Sending,
): Promise<ApiOutput<Route>> {
  const [method, path] = formatRoute(route, params);
  const isForm = body instanceof FormData;
  const sentAt = performance.now();
  const response = await send(path, {
    method,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    // Always revalidate: the browser sends the ETag it has, and uses its cached copy on 304.
    cache: 'no-cache',
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

function formatRoute(
  route: ApiRoute,
  params: Record<string, string> | undefined,
): [method: string, path: string] {
  const [method = '', pattern = ''] = route.split(' ');
  return [method, pattern.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(params?.[name] ?? ''))];
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
