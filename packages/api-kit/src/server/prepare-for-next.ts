import { IncomingMessage } from 'node:http';

const ranges = /^bytes=\s*(\d+-\d*|-\d+)(\s*,\s*(\d+-\d*|-\d+))*\s*$/;
const mostFormBytes = 1024 * 1024;

/** Returns the request as Next can respond to it, or the status to refuse it with. */
export async function prepareForNext(request: IncomingMessage): Promise<IncomingMessage | 400 | 403 | 413> {
  dropMalformedHeaders(request);
  if (isForeignAction(request)) {
    return 403;
  }
  return isFormForNext(request) ? readFormForNext(request) : request;
}

/**
 * Drops headers that are malformed. Whoever cannot read a range or the state of Next's router has to respond as if it were
 * not there; Next responds with 500.
 */
export function dropMalformedHeaders({ headers }: IncomingMessage): void {
  if (headers.range !== undefined && !ranges.test(headers.range)) {
    delete headers.range;
  }
  const routerState = headers['next-router-state-tree'];
  if (routerState !== undefined && !isRouterState(String(routerState))) {
    delete headers['next-router-state-tree'];
  }
}

function isRouterState(value: string): boolean {
  try {
    const state: unknown = JSON.parse(decodeURIComponent(value));
    return Array.isArray(state) && state.length >= 2 && typeof state[1] === 'object' && state[1] !== null;
  } catch {
    return false; // not encoded, or not JSON
  }
}

/** Whether Next would read a form from this request: it does so for pages, whose forms may be actions. Our routes read their own. */
export function isFormForNext({ method, url = '/', headers }: IncomingMessage): boolean {
  const isForm = /^multipart\/form-data/i.test(headers['content-type'] ?? '');
  return method === 'POST' && isForm && !url.startsWith('/api/');
}

/** Whether another site, or a page that hides which, sent this to run an action. Next responds to it with 500. */
export function isForeignAction(request: IncomingMessage): boolean {
  const { origin, host, 'x-forwarded-host': forwardedHost } = request.headers;
  // Next goes by the host that a proxy names, too.
  const own = String(forwardedHost ?? host);
  const isAction = request.headers['next-action'] !== undefined || isFormForNext(request);
  return isAction && origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== own);
}

/**
 * Reads a form and returns the same request with its body still to be read, or the status to refuse it with: Next responds
 * with 500 to a form that it cannot parse.
 */
export async function readFormForNext(request: IncomingMessage): Promise<IncomingMessage | 400 | 413> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > mostFormBytes) {
        return 413;
      }
      chunks.push(chunk);
    }
  } catch {
    return 400; // the client has ended its connection in the middle of the form
  }
  const body = Buffer.concat(chunks);
  try {
    await new Response(body, {
      headers: { 'content-type': String(request.headers['content-type']) },
    }).formData();
  } catch {
    return 400; // formData rejects for no other reason than the form
  }
  return replay(request, body);
}

function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const again = new IncomingMessage(request.socket);
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.push(body);
  again.push(null);
  again.complete = true;
  return again;
}
