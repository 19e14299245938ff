import { ApiError } from '@gudbro/api-kit';
import { type NextRequest, NextResponse } from 'next/server';
import { accountCookieName, type SessionCookies } from './server/account-client';
import { connectAccount } from './server/connect-account';
import { sessionUnavailableHeader } from './server/session-unavailable';

/**
 * Renews an expired session before the page runs, because a page cannot set cookies. It does not decide who may see a
 * page: each page calls `requireAccount`.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const hasSession = request.cookies.getAll().some(({ name }) => name.startsWith(accountCookieName));
  if (!hasSession) {
    return NextResponse.next();
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
  return response;
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
