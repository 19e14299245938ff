import { findCodePath } from '../code-entry/find-code-path';

/**
 * Where a scanned text leads on this site, or null: the QR is not one of ours. Of an address on another host only a
 * code in it counts; one of this host may also be a property's own page.
 */
export function readScan(text: string, origin: string): string | null {
  const path = findCodePath(text);
  if (path !== null) {
    return path;
  }
  const url = URL.parse(text);
  // With two slashes in front a path would name a host.
  return url?.origin === origin && !url.pathname.startsWith('//') ? url.pathname : null;
}
