import { ApiError } from '@gudbro/api-kit';
import { type NextRequest, NextResponse } from 'next/server';
import { connectOwner } from './server/connect-owner';
import { ownerCookieName } from './server/owner-client';
import { sessionUnavailableHeader } from './server/session-unavailable';

/**
 * Keeps the session fresh. Pages can't set cookies, so what has expired is renewed before them. Who may see what is
 * not decided here: each page asks who its reader is.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const isNobody = !request.cookies.getAll().some(({ name }) => name.startsWith(ownerCookieName));
  if (isNobody) {
    return NextResponse.next();
  }
  const changes: ((response: NextResponse) => void)[] = [];
  const client = connectOwner({
    getAll: () => request.cookies.getAll(),
    setAll: (changed, headers) => {
      for (const { name, value, options } of changed) {
        request.cookies.set(name, value);
        changes.push((response) => response.cookies.set(name, value, options));
      }
      changes.push((response) => setHeaders(response, headers));
    },
  });
  try {
    // Reads the cookie; asks Supabase Auth only when the token is about to expire.
    await client.auth((auth) => auth.getSession());
  } catch (thrown) {
    return handOnUnavailable(thrown, request);
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

/** The page would ask again, and wait again, and have nowhere to keep the answer: so it is told. */
function handOnUnavailable(thrown: unknown, request: NextRequest): NextResponse {
  if (!(thrown instanceof ApiError) || thrown.code !== 'unavailable') {
    throw thrown;
  }
  const headers = new Headers(request.headers);
  headers.set(sessionUnavailableHeader, '1');
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: '/((?!_next/|favicon.ico|icon.svg).*)' };
