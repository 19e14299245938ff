import 'server-only';
import { inflateSync } from 'node:zlib';
import { ApiError } from '@gudbro/api-kit';
import type { Logo } from '@gudbro/sheets';

/** A logo is printed a few centimetres wide, so this is plenty. */
export const maxLogoBytes = 400_000;
const maxLogoSide = 1600;

/**
 * The logo of a form, or null where none was chosen. It is a file from anywhere: only PNG and JPEG of a sane size are taken, and
 * a PNG that would unpack to more than its size says is refused before the PDF's writer unpacks it.
 */
export async function readLogo(field: FormDataEntryValue | null): Promise<Logo | null> {
  if (!(field instanceof Blob) || field.size === 0) {
    return null;
  }
  if (field.size > maxLogoBytes) {
    throw new ApiError('too_large');
  }
  const bytes = Buffer.from(await field.arrayBuffer());
  const logo = readPng(bytes) ?? readJpeg(bytes);
  if (
    logo === null ||
    Math.max(logo.width, logo.height) > maxLogoSide ||
    Math.min(logo.width, logo.height) < 1
  ) {
    throw new ApiError('unsupported_file');
  }
  return logo;
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
// Grey, colours, palette, grey with transparency, colours with transparency.
const pngChannels = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function readPng(bytes: Buffer): Logo | null {
  if (!bytes.subarray(0, 8).equals(pngSignature) || bytes.length < 33) {
    return null;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth = 0, colours = 0, , , interlace = 1] = bytes.subarray(24, 29);
  const channels = pngChannels.get(colours);
  if (channels === undefined || depth > 8 || interlace !== 0 || Math.max(width, height) > maxLogoSide) {
    return null;
  }
  const rowBytes = Math.ceil((width * channels * depth) / 8) + 1;
  const chunks = readChunks(bytes);
  if (chunks === null || !unpacksTo(joinPixels(chunks), rowBytes * height)) {
    return null;
  }
  const rebuilt = Buffer.concat([pngSignature, ...chunks.map(({ whole }) => whole)]);
  return { bytes: rebuilt, type: 'image/png', width, height };
}

/** A part of a PNG: its content, and the whole of it with its length, its type and its checksum. */
type Chunk = { type: string; content: Buffer; whole: Buffer };

/** The longest that each part of a picture without its texts can be. */
const longestChunks = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['tRNS', 256],
  ['IDAT', maxLogoBytes],
  ['IEND', 0],
]);

/**
 * The parts that a picture is drawn from, without any other. Null where one is longer than it can be or than the file: the PDF's
 * writer believes each length, and would reserve gigabytes for a file of a few bytes.
 */
function readChunks(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end - 4);
    const longest = longestChunks.get(type);
    if (end > bytes.length || (longest !== undefined && content.length > longest)) {
      return null;
    }
    if (longest !== undefined) {
      chunks.push({ type, content, whole: bytes.subarray(at, end) });
    }
    if (type === 'IEND') {
      return chunks;
    }
    at = end;
  }
  return null;
}

/** The packed pixels: the content of all IDAT chunks. */
function joinPixels(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content));
}

function unpacksTo(packed: Buffer, size: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size;
  } catch {
    // Not packed at all, cut off, or more than its size: each is no picture for us.
    return false;
  }
}

/** A JPEG is embedded as it is and not unpacked here; its size is in the frame's header. */
function readJpeg(bytes: Buffer): Logo | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) {
    return null;
  }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // Baseline, extended and progressive frames.
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      return {
        bytes,
        type: 'image/jpeg',
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
