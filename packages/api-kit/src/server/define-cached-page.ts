import { createHash } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Handler } from 'hono';
import {
  type CurrentRequest,
  currentRequest,
  type PageResponse,
  setPageResponse,
} from './current-request.ts';
import { type CachedPage, fillPage, pageCache } from './page-cache.ts';
import { shareInProcess } from './share-in-process.ts';

/** What a page may read of its request. */
export type PageRequest = { headers: { get(name: string): string | null } };

/** What the loader of a cached page returns, at least. */
export type PageLoad = {
  response: PageResponse;
  /**
   * Everything that the document shows or depends on, except its address. Null where the document must not be cached: it
   * is for one person, or it is an error.
   */
  cacheKey: string | null;
};

/** A page as the front has it: it sends the cached document, or leaves the request to Next. */
export type FrontPage = { route: string; respond: Handler<FrontEnv> };

/** What our server passes along with a request: its connection. Next and tests pass `{}`. */
export type FrontEnv = { Bindings: Partial<HttpBindings> };

/**
 * Declares a page whose rendered document is cached and sent to everyone who loads the same data. `load` runs for each
 * request, so the database still decides, counts and limits; only the rendering is saved. The front of the app has the page
 * in its list. The page component calls `read`, and gets the data that was already loaded for its request.
 */
export function defineCachedPage<Params extends Record<string, string>, Loaded extends PageLoad>(
  route: string,
  load: (request: PageRequest, params: Params) => Promise<Loaded>,
): FrontPage & { read: (request: PageRequest, params: Params) => Promise<Loaded> } {
  // Next's bundle has this module more than once: for the front and for the page.
  const loadings = shareInProcess(
    `loadings of ${route}`,
    () => new WeakMap<CurrentRequest, Promise<Loaded>>(),
  );
  return {
    route,
    respond: async ({ req, env }, next) => {
      const current = currentRequest();
      const address = current.address ?? '';
      // Next's router sends `rsc` to get a part of a page, not its document.
      if (
        env.outgoing === undefined ||
        req.method !== 'GET' ||
        req.header('rsc') !== undefined ||
        address.includes('?')
      ) {
        return next();
      }
      // The pattern's own parameters, by the names the page was declared with.
      const loading = load(req.raw, req.param() as Params);
      loadings.set(current, loading);
      // Next renders the page where loading failed: the page awaits the same promise and shows the error.
      const loaded = await loading.catch(() => null);
      const cached = loaded === null ? undefined : findCached(current, address, loaded);
      if (cached === undefined) {
        return next();
      }
      const { headers, document } = fillPage(cached, current.nonce);
      env.outgoing.writeHead(200, headers).end(document);
      return RESPONSE_ALREADY_SENT;
    },
    read: async (request, params) => {
      const loaded = await (loadings.get(currentRequest()) ?? load(request, params));
      setPageResponse(loaded.response);
      return loaded;
    },
  };
}

/** The cached page, or nothing after noting the key under which the page that Next will render is to be cached. */
function findCached(
  current: CurrentRequest,
  address: string,
  { response, cacheKey }: PageLoad,
): CachedPage | undefined {
  if (cacheKey === null) {
    return undefined;
  }
  const key = createHash('sha256').update(`${address}\n${cacheKey}`).digest('base64url');
  const cached = pageCache.get(key);
  if (cached === undefined) {
    current.pageCacheKey = key;
  } else {
    setPageResponse(response);
  }
  return cached;
}
