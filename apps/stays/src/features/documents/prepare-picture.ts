const longestSide = 2400;
const quality = 0.85;

/**
 * Makes a picture ready to be sent: a JPEG that is no larger than what can be read in it, without a word of the file that was
 * chosen. A PDF is sent as it is. Null: this browser cannot read the file.
 */
export async function preparePicture(file: File): Promise<File | null> {
  if (await isPdf(file)) {
    return new File([file], 'document.pdf', { type: 'application/pdf' });
  }
  const bitmap = await decode(file);
  if (bitmap === null) {
    return null;
  }
  const part = { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
  const picture = await toJpeg(bitmap, part);
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
    return null; // not a picture, or of a format that this browser does not know
  }
}

export type Area = { x: number; y: number; width: number; height: number };

/** A part of a picture or of a video's frame as a JPEG, made smaller if it is too large. Null where there is no canvas. */
export async function toJpeg(source: CanvasImageSource, part: Area): Promise<File | null> {
  const scale = Math.min(1, longestSide / Math.max(part.width, part.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(part.width * scale));
  canvas.height = Math.max(1, Math.round(part.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) {
    return null;
  }
  context.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  return blob && new File([blob], 'document.jpg', { type: 'image/jpeg' });
}
