import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPictureDecoder } from './picture-decoder.ts';
import { makePdf } from './testing/make-pdf.ts';

const decoder = createPictureDecoder({ cpuMs: 60_000, elapsedMs: 300_000 });
const encoding = { boxes: [{ width: 1000, height: 1000 }], format: 'jpeg', acceptsPdf: true } as const;
const decode = (file: Uint8Array) => decoder.reEncode(file, 'a house', encoding);
const refused = { ok: false, reason: 'unusable' };

test('a picture becomes a JPEG without a word of the original, and what is transparent becomes white', async () => {
  const pixel = { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
  const png = await sharp({ create: pixel })
    .withExif({ IFD0: { Artist: 'Linh Tran' } })
    .png()
    .toBuffer();
  const decoded = await decode(png);
  const [picture] = decoded.ok ? decoded.pictures : [];
  const { format, width, height, exif } = await sharp(picture?.bytes).metadata();
  expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 20, height: 10, exif: undefined });
  const { channels } = await sharp(picture?.bytes).stats();
  expect(channels.map(({ mean }) => mean)).toEqual([255, 255, 255]);
});

describe('a PDF', () => {
  test('becomes a JPEG for each of its first four pages, in its colours', async () => {
    const decoded = await decode(makePdf(6));
    const pictures = decoded.ok ? decoded.pictures : [];
    expect(pictures.map(({ width, height }) => [width, height])).toEqual(Array(4).fill([500, 1000]));
    const { format } = await sharp(pictures[0]?.bytes).metadata();
    expect(format).toBe('jpeg');
    // The page is red.
    const { channels } = await sharp(pictures[0]?.bytes).stats();
    expect(channels.map(({ mean }) => Math.round(mean / 255))).toEqual([1, 0, 0]);
  });

  test('that says it has many pages has those that it has', async () => {
    const decoded = await decode(makePdf(1, { claimedPages: 99_999_999 }));
    expect(decoded.ok ? decoded.pictures.length : decoded).toBe(1);
  });

  test('leaves none of its scripts, links or texts in the pictures', async () => {
    const decoded = await decode(makePdf(1, { script: 'app.alert("canary")' }));
    const bytes = Buffer.from(decoded.ok ? (decoded.pictures[0]?.bytes ?? []) : []);
    expect(bytes.length).toBeGreaterThan(100);
    expect([bytes.includes('canary'), bytes.includes('PDF')]).toEqual([false, false]);
  });

  test.each([
    ['with something before its head', Buffer.concat([Buffer.alloc(600, ' '), makePdf(1)])],
    ['that is cut off after its head', makePdf(1).subarray(0, 12)],
    ['without a page', makePdf(0)],
    ['as thin as a thread', makePdf(1, { size: [1, 20_000] })],
  ])('%s is refused', async (_which, file) => {
    expect(await decode(file)).toEqual(refused);
  });

  test('is refused where it is not accepted', async () => {
    const boxes = [{ width: 100, height: 100 }];
    expect(await decoder.reEncode(makePdf(1), 'a house', { boxes })).toEqual(refused);
  });
});

test('a picture that takes more memory than this kind may take is refused', async () => {
  const large = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  expect(await decoder.reEncode(large, 'a house', { ...encoding, maxMemoryBytes: 1 })).toEqual(refused);
});
