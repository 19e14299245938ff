import type { IncomingMessage } from 'node:http';
import type { PlainAnswer } from '../route/plain-answer.ts';
import type { RouteRequest } from '../route/route-request.ts';
import type { KeptPage } from './kept-page-store.ts';
import { shareInProcess } from './share-in-process.ts';

/** Null leaves the request to Next. */
export type DirectReply = PlainAnswer | KeptPage | null;

/** Its parameters come as they stand in the address. */
type Answer = (request: RouteRequest, params: Record<string, string>) => Promise<DirectReply>;
type DirectRoute = { route: string; pattern: RegExp; names: readonly string[]; answer: Answer };

const routes = shareInProcess('direct-routes', () => new Map<string, DirectRoute>());

/**
 * Lets our server answer a GET of this route itself. Next's own way to a handler costs several times what most handlers
 * do, which shows where a whole house scans at once. For every other method, and before the route's module is loaded, Next
 * answers as ever: what answers is the same function either way.
 */
export function answerDirectly(route: string, answer: Answer): void {
  const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  // A route is made of names, slashes and parameters: nothing else in it means anything to a pattern.
  const pattern = new RegExp(`^${route.replaceAll(/\[\w+\]/g, '([^/?]+)')}$`);
  routes.set(route, { route, pattern, names, answer });
}

/** What answers this request past Next, if anything does. An address with a query is Next's: it may mean anything. */
export function findDirectAnswer(request: IncomingMessage): (() => Promise<DirectReply>) | null {
  // The router's request for a part of a page is not one for its document.
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
  return () => found.answer(toRouteRequest(request, address), Object.fromEntries(params));
}

/** As Next ranks routes that fit one address: where they part, a name comes before a parameter. */
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
