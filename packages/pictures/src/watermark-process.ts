/**
 * The process that draws a text over one picture, run by `watermark-picture.ts`: reads a JPEG from standard input and writes one to
 * standard output, or nothing if it cannot be read. Like the one that decodes uploads it has no settings, no keys and no connections.
 */
import sharp from 'sharp';
import { receivePicture } from './receive-picture.ts';
import type { WatermarkTask } from './watermark-picture.ts';
import { drawTile } from './watermark-tile.ts';

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg'] });
sharp.concurrency(1);
sharp.cache(false);
// Standard output is for the picture.
console.log = console.error;

/** Of the pictures that we store, none has more. */
const maxPixels = 8_000_000;

async function watermark(file: Buffer, { text, fontFile }: WatermarkTask): Promise<Buffer | null> {
  try {
    const image = sharp(file, { limitInputPixels: maxPixels, failOn: 'error' });
    const { width, height } = await image.metadata();
    const tile = await drawTile({ text, fontFile, width, height });
    return await image
      .composite([{ input: tile.data, raw: tile.raw, tile: true, gravity: 'northwest' }])
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch (thrown) {
    console.error(thrown);
    return null;
  }
}

const { task, picture } = await receivePicture<WatermarkTask>();
const drawn = await watermark(picture, task);
process.stdout.write(drawn ?? '', () => process.exit(drawn === null ? 1 : 0));
