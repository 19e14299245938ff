import { crc32, deflateSync } from 'node:zlib';
import { type EncodedQr, encodeModules, quietModules } from './encode-modules.ts';

/** A QR code alone, with its quiet zone, as SVG: for a designer who makes a sign of their own. */
export function drawQrSvg(text: string): string {
  const { count, runs } = encodeModules(text, { hasLogo: false });
  const side = count + 2 * quietModules;
  const path = runs
    .map(
      ({ column, row, length }) => `M${column + quietModules} ${row + quietModules}h${length}v1h-${length}z`,
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" d="${path}"/></svg>`
  );
}

/** The same as PNG, black and white, about 1,000 pixels wide: sharp on a sign of 8 cm at 300 dpi. */
export function drawQrPng(text: string): Uint8Array {
  const qr = encodeModules(text, { hasLogo: false });
  const side = qr.count + 2 * quietModules;
  const scale = Math.ceil(1000 / side);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side * scale, 0);
  header.writeUInt32BE(side * scale, 4);
  // One bit a pixel, grey.
  header[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    makeChunk('IHDR', header),
    makeChunk('IDAT', deflateSync(drawPixels(qr, side, scale))),
    makeChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** White pixels are ones. Each row begins with the filter of PNG that changes nothing. */
function drawPixels({ runs }: EncodedQr, side: number, scale: number): Buffer {
  const rowBytes = Math.ceil((side * scale) / 8);
  const rows = Array.from({ length: side }, () => Buffer.alloc(1 + rowBytes, 0xff).fill(0, 0, 1));
  for (const { column, row, length } of runs) {
    const pixels = rows[row + quietModules];
    const start = (column + quietModules) * scale;
    for (let at = start; pixels && at < start + length * scale; at++) {
      const byte = 1 + (at >> 3);
      pixels[byte] = (pixels[byte] ?? 0) & ~(0x80 >> (at & 7));
    }
  }
  return Buffer.concat(rows.flatMap((row) => Array.from({ length: scale }, () => row)));
}

function makeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
