import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { formatError } from '../errors/format-error.ts';
import type { RouteHandler } from '../route/create-route-kit.ts';
import { type PlainResponse, sendPlain, toResponse } from '../route/plain-response.ts';
import { currentRequest, setPageResponse } from './current-request.ts';
import type { FrontEnv, FrontPage } from './define-cached-page.ts';
import { shareInProcess } from './share-in-process.ts';

/** What our server asks before Next. */
export type Front = Hono<FrontEnv>;

/** What a front responds to. */
export type FrontParts = { routes: readonly RouteHandler[]; pages?: readonly FrontPage[] };

/**
 * One router for routes, and for pages whose documents are cached. Under `/api/` there is nothing else: an address that no
 * route has is `not_found`. All other addresses are left to Next.
 */
export function createFront({ routes, pages = [] }: FrontParts): Front {
  const front: Front = new Hono();
  const addresses = new Set(routes.map(({ definition }) => definition.route));
  for (const address of [...addresses].sort(compareAddresses)) {
    const handlers = routes.filter(({ definition }) => definition.route === address);
    for (const handler of handlers) {
      front.on(handler.definition.method, toPattern(address), async ({ req, env }) =>
        send(await handler.respond(req.raw, { params: Promise.resolve(req.param()) }), env),
      );
    }
    front.all(toPattern(address), (context) => refuseMethod(context, handlers));
  }
  for (const { route, respond } of pages) {
    front.get(toPattern(route), respond);
  }
  front.all('/api/*', ({ env }) => {
    setPageResponse({ route: '/api/*' });
    return send(formatError(new ApiError('not_found'), currentRequest().requestId), env);
  });
  return front;
}

/** Writes the response to the connection, if our server asks. */
function send(response: PlainResponse, { outgoing }: FrontEnv['Bindings']): Response {
  if (outgoing === undefined) {
    return toResponse(response);
  }
  sendPlain(response, outgoing);
  return RESPONSE_ALREADY_SENT;
}

/** Our notation is Next's: `/api/stay/[code]` is `/api/stay/:code` for the router. */
const toPattern = (route: string) => route.replaceAll(/\[(\w+)\]/g, ':$1');

/** The router takes the first route that matches. At the first difference a fixed name comes before a parameter. */
function compareAddresses(one: string, other: string): number {
  // `~` comes after every letter.
  const [first, second] = [one.replaceAll('[', '~'), other.replaceAll('[', '~')];
  return first < second ? -1 : 1;
}

/** As Next does it: OPTIONS gets the list of methods, and any other method that no handler has is refused with it. */
function refuseMethod({ req }: Context, handlers: readonly RouteHandler[]): Response {
  const methods = handlers.map(({ definition }) => definition.method);
  const allowed = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'].sort().join(', ');
  return new Response(null, { status: req.method === 'OPTIONS' ? 204 : 405, headers: { Allow: allowed } });
}

const shared = shareInProcess('front', (): { front: Front | null } => ({ front: null }));

/** Gives the front, which is part of Next's bundle, to our server. */
export function shareFront(front: Front): void {
  shared.front = front;
}

/** The front that was given, or null. */
export function readFront(): Front | null {
  return shared.front;
}
