import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { type EncodedPicture, type Encoding, pictureDecoder } from '@gudbro/pictures';

/** By then the pictures that wait before it are decoded, unless they are unusually large. */
const retryAfterSeconds = 10;

/**
 * Encodes an upload again from its pixels, which removes EXIF data, its location and any file appended to it. The format
 * is detected from the content: the file's name and type are only claims of the sender.
 */
export async function reEncodeUpload(
  file: File,
  propertyId: string,
  encoding: Encoding,
): Promise<EncodedPicture[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = await pictureDecoder().reEncode(bytes, propertyId, encoding);
  if (decoded.ok) {
    return decoded.pictures;
  }
  throw decoded.reason === 'busy'
    ? new ApiError('unavailable', { reason: 'photos_are_waiting', retryAfterSeconds })
    : new ApiError('unsupported_file');
}
