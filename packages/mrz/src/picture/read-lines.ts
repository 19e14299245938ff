import type { Bitmap } from './bitmap.ts';
import { cutStrip } from './cut-strip.ts';
import { type Band, countColumns, findBands } from './find-bands.ts';
import { findInk } from './find-ink.ts';
import { findSlope } from './find-slope.ts';
import { type Columns, fitColumns } from './fit-columns.ts';
import { type CellScores, findShifts, matchCells, prepareTemplates, type Templates } from './match-cells.ts';

/** A line that was recognised. `score` is the mean of each cell's best one. */
export type PictureLine = { cells: CellScores[]; score: number; band: Band };

/** How well a line is spread and fits at least; other print of a page does not. */
const minFit = 0.2;
const minScore = 0.55;

/** All lines of a picture that look like those of documents, from the top. */
export function readLines(bitmap: Bitmap): PictureLine[] {
  const sharpnesses = prepareTemplates();
  const ink = findInk(bitmap);
  return findBands(ink, findSlope(ink)).flatMap((band) => {
    const [columns] = fitColumns(countColumns(ink, band), band.left, band.right);
    if (columns === undefined || columns.fit < minFit) return [];
    const line = matchBest(bitmap, band, columns, sharpnesses);
    return line.score >= minScore ? [line] : [];
  });
}

/** Prints differ in how high their characters are for their width. */
const stretches = [1, 0.94, 1.06];

function matchBest(bitmap: Bitmap, band: Band, columns: Columns, sharpnesses: Templates[]): PictureLine {
  const strip = cutStrip(bitmap, band, columns, 1);
  const found = sharpnesses.map((vectors) => {
    const shifts = findShifts(strip, vectors);
    return { vectors, shifts, ...score(band, matchCells(strip, shifts, vectors)) };
  });
  const { vectors, shifts } = findHighest(found);
  const stretched = stretches.map((stretch) =>
    score(band, matchCells(cutStrip(bitmap, band, columns, stretch), shifts, vectors)),
  );
  return findHighest(stretched);
}

function score(band: Band, cells: CellScores[]): PictureLine {
  return { cells, band, score: cells.reduce((sum, scores) => sum + Math.max(...scores), 0) / cells.length };
}

function findHighest<T extends { score: number }>(found: T[]): T {
  return found.reduce((best, other) => (other.score > best.score ? other : best));
}
