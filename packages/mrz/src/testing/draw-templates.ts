import sharp from 'sharp';
import { baseline, cellHeight, cellWidth, glyphs, unitsPerPixel } from '../picture/cell.ts';
import { outlines } from './ocr-b-outlines.ts';

/** How many pixels are drawn for each one of a template, to be averaged. */
const detail = 8;

/** The text of `templates.ts`: a line for each character, a hexadecimal digit for the ink of each pixel. */
export async function drawTemplates(): Promise<string[]> {
  return await Promise.all([...glyphs].map(drawTemplate));
}

async function drawTemplate(glyph: string): Promise<string> {
  const [width, height] = [cellWidth * detail, cellHeight * detail];
  const scale = detail / unitsPerPixel;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="white"/>
    <path transform="translate(0 ${baseline * detail}) scale(${scale})" d="${outlines[glyph] ?? ''}"/></svg>`;
  // As soft as a picture of a document is.
  const { data } = await sharp(Buffer.from(svg))
    .greyscale()
    .blur(detail * 0.6)
    .raw()
    .toBuffer({ resolveWithObject: true });
  let text = '';
  for (let y = 0; y < cellHeight; y += 1) {
    for (let x = 0; x < cellWidth; x += 1) text += Math.round((255 - average(data, x, y)) / 17).toString(16);
  }
  return text;
}

function average(data: Buffer, column: number, row: number): number {
  let sum = 0;
  for (let y = row * detail; y < (row + 1) * detail; y += 1) {
    for (let x = column * detail; x < (column + 1) * detail; x += 1)
      sum += data[y * cellWidth * detail + x] ?? 0;
  }
  return sum / detail ** 2;
}
