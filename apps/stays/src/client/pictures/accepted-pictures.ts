const pictures = 'image/jpeg,image/png,image/webp';

/**
 * What a field for pictures accepts. Apple's browsers convert a HEIC to a JPEG themselves, unless the field names HEIC. Others
 * would not let a guest choose one that is not named, and know it by the ending of its name.
 */
export function listAcceptedPictures(browserVendor: string): string {
  return browserVendor.startsWith('Apple') ? pictures : `${pictures},.heic,.heif`;
}
