/**
 * Whether a request is of no page, or of a page of these origins. lite itself allows every origin, so that any page on the
 * developer's machine could use the database if it knew the publishable key. `Sec-Fetch-Site` is for requests that have
 * no Origin, such as that of an image.
 */
export function isFromAllowedOrigin({ headers }: Request, allowed: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return allowed.includes(origin);
  return headers.get('sec-fetch-site') !== 'cross-site';
}

/** Names the page's own origin in a response to it, and none in others, instead of `*`. */
export function nameOrigin(request: Request, response: Response): Response {
  const origin = request.headers.get('origin');
  const headers = new Headers(response.headers);
  headers.delete('access-control-allow-origin');
  if (origin !== null) headers.set('access-control-allow-origin', origin);
  headers.append('vary', 'Origin');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
