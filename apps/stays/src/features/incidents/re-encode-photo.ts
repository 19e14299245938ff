import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { reEncodeUpload } from '@/server/re-encode-upload';

const encoding = { boxes: [{ width: 2000, height: 2000 }] };

/** A photo as it is stored: a WebP without a word of the file that was sent. */
export async function reEncodePhoto(file: File, propertyId: string): Promise<Uint8Array> {
  const [photo] = await reEncodeUpload(file, propertyId, encoding);
  if (photo === undefined) {
    throw new ApiError('unsupported_file');
  }
  return photo.bytes;
}
