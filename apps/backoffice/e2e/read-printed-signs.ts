import { readFile } from 'node:fs/promises';
import { cornerOf, findFormat } from '@gudbro/sheets/formats';
import { decodeAt, renderPdf } from '@gudbro/sheets/testing';

/** What an office printer does at least. */
const dotsPerInch = 300;

/** Prints the first page of a PDF to a bitmap and reads the QR code of each label, as a phone in front of the wall would. */
export async function readPrintedSigns(file: string, formatId: string, count: number): Promise<string[]> {
  const format = findFormat(formatId);
  const [page] = await renderPdf(await readFile(file), dotsPerInch);
  if (format === null || page === undefined) {
    throw new TypeError(`There is no page of ${formatId} in ${file}.`);
  }
  return Array.from({ length: count }, (_, place) =>
    decodeAt(page, { ...cornerOf(format, place), ...format.label }, dotsPerInch),
  );
}
