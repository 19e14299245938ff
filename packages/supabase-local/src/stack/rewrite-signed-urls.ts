const signPath = '/storage/v1/object/sign/';
const signUploadPath = '/storage/v1/object/upload/sign/';

/**
 * Rewrites the responses that contain a signed URL. lite 0.10 returns it as `signedUrl` with the prefix `/storage/v1`.
 * Supabase returns `signedURL` (for an upload `url`) without the prefix, and supabase-js reads only that. Remove this
 * when the test "lite itself still returns signedUrl" fails.
 */
export async function rewriteSignedUrls(request: Request, response: Response): Promise<Response> {
  const name = findExpectedName(request);
  if (name === null || !response.ok) return response;
  const body = rewriteBody(await response.json(), name);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

function findExpectedName(request: Request): 'signedURL' | 'url' | null {
  if (request.method !== 'POST') return null;
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(signPath)) return 'signedURL';
  return pathname.startsWith(signUploadPath) ? 'url' : null;
}

function rewriteBody(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !('signedUrl' in body)) return body;
  const { signedUrl, ...rest } = body;
  if (typeof signedUrl !== 'string') return body;
  return { ...rest, [name]: signedUrl.replace(/^\/storage\/v1/, '') };
}
