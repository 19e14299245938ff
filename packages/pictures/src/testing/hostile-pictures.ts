import { createDeflate } from 'node:zlib';
import { encodePng } from './encode-png.ts';

// Small files that are expensive to decode. They are made here, so that none has to be in the repository.

const jpegMarker = (code: number, body: readonly number[] = []) =>
  Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]);

/** A Huffman table whose only code is a single 0 bit, for `symbol`. `kind` is 0 for DC and 1 for AC coefficients. */
const jpegTable = (kind: 0 | 1, symbol: number) =>
  jpegMarker(0xc4, [kind << 4, 1, ...Array(15).fill(0), symbol]);

/**
 * A grey progressive JPEG. Every scan is a pass over all pixels for the decoder, and takes few bytes here: "the next 32,767
 * blocks have no further coefficients" is one code of 15 bits.
 */
export function makeProgressiveJpeg(side: number, scans: number): Buffer {
  const blocks = Math.ceil(side / 8) ** 2;
  const sides = [side >> 8, side & 0xff, side >> 8, side & 0xff];
  const emptyRun = 14 << 4;
  const scan = (first: number, last: number) => jpegMarker(0xda, [1, 1, 0, first, last, 0]);
  // One bit for each block: the same brightness as before.
  const brightness = Buffer.alloc(Math.ceil(blocks / 8));
  const runs = Buffer.alloc(Math.ceil(((Math.ceil(blocks / 32_767) + 1) * 15) / 8));
  const pass = Buffer.concat([scan(1, 63), runs]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegMarker(0xdb, [0, ...Array(64).fill(1)]),
    jpegMarker(0xc2, [8, ...sides, 1, 1, 0x11, 0]),
    jpegTable(0, 0),
    jpegTable(1, emptyRun),
    scan(0, 0),
    brightness,
    ...Array(scans - 1).fill(pass),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A PNG with 16 bits for each of red, green, blue and alpha, all zero, with the pixels in seven passes if `isInterlaced`. */
export async function makeDeepPng(side: number, isInterlaced: boolean): Promise<Buffer> {
  const size = isInterlaced ? sizeOfPasses(side) : side * (1 + side * 8);
  const form = [16, 6, 0, 0, isInterlaced ? 1 : 0];
  return encodePng({ side, form, deflated: await deflateZeros(size) });
}

/** For each pass the first column and row, and the distance to the next ones, as the format defines them. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function sizeOfPasses(side: number): number {
  const sizes = passes.map(([left, top, across, down]) => {
    const [columns, rows] = [Math.ceil((side - left) / across), Math.ceil((side - top) / down)];
    return rows * (1 + columns * 8);
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function deflateZeros(size: number): Promise<Buffer> {
  const deflate = createDeflate();
  const zeros = Buffer.alloc(1024 * 1024);
  const written = (async () => {
    for (let left = size; left > 0; left -= zeros.length) {
      const part = zeros.subarray(0, Math.min(left, zeros.length));
      await new Promise<void>((resolve) => deflate.write(part, () => resolve()));
    }
    deflate.end();
  })();
  const chunks: Buffer[] = [];
  for await (const chunk of deflate) {
    chunks.push(chunk);
  }
  await written;
  return Buffer.concat(chunks);
}
