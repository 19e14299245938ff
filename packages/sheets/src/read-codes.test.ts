import { expect, test } from 'vitest';
import { cornerOf, formats } from './formats.ts';
import { logo } from './testing/logo.ts';
import { makeOptions, makePdf, makeSigns } from './testing/make-sheet.ts';
import { decodeAt, renderPdf } from './testing/render-pdf.ts';

/** Renders one full page and reads the code of every label, both faces of a tent. */
async function readCodes(formatId: string, dotsPerInch: number, changes = {}) {
  const options = makeOptions(formatId, changes);
  const { format } = options;
  const signs = makeSigns(format.capacity);
  const { pdf, problems } = await makePdf(signs, options);
  const [bitmap] = await renderPdf(pdf, dotsPerInch);
  const read: string[] = [];
  const wanted: string[] = [];
  signs.forEach((sign, place) => {
    const box = { ...cornerOf(format, place), ...format.label };
    const faces = format.kind === 'tent' ? [box, { ...box, y: box.y - box.height }] : [box];
    for (const face of faces) {
      read.push(bitmap ? decodeAt(bitmap, face, dotsPerInch) : 'no page');
      wanted.push(sign.qr);
    }
  });
  return { read, wanted, problems };
}

test.each(formats.map(({ id }) => id))('every code of a page of %s is read at 300 dpi', async (id) => {
  const { read, wanted } = await readCodes(id, 300);
  expect(read).toEqual(wanted);
});

test.each(['5160', 'L7160', 'L7163', 'a4-11', 'a4-12', 'letter-12'])(
  'every code of %s, where labels are smallest, is read at 150 dpi',
  async (id) => {
    const { read, wanted } = await readCodes(id, 150);
    expect(read).toEqual(wanted);
  },
);

test.each(['5160', 'L7160', 'a4-1', 'a4-12'])(
  'a logo in the middle of a code on %s leaves it readable',
  async (id) => {
    const { read, wanted } = await readCodes(id, 300, { logo, logoPosition: 'code' });
    expect(read).toEqual(wanted);
  },
);

test('a code has 25 mm or more on every format but the lowest sticker, which says how large its code is', async () => {
  for (const { id } of formats) {
    const { problems } = await makePdf(makeSigns(1), makeOptions(id));
    const small = problems.filter(({ kind }) => kind === 'code_is_small');
    expect([id, small.length]).toEqual([id, id === '5160' ? 1 : 0]);
  }
});
