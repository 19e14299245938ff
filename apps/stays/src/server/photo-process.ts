/**
 * The process that decodes one picture, run by `photo-decoder.ts`: reads the picture from standard input and writes it as
 * WebP to standard output, or nothing if it is not a picture that we accept. Whatever a picture does to the decoder ends
 * with this process, which has no settings, no keys and no connections.
 */
import { constants, setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import sharp, { type Metadata } from 'sharp';
import { countJpegScans } from './count-jpeg-scans.ts';
import type { ProcessLimits } from './photo-decoder.ts';

// Even detecting a file's format parses it, and a 1 MB SVG can take 15 seconds of CPU time. So every loader is blocked
// except for the formats that phones produce.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// One thread, so that the web server has a core to itself on a machine with two.
sharp.concurrency(1);
sharp.cache(false);

/** Encoders write about ten. */
const maxScans = 32;
/** More than the camera of a phone has. */
const maxPixels = 60_000_000;
/** Of pictures that are decoded as a whole before they are scaled down. A phone's usual setting is 12 or 24 megapixels. */
const maxPixelsAtOnce = 25_000_000;
/** Of pictures with 16 bits for each colour, which take twice the memory. */
const maxDeepPixels = 12_000_000;
/** More than a panorama has. Each row costs, however short it is: 50 million of one pixel take five seconds. */
const maxSide = 20_000;
const longestSide = 2000;

function choosePixelLimit({ format, isProgressive, depth }: Metadata): number {
  if (depth !== 'uchar') {
    return maxDeepPixels;
  }
  return isProgressive || format === 'webp' ? maxPixelsAtOnce : maxPixels;
}

/** Encodes a picture again from its pixels. The format is detected from the content. Null: it is refused. */
async function reEncode(file: Buffer): Promise<Buffer | null> {
  if (countJpegScans(file) > maxScans) {
    return null;
  }
  try {
    const image = sharp(file, { limitInputPixels: maxPixels, failOn: 'error' });
    const metadata = await image.metadata();
    const { width, height } = metadata;
    if (Math.max(width, height) > maxSide || width * height > choosePixelLimit(metadata)) {
      return null;
    }
    return await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  } catch {
    // The decoder's reason is of no use to the sender: the picture is unreadable.
    return null;
  }
}

/**
 * Ends this process when it takes more than it may. It decodes in another thread, so the timer fires all the same.
 * `process.exit` would wait for that thread.
 */
function watchLimits({ cpuMs, memoryBytes }: ProcessLimits): void {
  const before = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 > cpuMs || process.memoryUsage.rss() > memoryBytes) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, 20);
}

// The web server is gone, and nobody waits for the picture.
const end = () => process.kill(process.pid, 'SIGKILL');
process.once('disconnect', end);
if (!process.connected) {
  end();
}
// The web server goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const [limits = ''] = process.argv.slice(2);
watchLimits(JSON.parse(limits) as ProcessLimits); // written by photo-decoder.ts
const photo = await reEncode(await buffer(process.stdin));
process.stdout.write(photo ?? '', () => process.exit(0));
