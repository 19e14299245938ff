import type { OutgoingHttpHeaders } from 'node:http';
import { shareInProcess } from './share-in-process.ts';

/** A finished document, cut wherever the nonce of the request it was drawn for stood. */
export type KeptPage = { headers: OutgoingHttpHeaders; parts: readonly Buffer[]; nonce: string };

/** The same page for a request of another nonce. */
export function fillPage(page: KeptPage, nonce: string): { headers: OutgoingHttpHeaders; document: Buffer } {
  const filling = Buffer.from(nonce);
  const document = Buffer.concat(
    page.parts.flatMap((part, index) => (index === 0 ? [part] : [filling, part])),
  );
  // What the browser is told to fetch early is told by its nonce too.
  const headers = Object.entries(page.headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(page.nonce, nonce) : value,
  ]);
  return { document, headers: { ...Object.fromEntries(headers), 'content-length': document.length } };
}

const mostBytes = 32 * 1024 * 1024;

/** Bounded by size; what was not asked for longest goes first. */
export function createKeptPageStore(limitBytes = mostBytes) {
  // A Map keeps the order of insertion: its first key is the one not used for longest.
  const pages = new Map<string, KeptPage>();
  let total = 0;

  const remove = (key: string, page: KeptPage) => {
    pages.delete(key);
    total -= sizeOf(page);
  };

  return {
    get(key: string): KeptPage | null {
      const page = pages.get(key);
      if (page === undefined) {
        return null;
      }
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    set(key: string, page: KeptPage): void {
      const before = pages.get(key);
      if (before !== undefined) {
        remove(key, before);
      }
      pages.set(key, page);
      total += sizeOf(page);
      for (const [oldest, old] of pages) {
        if (total <= limitBytes) {
          return;
        }
        remove(oldest, old);
      }
    },
  };
}

function sizeOf({ parts }: KeptPage): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** The pages this process has drawn. They do not outlive it, so neither a build nor its messages can be old. */
export const keptPages = shareInProcess('kept-pages', () => createKeptPageStore());
