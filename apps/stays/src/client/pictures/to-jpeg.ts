/** A part of a picture or of a video's frame. */
export type Area = { x: number; y: number; width: number; height: number };

type JpegForm = { name: string; longestSide: number; quality: number };

/**
 * A part of a picture or of a video's frame as a JPEG, made smaller if it is too large. Its own name may be private, so it has another one.
 * Null where there is no canvas.
 */
export async function toJpeg(
  source: CanvasImageSource,
  part: Area,
  { name, longestSide, quality }: JpegForm,
): Promise<File | null> {
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
  return blob && new File([blob], name, { type: 'image/jpeg' });
}

/** All of a picture, as a part of it. */
export function wholeOf({ width, height }: ImageBitmap): Area {
  return { x: 0, y: 0, width, height };
}
