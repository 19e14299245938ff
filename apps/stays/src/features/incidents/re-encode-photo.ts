import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { pictureDecoder } from '@gudbro/pictures';

/** By then the pictures that wait before it are decoded, unless they are unusually large. */
const retryAfterSeconds = 10;

const encoding = { boxes: [{ width: 2000, height: 2000 }] };

/**
 * Encodes a photo again from its pixels, which removes EXIF data, its location and any file appended to it. The format
 * is detected from the content: the file's name and type are only claims of the sender.
 */
export async function reEncodePhoto(file: File, propertyId: string): Promise<Uint8Array> {
  const decoded = await pictureDecoder().reEncode(
    new Uint8Array(await file.arrayBuffer()),
    propertyId,
    encoding,
  );
  if (decoded.ok && decoded.pictures[0] !== undefined) {
    return decoded.pictures[0].bytes;
  }
  if (!decoded.ok && decoded.reason === 'busy') {
    throw new ApiError('unavailable', { reason: 'photos_are_waiting', retryAfterSeconds });
  }
  throw new ApiError('unsupported_file');
}
