import { readCookieValues } from './guest-cookie.ts';
import { GuestUsageError } from './guest-errors.ts';
import type { TokenSource } from './guest-results.ts';
import { isObject, isString } from './value-guards.ts';

/** Headers as Node's `http` gives them: names in lower case. */
export type PlainHeaders = { readonly [name: string]: string | readonly string[] | undefined };

/**
 * The part of a request that is read: its headers. A standard `Request` fits, Next's `{ headers: await headers() }`, and
 * the request of Node's `http` and of Express.
 *
 * @example
 * const request: RequestWithHeaders = new Request('https://orders.example');
 */
export type RequestWithHeaders = { readonly headers: { get(name: string): string | null } | PlainHeaders };

export type RequestToken =
  | { kind: 'token'; token: string; source: TokenSource }
  | { kind: 'refused'; reason: 'malformed' | 'ambiguous'; source: TokenSource }
  | { kind: 'none' };

/**
 * The token that counts in a request. A Bearer header decides alone, even a broken one: a client that sends it must not
 * act for the guest whose cookie is there too. Another scheme, such as a proxy's password, is ignored, and the cookie
 * counts.
 */
export function readRequestToken(request: RequestWithHeaders, cookieName: string): RequestToken {
  const readHeader = createHeaderReader(request);
  const authorization = readHeader('authorization', ', ').trim();
  if (authorization !== '') {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (token !== undefined) return { kind: 'token', token, source: 'bearer' };
    if (!isOtherScheme(authorization)) return { kind: 'refused', reason: 'malformed', source: 'bearer' };
  }
  return readCookieToken(readHeader('cookie', '; '), cookieName);
}

/** Reads a header as text; one that came several times is joined, and one that is not there is empty. */
function createHeaderReader(request: RequestWithHeaders): (name: string, separator: string) => string {
  const headers: unknown = isObject(request) ? request.headers : undefined;
  if (!isObject(headers)) {
    throw new GuestUsageError(
      'invalid_request',
      'authenticateGuest needs a request: a Request, the request of Node or Express, or { headers: await headers() } in Next',
    );
  }
  const { get } = headers;
  return (name, separator) => {
    const value: unknown = typeof get === 'function' ? get.call(headers, name) : headers[name];
    return Array.isArray(value) ? value.join(separator) : isString(value) ? value : '';
  };
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
  // One of the two was set by another host of the domain, perhaps, and nothing shows which.
  if (values.size > 1) return { kind: 'refused', reason: 'ambiguous', source: 'cookie' };
  // An emptied cookie is how some clients sign out.
  return token === '' ? { kind: 'none' } : { kind: 'token', token, source: 'cookie' };
}
