import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { CurrentRequest } from './current-request.ts';
import { pageCache } from './page-cache.ts';

// These belong to one response and its connection. They are never cached with the page.
const headersOfOneResponse = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
];

// What React writes where a part of the page failed: as a comment, or as a call when it had sent the page's beginning before.
const failedPart = /<!--\$!-->|\$RX\("/;

/** Whether a part of a rendered page failed, though its response has status 200. */
export const hasFailedPart = (document: string): boolean => failedPart.test(document);

/** Caches the document that Next is about to write to this response, if it ends with status 200, is HTML and has no failed part. */
export function capturePage(response: ServerResponse, key: string, request: CurrentRequest): void {
  const dropped = new Set([...response.getHeaderNames(), ...headersOfOneResponse]);
  collectBody(response, (body) => {
    const document = body.toString();
    const headers = response.getHeaders();
    const isWhole = response.statusCode === 200 && String(headers['content-type']).startsWith('text/html');
    if (isWhole && !hasFailedPart(document)) {
      for (const name of [...Object.keys(request.pageResponse.headers ?? {}), 'set-cookie', 'x-request-id']) {
        dropped.add(name.toLowerCase());
      }
      const parts = cutAtNonce(document, request.nonce);
      pageCache.set(key, { headers: omit(headers, dropped), parts, nonce: request.nonce });
    }
  });
}

function omit(headers: OutgoingHttpHeaders, dropped: ReadonlySet<string>): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

function cutAtNonce(document: string, nonce: string): Buffer[] {
  return document.split(nonce).map((part) => Buffer.from(part));
}

/** Calls `onEnd`, when the response has ended, with all that was written to it from now on. Writing itself is unchanged. */
function collectBody(response: ServerResponse, onEnd: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
  };
  // The overloads differ in what follows the chunk, which is passed on unchanged.
  const write = response.write.bind(response) as (...parts: unknown[]) => boolean;
  const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse;
  response.write = (...parts: unknown[]) => {
    collect(parts[0]);
    return write(...parts);
  };
  response.end = (...parts: unknown[]) => {
    collect(parts[0]);
    const ended = end(...parts);
    onEnd(Buffer.concat(chunks));
    return ended;
  };
}
