import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { env } from '@/env';

const bucket = 'incident-photos';

let client: SupabaseClient | undefined;

function connectAsGuestApi(): SupabaseClient {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_GUEST_KEY } = env();
  client ??= createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    accessToken: async () => SUPABASE_GUEST_KEY,
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return client;
}

/** Stores a photo under a path that a report returned. The role may only create files at such paths, and read none. */
export async function storeIncidentPhoto(path: string, photo: Uint8Array): Promise<void> {
  const { error } = await connectAsGuestApi()
    .storage.from(bucket)
    .upload(path, photo, { contentType: 'image/webp', upsert: false });
  if (error !== null && !isAlreadyThere(error)) {
    throw new ApiError('unavailable', { cause: error });
  }
}

/** An earlier try has stored it: each path belongs to one photo. */
function isAlreadyThere(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === '409';
}
