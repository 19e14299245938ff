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
  return unpacksTo(collectPixels(bytes), rowBytes * height)
    ? { bytes, type: 'image/png', width, height }
    : null;
}

/** The packed pixels: the content of all IDAT chunks. */
function collectPixels(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return Buffer.concat(parts);
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
