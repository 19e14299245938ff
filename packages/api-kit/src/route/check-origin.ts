import { ApiError } from '../errors/api-error.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site started, so that it can neither use the session cookie of a browser nor set one. With
 * the cookie, a write needs our own Origin. Without it, a write may have no Origin, as from API clients, but no other one.
 */
export function checkOrigin(request: Request, hasSessionCookie: boolean, ownOrigin: string): void {
  if (readingMethods.has(request.method)) {
    return;
  }
  const origin = request.headers.get('origin');
  // Our pages send no referrer, so browsers send their forms with `Origin: null`. A page cannot forge Sec-Fetch-Site.
  const isOwnForm = origin === 'null' && request.headers.get('sec-fetch-site') === 'same-origin';
  const isOwn = isOwnForm || origin === ownOrigin;
  const isAbsent = origin === null && !hasSessionCookie;
  if (!isOwn && !isAbsent) {
    throw new ApiError('invalid_request', { issues: [{ path: ['Origin'], message: 'is not this site' }] });
  }
}
