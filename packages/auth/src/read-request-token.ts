import { readCookieValues } from './guest-cookie.ts';
import type { TokenSource } from './guest-results.ts';

/** The part of a standard `Request` that is read. */
export type RequestWithHeaders = { headers: { get(name: string): string | null } };

export type RequestToken =
  | { kind: 'token'; token: string; source: TokenSource }
  | { kind: 'refused'; reason: 'malformed' | 'ambiguous'; source: TokenSource }
  | { kind: 'none' };

/**
 * The one token a request stands on. A Bearer header decides alone, even a broken one: a client that
 * sends it must not act as whoever's cookie is there too. Another scheme is somebody else's business
 * (a proxy's password, say), and the cookie counts.
 */
export function readRequestToken(request: RequestWithHeaders, cookieName: string): RequestToken {
  const authorization = request.headers.get('authorization')?.trim() ?? '';
  if (authorization !== '') {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (token !== undefined) return { kind: 'token', token, source: 'bearer' };
    if (!isOtherScheme(authorization)) return { kind: 'refused', reason: 'malformed', source: 'bearer' };
  }
  return readCookieToken(request.headers.get('cookie') ?? '', cookieName);
}

function isOtherScheme(authorization: string): boolean {
  const scheme = /^([A-Za-z][\w-]*) +\S/.exec(authorization)?.[1];
  // A list holding a Bearer is two headers joined into one.
  return scheme !== undefined && !/(?:^|,\s*)bearer\b/i.test(authorization);
}

function readCookieToken(header: string, cookieName: string): RequestToken {
  const values = new Set(readCookieValues(header, cookieName));
  const [token] = values;
  if (token === undefined) return { kind: 'none' };
  // One of the two was planted, by a neighbouring host perhaps, and nothing tells which.
  if (values.size > 1) return { kind: 'refused', reason: 'ambiguous', source: 'cookie' };
  // An emptied cookie is how some clients sign out.
  return token === '' ? { kind: 'none' } : { kind: 'token', token, source: 'cookie' };
}
