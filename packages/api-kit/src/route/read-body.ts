import { ApiError } from '../errors/api-error.ts';

/** Reads a JSON body up to a size. What is too large is refused before, or while, it is read. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new ApiError('unsupported_file');
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new ApiError('too_large');
  }
  const bytes = await readUpTo(request.body, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new ApiError('too_large');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
