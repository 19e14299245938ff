import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createPictureWatermarker } from './watermark-picture.ts';

// A busy machine must not end a picture that is drawn over.
const watermark = createPictureWatermarker({ cpuMs: 60_000, elapsedMs: 300_000 });

function makePicture(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** How much each part of a picture differs from the plain colour that it had, part by part. */
async function measureParts(drawn: Buffer, plain: number, partsWide: number): Promise<number[]> {
  const { data, info } = await sharp(drawn).greyscale().raw().toBuffer({ resolveWithObject: true });
  const parts = Array<number>(partsWide * partsWide).fill(0);
  for (const [index, grey] of data.entries()) {
    const [x, y] = [index % info.width, Math.floor(index / info.width)];
    const part =
      Math.floor((y * partsWide) / info.height) * partsWide + Math.floor((x * partsWide) / info.width);
    parts[part] = Math.max(parts[part] ?? 0, Math.abs(grey - plain));
  }
  return parts;
}

test.each([
  ['white', 255, 2000, 1400],
  ['black', 0, 1400, 2000],
  ['#808080', 128, 600, 400],
])('a picture that is %s is changed in each of its parts', async (colour, grey, width, height) => {
  const drawn = await watermark(
    await makePicture(width, height, colour),
    'Linh Trần · 29 Nov 2026, 18:03',
    'a',
  );
  const parts = await measureParts(drawn ?? Buffer.alloc(0), grey, 5);
  expect(parts).toHaveLength(25);
  for (const difference of parts) expect(difference).toBeGreaterThan(40);
  expect(await sharp(drawn ?? undefined).metadata()).toMatchObject({ format: 'jpeg', width, height });
});

test('each letter of a Vietnamese name is drawn, and none as an empty box', async () => {
  const draw = async (text: string) =>
    (await watermark(await makePicture(900, 600, 'white'), text, 'a'))?.toString('base64');
  const letters = ['Đ', 'ặ', 'ỗ', 'ữ', 'ệ', 'ỷ', 'ấ', 'ơ'];
  // A letter that the font lacks would be drawn as the same box as any other that it lacks.
  const drawn: (string | undefined)[] = [];
  for (const letter of letters) drawn.push(await draw(letter.repeat(4)));
  expect(drawn).not.toContain(undefined);
  expect(new Set(drawn).size).toBe(letters.length);
});

test('a name that reads like markup is drawn as it is', async () => {
  const picture = await makePicture(500, 400, 'white');
  const drawn = await watermark(picture, '<b>A</b> & "B"', 'a');
  expect(drawn?.equals((await watermark(picture, 'A & "B"', 'a')) ?? Buffer.alloc(0))).toBe(false);
});

test('what is no JPEG is refused, and a very small picture is not', async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  await expect(watermark(png, 'Linh', 'a')).rejects.toThrow('process for watermarks');
  expect(await watermark(await makePicture(40, 30, 'white'), 'Linh Trần · 18:03', 'a')).not.toBeNull();
});
