import type { BrowseSession, GuestSession, GuestVerifier } from '@gudbro/auth';
import { hashClient } from '../client-key.ts';
import type { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { formatFault, type Log } from '../request-log.ts';
import { authenticate, type ProofMethod } from './authenticate.ts';
import { checkOrigin } from './check-origin.ts';
import { formatResponse } from './format-response.ts';
import { limitForms } from './limit-forms.ts';
import { type Incoming, parseRequest } from './parse-request.ts';
import { type PlainResponse, toResponse } from './plain-response.ts';
import { isFormWithFiles } from './read-body.ts';
import type {
  AnyRouteDefinition,
  RouteContext,
  RouteDefinition,
  RouteResult,
  RouteTier,
} from './route-definition.ts';

/** What all routes of an app share. */
export type RouteKitOptions = {
  /** The app's own origin: scheme, host and port. */
  origin: string;
  newRequestId: () => string;
  auth: GuestVerifier;
  log: Log;
  /** The caller's network address. Throws where none can be trusted. */
  readAddress: (request: Request) => string;
  clientSalt: string;
  /** The verification method of the scanned room, for a caller whose token is of the browse tier. */
  findMethod: (session: BrowseSession, clientKey: ClientKey) => Promise<ProofMethod>;
  clock: () => Date;
  /** For a plain form whose error was not thrown by its handler: redirects to a page, since a person must not see JSON. */
  respondToForm?: (error: ApiError, request: Request) => PlainResponse;
};

type ClientKey = RouteContext<'public', never, never, never>['clientKey'];

/** What Next calls for a route that it has a file of. Our router calls `respond`; OpenAPI is built from the `definition`. */
export type RouteHandler = ((request: Request, incoming: Incoming) => Promise<Response>) & {
  definition: AnyRouteDefinition;
  respond: (request: Request, incoming: Incoming) => Promise<PlainResponse>;
};

/**
 * Makes `defineRoute`, the only way to make a route of the API. Steps, in this order: request id, token and tier, parse,
 * handler, output parse, error mapping, log. Our server has limited the caller's address before. The options are read at
 * each request and not before: a build loads the routes too, and has no settings.
 */
export function createRouteKit(readOptions: () => RouteKitOptions) {
  const handleForm = limitForms({ ofOne: 2, inTotal: 12 });

  return function defineRoute<
    Tier extends RouteTier,
    Output,
    Params = undefined,
    Query = undefined,
    Body = undefined,
  >(
    definition: RouteDefinition<Tier, Params, Query, Body, Output>,
    handler: (context: RouteContext<Tier, Params, Query, Body>) => Promise<RouteResult<Output>>,
  ): RouteHandler {
    const respond = async (request: Request, incoming: Incoming): Promise<PlainResponse> => {
      const options = readOptions();
      const startedAt = options.clock().getTime();
      const requestId = options.newRequestId();
      const respondToError = (error: ApiError) =>
        definition.form && options.respondToForm && isFromPage(request)
          ? options.respondToForm(error, request)
          : formatError(error, requestId);
      const settled = await settle(
        run(options, definition, handler, { request, incoming, requestId, handleForm }),
        respondToError,
      );
      logRequest(options, { definition, requestId, startedAt, ...settled });
      const headers = { 'Cache-Control': 'no-store', ...settled.response.headers, 'X-Request-Id': requestId };
      return { ...settled.response, headers };
    };
    const handle = async (request: Request, incoming: Incoming) =>
      toResponse(await respond(request, incoming));
    return Object.assign(handle, { definition, respond });
  };
}

type Call = {
  request: Request;
  incoming: Incoming;
  requestId: string;
  handleForm: ReturnType<typeof limitForms>;
};

async function run<Tier extends RouteTier, Params, Query, Body, Output>(
  options: RouteKitOptions,
  definition: RouteDefinition<Tier, Params, Query, Body, Output>,
  handler: (context: RouteContext<Tier, Params, Query, Body>) => Promise<RouteResult<Output>>,
  { request, incoming, requestId, handleForm }: Call,
): Promise<PlainResponse> {
  const address = options.readAddress(request);
  const clientKey: ClientKey = (...scope) => hashClient(options.clientSalt, address, ...scope);
  const { session, hasCookie } = await authenticate(options.auth, request, definition.tier, (seen) =>
    options.findMethod(seen, clientKey),
  );
  checkOrigin(request, hasCookie, options.origin);
  const handle = async () => {
    const parsed = await parseRequest(definition, request, incoming, session);
    const result = await handler({ request, requestId, session, ...parsed, clientKey });
    return formatResponse(definition, result, request);
  };
  const hasFiles = definition.files !== undefined && isFormWithFiles(request);
  return hasFiles ? handleForm(nameSender(session) ?? clientKey(), handle) : handle();
}

/** The stay of a session. Null without one, and while browsing. */
function nameSender(session: GuestSession | null): string | null {
  return session?.accessTier === 'full' ? (session.bookingId ?? session.sessionId ?? null) : null;
}

/** A browser that loads a page accepts HTML; a caller of the API does not name it. */
function isFromPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}

type Settled = { response: PlainResponse; error: ApiError | null };

async function settle(
  running: Promise<PlainResponse>,
  respondToError: (error: ApiError) => PlainResponse,
): Promise<Settled> {
  try {
    return { response: await running, error: null };
  } catch (thrown) {
    const error = toApiError(thrown);
    return { response: respondToError(error), error };
  }
}

type Done = Settled & { definition: AnyRouteDefinition; requestId: string; startedAt: number };

function logRequest({ log, clock }: RouteKitOptions, done: Done): void {
  const { definition, requestId, startedAt, response, error } = done;
  const { route, method } = definition;
  if (error !== null && error.status >= 500) {
    log.fault({ requestId, route, ...formatFault(error) });
  }
  const ms = clock().getTime() - startedAt;
  const failure = error === null ? {} : { error: error.code };
  log.request({ requestId, route, method, status: response.status, ms, ...failure });
}
