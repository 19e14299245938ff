import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import sharp from 'sharp';
import { createQueue } from '@/server/create-queue';

// Even detecting a file's format parses it, and a 1 MB SVG can take 15 seconds of CPU time. So every loader is blocked
// except for the formats that phones produce.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

const longestSide = 2000;

// A decoded photo takes up to 250 MB of memory, so decode one at a time.
const runInTurn = createQueue();

/**
 * Encodes a photo again from its pixels, which removes EXIF data, its location and any file appended to it. The format
 * is detected from the content: the file's name and type are only claims of the sender.
 */
export function reEncodePhoto(file: File): Promise<Uint8Array> {
  return runInTurn(() => reEncode(file));
}

async function reEncode(file: File): Promise<Uint8Array> {
  try {
    // A small file can decode to a huge image. Refuse more pixels than a phone's camera has, before decoding.
    const image = sharp(await file.arrayBuffer(), { limitInputPixels: 60_000_000, failOn: 'error' });
    const resized = image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    return await resized.webp({ quality: 80 }).toBuffer();
  } catch (cause) {
    throw new ApiError('unsupported_file', { cause });
  }
}
