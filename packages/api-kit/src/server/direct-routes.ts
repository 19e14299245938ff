import type { IncomingMessage } from 'node:http';
import type { PlainResponse } from '../route/plain-response.ts';
import type { RouteRequest } from '../route/route-request.ts';
import type { CachedPage } from './page-cache.ts';
import { shareInProcess } from './share-in-process.ts';

/** Null leaves the request to Next. */
export type DirectResponse = PlainResponse | CachedPage | null;

/** Its parameters are not decoded. */
type DirectHandler = (request: RouteRequest, params: Record<string, string>) => Promise<DirectResponse>;
type DirectRoute = { route: string; pattern: RegExp; names: readonly string[]; handler: DirectHandler };

const routes = shareInProcess('direct-routes', () => new Map<string, DirectRoute>());

/**
 * Lets our server respond to a GET of this route without Next, whose way to a handler costs several times what most
 * handlers do: that shows when all guests of a property scan at once. Other methods still go through Next, and so does
 * everything until the route's module is loaded; `handler` runs the same function that Next would run.
 */
export function addDirectRoute(route: string, handler: DirectHandler): void {
  const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  // Names, slashes and parameters are all that a route contains: nothing to escape for a regular expression.
  const pattern = new RegExp(`^${route.replaceAll(/\[\w+\]/g, '([^/?]+)')}$`);
  routes.set(route, { route, pattern, names, handler });
}

/** What responds to this request without Next; null where Next does, as for every address with a query. */
export function findDirectHandler(request: IncomingMessage): (() => Promise<DirectResponse>) | null {
  // Next's router sends `rsc` to get a part of a page, not its document.
  if (request.method !== 'GET' || request.headers['rsc'] !== undefined) {
    return null;
  }
  const address = request.url ?? '/';
  const [found] = [...routes.values()].filter(({ pattern }) => pattern.test(address)).sort(compareRoutes);
  if (found === undefined) {
    return null;
  }
  const [, ...values] = found.pattern.exec(address) ?? [];
  const params = found.names.map((name, index) => [name, values[index] ?? '']);
  return () => found.handler(toRouteRequest(request, address), Object.fromEntries(params));
}

/** Next's order of routes that match one address: at the first difference, a fixed name comes before a parameter. */
function compareRoutes(one: DirectRoute, other: DirectRoute): number {
  const [ones, others] = [one.route.split('/'), other.route.split('/')];
  const at = ones.findIndex((part, index) => part !== others[index]);
  return Number(ones[at]?.startsWith('[') ?? false) - Number(others[at]?.startsWith('[') ?? false);
}

function toRouteRequest({ headers }: IncomingMessage, url: string): RouteRequest {
  const get = (name: string) => {
    const value = headers[name.toLowerCase()];
    return (Array.isArray(value) ? value.join(', ') : value) ?? null;
  };
  return { method: 'GET', url, headers: { get }, body: null };
}
