import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { keptPages } from './kept-page-store.ts';
import type { RequestFacts } from './request-facts.ts';

// Set for each answer anew: by the way it is sent, by our server, or for the one who asked.
const ownOfAnAnswer = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
];

/** Keeps the document that is about to be drawn, if it comes to a good end. */
export function capturePage(response: ServerResponse, key: string, facts: RequestFacts): void {
  const isOurs = new Set([...response.getHeaderNames(), ...ownOfAnAnswer]);
  collectBody(response, (document) => {
    const headers = response.getHeaders();
    const isWhole = response.statusCode === 200 && String(headers['content-type']).startsWith('text/html');
    if (isWhole) {
      for (const name of [...Object.keys(facts.page.headers ?? {}), 'set-cookie', 'x-request-id']) {
        isOurs.add(name.toLowerCase());
      }
      const parts = cutAtNonce(document, facts.nonce);
      keptPages.set(key, { headers: pick(headers, isOurs), parts, nonce: facts.nonce });
    }
  });
}

function pick(headers: OutgoingHttpHeaders, dropped: ReadonlySet<string>): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

function cutAtNonce(document: Buffer, nonce: string): Buffer[] {
  return document
    .toString()
    .split(nonce)
    .map((part) => Buffer.from(part));
}

/** Hands over, at its end, what is written to an answer from now on. It goes on being written. */
function collectBody(response: ServerResponse, onEnd: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
  };
  // The overloads differ in what follows the chunk, which is handed on as it is.
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
