import { ApiError } from '../errors/api-error.ts';
import type { RouteRequest } from './route-request.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site must not act with this browser's cookie, nor plant a session of its own in it. A write that carries
 * the cookie needs our own Origin; a write without it may lack an Origin, as API clients do, but not bring a foreign one.
 */
export function checkOrigin(request: RouteRequest, hasSessionCookie: boolean): void {
  if (readingMethods.has(request.method)) {
    return;
  }
  const origin = request.headers.get('origin');
  // Our pages send no referrer, so browsers hide the origin of their forms; what they say of the site instead can't be forged.
  const isOwnForm = origin === 'null' && request.headers.get('sec-fetch-site') === 'same-origin';
  const isOwn = isOwnForm || (origin !== null && hostOf(origin) === request.headers.get('host'));
  const isAbsent = origin === null && !hasSessionCookie;
  if (!isOwn && !isAbsent) {
    throw new ApiError('invalid_request', { issues: [{ path: ['Origin'], message: 'is not this site' }] });
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
