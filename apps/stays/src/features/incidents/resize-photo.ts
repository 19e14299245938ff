import { decodePicture } from '@/client/pictures/decode-picture';
import { toJpeg, wholeOf } from '@/client/pictures/to-jpeg';

const form = { name: 'photo.jpg', longestSide: 2000, quality: 0.82 };

/**
 * Makes a photo small enough for a slow connection. A file that cannot be read here is sent unchanged: the server checks it
 * anyway.
 */
export async function resizePhoto(file: File): Promise<File> {
  const bitmap = await decodePicture(file);
  if (bitmap === null) {
    return file;
  }
  const photo = await toJpeg(bitmap, wholeOf(bitmap), form);
  bitmap.close();
  return photo ?? file;
}
