import type { RouteHandler } from '@gudbro/api-kit/routes';
import type { TestStays } from './start-test-stays';

/** One request to the API. A change of it is another request. */
export type Ask = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Counted apart from all others, unless told otherwise. */
  address?: string;
};

let addresses = 0;

/** An address nobody has called from yet. */
export function newAddress(): string {
  addresses += 1;
  return `10.${Math.floor(addresses / 65_536)}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`;
}

export async function askApi(stays: TestStays, handler: RouteHandler, ask: Ask): Promise<Response> {
  const { params = {}, query, token, headers, body, address = newAddress() } = ask;
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
