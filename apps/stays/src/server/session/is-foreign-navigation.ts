import type { PageRequest } from '@gudbro/api-kit';

/**
 * Whether a page of another origin led the browser to this address. A scanned QR, a typed address and a link in an app that
 * is no browser come from nowhere (`none`).
 */
export function isForeignNavigation({ headers }: PageRequest, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) {
    return site !== 'none' && site !== 'same-origin';
  }
  // Older browsers do not send it, and none sends it on plain http.
  return [headers.get('origin'), headers.get('referer')].some(
    (address) => address !== null && URL.parse(address)?.origin !== ownOrigin,
  );
}
