import type { RouteHandler } from '@gudbro/api-kit/routes';
import type { TestStays } from './start-test-stays';

/** A request to the API, as a plain object that a test can copy with changes. */
export type TestRequest = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** The caller's address, a new one by default: each address has a rate limit of its own. */
  address?: string;
};

let addresses = 0;

/** An address that no request has come from yet. */
export function newAddress(): string {
  addresses += 1;
  return `10.${Math.floor(addresses / 65_536)}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`;
}

export async function sendRequest(
  stays: TestStays,
  handler: RouteHandler,
  request: TestRequest,
): Promise<Response> {
  const { params = {}, query, token, headers, body, address = newAddress() } = request;
  const { route, method } = handler.definition;
  const path = route.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return stays.call(handler, query ? `${path}?${new URLSearchParams(query)}` : path, {
    params,
    address,
    init: {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  });
}
