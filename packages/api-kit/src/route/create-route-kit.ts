import type { BrowseSession, GuestVerifier } from '@gudbro/auth';
import { hashClient } from '../client-key.ts';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { describeFault, type Log } from '../request-log.ts';
import { answerDirectly } from '../server/direct-answers.ts';
import { authenticate, type ProofMethod } from './authenticate.ts';
import { checkOrigin } from './check-origin.ts';
import { formatReply } from './format-reply.ts';
import { type Incoming, parseRequest } from './parse-request.ts';
import { type PlainAnswer, toResponse } from './plain-answer.ts';
import type {
  DescribedRoute,
  RouteContext,
  RouteDefinition,
  RouteReply,
  RouteTier,
} from './route-definition.ts';
import type { RouteRequest } from './route-request.ts';

export type RouteKitOptions = {
  newRequestId: () => string;
  auth: GuestVerifier;
  log: Log;
  /** The caller's network address; throws where none can be trusted. */
  readAddress: (request: RouteRequest) => string;
  /** Seconds to wait; 0: go on. */
  takeHit: (client: string) => number;
  clientSalt: string;
  /** How a stay is proved in the room that was scanned, for who may only look there. */
  findMethod: (session: BrowseSession, clientKey: ClientKey) => Promise<ProofMethod>;
  clock: () => Date;
  /** Leads a person whose plain form met an error outside its handler to a page: they must not be shown JSON. */
  respondToForm?: (error: ApiError, request: RouteRequest) => PlainAnswer;
};

type ClientKey = RouteContext<'public', never, never, never>['clientKey'];

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
    request: RouteRequest,
    incoming: Incoming,
    requestId: string,
  ): Promise<PlainAnswer> {
    const options = readOptions();
    const address = options.readAddress(request);
    limitAddress(options, address);
    const clientKey: ClientKey = (...scope) => hashClient(options.clientSalt, address, ...scope);
    const { session, hasCookie } = await authenticate(options.auth, request, definition.tier, (seen) =>
      options.findMethod(seen, clientKey),
    );
    checkOrigin(request, hasCookie);
    const parsed = await parseRequest(definition, request, incoming);
    const reply = await handler({ request, requestId, session, ...parsed, clientKey });
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
    const answer = async (request: RouteRequest, incoming: Incoming): Promise<PlainAnswer> => {
      const options = readOptions();
      const startedAt = options.clock().getTime();
      const requestId = options.newRequestId();
      const respond = (error: ApiError) =>
        definition.form && options.respondToForm && isFromPage(request)
          ? options.respondToForm(error, request)
          : formatError(error, requestId);
      const settled = await settle(run(definition, handler, request, incoming, requestId), respond);
      logRequest(options, { definition, requestId, startedAt, ...settled });
      const headers = { 'Cache-Control': 'no-store', ...settled.answer.headers, 'X-Request-Id': requestId };
      return { ...settled.answer, headers };
    };
    if (definition.isDirect && definition.method === 'GET') {
      answerDirectly(definition.route, (request, params) =>
        answer(request, { params: Promise.resolve(decodeParams(params)) }),
      );
    }
    const handle = async (request: Request, incoming: Incoming) =>
      toResponse(await answer(request, incoming));
    return Object.assign(handle, { definition });
  };
}

// As Next hands them to a handler. What does not decode never comes this far.
function decodeParams(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** A browser that goes from page to page asks for one; whoever calls an API does not. */
function isFromPage(request: RouteRequest): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}

type Settled = { answer: PlainAnswer; error: ApiError | null };

async function settle(
  running: Promise<PlainAnswer>,
  respond: (error: ApiError) => PlainAnswer,
): Promise<Settled> {
  try {
    return { answer: await running, error: null };
  } catch (thrown) {
    const error = toApiError(thrown);
    return { answer: respond(error), error };
  }
}

type Done = Settled & { definition: DescribedRoute; requestId: string; startedAt: number };

function logRequest({ log, clock }: RouteKitOptions, done: Done): void {
  const { definition, requestId, startedAt, answer, error } = done;
  const { route, method } = definition;
  if (error !== null && error.status >= 500) {
    log.fault({ requestId, route, ...describeFault(error) });
  }
  const ms = clock().getTime() - startedAt;
  const failure = error === null ? {} : { error: error.code };
  log.request({ requestId, route, method, status: answer.status, ms, ...failure });
}

function limitAddress(options: RouteKitOptions, address: string): void {
  const retryAfterSeconds = options.takeHit(hashClient(options.clientSalt, address));
  if (retryAfterSeconds > 0) {
    throw new ApiError('rate_limited', { retryAfterSeconds });
  }
}
