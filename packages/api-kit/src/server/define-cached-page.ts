import { createHash } from 'node:crypto';
import { currentRequest, type PageResponse, setPageResponse } from './current-request.ts';
import { addDirectRoute, type DirectResponse } from './direct-routes.ts';
import { pageCache } from './page-cache.ts';

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

/**
 * Declares a page whose rendered document is cached and sent to everyone who loads the same data. `load` runs for each
 * request, so the database still decides, counts and limits; only the rendering is saved. The page component calls the
 * function that this returns, and gets the data that was already loaded for its request.
 */
export function defineCachedPage<Params extends Record<string, string>, Loaded extends PageLoad>(
  route: string,
  load: (request: PageRequest, params: Params) => Promise<Loaded>,
): (request: PageRequest, params: Params) => Promise<Loaded> {
  const loadings = new WeakMap<object, Promise<Loaded>>();

  addDirectRoute(route, (request, params) => {
    // The pattern's own parameters, by the names the page was declared with.
    const loading = load(request, params as Params);
    loadings.set(currentRequest(), loading);
    // Next renders the page where loading failed: the page awaits the same promise and shows the error.
    return loading.then(
      (loaded) => findCached(request.url, loaded),
      () => null,
    );
  });

  return async (request, params) => {
    const loaded = await (loadings.get(currentRequest()) ?? load(request, params));
    setPageResponse(loaded.response);
    return loaded;
  };
}

/** The cached page, or null after noting the key under which the page that Next will render is to be cached. */
function findCached(address: string, { response, cacheKey }: PageLoad): DirectResponse {
  if (cacheKey === null) {
    return null;
  }
  const key = createHash('sha256').update(`${address}\n${cacheKey}`).digest('base64url');
  const cached = pageCache.get(key);
  if (cached === undefined) {
    currentRequest().pageCacheKey = key;
    return null;
  }
  setPageResponse(response);
  return cached;
}
