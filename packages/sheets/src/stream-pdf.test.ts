import { expect, test } from 'vitest';
import { countPages, layoutSheet } from './layout-sheet.ts';
import { countFinishedPages, streamPdf } from './stream-pdf.ts';
import { makeOptions, makeSigns } from './testing/make-sheet.ts';

const options = makeOptions('L7165');
const settings = { title: 'Signs', language: 'en', logo: null };

function* takePages(count: number, onPage: () => void = () => undefined) {
  for (const { page } of layoutSheet(makeSigns(count), options)) {
    onPage();
    yield page;
  }
}

test('a reader can count the finished pages while the PDF is made', async () => {
  const counts: number[] = [];
  let finished = 0;
  for await (const piece of streamPdf(takePages(40), settings)) {
    finished += countFinishedPages(Buffer.from(piece).toString('latin1'));
    counts.push(finished);
  }
  expect(finished).toBe(countPages(40, options));
  // Not all at the end.
  expect(new Set(counts).size).toBeGreaterThan(3);
});

test('who stops reading stops the work', async () => {
  let made = 0;
  const pdf = streamPdf(
    takePages(800, () => made++),
    settings,
  );
  await pdf.next();
  await pdf.return(undefined);
  expect(made).toBeLessThan(5);
});

test('other work has its turn between two pages', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  for await (const _ of streamPdf(takePages(200), settings));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test('the PDF says its title and language, and holds no font that it does not use', async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamPdf(takePages(8), settings)) {
    pieces.push(piece);
  }
  const text = Buffer.concat(pieces).toString('latin1');
  expect(text).toContain('/Lang (en)');
  expect(text).toContain('(Signs)');
  expect(text).not.toContain('NotoSans');
  expect(text.length).toBeLessThan(80_000);
});
