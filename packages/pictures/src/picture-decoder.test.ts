import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPictureDecoder } from './picture-decoder.ts';
import { makeDeepPng, makeHeic, makeProgressiveJpeg } from './testing/index.ts';

const pixels = { width: 3000, height: 1500, channels: 3, background: 'teal' } as const;
const picture = () => sharp({ create: pixels });
const thread = { ...pixels, width: 1, height: 1_000_000 };
// A busy machine must not end a picture that is accepted.
const decoder = createPictureDecoder({ cpuMs: 60_000, elapsedMs: 300_000 });
const boxes = [{ width: 2000, height: 2000 }];

describe('accepted pictures', () => {
  test.each([
    ['a JPEG', () => picture().jpeg().toBuffer()],
    ['a progressive JPEG', () => picture().jpeg({ progressive: true, quality: 95 }).toBuffer()],
    ['a PNG', () => picture().png().toBuffer()],
    ['an interlaced PNG', () => picture().png({ progressive: true }).toBuffer()],
    ['a PNG with 16 bits for each colour', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['a WebP', () => picture().webp().toBuffer()],
  ])('%s becomes a WebP of at most 2000 pixels', async (_what, make) => {
    const decoded = await decoder.reEncode(await make(), 'a house', { boxes });
    expect(decoded.ok).toBe(true);
    const { format, width, height } = await sharp(
      decoded.ok ? decoded.pictures[0]?.bytes : undefined,
    ).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 2000, height: 1000 });
  });

  test('a turned JPEG is stored upright, without the place where it was taken', async () => {
    const exif = {
      IFD0: { Artist: 'Linh Tran' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 3/1 0/1' },
    };
    const turned = await picture().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(turned.includes('Linh Tran')).toBe(true);
    const decoded = await decoder.reEncode(turned, 'a house', { boxes });
    const bytes = Buffer.from(decoded.ok ? (decoded.pictures[0]?.bytes ?? []) : []);
    const { width, height } = await sharp(bytes).metadata();
    expect({ width, height }).toEqual({ width: 1000, height: 2000 });
    for (const trace of ['Linh Tran', 'EXIF', 'Exif', 'XMP ', 'ICCP']) {
      expect({ trace, isThere: bytes.includes(trace) }).toEqual({ trace, isThere: false });
    }
  });
});

test('one picture becomes several sizes, none larger than the picture', async () => {
  const sizes = [480, 960, 1600].map((width) => ({ width, height: 2 * width }));
  const small = await sharp({ create: { ...pixels, width: 700, height: 350 } })
    .png()
    .toBuffer();
  const [ofLarge, ofSmall] = await Promise.all(
    [await picture().jpeg().toBuffer(), small].map((file) =>
      decoder.reEncode(file, 'a house', { boxes: sizes }),
    ),
  );
  const read = (decoded: typeof ofLarge) =>
    decoded?.ok ? decoded.pictures.map(({ width, height }) => [width, height]) : decoded;
  expect(read(ofLarge)).toEqual([
    [480, 240],
    [960, 480],
    [1600, 800],
  ]);
  expect(read(ofSmall)).toEqual([
    [480, 240],
    [700, 350],
    [700, 350],
  ]);
});

test('transparent pixels stay transparent', async () => {
  const logo = { width: 40, height: 40, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } as const;
  const decoded = await decoder.reEncode(await sharp({ create: logo }).png().toBuffer(), 'a house', {
    boxes,
  });
  const { hasAlpha } = await sharp(decoded.ok ? decoded.pictures[0]?.bytes : undefined).metadata();
  expect(hasAlpha).toBe(true);
});

describe('HEIC', () => {
  test('becomes WebP where it is accepted', async () => {
    const decoded = await decoder.reEncode(makeHeic(), 'a house', { boxes, acceptsHeic: true });
    const image = sharp(decoded.ok ? decoded.pictures[0]?.bytes : undefined);
    const { format, width, height } = await image.metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 64, height: 48 });
    const [red = 0, green = 0, blue = 0] = (await image.stats()).channels.map(({ mean }) => mean);
    expect([red < 20, Math.abs(green - 128) < 20, Math.abs(blue - 128) < 20]).toEqual([true, true, true]);
  });

  test.each([
    ['where it is not accepted', makeHeic(), { boxes }],
    ['cut off in the middle', makeHeic().subarray(0, 400), { boxes, acceptsHeic: true }],
  ])('is refused %s', async (_where, file, encoding) => {
    expect(await decoder.reEncode(file, 'a house', encoding)).toEqual({ ok: false, reason: 'unusable' });
  });
});

describe('refused pictures', () => {
  test.each([
    ['a progressive JPEG of 33 scans', async () => makeProgressiveJpeg(800, 33)],
    [
      'a progressive JPEG of 5,000 scans, a small file of 59.9 megapixels',
      async () => makeProgressiveJpeg(7740, 5000),
    ],
    ['a progressive JPEG of 59.9 megapixels', async () => makeProgressiveJpeg(7740, 2)],
    ['an interlaced PNG of 16 megapixels with 16 bits for each colour', () => makeDeepPng(4000, true)],
    ['such a PNG that is not interlaced', () => makeDeepPng(4000, false)],
    ['a PNG of a million rows of one pixel', () => sharp({ create: thread }).png().toBuffer()],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a GIF', () => picture().gif().toBuffer()],
    ['half a JPEG', async () => (await picture().jpeg().toBuffer()).subarray(0, 5000)],
    ['an empty file', async () => Buffer.alloc(0)],
  ])('%s', async (_what, make) => {
    expect(await decoder.reEncode(await make(), 'a house', { boxes })).toEqual({
      ok: false,
      reason: 'unusable',
    });
  });

  test('a JPEG of 32 scans is accepted', async () => {
    expect(await decoder.reEncode(makeProgressiveJpeg(800, 32), 'a house', { boxes })).toMatchObject({
      ok: true,
    });
  });
});

describe('limits of the process that decodes', () => {
  test.each([
    ['processor time', { cpuMs: 1 }, 'unusable'],
    ['memory', { memoryBytes: 1 }, 'unusable'],
    // More than one millisecond passes before the process has read the picture.
    ['elapsed time', { elapsedMs: 1 }, 'busy'],
  ] as const)(
    'a picture that takes more %s ends its process, and the next one is decoded',
    async (_what, limits, reason) => {
      const strict = createPictureDecoder(limits);
      // Both are sent at once: the second one waits for the first.
      const heavy = makeProgressiveJpeg(4900, 32);
      expect(
        await Promise.all([strict.reEncode(heavy, 'a', { boxes }), strict.reEncode(heavy, 'b', { boxes })]),
      ).toEqual(Array(2).fill({ ok: false, reason }));
    },
  );

  test('the process ends when the server that started it is gone', async () => {
    const task = JSON.stringify({ boxes, limits: { cpuMs: 60_000, memoryBytes: 1e9 } });
    const file = path.join(import.meta.dirname, 'picture-process.ts');
    // It waits for the rest of the picture, which does not come.
    const child = spawn(process.execPath, [file, task], { stdio: ['pipe', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'spawn');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  });
});

test('a property with too many pictures in line is told to come back, and another property is not', async () => {
  const file = makeProgressiveJpeg(800, 2);
  const ofOne = Array.from({ length: 6 }, () => decoder.reEncode(file, 'one house', { boxes }));
  const ofOther = decoder.reEncode(file, 'another house', { boxes });
  expect((await Promise.all(ofOne)).map((decoded) => decoded.ok)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(await ofOne.at(-1)).toEqual({ ok: false, reason: 'busy' });
  expect(await ofOther).toMatchObject({ ok: true });
});
