/** The widths in which a picture of a property is stored, in pixels. A picture that is smaller is not enlarged. */
export const pictureWidths = [480, 960, 1600] as const;

export type PictureWidth = (typeof pictureWidths)[number];

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pathPattern = new RegExp(`^/pictures/(${uuid})/(${uuid})/(480|960|1600)\\.webp$`);

/** A picture that an owner uploaded, in one width. */
export type PictureAddress = { propertyId: string; pictureId: string; width: PictureWidth };

/**
 * Reads the path of an uploaded picture. Null for any other path, such as that of a picture which is a file of the
 * deployment (`/demo/pho.svg`).
 */
export function parsePicturePath(path: string): PictureAddress | null {
  const [, propertyId, pictureId, width] = pathPattern.exec(path) ?? [];
  if (propertyId === undefined || pictureId === undefined) {
    return null;
  }
  return { propertyId, pictureId, width: Number(width) as PictureWidth }; // the pattern names them
}

/** The path of a picture on either app's own address, which is also the name of its object in Storage, after a slash. */
export function formatPicturePath({ propertyId, pictureId, width }: PictureAddress): string {
  return `/pictures/${propertyId}/${pictureId}/${width}.webp`;
}

/** The `srcset` of a picture in its three widths; undefined for one that is a file of the deployment. */
export function formatPictureSrcSet(path: string): string | undefined {
  const address = parsePicturePath(path);
  if (address === null) {
    return undefined;
  }
  return pictureWidths.map((width) => `${formatPicturePath({ ...address, width })} ${width}w`).join(', ');
}

/** The narrowest form of a picture, for where it is shown small. */
export function smallPicture(path: string): string {
  const address = parsePicturePath(path);
  return address === null ? path : formatPicturePath({ ...address, width: pictureWidths[0] });
}
