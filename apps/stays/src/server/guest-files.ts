import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { env } from '@/env';

/** A photo is a few hundred kilobytes. Storage itself sets no time limit. */
const uploadTimeoutMs = 15_000;

/** Stores bytes under a path. Throws `unavailable` if they are not known to be stored. */
export type StoreBytes = (path: string, bytes: Uint8Array) => Promise<void>;

type Bucket = { bucket: string; contentType: string };

/**
 * Creates what stores files of guests, as guest_api. The role may only create files at paths that the database gave out, and
 * read none.
 *
 * Each try needs a path of its own: Storage may accept two uploads of one path that overlap, and keep either. And a file is
 * sent as bytes, never as a stream or by a signed upload URL: for those Storage checks no size limit.
 */
export function createStore(
  { bucket, contentType }: Bucket,
  timeoutMs: number = uploadTimeoutMs,
): StoreBytes {
  let client: SupabaseClient | undefined;
  const connect = () => {
    client ??= connectAsGuestApi(timeoutMs);
    return client.storage.from(bucket);
  };
  return async (path, bytes) => {
    const { error } = await connect().upload(path, bytes, { contentType, upsert: false });
    if (error !== null) {
      throw new ApiError('unavailable', { cause: error });
    }
  };
}

function connectAsGuestApi(timeoutMs: number): SupabaseClient {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_GUEST_KEY } = env();
  return createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    accessToken: async () => SUPABASE_GUEST_KEY,
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      // Storage responds to a refused upload without reading it. On a connection that is used again, the next upload would
      // then wait for a minute (mended in Storage's releases since September 2026).
      headers: { connection: 'close' },
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
}

export const storeIncidentPhoto = createStore({ bucket: 'incident-photos', contentType: 'image/webp' });

/** Only ciphertext: see features/documents. */
export const storeDocument = createStore({
  bucket: 'guest-documents',
  contentType: 'application/octet-stream',
});
