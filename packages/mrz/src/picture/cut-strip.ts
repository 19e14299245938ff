import { type Bitmap, sample } from './bitmap.ts';
import { baseline, cellHeight, cellWidth, unitsPerPixel } from './cell.ts';
import type { Band } from './find-bands.ts';
import { type Columns, placeInLine } from './fit-columns.ts';

/** How far around its place a character is looked for, in pixels of the strip. */
export const margin = 4;

/** A line as a picture of its own, level, in which each character has a cell of the templates' size. */
export type Strip = { count: number; width: number; height: number; data: Float32Array };

/** The middle of capital letters above the baseline, in pixels of a cell. */
const middle = 357 / unitsPerPixel;

/** Cuts a line out of a picture. `stretch` is how much higher than in the font the characters are. */
export function cutStrip(bitmap: Bitmap, band: Band, columns: Columns, stretch: number): Strip {
  const { count, pitch } = columns;
  const [width, height] = [count * cellWidth + 2 * margin, cellHeight + 2 * margin];
  const scale = pitch / cellWidth;
  const centre = (band.top + band.bottom - 1) / 2;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const down = (y + 0.5 - margin - baseline + middle) * scale * stretch;
    for (let x = 0; x < width; x += 1) {
      const right = placeInLine(columns, (x + 0.5 - margin) / cellWidth - 0.5);
      data[y * width + x] = sampleSoftly(bitmap, right, centre, down, band.slope, scale / 4);
    }
  }
  return { count, width, height, data };
}

/** The average of four points of a pixel. The line is level after a turn around its middle. */
function sampleSoftly(
  bitmap: Bitmap,
  right: number,
  centre: number,
  down: number,
  slope: number,
  reach: number,
): number {
  let sum = 0;
  for (const a of [-reach, reach]) {
    for (const b of [-reach, reach]) {
      const x = right + a - (down + b) * slope;
      sum += sample(bitmap, x, centre + down + b + (right + a) * slope);
    }
  }
  return sum / 4;
}
