import { breakLines, splitParts } from './break-lines.ts';
import { ink } from './colours.ts';
import { cornerOf, type Format } from './formats.ts';
import type { Shape } from './shapes.ts';
import type { SheetOptions } from './sheet-order.ts';
import { measureRuns, splitRuns } from './split-runs.ts';

/** Cut marks begin this far from the card, so that none of one is left on it. */
const markGap = 3;
const markLength = 5;

/** The ruler of the check page: as long as it says. */
export const rulerMm = 100;

const line = (x1: number, y1: number, x2: number, y2: number, isDashed = false): Shape => ({
  kind: 'line',
  x1,
  y1,
  x2,
  y2,
  isDashed,
});

/** Marks at the edges of the page for each cut, and dashed ones for each fold. */
export function drawCutMarks(format: Format): Shape[] {
  const { left, columns, rows, stepX, stepY, top, label, kind } = format;
  const faces = kind === 'tent' ? 2 : 1;
  const first = kind === 'tent' ? top - label.height : top;
  const right = left + (columns - 1) * stepX + label.width;
  const bottom = first + (rows - 1) * stepY + faces * label.height;
  const columnCuts = range(columns).flatMap((column) => {
    const x = left + column * stepX;
    return [x, x + label.width];
  });
  const rowCuts = range(rows).flatMap((row) => {
    const y = first + row * stepY;
    return [y, y + faces * label.height];
  });
  const folds = kind === 'tent' ? range(rows).map((row) => top + row * stepY) : [];
  const across = (y: number, isFold: boolean) => [
    line(left - markGap - markLength, y, left - markGap, y, isFold),
    line(right + markGap, y, right + markGap + markLength, y, isFold),
  ];
  return [
    ...distinct(columnCuts).flatMap((x) => [
      line(x, first - markGap - markLength, x, first - markGap),
      line(x, bottom + markGap, x, bottom + markGap + markLength),
    ]),
    ...distinct(rowCuts).flatMap((y) => across(y, false)),
    ...folds.flatMap((y) => across(y, true)),
  ];
}

/** The hole of a door hanger, and the slit by which it goes over the handle. */
export const hangerHole = { centre: 34, radius: 17.5, freeTop: 58 };

export function drawHangerHole({ label }: Format): Shape[] {
  const { centre, radius } = hangerHole;
  const x = label.width / 2;
  return [{ kind: 'circle', x, y: centre, radius }, line(x + radius, centre, label.width, centre)];
}

/**
 * A page to print on plain paper and hold against a sheet of labels: their outlines, and a ruler that shows whether the
 * printer scaled the page.
 */
export function drawCheckPage(options: SheetOptions): Shape[] {
  const { format } = options;
  const faces = format.kind === 'tent' ? [0, -format.label.height] : [0];
  const outlines = range(format.capacity).flatMap((place) => {
    const { x, y } = cornerOf(format, place);
    return faces.flatMap((dy) => drawOutline(x, y + dy, format.label.width, format.label.height));
  });
  return [...outlines, ...drawRuler(options)];
}

function drawOutline(x: number, y: number, width: number, height: number): Shape[] {
  return [
    line(x, y, x + width, y),
    line(x + width, y, x + width, y + height),
    line(x, y + height, x + width, y + height),
    line(x, y, x, y + height),
  ];
}

/** Across the page where it is wide enough, else down it. Its text stands on white over the outlines. */
function drawRuler({ format, checkPage, placeLocale }: SheetOptions): Shape[] {
  const { width, height } = format.page;
  const size = 3.5;
  const room = Math.min(width - 20, rulerMm);
  const measure = (text: string) => measureRuns(splitRuns(text, 'regular', placeLocale).runs);
  const lines = breakLines(splitParts(checkPage ?? '', placeLocale, measure), room / size) ?? [];
  const isAcross = width >= rulerMm + 15;
  const x = (width - (isAcross ? rulerMm : room)) / 2;
  const y = isAcross ? height / 2 : (height - rulerMm) / 2;
  const textTop = isAcross ? y + 8 : y + 4;
  const textLeft = isAcross ? x : x + 8;
  const texts = lines.flatMap((text, index) => {
    const { runs } = splitRuns(text, 'regular', placeLocale);
    let at = textLeft;
    return runs.map((run): Shape => {
      const start = at;
      at += measureRuns([run]) * size;
      const baseline = textTop + index * size * 1.4;
      return { kind: 'text', x: start, y: baseline, size, font: run.font, fill: ink, text: run.text };
    });
  });
  const tick = (at: number) => {
    const long = at % 50 === 0 ? 4 : 2;
    return isAcross ? line(x + at, y, x + at, y - long) : line(x, y + at, x + long, y + at);
  };
  const box = isAcross
    ? { x: x - 4, y: y - 8, width: rulerMm + 8, height: 14 + lines.length * size * 1.4 }
    : { x: x - 4, y: y - 4, width: room + 12, height: rulerMm + 8 };
  return [
    { kind: 'rect', ...box, fill: '#ffffff' },
    isAcross ? line(x, y, x + rulerMm, y) : line(x, y, x, y + rulerMm),
    ...range(rulerMm / 10 + 1).map((step) => tick(step * 10)),
    ...texts,
  ];
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Cards touch, so the right edge of one is the left edge of the next. */
function distinct(values: readonly number[]): number[] {
  return [...new Map(values.map((value) => [Math.round(value * 100), value])).values()];
}
