/**
 * The process that decodes one picture, run by `picture-decoder.ts`: reads the picture from standard input and writes it as
 * WebP or JPEG in each size to standard output, or nothing if it is not a picture that we accept. Whatever a picture does to the
 * decoder ends with this process, which has no settings, no keys and no connections.
 */
import { constants, setPriority } from 'node:os';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { countJpegScans } from './count-jpeg-scans.ts';
import { isHeic } from './is-heic.ts';
import { isPdf } from './is-pdf.ts';
import type { PictureBox, PictureTask } from './picture-decoder.ts';
import { type EncodedPicture, writeFrames } from './picture-frames.ts';
import { receivePicture } from './receive-picture.ts';

// Even detecting a file's format parses it, and a 1 MB SVG can take 15 seconds of CPU time. So every loader is blocked
// except for the formats that phones produce.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// One thread, so that the web server has a core to itself on a machine with two.
sharp.concurrency(1);
sharp.cache(false);
// Standard output is for the pictures, and the decoder of HEIC prints there what it finds wrong with a file.
console.log = console.error;

type HeicDecoder = typeof import('./decode-heic.ts');
type Format = PictureTask['format'];

/** Encoders write about ten. */
const maxScans = 32;
/** More than the camera of a phone has. */
const maxPixels = 60_000_000;
/** Of pictures that are decoded as a whole before they are scaled down. A phone's usual setting is 12 or 24 megapixels. */
const maxPixelsAtOnce = 25_000_000;
/** Of pictures with 16 bits for each colour, which take twice the memory. */
const maxDeepPixels = 12_000_000;
/** Of HEIC, whose decoder holds all pixels several times. */
const maxHeicPixels = 16_000_000;
/** More than a panorama has. Each row costs, however short it is: 50 million of one pixel take five seconds. */
const maxSide = 20_000;

function choosePixelLimit({ format, isProgressive, depth }: Metadata): number {
  if (depth !== 'uchar') {
    return maxDeepPixels;
  }
  return isProgressive || format === 'webp' ? maxPixelsAtOnce : maxPixels;
}

/** Encodes a picture again from its pixels, in each size. The format is detected from the content. Null: it is refused. */
async function reEncode(file: Buffer, task: PictureTask): Promise<EncodedPicture[] | null> {
  const { boxes, acceptsHeic, acceptsPdf, format } = task;
  if (countJpegScans(file) > maxScans) {
    return null;
  }
  if (acceptsPdf && isPdf(file)) {
    return reEncodePdf(file, task);
  }
  // Loaded for a HEIC only, since it takes time and memory.
  const heicDecoder = acceptsHeic && isHeic(file) ? await import('./decode-heic.ts') : null;
  try {
    const image = heicDecoder === null ? await open(file) : await openHeic(file, heicDecoder);
    return image === null ? null : await encodeEach(image, boxes, format);
  } catch {
    // The decoder's reason is of no use to the sender: the picture is unreadable.
    return null;
  }
}

async function open(file: Buffer): Promise<Sharp | null> {
  const image = sharp(file, { limitInputPixels: maxPixels, failOn: 'error' });
  const metadata = await image.metadata();
  const { width, height } = metadata;
  const isTooLarge = Math.max(width, height) > maxSide || width * height > choosePixelLimit(metadata);
  return isTooLarge ? null : image.rotate();
}

async function openHeic(file: Buffer, { decodeHeic }: HeicDecoder): Promise<Sharp | null> {
  const pixels = await decodeHeic(file, maxHeicPixels);
  return pixels && sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } });
}

/** The picture is decoded once, to the largest size, from which the others are made. */
async function encodeEach(
  image: Sharp,
  boxes: readonly PictureBox[],
  format: Format,
): Promise<EncodedPicture[]> {
  const [largest] = [...boxes].sort((one, other) => other.width - one.width);
  const { data, info } = await fitInto(image, largest).raw().toBuffer({ resolveWithObject: true });
  const pictures: EncodedPicture[] = [];
  for (const box of boxes) {
    const { width, height, channels } = info;
    pictures.push(await encode(fitInto(sharp(data, { raw: { width, height, channels } }), box), format));
  }
  return pictures;
}

async function encode(image: Sharp, format: Format): Promise<EncodedPicture> {
  // A JPEG has no transparency: what is transparent is paper.
  const encoder =
    format === 'jpeg'
      ? image.flatten({ background: 'white' }).jpeg({ quality: 82 })
      : image.webp({ quality: 80 });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: data };
}

/** The first pages of a PDF as pictures. Only their pixels are kept: no script, link or attachment. */
async function reEncodePdf(
  file: Buffer,
  { boxes: [box], format }: PictureTask,
): Promise<EncodedPicture[] | null> {
  // Loaded for a PDF only, since it takes time and memory.
  const { renderPdf } = await import('./render-pdf.ts');
  const pictures: EncodedPicture[] = [];
  try {
    for await (const { data, width, height } of renderPdf(file, box ?? { width: 2000, height: 2000 })) {
      pictures.push(await encode(sharp(data, { raw: { width, height, channels: 4 } }), format));
    }
  } catch {
    return null; // unreadable, as above
  }
  return pictures.length > 0 ? pictures : null;
}

function fitInto(image: Sharp, box: PictureBox | undefined): Sharp {
  return image.resize({ ...box, fit: 'inside', withoutEnlargement: true });
}

// The web server goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const { task, picture } = await receivePicture<PictureTask>();
const pictures = await reEncode(picture, task);
process.stdout.write(pictures === null ? '' : writeFrames(pictures), () => process.exit(0));
