import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import sharp from 'sharp';
import { createQueue } from '@/server/create-queue';

// Reading what a file is already parses it, and a drawing of a megabyte can take a processor for a quarter of a minute.
// So the library is left with the readers of what phones make, and knows no other format at all.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

const longestSide = 2000;

// One picture unpacked takes a quarter of a gigabyte at most. However many come at once, it is one at a time.
const inTurn = createQueue();

/**
 * Makes a photo anew from its pixels: no EXIF, no place, no second file hidden behind the first. What it is, is read
 * from its content; name and declared type are the sender's claim.
 */
export function reEncodePhoto(file: File): Promise<Uint8Array> {
  return inTurn(() => reEncode(file));
}

async function reEncode(file: File): Promise<Uint8Array> {
  try {
    // A small file can unpack to a huge picture: more pixels than a phone's camera has are refused before decoding.
    const image = sharp(await file.arrayBuffer(), { limitInputPixels: 60_000_000, failOn: 'error' });
    const resized = image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    return await resized.webp({ quality: 80 }).toBuffer();
  } catch (cause) {
    throw new ApiError('unsupported_file', { cause });
  }
}
