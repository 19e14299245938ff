import type { Bitmap } from './bitmap.ts';
import type { Ink } from './find-bands.ts';

/** How much darker than its surroundings ink is at least: in greys, in their standard deviations, in those of the noise. */
const minContrast = 10;
const minDeviations = 0.5;
const minNoises = 3;

/** Where a picture is darker than its surroundings, whatever the light is there. */
export function findInk(bitmap: Bitmap): Ink {
  const { width, height, data } = bitmap;
  const soft = blur(bitmap);
  const contrast = Math.max(minContrast, minNoises * measureNoise(bitmap, soft));
  const sums = integrate(width, height, (index) => data[index] ?? 0);
  const squares = integrate(width, height, (index) => (data[index] ?? 0) ** 2);
  const reach = Math.max(8, Math.round(width / 40));
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const count = (bottom - top) * (right - left);
      const mean = sumIn(sums, width, left, top, right, bottom) / count;
      const variance = sumIn(squares, width, left, top, right, bottom) / count - mean ** 2;
      const limit = mean - Math.max(contrast, minDeviations * Math.sqrt(Math.max(0, variance)));
      if ((soft[y * width + x] ?? 0) < limit) ink[y * width + x] = 1;
    }
  }
  return { width, height, data: ink };
}

/** Each pixel as the average of its neighbourhood, against noise. */
function blur({ width, height, data }: Bitmap): Float32Array {
  const sums = integrate(width, height, (index) => data[index] ?? 0);
  const soft = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - 1), Math.min(height, y + 2)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width, x + 2)];
      soft[y * width + x] = sumIn(sums, width, left, top, right, bottom) / ((bottom - top) * (right - left));
    }
  }
  return soft;
}

/** The standard deviation of the noise that is left in the soft picture: most pixels are paper. */
function measureNoise({ data }: Bitmap, soft: Float32Array): number {
  const differences: number[] = [];
  for (let index = 0; index < data.length; index += 97)
    differences.push(Math.abs((data[index] ?? 0) - (soft[index] ?? 0)));
  const median = differences.sort((a, b) => a - b)[Math.floor(differences.length / 2)] ?? 0;
  // 1.48 medians are a standard deviation; the average of nine pixels has a third of it.
  return (median * 1.48) / 3;
}

/** Sums of all values above and left of each corner, so that the sum of any rectangle takes four look-ups. */
function integrate(width: number, height: number, valueAt: (index: number) => number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += valueAt(y * width + x);
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function sumIn(
  sums: Float64Array,
  width: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const [above, below] = [top * (width + 1), bottom * (width + 1)];
  return (
    (sums[below + right] ?? 0) -
    (sums[below + left] ?? 0) -
    (sums[above + right] ?? 0) +
    (sums[above + left] ?? 0)
  );
}
