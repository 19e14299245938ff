import { decodePicture } from '@/client/pictures/decode-picture';
import { toJpeg, wholeOf } from '@/client/pictures/to-jpeg';

/** The form of each picture of a document that is sent. */
export const documentJpeg = { name: 'document.jpg', longestSide: 2400, quality: 0.85 };

/**
 * Makes a picture ready to be sent: a JPEG that is no larger than what can be read in it, without a word of the file that was
 * chosen. A PDF is sent as it is. Null: it cannot be read here.
 */
export async function preparePicture(file: File): Promise<File | null> {
  if (await isPdf(file)) {
    return new File([file], 'document.pdf', { type: 'application/pdf' });
  }
  const bitmap = await decodePicture(file);
  if (bitmap === null) {
    return null;
  }
  const picture = await toJpeg(bitmap, wholeOf(bitmap), documentJpeg);
  bitmap.close();
  return picture;
}

async function isPdf(file: File): Promise<boolean> {
  return (await file.slice(0, 5).text()) === '%PDF-';
}
