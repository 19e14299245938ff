import { createHash } from 'node:crypto';
import { answerDirectly, type DirectReply } from './direct-answers.ts';
import { keptPages } from './kept-page-store.ts';
import { currentRequest, describePage, type PageFacts } from './request-facts.ts';

/** What a page may read of its request. */
export type PageRequest = { headers: { get(name: string): string | null } };

export type PageLoad = {
  answer: PageFacts;
  /** All that the document shows or depends on, its address aside. Null where it is for one person, or is a refusal. */
  keepAs: string | null;
};

/**
 * A page that is the same for everybody who may read it: drawn once, then only sent. What it shows is read anew for each
 * request, so the database goes on deciding, counting and limiting; only the drawing is saved. The page calls what this
 * gives back, and gets what was read already.
 */
export function defineKeptPage<Params extends Record<string, string>, Loaded extends PageLoad>(
  route: string,
  load: (request: PageRequest, params: Params) => Promise<Loaded>,
): (request: PageRequest, params: Params) => Promise<Loaded> {
  const loadings = new WeakMap<object, Promise<Loaded>>();

  answerDirectly(route, (request, params) => {
    // The pattern's own parameters, by the names the page was declared with.
    const loading = load(request, params as Params);
    loadings.set(currentRequest(), loading);
    // A failure is the page's to show: it awaits the same promise.
    return loading.then(
      (loaded) => findKept(request.url, loaded),
      () => null,
    );
  });

  return async (request, params) => {
    const loaded = await (loadings.get(currentRequest()) ?? load(request, params));
    describePage(loaded.answer);
    return loaded;
  };
}

function findKept(address: string, { answer, keepAs }: PageLoad): DirectReply {
  if (keepAs === null) {
    return null;
  }
  const key = createHash('sha256').update(`${address}\n${keepAs}`).digest('base64url');
  const kept = keptPages.get(key);
  if (kept === null) {
    currentRequest().keepAs = key;
    return null;
  }
  describePage(answer);
  return kept;
}
