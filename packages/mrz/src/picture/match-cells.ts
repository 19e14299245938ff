import { cellHeight, cellWidth, glyphs } from './cell.ts';
import { margin, type Strip } from './cut-strip.ts';
import { templates } from './templates.ts';

/** How well each character of `glyphs` fits a cell: the correlation, 1 for the same picture. */
export type CellScores = number[];

/** How far from the middle of its cell a character is, in pixels. */
export type Shift = { right: number; down: number };

const size = cellWidth * cellHeight;
/** Templates as vectors of length 1 around 0, so that a product is a correlation. */
export type Templates = Float32Array[];

/** The templates for pictures that are as sharp as they, less sharp, and out of focus. */
export function prepareTemplates(): Templates[] {
  const sharp = templates.map((text) => Float32Array.from(text, (digit) => -Number.parseInt(digit, 16)));
  const soft = sharp.map(soften).map(soften);
  const softest = soft.map(soften).map(soften).map(soften);
  for (const vector of [...sharp, ...soft, ...softest]) normalise(vector);
  return [sharp, soft, softest];
}

/** Each pixel as a quarter of itself and parts of its neighbours; outside is paper. */
function soften(vector: Float32Array): Float32Array {
  const weights = [1, 2, 1];
  return vector.map((_, index) => {
    const [row, column] = [Math.floor(index / cellWidth), index % cellWidth];
    let sum = 0;
    for (const [a, down] of weights.entries()) {
      for (const [b, right] of weights.entries()) {
        const [y, x] = [row + a - 1, column + b - 1];
        const isInside = x >= 0 && x < cellWidth && y >= 0 && y < cellHeight;
        if (isInside) sum += (vector[y * cellWidth + x] ?? 0) * down * right;
      }
    }
    return sum / 16;
  });
}

const everywhere = listShifts({ right: 0, down: 0 }, margin, 2);

/**
 * Where the characters are: beside their places where the picture is bent. Neighbours are shifted alike, so that a
 * character that fits better at another place by chance is put right by them.
 */
export function findShifts(strip: Strip, vectors: Templates): Shift[] {
  const rough = Array.from({ length: strip.count }, (_, cell) => findShift(strip, cell, vectors));
  return rough.map((_, cell) => {
    const around = rough.slice(Math.max(0, cell - 4), cell + 5);
    return { right: median(around.map(({ right }) => right)), down: median(around.map(({ down }) => down)) };
  });
}

/** Compares each cell with each template, at its shift and one pixel around it. */
export function matchCells(strip: Strip, shifts: Shift[], vectors: Templates): CellScores[] {
  return shifts.map((shift, cell) => {
    const scores = new Array<number>(glyphs.length).fill(-1);
    for (const near of listShifts(shift, 1, 1)) {
      const patch = cutPatch(strip, cell, near);
      for (const [index, template] of vectors.entries()) {
        scores[index] = Math.max(scores[index] ?? -1, multiply(patch, template));
      }
    }
    return scores;
  });
}

function listShifts(centre: Shift, reach: number, step: number): Shift[] {
  const shifts: Shift[] = [];
  for (let down = centre.down - reach; down <= centre.down + reach; down += step) {
    for (let right = centre.right - reach; right <= centre.right + reach; right += step) {
      if (Math.abs(down) <= margin && Math.abs(right) <= margin) shifts.push({ right, down });
    }
  }
  return shifts;
}

function findShift(strip: Strip, cell: number, vectors: Templates): Shift {
  let best = { shift: { right: 0, down: 0 }, score: -1 };
  for (const shift of everywhere) {
    const patch = cutPatch(strip, cell, shift);
    for (const template of vectors) {
      const score = multiply(patch, template);
      if (score > best.score) best = { shift, score };
    }
  }
  return best.shift;
}

function cutPatch({ width, data }: Strip, cell: number, { right, down }: Shift): Float32Array {
  const patch = new Float32Array(size);
  for (let y = 0; y < cellHeight; y += 1) {
    const start = (y + margin + down) * width + cell * cellWidth + margin + right;
    patch.set(data.subarray(start, start + cellWidth), y * cellWidth);
  }
  normalise(patch);
  return patch;
}

function normalise(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value;
  const mean = sum / vector.length;
  let squares = 0;
  for (const value of vector) squares += (value - mean) ** 2;
  // A patch without any ink fits nothing.
  const length = Math.max(Math.sqrt(squares), 4);
  for (let index = 0; index < vector.length; index += 1)
    vector[index] = ((vector[index] ?? 0) - mean) / length;
}

function multiply(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
