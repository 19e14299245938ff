import { findCodePath } from '@/codes/find-code-path';

/**
 * The path on this site that a scanned text leads to, or null if the QR code is not one of ours. A URL of any host may
 * contain a code; a URL of this host may also be a property's page.
 */
export function readScan(text: string, origin: string): string | null {
  const path = findCodePath(text);
  if (path !== null) {
    return path;
  }
  const url = URL.parse(text);
  // A path that starts with two slashes would lead to another host.
  return url?.origin === origin && !url.pathname.startsWith('//') ? url.pathname : null;
}
