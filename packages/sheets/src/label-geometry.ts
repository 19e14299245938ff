import { ink } from './colours.ts';
import { type EncodedQr, quietModules } from './encode-modules.ts';
import { type FittedBlock, heightOf, lineHeight } from './fit-column.ts';
import { measureText } from './fonts.ts';
import { fitLogo, logoHeight } from './label-logo.ts';
import { codeLineOf, hasCodeLine, type LabelShape } from './place-code.ts';
import type { Shape } from './shapes.ts';
import type { SheetOptions, Sign } from './sheet-order.ts';

/** Between the code's quiet zone and the text beside it. */
const gutter = 1;
/** Below the logo. */
const logoGap = 1.5;
/** From the top of a line to its baseline, as a multiple of its size. */
const ascent = 0.98;

type Box = { width: number; height: number };

const quietOf = (qr: EncodedQr, codeSize: number) => (quietModules * codeSize) / qr.count;

/** The height of the QR code with what belongs above and below it on a label with text above and below. */
function bandHeight(shape: LabelShape, qr: EncodedQr, codeSize: number): number {
  const quiet = quietOf(qr, codeSize);
  return codeSize + 2 * quiet + codeLineOf(shape);
}

/** The room that the texts have beside or around a code of this size. */
export function measureColumn(
  options: SheetOptions,
  shape: LabelShape,
  qr: EncodedQr,
  codeSize: number,
): Box {
  const { area, isWide } = shape;
  const logo = logoHeight(options, shape);
  const height = area.height - (logo > 0 ? logo + logoGap : 0);
  if (isWide) {
    return { width: area.x + area.width - columnLeft(shape, qr, codeSize), height };
  }
  return { width: area.width, height: height - bandHeight(shape, qr, codeSize) };
}

function columnLeft({ area }: LabelShape, qr: EncodedQr, codeSize: number): number {
  const quiet = quietOf(qr, codeSize);
  return Math.max(area.x, quiet) + codeSize + quiet + gutter;
}

export type LabelParts = {
  sign: Sign;
  options: SheetOptions;
  shape: LabelShape;
  qr: EncodedQr;
  codeSize: number;
  fitted: readonly FittedBlock[];
};

export function drawLabel(parts: LabelParts): Shape[] {
  return parts.shape.isWide ? drawWide(parts) : drawTall(parts);
}

/** The code on the left, the texts on the right, both in the middle of the height. */
function drawWide(parts: LabelParts): Shape[] {
  const { options, shape, qr, codeSize, fitted } = parts;
  const { area } = shape;
  const quiet = quietOf(qr, codeSize);
  const line = codeLineOf(shape);
  const top = area.y + (area.height - codeSize - line) / 2;
  const x = Math.max(area.x, quiet);
  const y = Math.max(top, quiet);
  const left = columnLeft(shape, qr, codeSize);
  const column = measureColumn(options, shape, qr, codeSize);
  const logo = logoHeight(options, shape);
  const textTop = area.y + (logo > 0 ? logo + logoGap : 0) + (column.height - heightOf(fitted)) / 2;
  const place = { x: left, width: column.width, isCentred: false };
  return [
    ...drawCode(parts, x, y),
    ...drawLogo(options, { ...place, y: textTop - logo - logoGap, height: logo }),
    ...stack(fitted, textTop, place).shapes,
  ];
}

/** Names, the code below them, then the other texts; as a whole in the middle of the height. */
function drawTall(parts: LabelParts): Shape[] {
  const { options, shape, qr, codeSize, fitted } = parts;
  const { area } = shape;
  const logo = logoHeight(options, shape);
  const band = bandHeight(shape, qr, codeSize);
  const total = (logo > 0 ? logo + logoGap : 0) + heightOf(fitted) + band;
  const place = { x: area.x, width: area.width, isCentred: true };
  let y = area.y + Math.max(0, (area.height - total) / 2);
  const shapes: Shape[] = [];
  if (logo > 0) {
    shapes.push(...drawLogo(options, { ...place, y, height: logo }));
    y += logo + logoGap;
  }
  const header = stack(
    fitted.filter(({ block }) => block.isHeader),
    y,
    place,
  );
  const codeTop = header.bottom + quietOf(qr, codeSize);
  const code = drawCode(parts, area.x + (area.width - codeSize) / 2, codeTop);
  const rest = stack(
    fitted.filter(({ block }) => !block.isHeader),
    header.bottom + band,
    place,
  );
  return [...shapes, ...header.shapes, ...code, ...rest.shapes];
}

type Place = { x: number; width: number; isCentred: boolean };

function stack(fitted: readonly FittedBlock[], top: number, place: Place) {
  const shapes: Shape[] = [];
  let bottom = top;
  for (const { block, size, lines, height } of fitted) {
    const first = bottom + (height - lines.length * lineHeight * size) / 2;
    lines.forEach((line, index) => {
      const start = place.isCentred ? place.x + (place.width - line.width * size) / 2 : place.x;
      let x = start;
      for (const { font, text } of line.runs) {
        const y = first + (index * lineHeight + ascent) * size;
        shapes.push({ kind: 'text', x, y, size, font, fill: block.fill, text });
        x += measureText(text, font) * size;
      }
    });
    bottom += height;
  }
  return { shapes, bottom };
}

/** The QR code, its logo, and the code in letters under it. */
function drawCode({ sign, options, shape, qr, codeSize }: LabelParts, x: number, y: number): Shape[] {
  const module = codeSize / qr.count;
  const shapes: Shape[] = [{ kind: 'modules', x, y, module, runs: qr.runs }];
  if (options.logo !== null && options.logoPosition === 'code') {
    shapes.push(...drawLogoInCode(options.logo, x, y, qr, module));
  }
  if (sign.code !== null && hasCodeLine(shape)) {
    const width = measureText(sign.code, 'bold');
    const size = Math.min(codeSize / width, 0.9 * codeLineOf(shape));
    const start = x + (codeSize - width * size) / 2;
    const baseline = y + codeSize + quietOf(qr, codeSize) + size * 0.75;
    shapes.push({ kind: 'text', x: start, y: baseline, size, font: 'bold', fill: ink, text: sign.code });
  }
  return shapes;
}

/** On a white square of whole modules, a fifth of the code wide: level H mends that, and more. */
function drawLogoInCode(
  logo: { width: number; height: number },
  x: number,
  y: number,
  { count }: EncodedQr,
  module: number,
): Shape[] {
  const modules = 2 * Math.floor(count * 0.11) + 1;
  const side = modules * module;
  const corner = ((count - modules) / 2) * module;
  const { width, height } = fitLogo(logo, { width: side - module, height: side - module });
  return [
    { kind: 'rect', x: x + corner, y: y + corner, width: side, height: side, fill: '#ffffff' },
    {
      kind: 'logo',
      x: x + corner + (side - width) / 2,
      y: y + corner + (side - height) / 2,
      width,
      height,
    },
  ];
}

function drawLogo({ logo }: SheetOptions, place: Place & { y: number; height: number }): Shape[] {
  if (logo === null || place.height === 0) {
    return [];
  }
  const { width, height } = fitLogo(logo, place);
  const x = place.isCentred ? place.x + (place.width - width) / 2 : place.x;
  return [{ kind: 'logo', x, y: place.y, width, height }];
}
