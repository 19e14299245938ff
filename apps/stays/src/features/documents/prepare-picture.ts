import { heicHeadBytes, isHeic } from '@gudbro/pictures/is-heic';
import { toJpeg, wholeOf } from '@/client/to-jpeg';

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
  const bitmap = await decode(file);
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

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // Not a picture, or of a format that this browser does not know.
    return decodeUnknown(file);
  }
}

/** Safari decodes HEIC itself. For the others a decoder is loaded, and only once a guest has chosen one. */
async function decodeUnknown(file: Blob): Promise<ImageBitmap | null> {
  try {
    const head = await file.slice(0, heicHeadBytes).arrayBuffer();
    if (!isHeic(new Uint8Array(head))) {
      return null;
    }
    const { decodeHeic } = await import('./decode-heic');
    return await decodeHeic(file);
  } catch {
    return null; // the file is gone, or the line is
  }
}
