import { createHash } from 'node:crypto';
import type { GuestVerifier } from '@gudbro/auth';
import { hashClient } from '../client-key.ts';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { describeFault, type Log } from '../request-log.ts';
import { authenticate } from './authenticate.ts';
import { checkOrigin } from './check-origin.ts';
import { parseInput } from './parse-input.ts';
import { readBody } from './read-body.ts';
import type {
  DescribedRoute,
  RouteContext,
  RouteDefinition,
  RouteReply,
  RouteTier,
} from './route-definition.ts';

const defaultMaxBodyBytes = 64 * 1024;

export type RouteKitOptions = {
  newRequestId: () => string;
  auth: GuestVerifier;
  log: Log;
  /** The caller's network address; throws where none can be trusted. */
  readAddress: (request: Request) => string;
  /** Seconds to wait; 0: go on. */
  takeHit: (client: string) => number;
  clientSalt: string;
  clock: () => Date;
};

type Producing<Output> = Pick<
  RouteDefinition<'public', never, never, never, Output>,
  'output' | 'contentType' | 'isPolled'
>;

type Incoming = { params: Promise<Record<string, string | string[] | undefined>> };

/** What Next calls, with its declaration at hand for the API's description. */
export type RouteHandler = ((request: Request, incoming: Incoming) => Promise<Response>) & {
  definition: DescribedRoute;
};

/**
 * Makes `defineRoute`, the only way a route of the API comes to be. Steps, in this order: request id, address limit,
 * token and tier, parse, handler, output parse, error mapping, log. The options are asked for when a request comes:
 * a build reads the routes too, and has no settings.
 */
export function createRouteKit(readOptions: () => RouteKitOptions) {
  async function run<Tier extends RouteTier, Params, Query, Body, Output>(
    definition: RouteDefinition<Tier, Params, Query, Body, Output>,
    handler: (context: RouteContext<Tier, Params, Query, Body>) => Promise<RouteReply<Output>>,
    request: Request,
    incoming: Incoming,
    requestId: string,
  ): Promise<Response> {
    const options = readOptions();
    const address = options.readAddress(request);
    limitAddress(options, address);
    const { session, hasCookie } = await authenticate(options.auth, request, definition.tier);
    checkOrigin(request, hasCookie);
    const { params, query, body, files } = await parseRequest(definition, request, incoming);
    const clientKey = (...scope: string[]) => hashClient(options.clientSalt, address, ...scope);
    const reply = await handler({ request, requestId, session, params, query, body, files, clientKey });
    return formatReply(definition, reply, request);
  }

  return function defineRoute<
    Tier extends RouteTier,
    Output,
    Params = undefined,
    Query = undefined,
    Body = undefined,
  >(
    definition: RouteDefinition<Tier, Params, Query, Body, Output>,
    handler: (context: RouteContext<Tier, Params, Query, Body>) => Promise<RouteReply<Output>>,
  ): RouteHandler {
    const handle = async (request: Request, incoming: Incoming) => {
      const options = readOptions();
      const startedAt = options.clock().getTime();
      const requestId = options.newRequestId();
      const { response, error } = await settle(
        run(definition, handler, request, incoming, requestId),
        requestId,
      );
      if (error !== null && error.status >= 500) {
        options.log.fault({ requestId, route: definition.route, ...describeFault(error) });
      }
      options.log.request({
        requestId,
        route: definition.route,
        method: request.method,
        status: response.status,
        ms: options.clock().getTime() - startedAt,
        ...(error === null ? {} : { error: error.code }),
      });
      response.headers.set('X-Request-Id', requestId);
      response.headers.set('Cache-Control', response.headers.get('Cache-Control') ?? 'no-store');
      return response;
    };
    return Object.assign(handle, { definition });
  };
}

async function settle(running: Promise<Response>, requestId: string) {
  try {
    return { response: await running, error: null };
  } catch (thrown) {
    const error = toApiError(thrown);
    return { response: formatError(error, requestId), error };
  }
}

function limitAddress(options: RouteKitOptions, address: string): void {
  const retryAfterSeconds = options.takeHit(hashClient(options.clientSalt, address));
  if (retryAfterSeconds > 0) {
    throw new ApiError('rate_limited', { retryAfterSeconds });
  }
}

async function parseRequest<Tier extends RouteTier, Params, Query, Body, Output>(
  definition: RouteDefinition<Tier, Params, Query, Body, Output>,
  request: Request,
  incoming: Incoming,
): Promise<{ params: Params; query: Query; body: Body; files: readonly File[] }> {
  // A part without a schema is typed `undefined` by the definition, and is.
  const absent = undefined as never;
  const { params, query, body } = definition;
  const parsed = {
    params: params ? parseInput(params, await incoming.params, definition.paramsError) : absent,
    query: query ? parseInput(query, Object.fromEntries(new URL(request.url).searchParams)) : absent,
  };
  if (!body) {
    return { ...parsed, body: absent, files: [] };
  }
  const read = await readBody(request, definition.maxBodyBytes ?? defaultMaxBodyBytes, definition);
  return { ...parsed, body: parseInput(body, read.value), files: read.files };
}

function formatReply<Output>(
  definition: Producing<Output>,
  reply: RouteReply<Output>,
  request: Request,
): Response {
  // Throws on a mismatch, which is our own fault: internal. Fields the schema does not name never leave.
  const body = definition.output.parse(reply.body);
  const text = definition.contentType === undefined ? JSON.stringify(body) : String(body);
  const response = new Response(text, { status: reply.status ?? 200, headers: reply.headers ?? {} });
  response.headers.set('Content-Type', definition.contentType ?? 'application/json');
  for (const cookie of reply.cookies ?? []) {
    response.headers.append('Set-Cookie', cookie);
  }
  return definition.isPolled ? answerPoll(request, response, text) : response;
}

/** The tag is made of the answer itself, so there is no version to keep. */
function answerPoll(request: Request, response: Response, text: string): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  response.headers.set('ETag', tag);
  response.headers.set('Cache-Control', 'private, no-cache');
  if (request.headers.get('if-none-match') !== tag) {
    return response;
  }
  return new Response(null, { status: 304, headers: response.headers });
}
