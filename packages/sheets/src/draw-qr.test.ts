import { inflateSync } from 'node:zlib';
import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQrPng, drawQrSvg } from './draw-qr.ts';

const address = 'https://stays.sunsethotel.example/stay/room/RM-SUNSET22';

/** The pixels of a PNG with one bit a pixel, as a decoder of QR codes wants them. */
function readPixels(png: Buffer) {
  const width = png.readUInt32BE(16);
  const start = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const rowBytes = Math.ceil(width / 8) + 1;
  const data = new Uint8Array(width * width * 4);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const bit = (rows[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7));
      data.fill(bit === 0 ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
      data[(y * width + x) * 4 + 3] = 255;
    }
  }
  return { width, height: width, data };
}

test('the PNG of a code leads where it should', () => {
  expect(decodeQr(readPixels(Buffer.from(drawQrPng(address))))).toBe(address);
});

test('the SVG of a code has its quiet zone of four modules, white', () => {
  const svg = drawQrSvg(address);
  const [, side] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
  const first = /fill="#000" d="M(\d+) (\d+)/.exec(svg);
  expect([first?.[1], first?.[2]]).toEqual(['4', '4']);
  expect(svg).toContain(`M0 0h${side}v${side}`);
});
