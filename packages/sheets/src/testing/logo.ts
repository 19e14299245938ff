import { crc32, deflateSync } from 'node:zlib';
import type { Logo } from '../logo.ts';

/** A dark square with a light one in it, as PNG: hard for a decoder, since it looks like modules. */
export const logo: Logo = { bytes: drawPng(48), type: 'image/png', width: 48, height: 48 };

function drawPng(side: number): Uint8Array {
  const rows = Array.from({ length: side }, (_, row) => {
    const pixels = Array.from({ length: side }, (__, column) => {
      const isInner = [row, column].every((at) => at > side / 4 && at < (3 * side) / 4);
      return isInner ? [250, 210, 60] : [20, 20, 20];
    });
    // Each row begins with the filter of PNG that changes nothing.
    return [0, ...pixels.flat()];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    makeChunk('IHDR', header),
    makeChunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    makeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function makeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
