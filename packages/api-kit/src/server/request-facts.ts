import { AsyncLocalStorage } from 'node:async_hooks';
import { shareInProcess } from './share-in-process.ts';

/** What the server around Next knows of a request, and what a page may tell it. Next offers neither. */
export type RequestFacts = {
  requestId: string;
  /** Of the peer itself: nothing a caller can write. */
  socketAddress: string;
  nonce: string;
  page: PageFacts;
  /** Under which key the document that is now drawn is kept for the next who asks. */
  keepAs?: string;
};

/** What a page says of its own answer, since Next lets it say none of this. */
export type PageFacts = {
  /** Its pattern, for the log: addresses carry codes. */
  route?: string;
  /** A code nobody knows is a 404 that still shows what to do. */
  status?: number;
  headers?: Record<string, string>;
  /** Set-Cookie values. */
  cookies?: readonly string[];
};

const store = shareInProcess('request-facts', () => new AsyncLocalStorage<RequestFacts>());

export function runWithFacts<T>(facts: RequestFacts, run: () => T): T {
  return store.run(facts, run);
}

/** Throws outside our server: without it there is no address to limit by, so nothing is served. */
export function currentRequest(): RequestFacts {
  const facts = store.getStore();
  if (facts === undefined) {
    throw new Error('This app runs behind its own server (server.ts), not behind `next start`.');
  }
  return facts;
}

/** Says how the page that is being rendered answers. It counts until the first byte is sent. */
export function describePage(page: PageFacts): void {
  Object.assign(currentRequest().page, page);
}
