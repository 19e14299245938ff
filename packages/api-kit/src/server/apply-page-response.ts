import type { ServerResponse } from 'node:http';
import type { CurrentRequest } from './current-request.ts';

/**
 * Applies what the page set for its response when the headers are written: by then the page has rendered. A response that
 * says nothing about caches, such as a redirect of Next, must not be stored.
 */
export function applyPageResponse(response: ServerResponse, current: CurrentRequest): void {
  const { pageResponse, requestId } = current;
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse; // the overloads differ in form only
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(pageResponse.headers ?? {})) {
      response.setHeader(name, value);
    }
    for (const cookie of pageResponse.cookies ?? []) {
      response.appendHeader('Set-Cookie', cookie);
    }
    if (pageResponse.route !== undefined) {
      response.setHeader('X-Request-Id', requestId);
    }
    if (!response.hasHeader('Cache-Control') && !rest.some(hasCacheControl)) {
      response.setHeader('Cache-Control', 'no-store');
    }
    current.isHeadSent = true;
    return writeHead(pageResponse.status ?? status, ...rest);
  };
}

/** Whether it is a record of headers, as `writeHead` takes, with this one. */
function hasCacheControl(headers: unknown): boolean {
  return (
    typeof headers === 'object' &&
    headers !== null &&
    Object.keys(headers).some((name) => name.toLowerCase() === 'cache-control')
  );
}
