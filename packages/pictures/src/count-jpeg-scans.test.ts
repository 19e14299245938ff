import { expect, test } from 'vitest';
import { countJpegScans } from './count-jpeg-scans.ts';
import { makeProgressiveJpeg } from './testing/index.ts';

const scan = [0xff, 0xda, 0, 4, 1, 2];
const of = (...bytes: number[]) => Buffer.from([0xff, 0xd8, ...bytes]);

test.each([
  ['a JPEG of 40 scans', 40, makeProgressiveJpeg(800, 40)],
  ['a file that is no JPEG', 0, Buffer.from('GIF89a \xff\xda\xff\xda', 'latin1')],
  ['an empty file', 0, Buffer.alloc(0)],
  ['a JPEG with a thumbnail, which is a JPEG within a segment', 1, of(0xff, 0xe1, 0, 8, ...scan, ...scan)],
  ['a scan after padding', 1, of(0xff, 0xff, ...scan)],
  ['a scan after bytes that belong to nothing', 1, of(1, 2, 3, ...scan)],
  [
    'a scan after pixels with restarts and a byte that looks like a marker',
    2,
    of(...scan, 7, 0xff, 0xd3, 0xff, 0, ...scan),
  ],
  ['a scan after a segment of an impossible length', 1, of(0xff, 0xe0, 0, 0, ...scan)],
  ['a scan behind the end of the picture', 1, of(...scan, 0xff, 0xd9, ...scan)],
  ['a file that ends within a marker', 0, of(0xff)],
])('countJpegScans of %s', (_what, expected, file) => {
  expect(countJpegScans(file)).toBe(expected);
});
