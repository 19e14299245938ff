import { ApiError } from '@gudbro/api-kit';
import { type NextRequest, NextResponse } from 'next/server';
import { accountCookieName, type SessionCookies } from './server/account-client';
import { connectAccount } from './server/connect-account';
import { lastPlaceCookie } from './server/last-place';
import { requestPathHeader } from './server/request-path';
import { sessionUnavailableHeader } from './server/session-unavailable';

/**
 * Tells the page its address, and renews an expired session before the page runs, because a page cannot set cookies. It does
 * not decide who may see a page: each page requires an account or a place.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // Set and not added: a caller's own header of this name must not count.
  request.headers.set(requestPathHeader, pathname + search);
  const hasSession = request.cookies.getAll().some(({ name }) => name.startsWith(accountCookieName));
  if (!hasSession) {
    return NextResponse.next({ request });
  }
  const changes: ((response: NextResponse) => void)[] = [];
  const cookies: SessionCookies = {
    getAll: () => request.cookies.getAll(),
    setAll: (changed, headers) => {
      for (const { name, value, options } of changed) {
        request.cookies.set(name, value);
        changes.push((response) => response.cookies.set(name, value, options));
      }
      changes.push((response) => setHeaders(response, headers));
    },
  };
  const client = connectAccount(cookies, request.headers.get('x-forwarded-for'));
  try {
    // Reads the cookie, and calls Supabase Auth only where the token is about to expire.
    await client.auth((auth) => auth.getSession());
  } catch (thrown) {
    return markUnavailable(thrown, request);
  }
  const response = NextResponse.next({ request });
  for (const apply of changes) {
    apply(response);
  }
  rememberPlace(request, response);
  return response;
}

/** An address of a place, but not its pulse: that comes by itself, also from a page that was left or in another tab. */
const placePath = /^\/p\/([a-z0-9-]{3,60})(?:\/(?!pulse(?:\/|$))|$)/;
const oneYearSeconds = 365 * 24 * 3600;

/** Saves which place is open in this browser, so that the start page leads to it. It is a name in an address and no right. */
function rememberPlace(request: NextRequest, response: NextResponse): void {
  const slug = placePath.exec(request.nextUrl.pathname)?.[1];
  if (slug !== undefined && request.cookies.get(lastPlaceCookie)?.value !== slug) {
    response.cookies.set(lastPlaceCookie, slug, {
      path: '/',
      maxAge: oneYearSeconds,
      sameSite: 'lax',
      httpOnly: true,
    });
  }
}

function setHeaders(response: NextResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    response.headers.set(name, value);
  }
}

/**
 * Adds the header by which the page learns that Supabase Auth cannot be reached. Without it the page would try to renew
 * the session too and wait a second time.
 */
function markUnavailable(thrown: unknown, request: NextRequest): NextResponse {
  if (!(thrown instanceof ApiError) || thrown.code !== 'unavailable') {
    throw thrown;
  }
  const headers = new Headers(request.headers);
  headers.set(sessionUnavailableHeader, '1');
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: '/((?!_next/|favicon.ico|icon.svg).*)' };
