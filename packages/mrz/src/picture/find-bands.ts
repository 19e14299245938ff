import { refineSlope } from './find-slope.ts';

/** A line of text: between which rows, counted at the left edge, and columns it has ink; the ends are exclusive. */
export type Band = { top: number; bottom: number; left: number; right: number; slope: number };

type Rows = Pick<Band, 'top' | 'bottom' | 'slope'>;

/** A picture of ink: 1 where a pixel is dark. */
export type Ink = { width: number; height: number; data: Uint8Array };

/** Over how many edges of ink a row of a line goes at least: 30 characters have two or more each. */
const minEdges = 40;
const minHeight = 7;

/** The bands of text that can be lines of a document, from the top. */
export function findBands(ink: Ink, slope: number): Band[] {
  return listRuns(ink, slope).map((rows) => {
    const refined = { ...rows, slope: refineSlope(ink, rows) };
    const trimmed = trimRows(ink, refined);
    return { ...trimmed, ...findExtent(ink, trimmed) };
  });
}

/** Rows after each other that all go over many edges. */
function listRuns(ink: Ink, slope: number): Rows[] {
  const first = -Math.ceil(Math.max(0, slope * ink.width));
  const last = ink.height + Math.ceil(Math.max(0, -slope * ink.width));
  const runs: Rows[] = [];
  let top: number | null = null;
  for (let row = first; row <= last; row += 1) {
    const isText = row < last && countEdges(ink, row, slope) >= minEdges;
    if (isText && top === null) top = row;
    if (isText || top === null) continue;
    if (row - top >= minHeight) runs.push({ top, bottom: row, slope });
    top = null;
  }
  return runs;
}

function countEdges(ink: Ink, row: number, slope: number): number {
  let edges = 0;
  let before = 0;
  for (let x = 0; x < ink.width; x += 1) {
    const here = inkAt(ink, x, Math.round(row + x * slope));
    if (here !== before) edges += 1;
    before = here;
  }
  return edges;
}

/** The rows with much ink, after the slope was refined. */
function trimRows(ink: Ink, { top, bottom, slope }: Rows): Rows {
  const around = Math.ceil((bottom - top) / 3);
  const counts = new Map<number, number>();
  for (let row = top - around; row < bottom + around; row += 1) {
    let count = 0;
    for (let x = 0; x < ink.width; x += 1) count += inkAt(ink, x, Math.round(row + x * slope));
    counts.set(row, count);
  }
  const much = Math.max(...counts.values()) / 4;
  const rows = [...counts].filter(([row, count]) => count >= much && row >= top - around).map(([row]) => row);
  return { top: rows[0] ?? top, bottom: (rows.at(-1) ?? bottom - 1) + 1, slope };
}

/** The longest run of columns in which no gap is as wide as the text is high. */
function findExtent(ink: Ink, rows: Rows): Pick<Band, 'left' | 'right'> {
  const columns = countColumns(ink, rows);
  let best = { left: 0, right: 0 };
  let left = -1;
  let right = -1;
  for (const [x, count] of columns.entries()) {
    // One pixel of dirt is no ink.
    if (count < 2) continue;
    if (left < 0 || x - right > rows.bottom - rows.top) left = x;
    right = x + 1;
    if (right - left > best.right - best.left) best = { left, right };
  }
  return best;
}

/** How much ink each column has within a band. */
export function countColumns(ink: Ink, { top, bottom, slope }: Rows): Float64Array {
  return Float64Array.from({ length: ink.width }, (_, x) => {
    let count = 0;
    for (let row = top; row < bottom; row += 1) count += inkAt(ink, x, Math.round(row + x * slope));
    return count;
  });
}

function inkAt({ width, height, data }: Ink, x: number, y: number): number {
  return y >= 0 && y < height ? (data[y * width + x] ?? 0) : 0;
}
