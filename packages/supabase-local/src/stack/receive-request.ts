/** The limit of every request: what a hosted project on the free plan allows for an upload. */
export const maxBodyBytes = 50 * 1024 * 1024;

const uploadPath = '/storage/v1/object/';

/**
 * Reads the whole body of a request. A sender who is slow must not hold up the requests that wait for the database, and lite
 * checks a bucket's size limit against `content-length` only, which an upload in chunks does not have. (Neither does
 * Supabase's own Storage measure one, so only the sender can keep such a limit there: see `guest-photos.ts`.)
 *
 * An upload that comes as a form, as supabase-js sends a Blob, becomes a plain one: lite does not find the file of its form.
 * Returns null if the body is too large.
 */
export async function receiveRequest(request: Request): Promise<Request | null> {
  if (request.body === null) return request;
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return null;
  const body = await readBounded(request.body);
  if (body === null) return null;
  const headers = new Headers(request.headers);
  headers.set('content-length', String(body.byteLength));
  const received = new Request(request.url, { method: request.method, headers, body });
  return isFormUpload(received) ? unpackForm(received) : received;
}

function isFormUpload(request: Request): boolean {
  const type = request.headers.get('content-type') ?? '';
  return type.startsWith('multipart/form-data') && new URL(request.url).pathname.startsWith(uploadPath);
}

/** The type of the Blob counts, as on Supabase. A form without a file is left to lite, which refuses it. */
async function unpackForm(request: Request): Promise<Request> {
  const form = await request.clone().formData();
  const file = [...form.values()].find((value) => value instanceof File);
  if (file === undefined) return request;
  const headers = new Headers(request.headers);
  headers.set('content-type', file.type);
  headers.set('content-length', String(file.size));
  const seconds = form.get('cacheControl');
  if (typeof seconds === 'string') headers.set('cache-control', `max-age=${seconds}`);
  return new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() });
}

async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
