const kinds = 'image/jpeg,image/png,image/webp,application/pdf';

/**
 * What the field for a file accepts. Apple's browsers convert a HEIC to a JPEG themselves, unless the field names HEIC. Others
 * would not let a guest choose one that is not named, and know it by the ending of its name.
 */
export function listAcceptedFiles(browserVendor: string): string {
  return browserVendor.startsWith('Apple') ? kinds : `${kinds},.heic,.heif`;
}
