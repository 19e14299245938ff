import type { PageRequest } from '@gudbro/api-kit';

/** Whether the service worker (public/sw.js) requests a page to save it. No guest opens it, so no session may start. */
export function isOfflineCopyRequest({ headers }: PageRequest): boolean {
  return headers.get('x-keep-copy') !== null;
}
