import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import sharp from 'sharp';

const accepted = new Set(['jpeg', 'png', 'webp']);
const longestSide = 2000;

/**
 * Makes a photo anew from its pixels: no EXIF, no place, no second file hidden behind the first. What it is, is read
 * from its content; name and declared type are the sender's claim.
 */
export async function reEncodePhoto(file: File): Promise<Uint8Array> {
  try {
    // A small file can unpack to a huge picture: more pixels than a phone's camera has are refused before decoding.
    const image = sharp(await file.arrayBuffer(), { limitInputPixels: 60_000_000, failOn: 'error' });
    const { format } = await image.metadata();
    if (!accepted.has(format)) {
      throw new ApiError('unsupported_file');
    }
    const resized = image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    return await resized.webp({ quality: 80 }).toBuffer();
  } catch (cause) {
    throw cause instanceof ApiError ? cause : new ApiError('unsupported_file', { cause });
  }
}
