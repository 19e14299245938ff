import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { env } from '@/env';

const bucket = 'incident-photos';

/** A photo is a few hundred kilobytes. Storage itself sets no time limit. */
const uploadTimeoutMs = 15_000;

/** Stores a photo under a path. Throws `unavailable` if it is not known to be stored. */
export type StorePhoto = (path: string, photo: Uint8Array) => Promise<void>;

/**
 * Creates what stores photos, as guest_api. The role may only create files at paths that a report returned, and read none.
 *
 * Each try needs a path of its own: Storage may accept two uploads of one path that overlap, and keep either. And a photo is
 * sent as bytes, never as a stream or by a signed upload URL: for those Storage checks no size limit.
 */
export function createPhotoStore(timeoutMs: number = uploadTimeoutMs): StorePhoto {
  let client: SupabaseClient | undefined;
  const connect = () => {
    client ??= connectAsGuestApi(timeoutMs);
    return client.storage.from(bucket);
  };
  return async (path, photo) => {
    const { error } = await connect().upload(path, photo, { contentType: 'image/webp', upsert: false });
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

export const storeIncidentPhoto = createPhotoStore();
