/** All lengths are in millimetres, measured from the top left corner of the paper as it lies in the tray. */
export type Size = { width: number; height: number };

/** What one piece of paper is: cut from plain paper, peeled off, folded to stand, or hung on a door. */
export type FormatKind = 'card' | 'sticker' | 'tent' | 'hanger';

export type Format = {
  id: string;
  kind: FormatKind;
  paper: 'A4' | 'A5' | 'A6' | 'Letter';
  page: Size;
  columns: number;
  rows: number;
  /** How many labels a page takes. Less than columns × rows where no grid of that number has a useful shape. */
  capacity: number;
  /** The corner of the first label. */
  left: number;
  top: number;
  /** From one label to the next. */
  stepX: number;
  stepY: number;
  /** One label; of a tent one of its two faces. */
  label: Size;
  /** Whether it is cut out of plain paper, so that cut marks help. */
  isCut: boolean;
};

const papers = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  A6: { width: 105, height: 148 },
  Letter: { width: 215.9, height: 279.4 },
} as const;

/** Free paper around cards that are cut out: cut marks stand there, and few printers reach the last 4 mm. */
const cutMargin = 12;

// Columns and rows for one to twelve cards on a page. Seven and eleven leave one place of the next grid empty: in a
// single column they would be strips too low for a code of 25 mm with its text.
const grids = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 2],
  [1, 5],
  [2, 3],
  [2, 4],
  [2, 4],
  [3, 3],
  [2, 5],
  [3, 4],
  [3, 4],
] as const;

function makeCards(paper: 'A4' | 'Letter'): Format[] {
  const page = papers[paper];
  return grids.map(([columns, rows], index) => {
    const label = {
      width: (page.width - 2 * cutMargin) / columns,
      height: (page.height - 2 * cutMargin) / rows,
    };
    return {
      id: `${paper.toLowerCase()}-${index + 1}`,
      kind: 'card',
      paper,
      page,
      columns,
      rows,
      capacity: index + 1,
      left: cutMargin,
      top: cutMargin,
      stepX: label.width,
      stepY: label.height,
      label,
      isCut: true,
    };
  });
}

/** The whole of a small sheet of paper is the card. */
function makeSmallPaper(paper: 'A5' | 'A6'): Format {
  const page = papers[paper];
  return { ...oneGrid, id: paper.toLowerCase(), kind: 'card', paper, page, label: page, isCut: false };
}

const oneGrid = { columns: 1, rows: 1, capacity: 1, left: 0, top: 0, stepX: 0, stepY: 0 };

/** Centred on the paper, each face below the one that is turned, with a fold between them. */
function makeTents(paper: 'A4' | 'Letter'): Format {
  const page = papers[paper];
  const label = { width: 180, height: 63 };
  const top = (page.height - 4 * label.height) / 2 + label.height;
  const left = (page.width - label.width) / 2;
  const grid = { columns: 1, rows: 2, capacity: 2, left, top, stepX: 0, stepY: 2 * label.height };
  return { ...grid, id: `tent-${paper.toLowerCase()}`, kind: 'tent', paper, page, label, isCut: true };
}

function makeHangers(paper: 'A4' | 'Letter'): Format {
  const page = papers[paper];
  const label = { width: 92, height: 250 };
  const grid = {
    columns: 2,
    rows: 1,
    capacity: 2,
    left: (page.width - 2 * label.width) / 2,
    top: (page.height - label.height) / 2,
    stepX: label.width,
    stepY: 0,
  };
  return { ...grid, id: `hanger-${paper.toLowerCase()}`, kind: 'hanger', paper, page, label, isCut: true };
}

// As their makers publish them: width × height, columns × rows, left / top, steps.
const stickers: Format[] = [
  makeSticker('L7160', 'A4', [63.99, 38.1], [3, 7], [7.48, 15.49], [66.04, 38.1]),
  makeSticker('L7163', 'A4', [99.1, 38.1], [2, 7], [3.35, 15.17], [103.01, 38.1]),
  makeSticker('L7164', 'A4', [63.5, 71.98], [3, 4], [7.35, 3.53], [66, 71.98]),
  makeSticker('L7165', 'A4', [99.06, 67.73], [2, 4], [4.67, 13.04], [101.64, 67.73]),
  makeSticker('L7169', 'A4', [99.1, 138.99], [2, 2], [5.01, 7.06], [101.49, 138.99]),
  makeSticker('5160', 'Letter', [66.67, 25.4], [3, 10], [3.97, 12.7], [70.64, 25.4]),
  makeSticker('5163', 'Letter', [101.6, 50.8], [2, 5], [4.13, 12.7], [106.36, 50.8]),
  makeSticker('5164', 'Letter', [101.6, 84.67], [2, 3], [3.97, 12.7], [106.36, 84.67]),
  // Folded cards: the face that is turned lies above each label, so a card is twice as high as the label.
  { ...makeSticker('5305', 'Letter', [215.9, 63.5], [1, 2], [0, 76.2], [0, 127]), kind: 'tent' },
];

type Pair = readonly [number, number];

function makeSticker(
  id: string,
  paper: 'A4' | 'Letter',
  [width, height]: Pair,
  [columns, rows]: Pair,
  [left, top]: Pair,
  [stepX, stepY]: Pair,
): Format {
  const grid = { columns, rows, capacity: columns * rows, left, top, stepX, stepY };
  return {
    ...grid,
    id,
    kind: 'sticker',
    paper,
    page: papers[paper],
    label: { width, height },
    isCut: false,
  };
}

/** Every format, in the order in which a person chooses among them. */
export const formats: readonly Format[] = [
  ...makeCards('A4'),
  makeSmallPaper('A5'),
  makeSmallPaper('A6'),
  makeTents('A4'),
  makeHangers('A4'),
  ...stickers,
  ...makeCards('Letter'),
  makeTents('Letter'),
  makeHangers('Letter'),
];

export function findFormat(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}

/** The corner of a place of the grid, counted from 0, row by row. */
export function cornerOf(format: Format, place: number): { x: number; y: number } {
  return {
    x: format.left + (place % format.columns) * format.stepX,
    y: format.top + Math.floor(place / format.columns) * format.stepY,
  };
}
