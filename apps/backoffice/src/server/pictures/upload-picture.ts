import 'server-only';
import { ApiError, currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { formatPicturePath, type PictureWidth, pictureWidths } from '@gudbro/domain';
import { pictureDecoder } from '@gudbro/pictures';
import type { AccountClient } from '../account-client';

const bucket = 'property-pictures';

/** A picture is as wide as this, and at most twice as high. */
const boxes = pictureWidths.map((width) => ({ width, height: 2 * width }));

export type UploadedPicture = { id: string; path: string };

/**
 * Stores a picture in its widths, encoded again from its pixels, which removes what a camera writes beside them. The database
 * admits the picture before `readFile` is called. Whatever ends this in the middle leaves a picture that is not finished and
 * that the sweep removes.
 */
export async function uploadPicture(
  client: AccountClient,
  placeId: string,
  readFile: () => Promise<Uint8Array>,
): Promise<UploadedPicture> {
  const id = await client.query((db) => db.rpc('announce_picture', { property_id: placeId }));
  const locate = (width: PictureWidth) => formatPicturePath({ propertyId: placeId, pictureId: id, width });
  try {
    const pictures = await encode(await readFile(), placeId);
    for (const { boxWidth, bytes } of pictures) {
      // The name of an object has no slash at its beginning.
      await client.store({ bucket, path: locate(boxWidth).slice(1), bytes, contentType: 'image/webp' });
    }
    const { width, height } = pictures.at(-1) ?? { width: 0, height: 0 };
    const bytes = pictures.reduce((sum, picture) => sum + picture.bytes.length, 0);
    await client.query((db) => db.rpc('finish_picture', { picture_id: id, width, height, bytes }));
    return { id, path: locate(1600) };
  } catch (thrown) {
    await forgetPicture(client, id);
    throw thrown;
  }
}

async function encode(file: Uint8Array, placeId: string) {
  const decoded = await pictureDecoder().reEncode(file, placeId, { boxes, acceptsHeic: true });
  if (decoded.ok) {
    // In the order of the boxes, from the narrowest to the widest.
    return pictureWidths.flatMap((boxWidth, index) => {
      const picture = decoded.pictures[index];
      return picture === undefined ? [] : [{ ...picture, boxWidth }];
    });
  }
  throw decoded.reason === 'busy'
    ? new ApiError('unavailable', { reason: 'photos_are_waiting', retryAfterSeconds: 10 })
    : new ApiError('unsupported_file');
}

/** Without this, the sweep removes it after a day. So a failure is logged, and the error before it is what counts. */
async function forgetPicture(client: AccountClient, id: string): Promise<void> {
  try {
    await client.query((db) => db.rpc('remove_picture', { picture_id: id }));
  } catch (thrown) {
    terminalLog.fault({
      requestId: currentRequest().requestId,
      route: 'forgetPicture',
      ...formatFault(thrown),
    });
  }
}
