import { describe, expect, it, test } from 'vitest';
import { formats } from './formats.ts';
import { makeOptions, makePdf, makeSigns } from './testing/make-sheet.ts';
import { boundsOf, type DrawnPage, readPdf } from './testing/read-pdf.ts';

/** The makers' own figures, written down a second time: a slip in `formats.ts` must not be its own judge. */
const table = {
  L7160: '63.99×38.1 3×7 7.48/15.49 66.04/38.1',
  L7163: '99.1×38.1 2×7 3.35/15.17 103.01/38.1',
  L7164: '63.5×71.98 3×4 7.35/3.53 66/71.98',
  L7165: '99.06×67.73 2×4 4.67/13.04 101.64/67.73',
  L7169: '99.1×138.99 2×2 5.01/7.06 101.49/138.99',
  '5160': '66.67×25.4 3×10 3.97/12.7 70.64/25.4',
  '5163': '101.6×50.8 2×5 4.13/12.7 106.36/50.8',
  '5164': '101.6×84.67 2×3 3.97/12.7 106.36/84.67',
  '5305': '215.9×63.5 1×2 0/76.2 0/127',
};

const tolerance = 0.2;

function readRow(row: string) {
  const [width = 0, height = 0, columns = 0, rows = 0, left = 0, top = 0, stepX = 0, stepY = 0] = row
    .split(/[×/ ]/)
    .map(Number);
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: left + (index % columns) * stepX,
    y: top + Math.floor(index / columns) * stepY,
    width,
    height,
  }));
}

function hasLine({ lines }: DrawnPage, x1: number, y1: number, x2: number, y2: number): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= tolerance;
  return lines.some(
    ({ from, to }) => isNear(from.x, x1) && isNear(from.y, y1) && isNear(to.x, x2) && isNear(to.y, y2),
  );
}

describe.each(Object.entries(table))('the sticker sheet %s', (id, row) => {
  const labels = readRow(row);

  it('has its outlines in the PDF where its maker cuts them, to 0.2 mm', async () => {
    const options = makeOptions(id, { checkPage: 'Hold this against the sheet.' });
    const { pdf } = await makePdf([], options);
    const [page] = readPdf(pdf, options.format.page.height);
    for (const { x, y, width, height } of labels) {
      expect(page && hasLine(page, x, y, x + width, y), `top of ${x}/${y}`).toBe(true);
      expect(page && hasLine(page, x, y, x, y + height), `left of ${x}/${y}`).toBe(true);
      expect(page && hasLine(page, x + width, y, x + width, y + height), `right of ${x}/${y}`).toBe(true);
      expect(page && hasLine(page, x, y + height, x + width, y + height), `bottom of ${x}/${y}`).toBe(true);
    }
  });

  it('has a code at the same place of every label, to 0.2 mm, and none crosses its label', async () => {
    const options = makeOptions(id);
    const { pdf } = await makePdf(makeSigns(labels.length), options);
    const [page] = readPdf(pdf, options.format.page.height);
    const codes = page?.groups.map(({ corners }) => boundsOf(corners)) ?? [];
    // A folded card has the code on both of its faces.
    const upright = id === '5305' ? codes.filter((_, index) => index % 2 === 0) : codes;
    expect(upright).toHaveLength(labels.length);
    const [firstCode] = upright;
    const [firstLabel] = labels;
    labels.forEach((label, index) => {
      const code = upright[index];
      const dx = (code?.left ?? 0) - label.x;
      const dy = (code?.top ?? 0) - label.y;
      expect(Math.abs(dx - ((firstCode?.left ?? 0) - (firstLabel?.x ?? 0)))).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(dy - ((firstCode?.top ?? 0) - (firstLabel?.y ?? 0)))).toBeLessThanOrEqual(tolerance);
      expect(dx).toBeGreaterThan(1);
      expect(dy).toBeGreaterThan(1);
      expect((code?.right ?? 0) - label.x).toBeLessThan(label.width);
      expect((code?.bottom ?? 0) - label.y).toBeLessThan(label.height);
    });
  });
});

test.each(formats.map((format) => [format.id, format] as const))(
  'the labels of %s lie on the paper and not on each other',
  (_, { page, columns, rows, left, top, stepX, stepY, label, kind }) => {
    const faces = kind === 'tent' ? 2 : 1;
    const first = top - (faces - 1) * label.height;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(left + (columns - 1) * stepX + label.width).toBeLessThanOrEqual(page.width + 0.01);
    expect(first + (rows - 1) * stepY + faces * label.height).toBeLessThanOrEqual(page.height + 0.01);
    expect(columns === 1 || stepX >= label.width - 0.001).toBe(true);
    expect(rows === 1 || stepY >= faces * label.height - 0.001).toBe(true);
  },
);

test('A4 and Letter take one to twelve cards, and every format has a name of its own', () => {
  for (const paper of ['a4', 'letter']) {
    for (let count = 1; count <= 12; count++) {
      expect(formats.find(({ id }) => id === `${paper}-${count}`)?.capacity).toBe(count);
    }
  }
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
});
