import { encodeModules } from './encode-modules.ts';
import { cornerOf, type Format } from './formats.ts';
import { layoutLabel } from './layout-label.ts';
import { type LabelShape, leastModuleMm, listCodeSizes, measureShape } from './place-code.ts';
import type { Page, PlacedLabel, Shape } from './shapes.ts';
import { drawCheckPage, drawCutMarks, drawHangerHole, hangerHole } from './sheet-marks.ts';
import type { SheetOptions, SheetProblem, Sign } from './sheet-order.ts';

export type LaidOutPage = { page: Page; problems: SheetProblem[] };

/** Why nothing can be printed: an address so long that its modules would run together on a label of this size. */
export type SheetRefusal = 'code_too_small';

export function findSheetRefusal(signs: readonly Sign[], options: SheetOptions): SheetRefusal | null {
  const shape = shapeOf(options.format);
  const hasLogo = options.logo !== null && options.logoPosition === 'code';
  const longest = signs.reduce((longer, { qr }) => (qr.length > longer.length ? qr : longer), '');
  const code = encodeModules(longest, { hasLogo });
  const largest = Math.max(...listCodeSizes(shape, code));
  return largest / code.count < leastModuleMm ? 'code_too_small' : null;
}

/** How many pages the signs take. */
export function countPages(signCount: number, options: SheetOptions): number {
  const { capacity } = options.format;
  const labels = signCount === 0 ? 0 : signCount + firstPlace(options);
  return Math.ceil(labels / capacity) + (options.checkPage === null ? 0 : 1);
}

/** The pages, one after the other, so that only one is in memory. */
export function* layoutSheet(signs: readonly Sign[], options: SheetOptions): Generator<LaidOutPage> {
  const { format } = options;
  if (options.checkPage !== null) {
    yield { page: toPage(options, [], drawCheckPage(options)), problems: [] };
  }
  const marks = options.hasCutMarks && format.isCut ? drawCutMarks(format) : [];
  const start = firstPlace(options);
  for (let next = 0; next < signs.length; ) {
    const skipped = next === 0 ? start : 0;
    const onPage = signs.slice(next, next + format.capacity - skipped);
    const labels: PlacedLabel[] = [];
    const problems: SheetProblem[] = [];
    onPage.forEach((sign, index) => {
      const laidOut = layoutLabel(sign, options, shapeOf(format));
      labels.push(...placeLabel(sign, options, skipped + index, laidOut.shapes));
      problems.push(...laidOut.problems);
    });
    yield { page: toPage(options, labels, marks), problems };
    next += onPage.length;
  }
}

function firstPlace({ firstLabel, format }: SheetOptions): number {
  return Math.min(Math.max(firstLabel, 1), format.capacity) - 1;
}

function shapeOf({ label, kind }: Format): LabelShape {
  return measureShape(label.width, label.height, kind === 'hanger' ? hangerHole.freeTop : 0);
}

/** A tent has the same sign twice: the second face lies above the first and is turned, so that it stands upright when folded. */
function placeLabel(sign: Sign, options: SheetOptions, place: number, shapes: Shape[]): PlacedLabel[] {
  const { format, offset } = options;
  const { x, y } = cornerOf(format, place);
  const label: PlacedLabel = {
    id: sign.id,
    x: x + offset.x,
    y: y + offset.y,
    ...format.label,
    isTurned: false,
    title: [options.placeName, sign.title, sign.code].filter((part) => part !== null).join(', '),
    shapes: format.kind === 'hanger' ? [...drawHangerHole(format), ...shapes] : shapes,
  };
  return format.kind === 'tent'
    ? [label, { ...label, y: label.y - format.label.height, isTurned: true }]
    : [label];
}

function toPage({ format, offset }: SheetOptions, labels: PlacedLabel[], marks: readonly Shape[]): Page {
  return { ...format.page, labels, marks: marks.map((shape) => moveShape(shape, offset.x, offset.y)) };
}

function moveShape(shape: Shape, dx: number, dy: number): Shape {
  return shape.kind === 'line'
    ? { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy }
    : { ...shape, x: shape.x + dx, y: shape.y + dy };
}
