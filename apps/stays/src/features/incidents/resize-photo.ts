const longestSide = 2000;
const quality = 0.82;

/**
 * Makes a photo small enough for a slow connection. A file that this browser cannot read is sent unchanged: the server
 * checks it anyway.
 */
export async function resizePhoto(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob =
      context && (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality)));
    // The file's own name may be private, so it is not sent.
    return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
