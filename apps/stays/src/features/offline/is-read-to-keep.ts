import type { PageRequest } from '@gudbro/api-kit';

/** The service worker reads a page to keep it (public/sw.js): nobody opens anything, so no session may begin. */
export function isReadToKeep({ headers }: PageRequest): boolean {
  return headers.get('x-keep-copy') !== null;
}
