import type { OutgoingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { shareInProcess } from './share-in-process.ts';

/** A rendered document, cut wherever it contained the nonce of the request it was rendered for. */
export type CachedPage = { headers: OutgoingHttpHeaders; parts: readonly Buffer[]; nonce: string };

/** The page with the nonce of another request. */
export function fillPage(
  page: CachedPage,
  nonce: string,
): { headers: OutgoingHttpHeaders; document: Buffer } {
  const filling = Buffer.from(nonce);
  const document = Buffer.concat(
    page.parts.flatMap((part, index) => (index === 0 ? [part] : [filling, part])),
  );
  // `Link: …; rel=preload` has the nonce too.
  const headers = Object.entries(page.headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(page.nonce, nonce) : value,
  ]);
  return { document, headers: { ...Object.fromEntries(headers), 'content-length': document.length } };
}

const maxBytes = 32 * 1024 * 1024;

/** A cache of pages, bounded by their size: the page that has not been read for longest is removed first. */
export function createPageCache(limitBytes = maxBytes): LRUCache<string, CachedPage> {
  return new LRUCache({ maxSize: limitBytes, sizeCalculation: sizeOf });
}

/** At least 1: the cache takes nothing without a size, and a page may be empty. */
function sizeOf({ parts }: CachedPage): number {
  return parts.reduce((sum, part) => sum + part.length, 1);
}

/** The cached pages of this process. They end with it, so none is from an older build or has older messages. */
export const pageCache = shareInProcess('page-cache', () => createPageCache());
