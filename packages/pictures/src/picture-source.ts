import { ApiError } from '@gudbro/api-kit';
import { formatPicturePath, type PictureAddress } from '@gudbro/domain';
import { createByteCache } from './byte-cache.ts';
import { isWebp } from './is-webp.ts';

const bucket = 'property-pictures';

/** What the bucket takes. Storage does not measure an upload whose length is not told beforehand. */
const maxBytes = 2 * 1024 * 1024;

export type PictureSourceOptions = {
  supabaseUrl: string;
  publishableKey: string;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** How much of what was read is held in memory. */
  cacheBytes?: number;
  /** How many pictures are read at once. */
  maxReads?: number;
};

export type PictureSource = {
  /** The bytes of a picture, which never change; null where there is none. Throws `unavailable`. */
  read: (address: PictureAddress) => Promise<Uint8Array | null>;
};

/**
 * Reads the pictures of properties from Storage, so that a browser loads them from our own address. The address of what is
 * read is made from a picture's ids and width and from nothing else that a caller sends.
 */
export function createPictureSource(options: PictureSourceOptions): PictureSource {
  const { cacheBytes = 32 * 1024 * 1024, maxReads = 24 } = options;
  const cache = createByteCache(cacheBytes);
  const reading = new Map<string, Promise<Uint8Array | null>>();

  async function readAndCache(path: string): Promise<Uint8Array | null> {
    const bytes = await readObject(path, options);
    if (bytes !== null) {
      cache.set(path, bytes);
    }
    return bytes;
  }

  return {
    read: async (address) => {
      const path = formatPicturePath(address);
      const cached = cache.get(path);
      if (cached !== undefined) {
        return cached;
      }
      const running = reading.get(path);
      if (running !== undefined) {
        return running;
      }
      if (reading.size >= maxReads) {
        throw new ApiError('unavailable', { retryAfterSeconds: 2 });
      }
      const started = readAndCache(path).finally(() => reading.delete(path));
      reading.set(path, started);
      return started;
    },
  };
}

/** Null also for bytes that are no WebP: a manager can upload to Storage without our server. */
async function readObject(path: string, options: PictureSourceOptions): Promise<Uint8Array | null> {
  const { supabaseUrl, publishableKey, fetch: send = fetch, timeoutMs = 8_000 } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(new URL(`/storage/v1/object/public/${bucket}${path}`, supabaseUrl), {
      headers: { apikey: publishableKey },
      redirect: 'error',
      signal,
    });
    if (response.status >= 500 || response.status === 429) {
      throw new Error(`Storage responds with ${response.status}`);
    }
    const bytes = response.ok ? await readUpTo(response, maxBytes) : null;
    return bytes !== null && isWebp(bytes) ? bytes : null;
  } catch (cause) {
    throw new ApiError('unavailable', { cause });
  }
}

async function readUpTo(response: Response, max: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > max) {
      return null; // ends the response too
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
