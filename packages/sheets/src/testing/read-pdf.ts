import { inflateSync } from 'node:zlib';

type Matrix = readonly [number, number, number, number, number, number];

export type Point = { x: number; y: number };
/** What a page's own instructions draw, in millimetres from its top left corner. */
export type DrawnPage = {
  lines: { from: Point; to: Point }[];
  /** The filled rectangles, in one group for each `save … restore` around them: a label's code. */
  groups: { corners: Point[] }[];
};

const mmPerPoint = 25.4 / 72;

/** Reads positions out of a PDF without the code that wrote it: inflates its pages and follows their transformations. */
export function readPdf(pdf: Buffer, pageHeightMm: number): DrawnPage[] {
  return readStreams(pdf).map((content) => readPage(content, pageHeightMm));
}

function readStreams(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const contents: string[] = [];
  for (const match of text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('\nendstream', start);
    const content = inflateSync(pdf.subarray(start, end)).toString('latin1');
    // Fonts and their tables are streams too. A page begins by turning its coordinates.
    if (content.startsWith('1 0 0 -1 0 ')) {
      contents.push(content);
    }
  }
  return contents;
}

function readPage(content: string, pageHeightMm: number): DrawnPage {
  const page: DrawnPage = { lines: [], groups: [] };
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  let group: Point[] = [];
  let from: Point | null = null;
  const place = (x: number, y: number): Point => {
    const [a, b, c, d, e, f] = matrix;
    return {
      x: (a * x + c * y + e) * mmPerPoint,
      y: pageHeightMm - (b * x + d * y + f) * mmPerPoint,
    };
  };
  for (const line of content.split('\n')) {
    const words = line.trim().split(/\s+/);
    const numbers = words.slice(0, -1).map(Number);
    const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
    switch (words.at(-1)) {
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? matrix;
        if (group.length > 0 && saved.length === 0) {
          page.groups.push({ corners: group });
          group = [];
        }
        break;
      case 'cm':
        matrix = multiply(numbers, matrix);
        break;
      case 'm':
        from = place(first, second);
        break;
      case 'l':
        if (from) {
          page.lines.push({ from, to: place(first, second) });
        }
        break;
      case 're':
        group.push(place(first, second), place(first + third, second + fourth));
        break;
    }
  }
  return page;
}

function multiply([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[], to: Matrix): Matrix {
  const [ta, tb, tc, td, te, tf] = to;
  return [
    a * ta + b * tc,
    a * tb + b * td,
    c * ta + d * tc,
    c * tb + d * td,
    e * ta + f * tc + te,
    e * tb + f * td + tf,
  ];
}

/** The smallest rectangle around points. */
export function boundsOf(points: readonly Point[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
