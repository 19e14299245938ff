import type { TestDatabase } from '@gudbro/supabase-local/testing';

/** The ways in which Supabase Auth can be unreachable: a text for the test's name, and what a request to it gets. */
export const authOutages = [
  ['there is no network', () => Promise.reject(new TypeError('fetch failed'))],
  ['a gateway responds with 502', () => Promise.resolve(new Response('bad gateway', { status: 502 }))],
  [
    'Supabase Auth responds with 500',
    () => Promise.resolve(Response.json({ msg: 'fault' }, { status: 500 })),
  ],
] as const;

/** The ways in which Supabase Auth can refuse to renew a session that is still good. */
export const renewalRefusals = [
  ['it counts too many requests', () => Promise.resolve(refuse(429, 'over_request_rate_limit'))],
  ['another request is renewing it', () => Promise.resolve(refuse(409, 'conflict'))],
] as const;

function refuse(status: number, code: string): Response {
  const headers = { 'x-supabase-api-version': '2024-01-01' };
  return Response.json({ code, message: 'try again later' }, { status, headers });
}

/** The ways in which the database can be unreachable. A 500 of the database has an error code and is no outage. */
export const databaseOutages = authOutages.slice(0, 2);

/** A fetch that sends requests for `path` to `fail`, and all others to the database. */
export function failOn(db: TestDatabase, path: string, fail: typeof fetch): typeof fetch {
  return (input, init) =>
    new Request(input, init).url.includes(path) ? fail(input, init) : db.fetch(input, init);
}
