const objectPath = '/storage/v1/object/';

/**
 * Refuses what Supabase's Storage has and lite has not. lite responds to some of it with 404, which a caller would read as
 * "there is no such object". Null: lite knows this request.
 */
export function refuseUnknownToLite({ method, url }: Request): Response | null {
  const { pathname } = new URL(url);
  const isOf = (pattern: RegExp) => pattern.test(pathname);
  const isUnknown =
    (method === 'DELETE' && isOf(/^\/storage\/v1\/object\/[^/]+\/./)) ||
    (method === 'POST' && isOf(/^\/storage\/v1\/object\/(list-v2\/|sign\/[^/]+$)/)) ||
    isOf(/^\/storage\/v1\/(upload\/resumable|s3|render|vector|iceberg)(\/|$)/);
  if (!isUnknown) return null;
  const message = `The embedded Storage has no ${method} ${pathname.split('/').slice(3, 5).join('/')}. Use upload, download, list, remove, createSignedUrl or info.`;
  return Response.json({ statusCode: '501', error: 'not_implemented', message }, { status: 501 });
}

/** Changes the responses that supabase-js reads otherwise than lite writes them. */
export async function matchStorage(request: Request, response: Response): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET' && pathname.startsWith(`${objectPath}info/`) && !response.ok) {
    return nameMissingObject(response);
  }
  return response;
}

/** `exists()` of supabase-js asks for the info of an object, and throws unless the error has this code. */
async function nameMissingObject(response: Response): Promise<Response> {
  const body: unknown = await response.json();
  const isMissing =
    typeof body === 'object' && body !== null && Reflect.get(body, 'message') === 'Object not found';
  return Response.json(isMissing ? { ...body, code: 'NoSuchKey' } : body, { status: response.status });
}
