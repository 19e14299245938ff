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

/** The address and the init of a request, for `fetch`. */
export function formatTestRequest(
  { definition }: RouteHandler,
  { params = {}, query, token, headers, body }: TestRequest,
): { path: string; init: RequestInit } {
  const { route, method } = definition;
  const path = route.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return {
    path: query ? `${path}?${new URLSearchParams(query)}` : path,
    init: {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  };
}

export async function sendRequest(
  stays: TestStays,
  handler: RouteHandler,
  request: TestRequest,
): Promise<Response> {
  const { path, init } = formatTestRequest(handler, request);
  const { params = {}, address = newAddress() } = request;
  return stays.call(handler, path, { params, address, init });
}
