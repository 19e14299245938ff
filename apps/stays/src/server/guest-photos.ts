import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { connectAsGuestApi } from './guest-database';

const bucket = 'incident-photos';

/** Stores a photo under a path that a report gave out. The role may create exactly that, and read nothing. */
export async function storeIncidentPhoto(path: string, photo: Uint8Array): Promise<void> {
  const { error } = await connectAsGuestApi()
    .storage.from(bucket)
    .upload(path, photo, { contentType: 'image/webp', upsert: false });
  if (error !== null && !isAlreadyThere(error)) {
    throw new ApiError('unavailable', { cause: error });
  }
}

/** The first of two tries got through: a path is given out for one photo, so this is it. */
function isAlreadyThere(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === '409';
}
