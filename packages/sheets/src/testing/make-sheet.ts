import { findFormat } from '../formats.ts';
import { layoutSheet } from '../layout-sheet.ts';
import type { SheetOptions, SheetProblem, Sign } from '../sheet-order.ts';
import { streamPdf } from '../stream-pdf.ts';

export function makeOptions(formatId: string, changes: Partial<SheetOptions> = {}): SheetOptions {
  const format = findFormat(formatId);
  if (format === null) {
    throw new TypeError(`There is no format ${formatId}.`);
  }
  return {
    format,
    locales: ['en'],
    placeName: 'Sunset Hotel',
    placeLocale: 'en',
    domain: 'stays.sunsethotel.example',
    colour: '#1a6b5f',
    logo: null,
    logoPosition: 'header',
    offset: { x: 0, y: 0 },
    firstLabel: 1,
    hasCutMarks: true,
    checkPage: null,
    ...changes,
  };
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The code of a room, different for each number. */
export function codeOf(index: number): string {
  const first = letters[index % 31] ?? '';
  const second = letters[Math.floor(index / 31) % 31] ?? '';
  return `RM-SUNSET${second}${first}`;
}

export function makeSigns(count: number): Sign[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `room-${index}`,
    kind: 'room',
    qr: `https://stays.sunsethotel.example/stay/room/${codeOf(index)}`,
    title: `BVA-${201 + index}`,
    code: codeOf(index),
    checkWord: 'MANGO',
    network: null,
  }));
}

export async function makePdf(signs: readonly Sign[], options: SheetOptions) {
  const problems: SheetProblem[] = [];
  function* takePages() {
    for (const laidOut of layoutSheet(signs, options)) {
      problems.push(...laidOut.problems);
      yield laidOut.page;
    }
  }
  const pieces: Uint8Array[] = [];
  const pdf = streamPdf(takePages(), { title: 'Signs', language: 'en', logo: options.logo });
  for await (const piece of pdf) {
    pieces.push(piece);
  }
  return { pdf: Buffer.concat(pieces), problems };
}
