import type { ApiRoute } from './api-types.ts';

type FormattedRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | FormData;
};

type AnyInput = {
  params?: Record<string, string> | undefined;
  query?: object | undefined;
  body?: unknown;
  idempotencyKey?: string | undefined;
};

/** What is sent for a route. It needs no schema: the types have checked the input (`ApiInput`), and the server parses it. */
export function formatRequest(
  route: ApiRoute,
  { params, query, body, idempotencyKey }: AnyInput,
): FormattedRequest {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(params?.[name] ?? ''));
  const isForm = body instanceof FormData;
  return {
    method,
    path: query === undefined ? path : `${path}?${formatQuery(query)}`,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  };
}

function formatQuery(query: object): string {
  const present = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
}
