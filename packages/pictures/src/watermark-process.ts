/**
 * The process that draws a text over one picture, run by `watermark-picture.ts`: reads a JPEG from standard input and writes one to
 * standard output, or nothing if it cannot be read. Like the one that decodes uploads it has no settings, no keys and no connections.
 */
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
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

// The web server is gone, and nobody waits for the picture.
const end = () => process.kill(process.pid, 'SIGKILL');
process.once('disconnect', end);
if (!process.connected) {
  end();
}
const [written = ''] = process.argv.slice(2);
const task = JSON.parse(written) as WatermarkTask; // written by watermark-picture.ts
const watch = new Worker(new URL('./watch-limits.ts', import.meta.url), { workerData: task.limits });
const [file] = await Promise.all([buffer(process.stdin), once(watch, 'message')]);
const drawn = await watermark(file, task);
process.stdout.write(drawn ?? '', () => process.exit(drawn === null ? 1 : 0));
