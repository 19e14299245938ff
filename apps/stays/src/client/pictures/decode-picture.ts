import { heicHeadBytes, isHeic } from '@gudbro/pictures/is-heic';

/** Decodes a picture, upright. Null: it is not one, or of a format that this browser does not know and we do not either. */
export async function decodePicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
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
