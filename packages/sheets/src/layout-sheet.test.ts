import { describe, expect, it, test } from 'vitest';
import { countPages, findSheetRefusal, layoutSheet } from './layout-sheet.ts';
import { makeOptions, makePdf, makeSigns } from './testing/make-sheet.ts';
import { boundsOf, readPdf } from './testing/read-pdf.ts';

const pagesOf = (count: number, ...options: Parameters<typeof makeOptions>) =>
  [...layoutSheet(makeSigns(count), makeOptions(...options))].map(({ page }) => page);

describe('a sheet', () => {
  it('begins at the first label that is left, and goes on with the first one of the next page', () => {
    const pages = pagesOf(6, 'L7165', { firstLabel: 5 });
    expect(pages.map(({ labels }) => labels.map(({ id }) => id))).toEqual([
      ['room-0', 'room-1', 'room-2', 'room-3'],
      ['room-4', 'room-5'],
    ]);
    expect(pages.map(({ labels }) => [labels[0]?.x, labels[0]?.y])).toEqual([
      [4.67, 13.04 + 2 * 67.73],
      [4.67, 13.04],
    ]);
  });

  it('counts its pages without making them', () => {
    for (const [count, firstLabel, checkPage] of [
      [0, 1, null],
      [8, 1, null],
      [8, 2, null],
      [300, 7, 'Check'],
    ] as const) {
      const options = makeOptions('L7165', { firstLabel, checkPage });
      expect(countPages(count, options)).toBe([...layoutSheet(makeSigns(count), options)].length);
    }
  });

  it('moves by the offset in the PDF, labels and marks alike', async () => {
    const options = makeOptions('a4-4');
    const read = async (offset: { x: number; y: number }) => {
      const { pdf } = await makePdf(makeSigns(1), { ...options, offset });
      const [page] = readPdf(pdf, options.format.page.height);
      return { code: boundsOf(page?.groups[0]?.corners ?? []), mark: page?.lines[0]?.from };
    };
    const [still, moved] = [await read({ x: 0, y: 0 }), await read({ x: 1.5, y: -2 })];
    expect(moved.code.left - still.code.left).toBeCloseTo(1.5, 3);
    expect(moved.code.top - still.code.top).toBeCloseTo(-2, 3);
    expect((moved.mark?.x ?? 0) - (still.mark?.x ?? 0)).toBeCloseTo(1.5, 3);
  });

  it('has cut marks that begin 3 mm off the cards, and none inside', async () => {
    const options = makeOptions('a4-4');
    const { pdf } = await makePdf(makeSigns(4), options);
    const [page] = readPdf(pdf, 297);
    const ends = page?.lines.flatMap(({ from, to }) => [from, to]) ?? [];
    expect(ends.length).toBeGreaterThan(0);
    for (const { x, y } of ends) {
      const distance = Math.max(12 - x, x - 198, 12 - y, y - 285);
      expect(distance).toBeGreaterThanOrEqual(2.99);
    }
  });

  it('has a ruler of 100 mm on its check page', async () => {
    for (const id of ['a4-1', 'letter-1', 'a5', 'a6', 'L7165']) {
      const options = makeOptions(id, { checkPage: 'This line is 100 mm long.' });
      const { pdf } = await makePdf([], options);
      const [page] = readPdf(pdf, options.format.page.height);
      const lengths = page?.lines.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y)) ?? [];
      expect([id, lengths.some((length) => Math.abs(length - 100) < 0.01)]).toEqual([id, true]);
    }
  });
});

test('the second face of a tent is the first one turned about the fold', async () => {
  const options = makeOptions('tent-a4');
  const { pdf } = await makePdf(makeSigns(1), options);
  const [page] = readPdf(pdf, 297);
  const [front, back] = page?.groups.map(({ corners }) => boundsOf(corners)) ?? [];
  const fold = options.format.top;
  const middle = options.format.page.width / 2;
  expect((front?.top ?? 0) - fold).toBeCloseTo(fold - (back?.bottom ?? 0), 2);
  expect((front?.left ?? 0) - middle).toBeCloseTo(middle - (back?.right ?? 0), 2);
});

test('an address whose modules would run together on the label is refused before anything is printed', () => {
  const long = makeSigns(1).map((sign) => ({ ...sign, qr: `https://example.com/${'a'.repeat(300)}` }));
  expect(findSheetRefusal(long, makeOptions('5160'))).toBe('code_too_small');
  expect(findSheetRefusal(long, makeOptions('a4-1'))).toBeNull();
  expect(findSheetRefusal(makeSigns(1), makeOptions('5160'))).toBeNull();
});
