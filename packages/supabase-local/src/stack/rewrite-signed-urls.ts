const signPath = '/storage/v1/object/sign/';
const signUploadPath = '/storage/v1/object/upload/sign/';

/**
 * Mends one kind of answer. Asked to sign an address, lite 0.10 answers with `signedUrl`, beginning with
 * `/storage/v1`; Supabase answers with `signedURL` (for an upload `url`), beginning after it, and
 * supabase-js reads only that. To be removed once "lite itself still answers with signedUrl" in the tests fails.
 */
export async function rewriteSignedUrls(request: Request, response: Response): Promise<Response> {
  const name = findExpectedName(request);
  if (name === null || !response.ok) return response;
  const mended = mendAnswer(await response.json(), name);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(mended), { status: response.status, headers });
}

function findExpectedName(request: Request): 'signedURL' | 'url' | null {
  if (request.method !== 'POST') return null;
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(signPath)) return 'signedURL';
  return pathname.startsWith(signUploadPath) ? 'url' : null;
}

function mendAnswer(answer: unknown, name: string): unknown {
  if (typeof answer !== 'object' || answer === null || !('signedUrl' in answer)) return answer;
  const { signedUrl, ...rest } = answer;
  if (typeof signedUrl !== 'string') return answer;
  return { ...rest, [name]: signedUrl.replace(/^\/storage\/v1/, '') };
}
