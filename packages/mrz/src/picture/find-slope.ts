import type { Band, Ink } from './find-bands.ts';

const widest = 0.12;

/**
 * How far lines of text go down for each pixel to the right: where the rows of ink and the gaps between them are sharpest.
 */
export function findSlope(ink: Ink): number {
  const points = listPoints(ink, () => true);
  const coarse = findSharpest(points, ink.height, { centre: 0, reach: widest, step: 0.004 });
  return findSharpest(points, ink.height, { centre: coarse, reach: 0.004, step: 0.0005 });
}

/** The slope of one line, which is another than that of its neighbours where the camera was not held parallel. */
export function refineSlope(ink: Ink, band: Omit<Band, 'left' | 'right'>): number {
  const around = (band.bottom - band.top) / 4;
  const points = listPoints(ink, (x, y) => {
    const row = y - x * band.slope;
    return row >= band.top - around && row < band.bottom + around;
  });
  return findSharpest(points, ink.height, { centre: band.slope, reach: 0.012, step: 0.001 });
}

type Points = { xs: number[]; ys: number[] };
type Search = { centre: number; reach: number; step: number };

function listPoints({ width, data }: Ink, isWanted: (x: number, y: number) => boolean): Points {
  const points: Points = { xs: [], ys: [] };
  for (let index = 0; index < data.length; index += 1) {
    if (data[index] !== 1) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    if (!isWanted(x, y)) continue;
    points.xs.push(x);
    points.ys.push(y);
  }
  return points;
}

function findSharpest(points: Points, height: number, { centre, reach, step }: Search): number {
  let best = { slope: centre, sharpness: -1 };
  for (let slope = centre - reach; slope <= centre + reach; slope += step) {
    const sharpness = measureSharpness(points, height, slope);
    if (sharpness > best.sharpness) best = { slope, sharpness };
  }
  return best.slope;
}

function measureSharpness({ xs, ys }: Points, height: number, slope: number): number {
  // Rows above and below the picture are those of its far ends.
  const rows = new Float64Array(3 * height);
  for (let index = 0; index < xs.length; index += 1) {
    const row = Math.round((ys[index] ?? 0) - (xs[index] ?? 0) * slope) + height;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sharpness = 0;
  // Rows that follow each other differ by how the points are rounded as well.
  for (let row = 3; row < rows.length; row += 1) sharpness += ((rows[row] ?? 0) - (rows[row - 3] ?? 0)) ** 2;
  return sharpness;
}
