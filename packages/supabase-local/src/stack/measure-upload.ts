/** The limit of every upload, whatever its bucket allows: that of a hosted project on the free plan. */
export const maxUploadBytes = 50 * 1024 * 1024;

/**
 * Adds `content-length` to an upload that has none. lite checks a bucket's size limit against that header only,
 * so an upload sent in chunks would pass any limit. Returns null if the upload is too large.
 */
export async function measureUpload(request: Request): Promise<Request | null> {
  const isUpload = request.method === 'POST' || request.method === 'PUT';
  if (!isUpload || !new URL(request.url).pathname.startsWith('/storage/v1/object/')) return request;
  const declared = request.headers.get('content-length');
  if (declared !== null) return Number(declared) <= maxUploadBytes ? request : null;
  if (request.body === null) return request;
  const body = await readBounded(request.body);
  if (body === null) return null;
  const headers = new Headers(request.headers);
  headers.set('content-length', String(body.byteLength));
  return new Request(request.url, { method: request.method, headers, body });
}

async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxUploadBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
