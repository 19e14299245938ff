import { toJpeg, wholeOf } from '@/client/to-jpeg';

const form = { name: 'photo.jpg', longestSide: 2000, quality: 0.82 };

/**
 * Makes a photo small enough for a slow connection. A file that this browser cannot read is sent unchanged: the server
 * checks it anyway.
 */
export async function resizePhoto(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const photo = await toJpeg(bitmap, wholeOf(bitmap), form);
    bitmap.close();
    return photo ?? file;
  } catch {
    return file;
  }
}
