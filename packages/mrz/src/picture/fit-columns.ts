/**
 * How characters are spread in a line: their count, the middle of the first, and the distance to the next. `bend` is by how
 * many of those the middle of the line is further right than halfway, as where one end is further from the camera.
 */
export type Columns = { count: number; first: number; pitch: number; bend: number; fit: number };

const bends = [0, -0.12, 0.12, -0.24, 0.24, -0.36, 0.36, -0.48, 0.48];

const counts = [44, 36, 30];

/** The best spread of each count for a line with this ink in its columns: ink in the middles, none at the borders. */
export function fitColumns(ink: Float64Array, left: number, right: number): Columns[] {
  const sums = new Float64Array(ink.length + 1);
  for (let x = 0; x < ink.length; x += 1) sums[x + 1] = (sums[x] ?? 0) + (ink[x] ?? 0);
  const all = counts.map((count) => fitCount(sums, left, right, count));
  return all.sort((a, b) => b.fit - a.fit);
}

function fitCount(sums: Float64Array, left: number, right: number, count: number): Columns {
  let best: Columns = { count, first: left, pitch: 1, bend: 0, fit: -1 };
  // The first and last characters leave a part of their cells empty.
  for (let empty = 0; empty <= 0.9; empty += 0.03) {
    const pitch = (right - left) / (count - empty);
    for (let half = 0.1; half <= 0.5; half += 0.03) {
      for (const bend of bends) {
        const columns = { count, first: left + half * pitch, pitch, bend };
        const fit = measureFit(sums, columns);
        if (fit > best.fit) best = { ...columns, fit };
      }
    }
  }
  return best;
}

/** Where in the picture a place of the line is, counted in characters from the middle of the first. */
export function placeInLine({ count, first, pitch, bend }: Omit<Columns, 'fit'>, place: number): number {
  const part = place / (count - 1);
  return first + pitch * (place + bend * 4 * part * (1 - part));
}

/** How a character's ink counts by where in its cell it is: for in the middle, against at the border. */
const waves = Array.from({ length: 8 }, (_, part) => ({
  part: part / 8,
  weight: Math.cos((part / 4) * Math.PI),
}));

function measureFit(sums: Float64Array, columns: Omit<Columns, 'fit'>): number {
  const reach = columns.pitch / 16;
  let fit = 0;
  let all = 1;
  for (let index = 0; index < columns.count; index += 1) {
    for (const { part, weight } of waves) {
      const x = placeInLine(columns, index + part - (part > 0.5 ? 1 : 0));
      const ink = inkBetween(sums, x - reach, x + reach);
      fit += ink * weight;
      all += ink;
    }
  }
  return fit / all;
}

function inkBetween(sums: Float64Array, from: number, to: number): number {
  return sumTo(sums, to) - sumTo(sums, from);
}

function sumTo(sums: Float64Array, x: number): number {
  const clamped = Math.min(Math.max(x, 0), sums.length - 1.001);
  const index = Math.floor(clamped);
  const start = sums[index] ?? 0;
  return start + ((sums[index + 1] ?? 0) - start) * (clamped - index);
}
