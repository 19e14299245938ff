import { type PictureAddress, parsePicturePath } from '@gudbro/domain';

/** The parts of a picture's address, as a router reads them from `/pictures/[propertyId]/[pictureId]/[file]`. */
export type PictureParams = { propertyId: string; pictureId: string; file: string };

/** Null for an address that no picture has. */
export function readPictureParams({ propertyId, pictureId, file }: PictureParams): PictureAddress | null {
  return parsePicturePath(`/pictures/${propertyId}/${pictureId}/${file}`);
}

/** A picture is stored once and never changed, and anybody may see it. */
export const pictureHeaders = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Type': 'image/webp',
};
