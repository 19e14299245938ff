import { expect, test } from 'vitest';
import { formats } from './formats.ts';
import { layoutSheet } from './layout-sheet.ts';
import { makeOptions, makePdf, makeSigns } from './testing/make-sheet.ts';
import { boundsOf, readPdf } from './testing/read-pdf.ts';
import { SvgWriter } from './write-svg.ts';

/** The corner of each code in an SVG: where its label is, moved on by the code's own place. */
function readCodeCorners(svg: string): { x: number; y: number }[] {
  const labels = svg.split('<g transform="translate(').slice(1);
  return labels.flatMap((label) => {
    const [x = 0, y = 0] = label.split(')')[0]?.split(' ').map(Number) ?? [];
    const code = /<path transform="translate\(([\d.]+) ([\d.]+)\)/.exec(label);
    return label.includes('rotate(180)') ? [] : [{ x: x + Number(code?.[1]), y: y + Number(code?.[2]) }];
  });
}

test.each(formats.map(({ id }) => id))(
  'the codes of %s are in the SVG where they are in the PDF, to 0.2 mm',
  async (id) => {
    const options = makeOptions(id, { offset: { x: 0.5, y: -0.25 } });
    const signs = makeSigns(options.format.capacity);
    const { pdf } = await makePdf(signs, options);
    const [page] = readPdf(pdf, options.format.page.height);
    const [laidOut] = [...layoutSheet(signs, options)];
    const svg = laidOut ? new SvgWriter({ logo: null }).writePage(laidOut.page) : '';
    const inSvg = readCodeCorners(svg);
    const inPdf = page?.groups.map(({ corners }) => boundsOf(corners)) ?? [];
    const upright = options.format.kind === 'tent' ? inPdf.filter((_, index) => index % 2 === 0) : inPdf;
    expect(inSvg).toHaveLength(signs.length);
    inSvg.forEach(({ x, y }, index) => {
      expect(Math.abs(x - (upright[index]?.left ?? 0))).toBeLessThan(0.2);
      expect(Math.abs(y - (upright[index]?.top ?? 0))).toBeLessThan(0.2);
    });
  },
);

test('names are escaped: a room called like a tag stays a text', () => {
  const signs = makeSigns(1).map((sign) => ({
    ...sign,
    id: '"><script>',
    title: '<img src=x onerror="alert(1)">',
  }));
  const [laidOut] = [...layoutSheet(signs, makeOptions('a4-1'))];
  const svg = laidOut ? new SvgWriter({ logo: null }).writePage(laidOut.page) : '';
  expect(svg).not.toMatch(/<img|<script|onerror="/);
  expect(svg).toContain('&#60;img');
});

test('a glyph is written once a document, so that three hundred signs stay a small page', () => {
  const writer = new SvgWriter({ logo: null });
  const pages = [...layoutSheet(makeSigns(16), makeOptions('L7165'))].map(({ page }) =>
    writer.writePage(page),
  );
  const [first = '', second = ''] = pages;
  const countOutlines = (svg: string) => svg.match(/<path id=/g)?.length ?? 0;
  expect(countOutlines(second)).toBeLessThan(countOutlines(first) / 3);
  expect(second.length).toBeLessThan(first.length);
});
