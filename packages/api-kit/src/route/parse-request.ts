import { z } from 'zod';
import { parseInput } from './parse-input.ts';
import { readBody } from './read-body.ts';
import { readIdempotencyKey } from './read-idempotency-key.ts';
import type { RouteContext, RouteDefinition, RouteTier, SessionOf } from './route-definition.ts';

const defaultMaxBodyBytes = 64 * 1024;

/** The parameters that our router or Next found in the address. */
export type Incoming = { params: Promise<Record<string, string | string[] | undefined>> };

/** Parses the parts of a request for which the route has a schema. */
export async function parseRequest<Tier extends RouteTier, Params, Query, Body, Output>(
  definition: RouteDefinition<Tier, Params, Query, Body, Output>,
  request: Request,
  incoming: Incoming,
  session: SessionOf<Tier>,
): Promise<
  Pick<RouteContext<Tier, Params, Query, Body>, 'params' | 'query' | 'body' | 'files' | 'idempotencyKey'>
> {
  // The definition types a part without a schema as `undefined`.
  const absent = undefined as never;
  const { params, query, body, admitFiles } = definition;
  const parsed = {
    params: params ? parseInput(params, await incoming.params, definition.paramsError) : absent,
    query: query ? parseInput(query, readQuery(request.url)) : absent,
    idempotencyKey: readIdempotencyKey(request, definition.idempotencyKey),
  };
  if (!body) {
    return { ...parsed, body: absent, files: [] };
  }
  const read = await readBody(request, definition.maxBodyBytes ?? defaultMaxBodyBytes, {
    files: definition.files,
    form: definition.form,
    maxFields: body instanceof z.ZodObject ? Object.keys(body.shape).length : 0,
    ...(admitFiles ? { admitFiles: () => admitFiles({ session, params: parsed.params }) } : {}),
  });
  return { ...parsed, body: parseInput(body, read.value), files: read.files };
}

function readQuery(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address, 'http://localhost').searchParams);
}
