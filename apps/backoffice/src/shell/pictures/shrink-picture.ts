const longestSide = 2400;
const quality = 0.86;

/** Photographs. A PNG or a WebP may be transparent, which a JPEG is not. */
const photographs = /^image\/(jpeg|hei[cf])$/;
const smallEnough = 1_500_000;

/**
 * Makes a photograph small enough for a slow connection. Whatever this browser cannot read is sent as it is: the server looks
 * at it anyway.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  if (!photographs.test(file.type) || (file.type === 'image/jpeg' && file.size <= smallEnough)) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise<Blob>((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', quality);
    });
  } catch {
    return file; // a HEIC in a browser that shows none
  }
}
