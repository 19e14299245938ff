import type { IncomingMessage } from 'node:http';

/**
 * The status with which a request is refused before anything else looks at it; null where it is well-formed. Next would
 * respond to some of these with 500, and Node to others by itself, without our headers.
 */
export function checkRequest(request: IncomingMessage): 400 | 405 | 417 | null {
  const { method, headers, url = '/' } = request;
  if (method === 'TRACE' || (isFile(url) && method !== 'GET' && method !== 'HEAD')) {
    return 405;
  }
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
    return 417;
  }
  // We have no websockets, so there is nothing to upgrade to.
  return headers.upgrade === undefined && hasOneHost(request) && isPlainPath(url) ? null : 400;
}

// With two hosts, a proxy may read one and we the other. HTTP/1.0 needs none.
function hasOneHost({ httpVersion, headersDistinct }: IncomingMessage): boolean {
  const { length } = headersDistinct['host'] ?? [];
  return length === 1 || (length === 0 && httpVersion === '1.0');
}

// `%2e` in a path that was decoded once: whoever decodes it again reads a dot.
const dots = /^(\.|%2e){1,2}$/i;

/** The address of a file, such as a script or a picture, by its ending. Next renders a page for any other method on one. */
function isFile(url: string): boolean {
  return /\.\w+$/.test(url.split('?', 1)[0] ?? '');
}

/**
 * Whether it is a path that decodes and has no dot segment. Next fails on `*`, and redirects a whole address, as it is meant
 * for proxies, to wherever it leads. A browser resolves dots before it sends a path. Next resolves them after
 * we have looked at it: `/_next/static/../..` begins like a file of the build and is the home page. For URL parsers a
 * backslash is a slash.
 */
function isPlainPath(url: string): boolean {
  if (!url.startsWith('/')) {
    return false;
  }
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
    return !path.split(/[/\\#]/).some((segment) => dots.test(segment));
  } catch {
    return false; // decodeURIComponent throws for this reason only
  }
}
