import { AsyncLocalStorage } from 'node:async_hooks';

/** What the server around Next knows of a request, and what a page may tell it. Next offers neither. */
export type RequestFacts = {
  requestId: string;
  /** Of the peer itself: nothing a caller can write. */
  socketAddress: string;
  nonce: string;
  page: PageFacts;
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

// The server and the bundle Next made each have their own copy of this module: the store hangs on the process.
const key = Symbol.for('gudbro.request-facts');
const registry = globalThis as { [key]?: AsyncLocalStorage<RequestFacts> }; // a place of ours that no type knows
registry[key] ??= new AsyncLocalStorage<RequestFacts>();
const store = registry[key];

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
