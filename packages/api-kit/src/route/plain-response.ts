import type { ServerResponse } from 'node:http';

/**
 * A response as plain data. Our server writes it as it is (`sendPlain`), in one piece: to make a Response of it, and to read
 * its text out of that again, takes longer than all the rest of the router. Next and tests get a Response (`toResponse`).
 */
export type PlainResponse = {
  status: number;
  headers: Record<string, string>;
  /** Set-Cookie values. */
  cookies: readonly string[];
  /** Text, or the bytes of a file. */
  content: string | Uint8Array<ArrayBuffer> | null;
};

export function toResponse({ status, headers, cookies, content }: PlainResponse): Response {
  const response = new Response(content, { status, headers });
  for (const cookie of cookies) {
    response.headers.append('Set-Cookie', cookie);
  }
  return response;
}

export function sendPlain(
  { status, headers, cookies, content }: PlainResponse,
  outgoing: ServerResponse,
): void {
  for (const cookie of cookies) {
    outgoing.appendHeader('Set-Cookie', cookie);
  }
  const length = content === null ? {} : { 'Content-Length': Buffer.byteLength(content) };
  outgoing.writeHead(status, { ...headers, ...length }).end(content ?? undefined);
}
