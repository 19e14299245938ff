import type { TestDatabase } from '@gudbro/supabase-local/testing';

/** How Supabase Auth can be away: a title for `test.each`, and what a request to it gets. */
export const authOutages = [
  ['there is no network', () => Promise.reject(new TypeError('fetch failed'))],
  ['a gateway answers for it', () => Promise.resolve(new Response('bad gateway', { status: 502 }))],
  ['it has a fault', () => Promise.resolve(Response.json({ msg: 'fault' }, { status: 500 }))],
] as const;

/** How the database can be away. A fault (500) of its own has a code, and is no outage. */
export const databaseOutages = authOutages.slice(0, 2);

/** A fetch that sends requests for `path` to `fail`, and all others to the database. */
export function failOn(db: TestDatabase, path: string, fail: typeof fetch): typeof fetch {
  return (input, init) =>
    new Request(input, init).url.includes(path) ? fail(input, init) : db.fetch(input, init);
}
