import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { ink } from './colours.ts';
import { loadFont } from './fonts.ts';
import type { Logo } from './logo.ts';
import type { FontId, Page, PlacedLabel, Shape } from './shapes.ts';

/** PDF measures in points of 1/72 inch. */
const pointsPerMm = 72 / 25.4;
/** Thin enough to cut along, wide enough for every printer. */
export const lineWidthMm = 0.15;
export const dashMm = 1;

type Pdf = InstanceType<typeof PDFDocument>;

export type PdfOptions = { title: string; language: string; logo: Logo | null };

/**
 * The pages as a PDF, in pieces as they are made. Whoever stops reading stops the work at the next page, and between two
 * pages everything else in the process has its turn. Each page's dictionary is written when the page is done and is not
 * compressed, so a reader of the pieces can count finished pages (`countFinishedPages`).
 */
export async function* streamPdf(pages: Iterable<Page>, options: PdfOptions): AsyncGenerator<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: options.language,
    displayTitle: true,
    info: { Title: options.title, Producer: 'GudBro Stays', Creator: 'GudBro Stays' },
    // A viewer's print dialog begins with "actual size" instead of "fit".
    pdfVersion: '1.7',
  });
  let pieces: Uint8Array[] = [];
  pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  const fonts = new Set<FontId>();
  const take = () => {
    const taken = pieces;
    pieces = [];
    return taken;
  };
  for (const page of pages) {
    drawPage(pdf, page, { fonts, logo: options.logo });
    await setImmediate();
    yield* take();
  }
  pdf.end();
  await ended;
  yield* take();
}

/** How many pages are finished in this piece of a PDF. */
export function countFinishedPages(piece: string): number {
  return piece.split('/Type /Page\n').length - 1;
}

type Drawing = { fonts: Set<FontId>; logo: Logo | null };

function drawPage(pdf: Pdf, page: Page, drawing: Drawing): void {
  pdf.addPage({ size: [page.width * pointsPerMm, page.height * pointsPerMm], margin: 0 });
  // From here on every number in the page's content is in millimetres, like the shapes.
  pdf.scale(pointsPerMm, pointsPerMm);
  pdf.lineWidth(lineWidthMm);
  for (const shape of page.marks) {
    drawShape(pdf, shape, drawing);
  }
  for (const label of page.labels) {
    drawLabel(pdf, label, drawing);
  }
}

function drawLabel(pdf: Pdf, label: PlacedLabel, drawing: Drawing): void {
  pdf.save();
  if (label.isTurned) {
    pdf.transform(-1, 0, 0, -1, label.x + label.width, label.y + label.height);
  } else {
    pdf.translate(label.x, label.y);
  }
  for (const shape of label.shapes) {
    drawShape(pdf, shape, drawing);
  }
  pdf.restore();
}

function drawShape(pdf: Pdf, shape: Shape, drawing: Drawing): void {
  switch (shape.kind) {
    case 'rect':
      pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.fill);
      break;
    case 'line':
      drawLine(pdf, shape);
      break;
    case 'circle':
      pdf.circle(shape.x, shape.y, shape.radius).undash().stroke(ink);
      break;
    case 'modules':
      for (const { column, row, length } of shape.runs) {
        const { module } = shape;
        pdf.rect(shape.x + column * module, shape.y + row * module, length * module, module);
      }
      pdf.fill(ink);
      break;
    case 'logo':
      drawLogo(pdf, shape, drawing.logo);
      break;
    case 'text':
      drawText(pdf, shape, drawing.fonts);
      break;
  }
}

function drawLine(pdf: Pdf, { x1, y1, x2, y2, isDashed }: Shape & { kind: 'line' }): void {
  pdf.moveTo(x1, y1).lineTo(x2, y2);
  if (isDashed) {
    pdf.dash(dashMm, { space: dashMm });
  } else {
    pdf.undash();
  }
  pdf.stroke(ink);
}

function drawLogo(pdf: Pdf, { x, y, width, height }: Shape & { kind: 'logo' }, logo: Logo | null): void {
  if (logo !== null) {
    pdf.image(Buffer.from(logo.bytes), x, y, { width, height });
  }
}

function drawText(pdf: Pdf, { x, y, size, font, fill, text }: Shape & { kind: 'text' }, fonts: Set<FontId>) {
  if (!fonts.has(font)) {
    // pdfkit takes a font that fontkit has read already, which its types do not know. Reading it again would double the memory.
    pdf.registerFont(font, loadFont(font) as unknown as string);
    fonts.add(font);
  }
  pdf.font(font).fontSize(size).fillColor(fill);
  pdf.text(text, x, y, { baseline: 'alphabetic', lineBreak: false });
}
